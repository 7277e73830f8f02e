"""How long an item takes: what its author says, else a rule of thumb."""

from pathlib import Path

import pytest

from quizengine.item import Item

TYPED, CHOSEN = "[answer]\nnumber = '1'\n", "[answer]\nchoice = 'this'\noptions = ['this', 'that']\n"


def item(difficulty: int, below: str, heading: str = "skills = ['s']\n") -> Item:
    return Item.read("a/b", Path("b.toml"), f"title = 'T'\ndifficulty = {difficulty}\n{heading}prompt = 'p'\n{below}")


@pytest.mark.parametrize(
    ("difficulty", "marks", "answer", "minutes"),
    [
        (4, 1, TYPED, 2),
        (4, 5, TYPED, 10),
        (2, 2, TYPED, 3),
        (2, 3, TYPED, 5),  # 4.5
        (1, 1, CHOSEN, 1),
        (4, 4, CHOSEN, 4),
        (1, 100, TYPED, 125),
    ],
)
def test_it_is_estimated(difficulty, marks, answer, minutes):
    assert item(difficulty, f"marks = {marks}\n{answer}").minutes == minutes


def test_parts_count_by_their_own_kind():
    part = "[[parts]]\nskills = ['s']\nprompt = 'q'\nmarks = 2\n[parts.answer]\n"
    typed, chosen = part + "number = '1'\n", part + "choice = 'a'\noptions = ['a', 'b']\n"
    assert item(4, typed + chosen, "").minutes == 6


def test_what_the_author_says_counts():
    assert item(4, f"minutes = 17\n{TYPED}").minutes == 17
