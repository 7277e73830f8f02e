"""What a prompt must say of the answer that is wanted: how many figures, which length, which names; and the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.constraints import Tolerance
from quizengine.item import Fault, Item
from quizengine.item.expected_time import expected_minutes

if TYPE_CHECKING:
    from quizengine.item.model import WrittenPart

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURES = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d+) significant (?:figures?|digits?)\b", re.IGNORECASE)
TIMES, MINUTES = 3, 2  # how far the author's time may lie from what is expected, beside so many minutes


def said_otherwise(item: Item) -> Iterator[Fault]:
    """Yield answers that want other figures than their prompt says."""
    for number, part in enumerate(item.parts):
        found = _FIGURES.findall(_asked(item, part))
        wanted, tolerance = getattr(part.answer, "digits", None), getattr(part.answer, "tolerance", None)
        said = {int(word) if word.isdigit() else 1 + _NUMBERS.index(word.lower()) for word in found}
        if wanted is None or len(said) != 1 or wanted in said or (not wanted and tolerance != Tolerance()):
            continue
        figures = f"{wanted} figures are wanted" if wanted else "the exact value is wanted"
        message = (
            f"{figures}, and the prompt says {found[0]} significant; write digits = {min(said)}, or mend the prompt"
        )
        yield Fault(item.path, item.line("parts", number, "answer", "digits"), message)


def not_announced(item: Item) -> Iterator[Fault]:
    """Yield answers that are wanted as a unit vector, or called after a function, of which no prompt speaks; and times
    that nobody would expect.
    """
    for number, part in enumerate(item.parts):
        asked = _asked(item, part)
        if getattr(part.answer, "multiple", "") == "unit" and not re.search(r"\bunit\b|\blength 1\b", asked):
            message = "only a vector of length 1 is right, and no prompt asks for a unit vector"
            yield Fault(item.path, item.line("parts", number, "answer", "multiple"), message)
        name = getattr(part.answer, "gradient_of", "")
        if name and not re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", asked):
            message = f"the answer is called the gradient of {name}, and no prompt speaks of {name}"
            yield Fault(item.path, item.line("parts", number, "answer", "gradient_of"), message)
    yield from _odd_time(item)


def _asked(item: Item, part: WrittenPart) -> str:
    return f"{item.body.prompt}\n{part.prompt}"


def _odd_time(item: Item) -> Iterator[Fault]:
    given, expected = item.body.minutes, expected_minutes(item.body)
    if given is not None and (given > TIMES * expected + MINUTES or TIMES * given + MINUTES < expected):
        message = f"{given} minutes, where its marks and difficulty let expect {expected}; mend it, or leave it out"
        yield Fault(item.path, item.line("minutes"), message)
