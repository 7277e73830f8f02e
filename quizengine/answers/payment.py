"""What the components of an answer pay: each the same, each its weight, or nothing but all together.

    credit = 'whole'         all or nothing: a component alone shows nothing
    credit = [0, 1]          the first component earns nothing, as it does where the prompt gives it away

An answer with a wrong component is never paid in full. One of weight 0 earns nothing, and whoever has it wrong loses
as much as it would be worth were all paid the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, PlainValidator

from quizengine.answers.wording import counted
from quizengine.answers.written_forms import ROWS_OF_WEIGHTS, WEIGHTS, WHOLE
from quizengine.errors import NeverComputes

if TYPE_CHECKING:
    from quizengine.maths.tree import Node

_FORMS = "write credit = 'whole', or a weight for each component: credit = [0, 1]"
_MOST = 1_000  # numerator and denominator of a weight


@dataclass(frozen=True, slots=True)
class Payment:
    """How components are paid: `weights` in their order, () where all pay the same.

    rows: of a matrix, how many weights stand in each row.
    """

    whole: bool = False
    weights: tuple[Fraction, ...] = ()
    rows: tuple[int, ...] = ()

    def credit(self, parts: Sequence[float]) -> float:
        """Return what an answer earns whose components are right as far as `parts` say, each 0 to 1."""
        if self.whole:
            return float(all(part == 1 for part in parts))
        if not self.weights:
            return sum(parts) / len(parts)
        shares = [Fraction(part) for part in parts]
        earned = sum(weight * share for weight, share in zip(self.weights, shares, strict=True)) / sum(self.weights)
        lost = sum((1 - share for weight, share in zip(self.weights, shares, strict=True) if not weight), Fraction(0))
        return float(earned * (1 - lost / len(shares)))

    def of(self, count: int, noun: str) -> Self:
        """Return this payment for `count` components; raise NeverComputes for another number of weights."""
        if self.weights and len(self.weights) != count:
            told = f"credit lists {counted(len(self.weights), 'weight')} for {counted(count, noun)}"
            raise NeverComputes("credit", f"{told}; write one for each")
        return self

    def of_rows(self, lengths: tuple[int, ...]) -> Self:
        """Return this payment for a matrix with rows of so many entries; raise NeverComputes where it fits none."""
        if self.weights and self.rows != lengths:
            shape = f"{len(lengths)} × {lengths[0]} matrix"
            raise NeverComputes("credit", f"credit does not fit a {shape}; write a weight for each entry, row by row")
        return self

    def alone(self, names: Sequence[str], values: Sequence[Node]) -> tuple[tuple[str, Node], ...]:
        """Return the components that earn something by themselves, each with its name."""
        if self.whole or len(values) < 2:
            return ()
        weights = self.weights or (Fraction(1),) * len(values)
        return tuple((name, value) for weight, name, value in zip(weights, names, values, strict=True) if weight)

    def told(self) -> str:
        """Return what is paid, for who marks by hand: "weights 0, 1"; "" where all components pay alike."""
        if self.whole or not self.weights:
            return "credit for the whole only" if self.whole else ""
        rest = [str(weight) for weight in self.weights]
        rows = [[rest.pop(0) for _ in range(length)] for length in self.rows or (len(rest),)]
        return f"weights {'; '.join(', '.join(row) for row in rows)}"

    def repeated(self, times: int) -> Self:
        """Return this payment where each component is a list of so many numbers itself."""
        return replace(self, weights=tuple(weight for weight in self.weights for _ in range(times)))


EVENLY = Payment()


def _weighted(written: Any) -> Payment:
    if written == "whole":
        return Payment(whole=True)
    if not isinstance(written, list | tuple) or not written:
        raise ValueError(_FORMS)
    return Payment(weights=_above_zero(tuple(map(_weight, written))))


def _by_rows(written: Any) -> Payment:
    if isinstance(written, list | tuple) and written:
        if not all(isinstance(row, list | tuple) for row in written):
            raise ValueError("write a list of weights for each row: credit = [[0, 1], [1, 1]]")
        weights = tuple(_weight(weight) for row in written for weight in row)
        return Payment(weights=_above_zero(weights), rows=tuple(map(len, written)))
    return _weighted(written)


def _whole(written: Any) -> Payment:
    if written != "whole":
        raise ValueError("write credit = 'whole'; weights go with components that have a fixed place")
    return Payment(whole=True)


def _weight(written: Any) -> Fraction:
    if isinstance(written, float):
        raise ValueError(f"write {written} in quotes: '{written}'")
    if isinstance(written, list | tuple):
        raise ValueError(_FORMS)
    try:
        weight = Fraction(-1 if isinstance(written, bool) else written)
    except (ValueError, TypeError, ZeroDivisionError):
        raise ValueError(f"'{str(written)[:40]}' is no weight; write 2 or '1/2'") from None
    if weight < 0 or max(weight.numerator, weight.denominator) > _MOST:
        raise ValueError(f"a weight is a number from 0 to {_MOST:,}, such as 2 or '1/2'")
    return weight


def _above_zero(weights: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    if not any(weights):
        raise ValueError("one weight at least must be above 0: something has to pay")
    return weights


class PaysByWeight(BaseModel):
    """Kinds whose components have a fixed order."""

    model_config = ConfigDict(defer_build=True)
    credit: Annotated[Payment, PlainValidator(_weighted), WEIGHTS] = EVENLY


class PaysByEntry(BaseModel):
    """Kinds whose components stand in rows."""

    model_config = ConfigDict(defer_build=True)
    credit: Annotated[Payment, PlainValidator(_by_rows), ROWS_OF_WEIGHTS] = EVENLY


class PaysInPart(BaseModel):
    """Kinds that pay in part, with no place of its own for what is paid."""

    model_config = ConfigDict(defer_build=True)
    credit: Annotated[Payment, PlainValidator(_whole), WHOLE] = EVENLY
