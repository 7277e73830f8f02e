"""All formulas of the worked steps of a part: which are true, which are not, and how many cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizengine.check.worked_steps.chain import EQUAL, NEAR, Chain, chains
from quizengine.check.worked_steps.comparing import equal
from quizengine.check.worked_steps.known import Function, Known
from quizengine.check.worked_steps.notation import name_of
from quizengine.check.worked_steps.reading import Side, put_in, read_side
from quizengine.check.worked_steps.symbols import NAME, arguments, call_pi_a_name, end_of_arguments
from quizengine.errors import Unreadable
from quizengine.maths.tree import Name, Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.print import Prose

MOST_SIDES = 12  # of one formula; a longer one is a list, not a calculation


@dataclass(frozen=True, slots=True)
class Untrue:
    """A formula that is not true: the number of the step (from 0), and its two sides with the sign between."""

    step: int
    said: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of the steps of one part: how many pairs of sides are equal, which cannot be compared, and what is not
    true.
    """

    true: int
    open: tuple[str, ...]
    untrue: tuple[Untrue, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as its sides that were read, with the signs between them."""

    sides: tuple[Side, ...]
    signs: tuple[str, ...]


@dataclass(slots=True)
class Reader:
    """What is known so far; it grows from formula to formula.

    place: the values of variables that were said, as in "at x = 2"; symbols: see symbols.spelled.
    """

    known: Known = field(default_factory=Known)
    symbols: dict[str, str] = field(default_factory=dict)
    place: dict[str, Node] = field(default_factory=dict)

    def side(self, text: str) -> Side:
        return read_side(text, self.known, self.symbols)

    def there(self, side: Side) -> Side:
        """Return a side with its value at the place that was said."""
        return side if side.value is None else replace(side, value=put_in(side.value, Known(values=self.place)))

    def formula(self, chain: Chain) -> Formula:
        """Return a formula with its sides read; it may say that π is a name."""
        if chain.signs[0] == EQUAL:
            call_pi_a_name(chain.sides[0], self.symbols)
        return Formula(tuple(map(self.side, chain.sides)), chain.signs)

    def read(self, text: Prose) -> Iterator[Formula]:
        """Yield the formulas of a text, each read with what is known from those before it."""
        for chain in chains(text):
            if len(chain.sides) <= MOST_SIDES:
                formula = self.formula(chain)
                yield formula
                self._learn(formula)

    def _learn(self, formula: Formula) -> None:
        """Take what a formula says of a function or of a name on its left."""
        left, *right = formula.sides
        values = [side.value for side in right if side.value is not None]
        if formula.signs[0] not in (EQUAL, NEAR) or not values:
            return
        name, given = named_on_the_left(left.text)
        if name is not None and given:
            if not set(given) <= set(variables(values[0])) and not set(given) <= self.known.variables:
                return  # the value of a function at a place, such as L(w_0) = 63
            self.known = self.known.with_function(name, Function(given, values[0]))
        elif name is not None and not isinstance(values[0], Vector) and variables(values[0]):
            if name not in self.known.functions and name not in variables(values[0]):
                self.known = self.known.with_function(name, Function((), values[0]))
        elif isinstance(left.read, Name):
            value = values[-1] if NEAR not in formula.signs else values[0]
            if left.read.name in self.known.variables:
                self.place[left.read.name] = value
            self.known = self.known.with_value(left.read.name, value)


def compare_steps(question: Question, number: int) -> Compared:
    """Return what comes of comparing the sides of all formulas in the steps of part `number` (from 0)."""
    reader = reader_of(question, number)
    true, untrue, left_open = 0, list[Untrue](), list[str]()
    for place, step in enumerate(question.parts[number].steps):
        for formula in reader.read(step.says):
            for said, found in _pairs(formula, reader):
                if found is None:
                    left_open.append(said)
                elif found:
                    true += 1
                else:
                    untrue.append(Untrue(place, said))
    return Compared(true, tuple(left_open), tuple(untrue))


def untrue_in(question: Question, number: int, text: Prose) -> Iterator[str]:
    """Yield what is not true in a text that stands by itself, such as a hint of part `number`; the steps are not known
    there.
    """
    if next(chains(text), None) is None:
        return
    reader = reader_of(question, number)
    for formula in reader.read(text):
        yield from (said for said, found in _pairs(formula, reader) if found is False)


def reader_of(question: Question, number: int) -> Reader:
    """Return what the prompts say, and the steps of earlier parts."""
    texts: list[Prose] = [question.prompt]
    for part in question.parts[:number]:
        texts += [part.prompt, *(step.says for step in part.steps)]
    return reader_from(*texts, question.parts[number].prompt)


def reader_from(*texts: Prose) -> Reader:
    """Return what these texts say, one after the other."""
    reader = Reader()
    for text in texts:
        for _ in reader.read(text):
            pass
    return reader


def _pairs(formula: Formula, reader: Reader) -> Iterator[tuple[str, bool | None]]:
    """Each side with the one before it, or where that cannot be read with the last that can.

    What only gives a name a value, perhaps another one than before, is no pair.
    """
    sides, before = formula.sides, 0
    for place in range(1, len(sides)):
        sign = formula.signs[place - 1]
        claimed = _claimed(sides[0], sides[place], reader.known)
        found = equal(sides[before], sides[place], sign, claimed)
        if not found and reader.place:  # a step may work with numbers while its left side is still a formula
            found = equal(reader.there(sides[before]), reader.there(sides[place]), sign, claimed)
        if found or not (before == 0 and isinstance(sides[0].read, Name)):
            yield f"{sides[before].text} {sign} {sides[place].text}", found
        if sides[place].value is not None:
            before = place


def _claimed(first: Side, other: Side, known: Known) -> frozenset[str]:
    """The variables for all values of which a formula speaks that begins with a derivative, or a value, of a function;
    two derivatives may be set equal.
    """
    if not first.notation or other.notation or first.value is None:
        return frozenset()
    implied = (variables(function.body) for function in known.functions.values() if not function.arguments)
    return known.variables.union(variables(first.value), *implied)


def named_on_the_left(left: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the name on the left of a definition, and its arguments if they are names: f(x, y), u."""
    found = re.match(NAME, left)
    if found is None:
        return None, ()
    try:
        name, end = name_of(found.group()), end_of_arguments(left, found.end())
        if left[end:].strip():
            return None, ()
        given = tuple(name_of(text) for text in arguments(left, found.end(), end))
    except Unreadable:
        return None, ()
    if any(argument is None for argument in given):
        return None, ()
    return name, tuple(argument for argument in given if argument is not None)
