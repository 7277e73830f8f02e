"""The key of an answer with a unit: the number is judged in the unit typed, or without one in the unit asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis, Key, Shuffle
from quizengine.answers.none_key import NoneKey, is_none
from quizengine.answers.payment import Payment
from quizengine.answers.units.asked import Allowed, AskedUnits
from quizengine.answers.units.scaling import scaled, times
from quizengine.answers.units.typed_unit import NumberAndUnit, UnitReader
from quizengine.answers.wording import in_brackets
from quizengine.errors import Unreadable
from quizengine.maths.language.arithmetic import divide
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Number, Sum

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.maths.language import Value
    from quizengine.maths.parse import Ambiguity
    from quizengine.maths.print import Prose

HELD = "\u00a0"  # no line ends between a number and its unit
_NOTHING = Reading(Number(0))


@dataclass(frozen=True, slots=True)
class MeasuredReading(Reading):
    """An answer with a unit: `tree` in the unit that is asked, `number` as it was typed in `unit`.

    unit: None where no unit was typed; answer: the number as a text.
    """

    number: Reading = _NOTHING
    unit: Allowed | None = None
    answer: Answer | None = None


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
        tree = number.tree
        if one.unit is not None and not one.unit.same_number and not is_none(number):
            tree = times(tree, divide(Number(1), one.unit.factor))
        return MeasuredReading(tree, number.ambiguities, number.labels, number, one.unit, one.answer)

    def _number(self, reading: Reading) -> Reading:
        return reading.number if isinstance(reading, MeasuredReading) else reading

    def _unit(self, reading: Reading) -> Allowed:
        typed = reading.unit if isinstance(reading, MeasuredReading) else None
        return typed or self.units.asked

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
        if isinstance(reading, MeasuredReading) and reading.unit is not None:
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
        if not isinstance(reading, MeasuredReading) or reading.answer is None:
            return
        one = NumberAndUnit(reading.answer, reading.unit)
        for ambiguity, other in self.like.rereadings(reading.answer, reading.number):
            yield ambiguity, self._measured(other, one)

    @property
    def payment(self) -> Payment:  # type: ignore[override]
        return self.like.payment

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        """The value in the unit that is asked, in which the author's values are."""
        return self.like.stands_for(reading, ours)

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        return self.like.paid_alone()

    def exact_form(self) -> Prose:
        return self.like.exact_form()

    def shown_forms(self) -> tuple[str, ...]:
        return self.like.shown_forms()

    def prose(self) -> Prose:
        return in_brackets(self.short(), self.exact_form())

    def short(self) -> Prose:
        prose = self.like.short()
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

    def slack(self) -> str:
        return self.like.slack()

    def margins(self) -> tuple[tuple[float, float], ...]:
        return self.like.margins()

    def accepts(self) -> str:
        """The accuracy, and the answer in the other units, for who marks by hand."""
        if isinstance(self.like, NoneKey):
            return ""
        from quizengine.maths.print import show_prose

        others = (other for other in self.units.allowed if not other.same_number)
        shown = [f"{show_prose(self._in(other).short(), 'text')}{_behind(other)}" for other in others]
        return ", ".join(filter(None, (self.like.accepts(), f"or {' or '.join(shown)}" if shown else "")))

    def unsound(self) -> Iterator[str]:
        return self.like.unsound()

    def giveaways(self) -> tuple[str, ...]:
        return self.like.giveaways()

    def layout(self) -> Any:
        return self.like.layout()

    def node(self) -> Node:
        return self.like.node()

    def nodes_shown(self) -> tuple[Node, ...]:
        return self.like.nodes_shown()

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
