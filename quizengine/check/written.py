"""What an author should look at before any question is drawn: is there enough to learn from?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.item import Fault, Item
from quizengine.maths.tree import CONSTANTS

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Asked

FEWEST_MISTAKES = 3
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_TEXT = re.compile(r'"[^"]*"')
FEWEST_HINTS = 2


def advice_on_text(item: Item) -> Iterator[Fault]:
    """Too few mistakes, hints or steps in a part, and parameters that nothing uses."""
    for number, part in enumerate(item.parts):
        for where, message in _of_part(part):
            yield Fault(item.path, item.line("parts", number, *where), message)
    for where, name in _strangers(item):
        yield Fault(item.path, item.line(*where), f"'{name}' has no value and stands nowhere else; is it misspelt?")
    for name in _unused(item):
        message = f"'{name}' is used nowhere; take it out"
        where = ("parameters", name) if name in item.body.parameters else ("let", name)
        yield Fault(item.path, item.line(*where), message)


def _of_part(part: Asked) -> Iterator[tuple[Where, str]]:
    named = len(part.mistakes) + len(getattr(part.answer, "wrong", ()))
    if named < min(FEWEST_MISTAKES, _wrong_answers(part)):
        yield ("answer",), f"{named} mistakes; name at least {FEWEST_MISTAKES}"
    if len(part.help.hints) < FEWEST_HINTS:
        yield ("help", "hints"), f"{len(part.help.hints)} hints; write at least {FEWEST_HINTS}, the gentle one first"
    if not part.help.steps:
        yield ("help", "steps"), "no worked steps; write steps = ['…']"


def _wrong_answers(part: Asked) -> int:
    """How many wrong answers an author can name: fewer where all options are listed, none in a matching."""
    if hasattr(part.answer, "matching"):
        return 0
    options = getattr(part.answer, "options", ())
    return len(options) - 1 if options else FEWEST_MISTAKES


def _strangers(item: Item) -> Iterator[tuple[Where, str]]:
    """One-letter names in [let] and [require] that stand only once in the whole file: variables that nobody asks of."""
    known = {*item.body.parameters, *item.body.let, *CONSTANTS}
    for table, lines in (("let", item.body.let), ("require", item.body.require)):
        for name, text in lines.items():
            for letter in sorted(set(_LETTER.findall(_TEXT.sub("", text))) - known):
                if len(re.findall(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", item.source)) == 1:
                    yield (table, name), letter


def _unused(item: Item) -> Iterator[str]:
    """Names of [parameters] and [let] that stand nowhere but where they get their value."""
    for name in (*item.body.parameters, *item.body.let):
        if len(re.findall(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", item.source)) < 2:
            yield name
