"""The key of an answer with a unit: the number is judged in the unit typed, or without one in the unit asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.constraints import INFINITY, Constraints, EvaluationPoint
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis, Key, Shuffle
from quizengine.answers.none_key import NoneKey, is_none
from quizengine.answers.units.asked import Allowed, AskedUnits
from quizengine.answers.units.typed_unit import NumberAndUnit, UnitReader
from quizengine.errors import Unreadable
from quizengine.maths.evaluate import rational
from quizengine.maths.language.arithmetic import divide, multiply
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Number, Sum, Vector

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.maths.parse import Ambiguity
    from quizengine.maths.print import Prose

HELD = "\u00a0"  # no line ends between a number and its unit
_NOTHING, _NO_UNIT = Reading(Number(0)), Allowed("", ())


@dataclass(frozen=True, slots=True)
class MeasuredReading(Reading):
    """An answer with a unit: `tree` in the unit that is asked, `number` as it was typed in `unit`.

    typed: whether a unit was typed.
    """

    number: Reading = _NOTHING
    unit: Allowed = _NO_UNIT
    typed: Answer | None = None


@dataclass(frozen=True, slots=True)
class UnitKey(Key[Reading]):
    """The key `like` in the first of `units`."""

    like: FormulaKey
    units: AskedUnits

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.like.kind

    def reader(self) -> Reader[Reading]:
        return _MeasuredReader(self)

    def read(self, typed: Answer | str) -> Reading:
        """Return what is typed, with its unit or without; another unit than those allowed is Unreadable."""
        found = Answer.of(typed).reading(UnitReader(self.units, self.like.constraints.variables))
        faults: list[Unreadable] = []
        for one in found.tries:
            try:
                number = self.like.read(one.answer)
            except Unreadable as fault:
                faults.append(fault)
                continue
            if one.refused is not None:
                raise one.refused
            return self._measured(number, one)
        raise found.cure(faults)

    def _measured(self, number: Reading, one: NumberAndUnit) -> Reading:
        unit = one.unit or self.units.asked
        tree = number.tree
        if not unit.same_number and not is_none(number):
            tree = _times(tree, divide(Number(1), unit.factor))
        return MeasuredReading(tree, number.ambiguities, number.labels, number, unit, one.answer)

    def _number(self, reading: Reading) -> Reading:
        return reading.number if isinstance(reading, MeasuredReading) else reading

    def _unit(self, reading: Reading) -> Allowed:
        return reading.unit if isinstance(reading, MeasuredReading) else self.units.asked

    def _in(self, unit: Allowed) -> FormulaKey:
        """The key in `unit`, accuracy included."""
        return self.like if unit.same_number else scaled(self.like, unit.factor)

    def judge(self, reading: Reading) -> Verdict:
        """The number is judged in the unit in which it was typed."""
        return self._in(self._unit(reading)).judge(self._number(reading))

    def is_right(self, reading: Reading) -> bool:
        return self._in(self._unit(reading)).is_right(self._number(reading))

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """A unit that does not fit the number, or a number that was not converted; else what the kind knows."""
        unit, number = self._unit(reading), self._number(reading)
        others = [other for other in self.units.allowed if other.factor != unit.factor]
        fitting = next((other for other in others if self._in(other).is_right(number)), None)
        if fitting is None:
            return self._in(unit).diagnosis(number)
        if unit != self.units.asked:
            return Diagnosis("unit-wrong", f"The unit {unit.shown} does not fit this number")
        asked = self.units.asked.shown
        return Diagnosis("unit-not-converted", f"The answer is asked in {asked}, and this is not: convert the unit")

    def echo(self, reading: Reading) -> str:
        number, unit = self._number(reading), self._unit(reading)
        told = self.like.echo(number)
        if is_none(number):
            return told
        if len(number.labels) > 1:
            return f"{told} (in {unit.shown})"
        return f"{f'({told})' if isinstance(number.tree, Sum) else told}{_gap(unit.shown)}{unit.shown}"

    def rereadings(self, answer: Answer, reading: Reading) -> Iterator[tuple[Ambiguity, Reading]]:
        """The number under other rules, in the same unit."""
        if not isinstance(reading, MeasuredReading) or reading.typed is None:
            return
        one = NumberAndUnit(reading.typed, reading.unit)
        for ambiguity, other in self.like.rereadings(reading.typed, reading.number):
            yield ambiguity, self._measured(other, one)

    def prose(self) -> Prose:
        prose = self.like.prose()
        if isinstance(self.like, NoneKey):
            return prose
        around = ("(", ")") if isinstance(self.like.node(), Sum) else ("", "")
        unit = f"{around[1]}{_behind(self.units.asked)}"
        return (around[0], *prose, unit) if around[0] else (*prose, unit)

    def plain(self) -> str:
        """Return the number in the unit that is asked, which may be left out."""
        return self.like.plain()

    def unit(self) -> str:
        return held(self.units.asked.shown)

    def asks(self) -> str:
        return f"{self.like.asks()}; in {self.units.asked.shown}, with the unit or without"

    def form(self) -> str:
        return self.like.form()

    def accepts(self) -> str:
        """The accuracy, and the answer in the other units, for who marks by hand."""
        if isinstance(self.like, NoneKey):
            return ""
        others = (other for other in self.units.allowed if not other.same_number)
        shown = [f"{self._in(other).show()}{_behind(other)}" for other in others]
        return ", ".join(filter(None, (self.like.accepts(), f"or {' or '.join(shown)}" if shown else "")))

    def unsound(self) -> Iterator[str]:
        return self.like.unsound()

    def giveaways(self) -> tuple[str, ...]:
        return self.like.giveaways()

    def layout(self) -> Any:
        return self.like.layout()

    def node(self) -> Node:
        return self.like.node()

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """Mistakes may be typed with every unit, too."""
        bare = tuple(mistake.like if isinstance(mistake, UnitKey) else mistake for mistake in mistakes)
        like, offered = self.like.offer(bare, shuffle)
        measured = (UnitKey(one, self.units) if isinstance(one, FormulaKey) else one for one in offered)
        return (replace(self, like=like) if isinstance(like, FormulaKey) else like), tuple(measured)


@dataclass(frozen=True, slots=True)
class _MeasuredReader:
    """Reads as `key` does."""

    key: UnitKey

    def read(self, text: str) -> Reading:
        return self.key.read(Answer(text))


def _gap(unit: str) -> str:
    """What stands between a number and its unit: nothing before the ° of an angle."""
    return "" if unit == "°" else " "


def _behind(unit: Allowed) -> str:
    """A unit as it stands behind its number."""
    return held(_gap(unit.shown) + unit.shown)


def held(unit: str) -> str:
    """Return a unit in which no line ends."""
    return unit.replace(" ", HELD)


def scaled(key: FormulaKey, factor: Node) -> FormulaKey:
    """Return the key with all its values `factor` times as large, and with as much accuracy."""
    changed = {one.name: _scaled(getattr(key, one.name), factor) for one in fields(key)}  # type: ignore[arg-type]
    return replace(key, **changed)  # type: ignore[type-var]


def _scaled(value: Any, factor: Node) -> Any:
    """A field of a key: values are multiplied, and lists of them; names and whatever else stays."""
    if isinstance(value, Node):
        return _times(value, factor)
    if isinstance(value, FormulaKey):
        return scaled(value, factor)
    if isinstance(value, EvaluationPoint):
        return replace(value, general=None if value.general is None else _times(value.general, factor))
    if isinstance(value, Constraints):
        accuracy = value.accuracy
        return replace(value, accuracy=replace(accuracy, absolute=accuracy.absolute * _fraction(factor)))
    return tuple(_scaled(one, factor) for one in value) if isinstance(value, tuple) else value


def _times(value: Node, factor: Node) -> Node:
    if isinstance(value, Vector):
        return replace(value, items=tuple(_times(item, factor) for item in value.items))
    if INFINITY in (value, getattr(value, "operand", None)):
        return value
    return multiply((factor, value))


def _fraction(factor: Node) -> Fraction:
    exact = rational(factor)
    found = None if exact is not None else value_at(factor)
    return exact if exact is not None else Fraction(float(found)) if found is not None else Fraction(1)
