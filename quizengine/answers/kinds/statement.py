"""True or false, with the reason: half of the credit for the truth, all of it with the right reason as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator

from quizengine.answers.answer import Reader
from quizengine.answers.key import AnswerModel, Key, Shuffle
from quizengine.answers.kinds.choice import ChoiceKey, texts_of
from quizengine.answers.lettered_options import (
    LETTERS,
    LetteredKey,
    bounded,
    first_and_last,
    lettered,
    pick,
    place_of,
    shuffled,
)
from quizengine.answers.payment import EVENLY, Payment, PaysInPart
from quizengine.answers.verdict import CORRECT, Verdict, marked, refused
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.fill_in import prose_of

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose

_TRUE = ("true", "t", "yes", "y", "right", "correct")
_FALSE = ("false", "f", "no", "n", "wrong", "incorrect", "not true")
_TYPED = re.compile(
    rf"\s*(?:(?:it|this|that)(?:\s+is|['’]s)\s+)?({'|'.join((*_TRUE, *_FALSE))})\b[\s,;:.\-–]*(?:because\b)?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BOTH = re.compile(r"\b(?:or|true|false)\b", re.IGNORECASE)  # true or false; true, no, false


class StatementModel(PaysInPart, AnswerModel):
    """statement = true, with reason = '…'; the mistakes (each `choice = '…'`) are the wrong reasons.

    `statement` may be an expression that gives a truth value. Without a reason only true or false is asked.
    """

    statement: Annotated[bool, Field(strict=True)] | str
    reason: str = ""

    @property
    def mistakes_wanted(self) -> int:
        return 2

    @model_validator(mode="after")
    def _in_parts(self) -> Self:
        if self.credit != EVENLY and not self.reason:
            raise ValueError("credit speaks of the truth without the reason; write reason = '…', or leave credit out")
        return self

    def draw(self, workspace: Workspace) -> StatementKey:
        truth = self.statement if isinstance(self.statement, bool) else workspace.evaluate(self.statement)
        if not isinstance(truth, bool):
            raise CannotCompute(str(self.statement), "this is neither true nor false")
        return StatementKey(truth, prose_of(workspace, self.reason) if self.reason else (), payment=self.credit)


@dataclass(frozen=True, slots=True)
class Claim:
    """What was typed: true or false, and the number of the reason, None where none is asked."""

    truth: bool
    reason: int | None


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads true or false and which of `reasons` it is; () where none is asked."""

    reasons: tuple[Prose, ...]

    def read(self, text: str) -> Claim:
        """True or false, then the letter or the text of the reason where one is asked; raises Unreadable."""
        bounded(text)
        found = _TYPED.match(text)
        if found is None:
            example = "false, b" if self.reasons else "false"
            raise Unreadable("true-or-false", 0, f"type true or false first, such as {example}", max(1, len(text)))
        truth = found[1].casefold() in _TRUE
        if not self.reasons and _BOTH.search(found[2]):
            raise Unreadable("true-or-false", 0, "say either true or false", max(1, len(text)))
        if not self.reasons:
            return Claim(truth, None)
        if not found[2].strip():
            letters = first_and_last(len(self.reasons))
            raise Unreadable("reason-missing", len(text), f"add the letter of the reason, {letters}, such as false, b")
        return Claim(truth, pick(found[2], self.reasons))


@dataclass(frozen=True, slots=True)
class StatementKey(LetteredKey[Claim]):
    """The statement is `truth`, for the reason `because`; `truth` None stands for either, in a mistake."""

    kind: ClassVar[str] = "statement"
    truth: bool | None
    because: Prose = ()
    shown: tuple[Prose, ...] = ()
    payment: Payment = EVENLY

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or ((self.because,) if self.because else ())

    @property
    def chosen(self) -> tuple[int, ...]:
        return (place_of(self.because, self.options),) if self.because else ()

    @property
    def claim(self) -> bool | None:
        return self.truth

    @property
    def guess_probability(self) -> float:
        return 0.5 / max(1, len(self.options))

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """The texts of the mistakes are the wrong reasons, each wrong whether true or false is said with it."""
        if not self.because:
            return self, mistakes
        options = shuffled((self.because, *texts_of(mistakes)), shuffle)
        return replace(self, shown=options), tuple(_fitted(mistake, options) for mistake in mistakes)

    def reader(self) -> Reader[Claim]:
        return ClaimReader(self.options if self.because else ())

    def judge(self, reading: Claim) -> Verdict:
        """A reason earns nothing with the wrong truth: whoever guesses the truth has half."""
        truth = self.truth is None or reading.truth == self.truth
        reason = not self.because or (reading.reason,) == self.chosen
        if truth and reason:
            return CORRECT
        if not truth:
            return refused("wrong-truth", "It is the other way round")
        said = "true" if reading.truth else "false"
        return marked(
            self.payment.credit((0.5,)), "wrong-reason", f"The statement is {said} indeed, but for another reason"
        )

    def echo(self, reading: Claim) -> str:
        said = "true" if reading.truth else "false"
        return said if reading.reason is None else f"{said}, {lettered(reading.reason, self.options)}"

    def prose(self) -> Prose:
        said = "true" if self.truth else "false"
        if not self.because:
            return (said,)
        return (f"{said}, {LETTERS[self.chosen[0]]}) ", *self.because)

    def plain(self) -> str:
        said = "true" if self.truth else "false"
        return f"{said}, {LETTERS[self.chosen[0]]}" if self.because else said

    def asks(self) -> str:
        if not self.because:
            return "true or false"
        return f"true or false and the letter of the reason, {first_and_last(len(self.options))}, such as false, b"


def _fitted(mistake: Key[Any], options: tuple[Prose, ...]) -> Key[Any]:
    if isinstance(mistake, ChoiceKey):
        return StatementKey(None, mistake.text, options)
    return replace(mistake, shown=options) if isinstance(mistake, StatementKey) else mistake
