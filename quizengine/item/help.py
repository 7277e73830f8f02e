"""The models of [help]: hints, and the worked steps with their marks and questions."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from quizengine.answers import KINDS
from quizengine.answers.wording import counted
from quizengine.item.base import Model, Whole
from quizengine.item.fields import Text, WrittenAnswer, kind_of

MAX_HINTS, MAX_STEPS = 12, 40
_TAKEN_OVER = ("variables", "domain")  # of the part's answer, by the answer to a step that does not say


class WrittenStep(Model):
    """A worked step: a text, or a table with `says`.

    marks: what it is worth of the part's marks; asks, answer: the step as a question by itself, and its key.
    """

    says: Text
    marks: Annotated[Whole, Field(ge=1, le=100)] | None = None
    asks: Text | None = None
    answer: WrittenAnswer | None = None

    @model_validator(mode="after")
    def _asked_with_a_key(self) -> Self:
        if self.asks is not None and self.answer is None:
            raise ValueError("'asks' needs the key to it; write answer = { number = '…' } or another kind")
        if self.answer is not None and self.asks is None:
            raise ValueError("'answer' needs what it answers; write asks = '…'")
        return self


def _as_table(written: Any) -> Any:
    """A step of words alone as the table that it stands for."""
    if isinstance(written, str):
        if not written.strip():
            raise ValueError("must not be empty")
        return {"says": written}
    if not isinstance(written, dict | WrittenStep):
        raise ValueError("write one text in quotes, or { says = '…', marks = 1 }")
    return written


class Help(Model):
    """[help]: hints from gentle to strong, and the worked steps.

    feedback: what is told after a wrong answer, which has the name `answer` in it and in its figures.
    """

    hints: tuple[Text, ...] = Field(default=(), max_length=MAX_HINTS)
    steps: tuple[Annotated[WrittenStep, BeforeValidator(_as_table)], ...] = Field(default=(), max_length=MAX_STEPS)
    feedback: Text | None = None

    def unlike(self, marks: int) -> str | None:
        """Return why the marks of the steps are not the `marks` of their part; None where none has any."""
        given = [step.marks for step in self.steps if step.marks is not None]
        if not given or sum(given) == marks:
            return None
        found, wanted = counted(sum(given), "mark"), counted(marks, "mark")
        return f"the 'steps' have {found} in all, and their part {wanted}; let both be the same"


def completed(written: Any, answer: Any) -> Any:
    """Return the table of [help]: the answers to its steps take over variables and domain of the part's `answer`."""
    if not isinstance(written, dict) or not isinstance(answer, dict) or not isinstance(written.get("steps"), list):
        return written
    return {**written, "steps": [_step_with_options(step, answer) for step in written["steps"]]}


def _step_with_options(step: Any, answer: dict[str, Any]) -> Any:
    kind = kind_of(step.get("answer")) if isinstance(step, dict) else None
    if kind is None:
        return step
    known = KINDS[kind].model_fields
    inherited = {key: answer[key] for key in _TAKEN_OVER if key in answer and key in known}
    return {**step, "answer": {**inherited, **step["answer"]}}
