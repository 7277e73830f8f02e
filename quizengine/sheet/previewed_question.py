"""What a preview shows of one question: all that its sheet shows, and what its author wants to see beside."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from quizengine.draw import Question, WorkedStep
from quizengine.maths.print import Prose, show_prose
from quizengine.sheet.pictures import small
from quizengine.sheet.printed_part import PrintedPart
from quizengine.sheet.view import Numbered, numbered


@dataclass(frozen=True, slots=True)
class Wrong:
    """A mistake: its name, its value and what it says; lost: why this question does without it, "" if it has it."""

    name: str
    value: Prose
    says: Prose
    lost: str = ""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A worked step; asks, answer: it as a question by itself, () for one that is only told."""

    says: Prose
    marks: int | None
    asks: Prose
    answer: Prose


@dataclass(frozen=True)
class PreviewedPart(PrintedPart):
    """A part with its mistakes, in the order of the file, its hints and steps, and its feedback as it is written."""

    wrong: tuple[Wrong, ...]
    hints: tuple[Prose, ...]
    worked: tuple[ShownStep, ...]
    feedback: str


def previewed(question: Question) -> Numbered:
    """Return the question as the templates of a preview see it; its number is the seed."""
    (shown,) = numbered((question,))
    parts = tuple(_part(question, number, part) for number, part in enumerate(shown.parts))
    return replace(shown, number=question.seed, parts=parts)


def _part(question: Question, number: int, printed: PrintedPart) -> PreviewedPart:
    part = question.parts[number]
    as_printed = {field.name: getattr(printed, field.name) for field in fields(PrintedPart)}
    told = show_prose(printed.answer, "text")  # which may tell the form already
    return PreviewedPart(
        **{**as_printed, "form": "" if printed.form in told else printed.form},
        wrong=_wrong(question, number),
        hints=tuple(map(small, part.hints)),
        worked=tuple(map(_step, part.steps)),
        feedback=question.item.parts[number].help.feedback or "",
    )


def _wrong(question: Question, number: int) -> tuple[Wrong, ...]:
    told = {
        mistake.position: Wrong(mistake.name, small(mistake.key.prose()), small(mistake.says))
        for mistake in question.parts[number].mistakes
    }
    lost = {one.position: Wrong(one.name, (), (), one.why) for one in question.dropped if one.part == number}
    return tuple(wrong for _, wrong in sorted({**lost, **told}.items(), key=lambda pair: pair[0]))


def _step(step: WorkedStep) -> ShownStep:
    return ShownStep(small(step.says), step.marks, small(step.asks), step.key.prose() if step.key else ())
