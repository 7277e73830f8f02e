"""Whether an answer can be read off its figure as exactly as it is asked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from quizengine.check.pictures import shown_to_ask
from quizengine.check.question_fault import QuestionFault
from quizengine.figures.scale import DEGREES

if TYPE_CHECKING:
    from quizengine.answers.key import Reads
    from quizengine.draw import Question
    from quizengine.figures.scale import Scale, ScaleName

_SLACK = 1e-9  # of rounding


@dataclass(frozen=True, slots=True)
class _Words:
    """What a scale is called, what can be read on it exactly, and what an author may change."""

    name: str
    line: str
    outside: str
    finer: str


_WORDS: Mapping[ScaleName, _Words] = {
    "horizontal": _Words("a horizontal axis", "tick of it", "widen it", "a shorter one"),
    "vertical": _Words("the vertical axis", "tick of the vertical axis", "widen it", "a shorter one"),
    "level": _Words("level curves", "level curve", "choose levels around it", "more of them"),
}

#: by which scales the numbers of an answer are read, in turn
SCALES: Mapping[Reads, tuple[ScaleName, ...]] = {
    "horizontal": ("horizontal",),
    "vertical": ("vertical",),
    "level": ("level",),
    "point": ("horizontal", "vertical"),
}


def reading_faults(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield why the answer to part `number` (from 0) cannot be read off, where its `reads` says that it is."""
    reads = question.item.parts[number].answer.read_off
    if reads is None:
        return
    where = ("parts", number, "answer")
    if not shown_to_ask(question, number):
        yield QuestionFault(where, f"reads = '{reads}', and the question shows no figure; write [figure]")
        return
    margins = question.parts[number].key.margins()
    yield from (QuestionFault(where, message) for message in _told(question, number, reads, margins))


def _told(question: Question, number: int, reads: Reads, margins: tuple[tuple[float, float], ...]) -> Iterator[str]:
    if reads == "direction":
        if margins and margins[0][1] < DEGREES:
            yield f"a direction is read off within {DEGREES:g}° at best; write within = 15"
        return
    scales = _scales(question, number, reads)
    missing = next((name for name in SCALES[reads] if name not in scales), None)
    if missing:
        yield f"reads = '{reads}', and no figure of the question has {_WORDS[missing].name}; draw one that has"
        return
    for name, (value, slack) in zip(cycle(SCALES[reads]), margins, strict=False):
        yield from _off(scales[name], _WORDS[name], value, slack)


def _off(scale: Scale, words: _Words, value: float, slack: float) -> Iterator[str]:
    """Why a number with so much tolerance cannot be read by a scale."""
    if not scale.holds(value):
        yield f"the answer cannot be read by {words.name}: it lies beyond; {words.outside}"
        return
    told = scale.told(value)
    if slack * (1 + _SLACK) >= told:
        return
    wider = f"write tolerance = {{ absolute = '{_rounded_up(told)}' }}"
    if slack:
        yield f"the tolerance is finer than can be read by {words.name}; {wider} or take {words.finer}"
    else:
        yield f"the answer must be exact, and lies on no {words.line}; {wider}, or let it lie on one"


def _scales(question: Question, number: int, reads: Reads) -> Mapping[ScaleName, Scale]:
    """The scales of the first figure that has all that is needed, else those of any."""
    found = [figure.scales() for figure in shown_to_ask(question, number)]
    return next((scales for scales in found if set(SCALES[reads]) <= scales.keys()), found[0])


def _rounded_up(number: float) -> str:
    """A number with one figure, no less than `number`."""
    unit = 10.0 ** math.floor(math.log10(number))
    return f"{math.ceil(number / unit - _SLACK) * unit:.6g}"
