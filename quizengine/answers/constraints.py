"""How an answer of mathematics is to be taken: its variables, where they range, and how exact it has to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from quizengine.answers.key import AnswerModel, Reads
from quizengine.answers.wording import counted, minus
from quizengine.answers.written_forms import EXPRESSION, RATIO
from quizengine.errors import CannotCompute
from quizengine.maths.equality import REAL, Domain
from quizengine.maths.evaluate import rational
from quizengine.maths.language.values import canonical
from quizengine.maths.tree import Constant, Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

ZERO = Fraction(0)
_SMALL = re.compile(r"\s*-?[\d./]{1,40}(?:[eE][+-]?\d{1,2})?\s*")
_FRACTION = re.compile(r"-?\d+/\d+")
INFINITY = Constant("infinity")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What a decimal must keep to: significant figures, or a distance; all zero where only the exact value counts."""

    digits: int = 0
    relative: Fraction = ZERO
    absolute: Fraction = ZERO

    @property
    def exact(self) -> bool:
        """Is nothing but the exact value right?"""
        if self.digits:
            return False  # the zeros are mostly those of the default, and this is asked very often
        return (self.relative is ZERO or not self.relative) and (self.absolute is ZERO or not self.absolute)

    def wanted(self) -> str:
        """Return the request in words, to end a sentence."""
        if self.digits:
            return f"give the exact value or {counted(self.digits, 'significant figure')}"
        if self.exact:
            return "give the exact value, such as a fraction, a root or a multiple of π"
        return f"give the value {self.within}"

    @property
    def within(self) -> str:
        """How far a number may be off: "within 0.2"; "" where only the exact value counts, or its rounding to
        some digits.
        """
        absolute = f"{float(self.absolute):g}" if self.absolute else ""
        relative = f"{float(self.relative * 100):g} %" if self.relative else ""
        if self.digits or not (absolute or relative):
            return ""
        more = ", whichever is more" if absolute and relative else ""
        return f"within {' or '.join(filter(None, (absolute, relative)))}{more}"

    def asks(self, each: str = "") -> str:
        """Return what decimals must keep to, to be added to the line that tells how to type an answer; "" for exact
        values. each: what a list asks for one by one, such as "coordinate".
        """
        if self.digits:
            return f", exact or with {counted(self.digits, 'significant figure')}"
        return f", {self.within}{f' in each {each}' if each else ''}" if self.within else ""


EXACT = Accuracy()


@dataclass(frozen=True, slots=True)
class Constraints:
    """The names an answer may use, the domain on which it must equal the key, and the accuracy of decimals.

    decimals: whether the key is shown with decimals, 0.1 for 1/10; it is judged by the same either way.
    """

    variables: tuple[str, ...] = ()
    domain: Domain = REAL
    accuracy: Accuracy = EXACT
    decimals: bool = False

    def shown(self, node: Node) -> Node:
        """Return a value of the key as it is printed."""
        if not self.decimals:
            return node
        from quizengine.maths.print.decimals import as_decimals

        return as_decimals(node)

    def told(self, number: Fraction | str) -> str:
        """Return a plain number, which may be a text such as "-1/5", as it is printed in a message."""
        text = str(number)
        if self.decimals and _FRACTION.fullmatch(text):
            from quizengine.maths.print.decimals import decimal_of

            value = Fraction(text)
            text = f"{'-' * (value < 0)}{decimal_of(abs(value))}" if decimal_of(abs(value)) else text
        return minus(text)


PLAIN = Constraints()


