"""The opening of an item is its prompt, before anything is drawn; an item whose prompt depends on a seed has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.bank import load_bank
from quizengine.draw import draw_question
from quizengine.item import Item

BANK = load_bank()


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_the_opening_is_the_prompt_that_is_drawn(item: Item) -> None:
    if item.opening is not None:
        assert item.opening == draw_question(item, 1, BANK.mistakes).prompt


def test_most_concept_items_have_one() -> None:
    concepts = [item for item in BANK.items if item.kind == "concept"]
    assert sum(item.opening is not None for item in concepts) > len(concepts) / 2


@pytest.mark.parametrize(
    ("lines", "opening"),
    [
        (["prompt = 'What is it?'"], ("What is it?",)),
        (["prompt = '''", "  Two lines,", "one text.", "'''"], ("Two lines,\none text.",)),
        (["prompt = 'It costs \\$3.'"], ("It costs $3.",)),
        (["prompt = 'Let a be << a >>.'"], None),
        (["prompt = 'What is it?'", "[parameters]", "a = { integers = [1, 5] }"], None),
        (["prompt = 'A formula $x is open.'"], None),
        (['prompt = "A \\nabla in double quotes."'], None),
        (["prompt = ''"], None),
        (["prompt = 3"], None),
        (["prompt ="], None),
        ([], None),
    ],
)
def test_openings(lines: list[str], opening: tuple[str, ...] | None) -> None:
    heading = ["title = 'A title'", "skills = ['gradient']", "difficulty = 1"]
    whole = "\n".join([*heading, "prompt = 'Heading only.'"])
    item = Item(
        "topic/name", Path("name.toml"), "\n".join([*heading, *lines]), Item.read("a/b", Path("b"), whole).heading
    )
    assert item.opening == opening
