"""Are two vectors parallel, and do they point the same way?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.scalar import ScalarFinding
from quizengine.answers.comparison.values_at_points import sample, signed, value_at
from quizengine.answers.constraints import Constraints
from quizengine.answers.verdict import ROUNDING
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Call, Negative, Node, Product, Quotient, sum_of

_POINTS = 8  # at which the signs of two parallel vectors are compared


@lru_cache(maxsize=256)
def unit(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the components of a vector divided by its length; kept, since a key judges many answers."""
    length = Call("norm", items)
    return tuple(normalise(Quotient(item, length)) for item in items)


def crossed(items: tuple[Node, ...], answers: tuple[Node, ...], constraints: Constraints) -> list[ScalarFinding]:
    """Return what is found of the cross products: both vectors are parallel where all are right and neither is zero."""
    return [
        scalar.compare_scalars(ours, theirs, constraints) for ours, theirs in _products(items, answers, constraints)
    ]


def rounded(items: tuple[Node, ...], answers: tuple[Node, ...], constraints: Constraints) -> list[ScalarFinding]:
    """Return what is found of the components of a vector typed in decimals, against the multiple of `items` with which
    it fits best: of those that have a component in common with it, or none if no answer has one.
    """
    best: list[ScalarFinding] = []
    for pivot, item in enumerate(items):
        if scalar.is_zero(item, constraints) or scalar.is_zero(answers[pivot], constraints):
            continue
        multiple = (normalise(Quotient(Product((one, answers[pivot])), item)) for one in items)
        found = [scalar.compare_scalars(*pair, constraints) for pair in zip(multiple, answers, strict=True)]
        best = max(best, found, key=_fit)
    return best


def _fit(found: list[ScalarFinding]) -> tuple[int, int]:
    """How many components are right, and how many more are only rounded too far."""
    return sum(one.right is not False for one in found), sum(one.reason in ROUNDING for one in found)


def _products(
    items: tuple[Node, ...], answers: tuple[Node, ...], constraints: Constraints
) -> Iterator[tuple[Node, Node]]:
    """What must be equal, two by two, where the vectors are parallel.

    Where a distance is allowed, both are compared at length 1: else a short vector would be near to any other.
    """
    if constraints.accuracy.absolute:
        turned = answers if way(items, answers, constraints) >= 0 else tuple(Negative(answer) for answer in answers)
        yield from zip(unit(items), unit(turned), strict=True)
        return
    pivot = next((place for place, item in enumerate(items) if not scalar.is_zero(item, constraints)), 0)
    for place, item in enumerate(items):
        if place != pivot:
            yield Product((item, answers[pivot])), Product((answers[place], items[pivot]))


def way(items: tuple[Node, ...], answers: tuple[Node, ...], constraints: Constraints) -> int:
    """Return 1 if two parallel vectors point the same way wherever it is tried, -1 if opposite ways, 0 if neither is
    so.
    """
    terms = tuple(Product(pair) for pair in zip(items, answers, strict=True))
    product = sum_of(terms)
    signs = set()
    for point in sample(constraints, _POINTS):
        value = value_at(product, point)
        signs.add(0 if value is None else signed(value))
    signs.discard(0)
    return signs.pop() if len(signs) == 1 else 0


def along(items: tuple[Node, ...], answers: tuple[Node, ...], constraints: Constraints) -> int:
    """Return `way` of two vectors, 0 also where they are not parallel."""
    if all(scalar.is_zero(answer, constraints) for answer in answers):
        return 0
    parallel = all(scalar.right(*pair, constraints) for pair in _products(items, answers, constraints))
    return way(items, answers, constraints) if parallel else 0
