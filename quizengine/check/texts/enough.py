"""Is there enough to learn from: mistakes, hints and steps in each part, and a title in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.draw.evaluation_order import mentioned
from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import WrittenPart

FEWEST_HINTS = 2
FEWEST_WORDS = 2  # of a hint


def asks_nothing(item: Item) -> Iterator[Fault]:
    """Yield parts of several that ask nothing, and conditions that say nothing about the question."""
    for number, part in enumerate(item.parts):
        if len(item.parts) > 1 and not part.prompt.strip():
            yield Fault(item.path, item.line("parts", number), "this part asks nothing; write prompt = '…'")
    names = (*item.body.parameters, *item.body.let)
    for condition, text in item.body.verify.items():
        if not mentioned(text, names):
            message = f"'{condition}' uses no name of [parameters] or [let], so it says nothing about the question"
            yield Fault(item.path, item.line("verify", condition), message)


def too_little(item: Item) -> Iterator[Fault]:
    """Yield where there are too few mistakes, hints or steps in a part, and titles with formulas."""
    if re.search(r"\$|<<|\\", item.title):
        yield Fault(item.path, item.line("title"), "a title is shown as it is: write it in words, without formulas")
    for number, part in enumerate(item.parts):
        for where, message in _of_part(part):
            yield Fault(item.path, item.line("parts", number, *where), message)


def _of_part(part: WrittenPart) -> Iterator[tuple[Where, str]]:
    named, wanted = len(part.mistakes), part.answer.mistakes_wanted
    if named < wanted:
        yield ("answer",), f"{_count(named, 'mistake')}; name at least {wanted}"
    for place, hint in enumerate(part.help.hints):
        if hint.strip() in (earlier.strip() for earlier in part.help.hints[:place]):
            yield ("help", "hints", place), "this hint stands above already; let each say more than the one before"
        elif len(hint.split()) < FEWEST_WORDS:
            yield ("help", "hints", place), f"'{hint.strip()}' helps nobody; say what to do or where to look"
    if len(part.help.hints) < FEWEST_HINTS:
        yield (
            ("help", "hints"),
            f"{_count(len(part.help.hints), 'hint')}; write at least {FEWEST_HINTS}, the gentle one first",
        )
    if not part.help.steps:
        yield ("help", "steps"), "no worked steps; write steps = ['…']"


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'s' * (number != 1)}"
