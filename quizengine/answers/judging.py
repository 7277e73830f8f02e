"""From a typed text to its verdict: read, judged, and where it is not right, the best thing to say about it.

    verdict = judge(key, text)
    verdict = judge(key, text, part.mistakes)       the mistakes of an item are values, with a key and a sentence each

What is said of a wrong answer, the first that applies: another way to read it would be right; a mistake that the item
names; a mistake that the kind knows by itself and has proven; the point at which it differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from quizengine.answers.base import Key, Named, Slip
from quizengine.answers.verdict import ROUNDING, Verdict
from quizengine.answers.wording import line, sentence
from quizengine.errors import Unreadable

R = TypeVar("R")
_TOLD = frozenset({*ROUNDING, "undefined"})  # reasons that say more than a generic mistake
#: ambiguities that brackets remove
_BRACKETS = frozenset({"quotient", "function", "function-end", "exponent", "tower", "root"})


def judge(key: Key[Any], text: str, mistakes: Sequence[Named] = ()) -> Verdict:
    """The verdict on `text`; `mistakes` are the item's own, of which the first that it shows is told. Never raises."""
    try:
        reading = key.read(text)
    except Unreadable as fault:
        return unreadable(fault)
    verdict = key.judge(reading)
    if verdict.outcome in ("incorrect", "partial"):
        verdict = _explained(key, text, reading, verdict, mistakes)
    return replace(verdict, read_as=key.echo(reading), message=sentence(verdict.message))


def unreadable(fault: Unreadable) -> Verdict:
    """The verdict on a text that could not be read: it costs no try."""
    return Verdict("unreadable", reason=fault.reason, message=line(fault.message), offset=fault.offset)


def _explained(key: Key[R], text: str, reading: R, verdict: Verdict, mistakes: Sequence[Named]) -> Verdict:
    told = _misread(key, text, reading, verdict)
    if told is not None:
        return told
    slip = _shown(key, text, reading, mistakes)
    if slip is None and verdict.reason not in _TOLD:
        slip = key.slip(reading)
    if slip is None:
        return verdict
    return replace(verdict, reason=slip.name, mistake=slip.name, message=line(slip.message) or verdict.message)


def _shown(key: Key[R], text: str, reading: R, mistakes: Sequence[Named]) -> Slip | None:
    """The first mistake whose value the text is; it is read once for all that read it alike."""
    readings: list[tuple[Key[Any], Any]] = [(key, reading)]
    for mistake in mistakes:
        other = _read_for(mistake.key, text, readings)
        if other is not None and mistake.key.is_right(other):
            from quizengine.maths.show import show_prose

            return Slip(mistake.name, show_prose(mistake.says, "text"))
    return None


def _read_for(key: Key[Any], text: str, readings: list[tuple[Key[Any], Any]]) -> Any:
    """What `key` makes of `text`, None if nothing; found among `readings`, or added to them."""
    for known, reading in readings:
        if key.reads_like(known):
            return reading
    try:
        reading = key.read(text)
    except Unreadable:
        reading = None
    readings.append((key, reading))
    return reading


def _misread(key: Key[R], text: str, reading: R, verdict: Verdict) -> Verdict | None:
    """The verdict with a question, where another way to read the text would earn more."""
    for code, other in key.rereadings(text, reading):
        if key.judge(other).credit > verdict.credit:
            cure = " Brackets make it clear" if code in _BRACKETS else ""
            meant = f"Read as {key.echo(reading)}; did you mean {key.echo(other)}?{cure}"
            return replace(verdict, reason=_ambiguous(code), message=line(meant))
    return None


def _ambiguous(code: str) -> str:
    return code if code.startswith("ambiguous") else f"ambiguous-{code}"
