"""From a typed text to its verdict: read, judged, and where it is not right, the best thing to say about it.

    verdict = judge(key, "(2x, 3y)")
    verdict = judge(key, answer, part.mistakes)     an Answer keeps its readings, for whoever judges it again

An answer that would earn more if it were read in another way is asked back: it is unreadable for now and costs no try.
What is said of a wrong answer, the first that applies: a mistake that the item names; a mistake that the kind knows by
itself and has proven; the point at which it differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from quizengine.answers.answer import Answer
from quizengine.answers.key import Diagnosis, Key
from quizengine.answers.mistake import Mistake
from quizengine.answers.verdict import AMBIGUOUS, NOT_NONE, ROUNDING, Verdict
from quizengine.answers.wording import line, sentence, without_words
from quizengine.errors import Unreadable
from quizengine.maths.budget import shared

R = TypeVar("R")
_TOLD = frozenset({*ROUNDING, NOT_NONE, "undefined"})  # reasons that say more than a generic mistake
#: what makes an ambiguity clear, where it is not brackets
_CURES = {
    "scientific": "A space before the sign makes it clear",
    "comma": "No comma, or a point, makes it clear",
    "comma-list": "A semicolon between the numbers makes it clear",
    "log": "ln or log_10 makes it clear",
    "percent": "The number without % makes it clear",
    "inverse": "arcsin, or 1/sin(x), makes it clear",
    "name": "A * makes it clear",
    "mixed": "A * or a + makes it clear",
}
_SQUEEZED = str.maketrans({"−": "-", "·": "", "*": ""})
_BRACKETS = "Brackets make it clear"


def judge(key: Key[Any], typed: Answer | str, mistakes: Sequence[Mistake] = ()) -> Verdict:
    """Return the verdict on `typed`; `mistakes` are the item's own, of which the first that it shows is told. Never
    raises.
    """
    answer = Answer.of(typed)
    try:
        reading = key.read(answer)
    except Unreadable as fault:
        return unreadable(fault)
    with shared():
        return _judged(key, answer, reading, mistakes)


def _judged(key: Key[R], answer: Answer, reading: R, mistakes: Sequence[Mistake]) -> Verdict:
    verdict = key.judge(reading)
    if verdict.outcome == "correct":
        return _told(key, reading, verdict)
    if (other := _reread(key, answer, reading, verdict)) is not None:
        return other
    if verdict.outcome != "undecided":
        verdict = _explained(key, answer, reading, verdict, mistakes)
    return _told(key, reading, verdict)


def _told(key: Key[R], reading: R, verdict: Verdict) -> Verdict:
    return replace(verdict, echo=partial(key.echo, reading), message=sentence(verdict.message))


def unreadable(fault: Unreadable) -> Verdict:
    """Return the verdict on a text that could not be read: it costs no try."""
    return Verdict("unreadable", reason=fault.reason, message=line(fault.message), offset=fault.offset)


def _explained(key: Key[R], answer: Answer, reading: R, verdict: Verdict, mistakes: Sequence[Mistake]) -> Verdict:
    diagnosis = _shown(answer, mistakes)
    if diagnosis is None and verdict.reason not in _TOLD:
        diagnosis = key.diagnosis(reading)
    if diagnosis is None:
        return verdict
    return replace(
        verdict, reason=diagnosis.name, mistake=diagnosis.name, message=line(diagnosis.message) or verdict.message
    )


def _shown(answer: Answer, mistakes: Sequence[Mistake]) -> Diagnosis | None:
    """The first mistake whose value the answer is."""
    for mistake in mistakes:
        try:
            reading = mistake.key.read(answer)
        except Unreadable:
            continue
        if mistake.key.is_right(reading):
            from quizengine.maths.print import show_prose

            return Diagnosis(mistake.name, show_prose(mistake.says, "text"))
    return None


def _reread(key: Key[R], answer: Answer, reading: R, verdict: Verdict) -> Verdict | None:
    """The verdict with a question, where another way to read the answer would earn more; None where none would.

    What the program itself shows as the key, 2e − 3, needs no question, typed with its spaces or without.
    """
    for ambiguity, other in key.rereadings(answer, reading):
        with without_words():
            better = key.judge(other)
        if better.credit <= verdict.credit:
            continue
        if better.outcome == "correct" and _squeezed(answer.text) in map(_squeezed, key.shown_forms()):
            return _told(key, other, better)
        read_as = key.echo(reading)
        cure = _CURES.get(ambiguity.code, _BRACKETS)
        meant = sentence(f"Read as {read_as}; did you mean {key.echo(other)}? {cure}")
        return Verdict("unreadable", echo=read_as, reason=AMBIGUOUS, message=meant, offset=ambiguity.offset)
    return None


def _squeezed(text: str) -> str:
    """`text` without spaces and the signs of products, with one sign for minus."""
    return "".join(text.split()).translate(_SQUEEZED)
