"""Error carried forward: a later part drawn again with the learner's own answer to an earlier one."""

import pytest

from quizengine.bank import find, load
from quizengine.draw import draw
from quizengine.draw.carrying import carry
from quizengine.maths.read import Notation, read

BANK = load(find(None))
QUESTION = draw(BANK.item("descent/valley-in-three-parts"), 5, BANK.mistakes)


def tree(text):
    return read(text, Notation(("x", "y", "z", "q"), "vector")).tree


def test_three_parts_with_marks_and_labels():
    assert [part.label for part in QUESTION.parts] == ["a", "b", "c"]
    assert QUESTION.marks == sum(part.marks for part in QUESTION.parts) == 5


def test_our_own_answer_changes_nothing():
    given = {"g": tree(QUESTION.parts[0].key.plain())}
    for index in (1, 2):
        assert carry(QUESTION, index, given).key.plain() == QUESTION.parts[index].key.plain()


def test_a_wrong_gradient_is_carried_to_both_later_parts():
    given = {"g": tree("(x + 7, y - 9)")}
    point = QUESTION.workspace
    x0, y0 = (point.evaluate(name) for name in ("x0", "y0"))
    expected = point.bind("v", tree("(1, 1)")).evaluate("(x0 + 7, y0 - 9)")
    assert x0 != y0
    assert carry(QUESTION, 1, given).key.node() == expected
    assert carry(QUESTION, 2, given).key.plain() != QUESTION.parts[2].key.plain()


def test_a_later_answer_stands_over_an_earlier_one():
    by_both = carry(QUESTION, 2, {"g": tree("(x + 7, y - 9)"), "v": tree("(10, 20)")})
    by_last = carry(QUESTION, 2, {"v": tree("(10, 20)")})
    assert by_both.key.plain() == by_last.key.plain()


@pytest.mark.parametrize(
    "earlier",
    [
        {},
        {"g": tree("(0, 0)")},
        {"g": tree("(1, 2)")},
        {"g": tree("(x, y, z)")},
        {"g": tree("(x, 0)")},
        {"g": tree("(x, q)")},
        {"s": tree("(1, 2)")},
        {"v": tree("(x, y)")},
        {"v": tree("(0, 3)")},
        {"unknown": tree("(1, 2)")},
    ],
)
def test_what_makes_the_rest_trivial_carries_nothing(earlier):
    assert carry(QUESTION, 2, earlier) is QUESTION.parts[2]


def test_the_first_part_carries_nothing_from_later_ones():
    assert carry(QUESTION, 0, {"g": tree("(x, y)")}) is QUESTION.parts[0]