@dataclass(frozen=True, slots=True)
class EvaluationPoint:
    """Where a key was evaluated: `general` is the key before the point `at` was put in, None if there is none."""

    general: Node | None = None
    at: tuple[tuple[str, Node], ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        return () if self.general is None else (self.general,)


NO_POINT = EvaluationPoint()


def _written(value: Any) -> Any:
    """TOML integers stand for themselves; a float is refused, since it need not be what was written."""
    if isinstance(value, float):
        raise ValueError(f"write {value} in quotes: '{value}'")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Expression = Annotated[str, BeforeValidator(_written), Field(min_length=1, max_length=2_000), EXPRESSION]
Expressions = tuple[Expression, ...] | Expression  # a list written out, or one expression that gives a list


def _ratio(value: Any) -> Any:
    """A number, or one in quotes; its powers of ten are bounded, since 1e999999999 is as many digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return value
    if not _SMALL.fullmatch(str(value)):
        raise ValueError("write a number such as 0.01 or '1/100'")
    return Fraction(str(value))


Ratio = Annotated[Fraction, BeforeValidator(_ratio), Field(ge=0), RATIO]


class Tolerance(BaseModel):
    """tolerance = { relative = 0.001, absolute = 0 }: right within the larger of absolute and relative·|key|."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    relative: Ratio = ZERO
    absolute: Ratio = ZERO


Variable = Annotated[str, AfterValidator(canonical)]  # w1 and w_1 are one variable, as in expressions


class FormulaModel(AnswerModel):
    """The options that all kinds of mathematics share.

    reads = 'vertical' (or 'horizontal', 'level', 'point', 'direction') says how an answer is read off a figure.
    """

    variables: tuple[Variable, ...] = ()
    domain: Literal["real", "positive"] | dict[Variable, tuple[Expression, Expression]] = "real"
    digits: int = Field(default=0, strict=True, ge=0, le=15)
    tolerance: Tolerance = Tolerance()
    reads: Reads | None = None

    @property
    def read_off(self) -> Reads | None:
        return self.reads

    def constraints(self, workspace: Workspace, *values: Node) -> Constraints:
        """Return the constraints of a key made of `values`; their own names count, in order, without `variables`."""
        names = self.variables or tuple(sorted({name for value in values for name in variables(value)}))
        accuracy = Accuracy(self.digits, self.tolerance.relative, self.tolerance.absolute)
        return Constraints(names, self._domain(workspace), accuracy, workspace.decimals)

    def _domain(self, workspace: Workspace) -> Domain:
        if self.domain == "real":
            return REAL
        if self.domain == "positive":
            return Domain.positive()
        ends = {name: (_end(workspace, low), _end(workspace, high)) for name, (low, high) in self.domain.items()}
        try:
            return Domain.intervals(ends)
        except ValueError as error:
            raise CannotCompute(str(self.domain), str(error)) from None


class PointModel(FormulaModel):
    """Kinds that may be asked at a point.

    unevaluated = 'grad(f, x, y)' with at = { x = 'x0', y = 'y0' } lets the judge know an answer that was not
    evaluated, or was evaluated at another point.
    """

    unevaluated: Expression | None = None
    at: dict[Variable, Expression] = Field(default={})

    def place(self, workspace: Workspace) -> EvaluationPoint:
        """Return the general form of the key, and the point that was put in."""
        general = None if self.unevaluated is None else formula(workspace, self.unevaluated)
        return EvaluationPoint(general, tuple((name, formula(workspace, text)) for name, text in self.at.items()))


def _end(workspace: Workspace, text: str) -> str | None:
    node = formula(workspace, text)
    value = rational(node)
    if value is None and INFINITY not in (node, getattr(node, "operand", None)):
        raise CannotCompute(text, "the end of a domain is a rational number or infinity")
    return None if value is None else str(value)


def formula(workspace: Workspace, text: str) -> Node:
    """Return the value of an author's expression, which must be mathematics; raises CannotCompute."""
    value = workspace.evaluate(text)
    if isinstance(value, bool | str | tuple):
        cure = "; an equation as a value is equation(y, h)" if isinstance(value, bool) else ""
        raise CannotCompute(text, f"this gives words or a truth value, and a formula is needed{cure}")
    return value


def formulas(workspace: Workspace, written: Expressions) -> tuple[Node, ...]:
    """Return the values of a list of an author's expressions, or of one expression that gives a list; it is never
    empty.
    """
    if isinstance(written, str):
        value = formula(workspace, written)
        if not isinstance(value, Vector):
            why = "this is no list; write number or expression = …, or a list such as ['a', 'b']"
            raise CannotCompute(written, why)
        found = value.items
    else:
        found = tuple(formula(workspace, text) for text in written)
    if not found:
        raise CannotCompute(as_written(written), "this list is empty")
    return found


def as_written(expressions: Sequence[Any] | str) -> str:
    """Return an author's expression, or a list of them, for a message: [[1, a], [b]]."""
    if isinstance(expressions, str):
        return expressions
    return f"[{', '.join(map(as_written, expressions))}]"
