"""Where an answer is undefined though the key is defined, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from quizengine.answers.comparison.values_at_points import sample, undefined_at, valued_at
from quizengine.answers.constraints import Constraints
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.tree import Node, Number, variables, walk

if TYPE_CHECKING:
    from quizengine.maths.equality import Decision

_ASIDE = tuple(Fraction(text) for text in ("1/4", "1/2", "1", "3", "17/3", "50"))  # how far from a border is looked
_NOWHERE = "it has no real value where the right one has one"
_BORDERS = 4  # numbers of the answer at which a region may end, besides 0 and 1
_SHAPES: tuple[tuple[str, Callable[[Fraction, Fraction], bool]], ...] = (
    ("{} < {}", lambda x, border: x < border),
    ("{} > {}", lambda x, border: x > border),
    ("|{}| > {}", lambda x, border: abs(x) > border > 0),
    ("|{}| < {}", lambda x, border: abs(x) < border),
)


def undefined_where(key: Node, answer: Node, constraints: Constraints, decision: Decision) -> str:
    """Says where `answer` has no value: "it is undefined where x < 0" if one variable decides it, else a point."""
    if decision.witness is None or not decision.witness.point:
        return "it has no real value"
    if not undefined_at(answer, decision.witness.whole):
        return _NOWHERE  # by algebra, as 1/(x - x), of which no ball tells it
    point = dict(decision.witness.point)
    borders = _borders(answer)
    found = [
        (dict(place), not valued)
        for place in _places(answer, constraints, decision, borders)
        if not undefined_at(key, place) and (valued := valued_at(answer, place)) is not None
    ]
    found.append((dict(decision.witness.whole), True))
    if all(gap for _, gap in found):
        return _NOWHERE
    for name in point:
        for border in borders:
            for words, holds in _SHAPES:
                if all(holds(place[name], border) == gap for place, gap in found):
                    where = words.format(name, constraints.told(border))
                    return f"it is undefined where {where}, and the right one is defined there"
    shown = ", ".join(f"{name} = {constraints.told(number)}" for name, number in point.items())
    return f"it is undefined at {shown}, for example, and the right one is defined there"


def _borders(answer: Node) -> tuple[Fraction, ...]:
    """Where a region may end: 0, 1, -1, and the numbers in the answer and their reciprocals, with either sign."""
    numbers = [Fraction(part.numerator, part.denominator) for part in walk(answer) if isinstance(part, Number)]
    both = (size for number in numbers if number for size in (abs(number), 1 / abs(number)))
    sizes = list(dict.fromkeys((Fraction(1), *both)))[: _BORDERS + 1]
    return tuple(dict.fromkeys((Fraction(0), *(border for size in sizes for border in (size, -size)))))


def _places(
    answer: Node, constraints: Constraints, decision: Decision, borders: tuple[Fraction, ...]
) -> Iterator[Coordinates]:
    """Points of the domain, and on both sides of each border for each variable that the answer holds,

    with the others as in the witness.

    No variable stands on a border, where a gap may or may not begin.
    """
    yield from (place for place in sample(constraints, 25) if all(x not in borders for _, x in place))
    witness = () if decision.witness is None else decision.witness.whole
    for name in variables(answer):
        around = {border + side * away for border in borders for away in _ASIDE for side in (1, -1)}
        for number in sorted(around.difference(borders)):
            if constraints.domain.holds(name, number):
                yield tuple((other, number if other == name else x) for other, x in witness)
