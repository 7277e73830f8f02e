"""Points that nobody foresees: moved by what two expressions hash to.

A difference can be built to vanish at every point that is known beforehand, as sin(3000πx) does at thirds and tenths,
but hardly at points that depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from quizengine.maths.equality.domain import Coordinates, Domain, moved
from quizengine.maths.tree import Node
from quizengine.seeded import Chance, fingerprint

_WIDTHS = (20, 100)  # how far a point is moved: at most by these powers of 1/2
_STEPS = 2**32  # how many ways there are to move a coordinate


def hashed_points(points: Iterable[Coordinates], domain: Domain, *nodes: Node) -> Iterator[Coordinates]:
    """Each of `points` moved a little, and very little, where that stays in the domain."""
    chance = Chance("points", (fingerprint(repr(nodes), 32),))
    for number, point in enumerate(points):
        for width in _WIDTHS:
            steps = (1 + chance.below(number, width, place).integer(_STEPS) for place in range(len(point)))
            yield moved(point, domain, (Fraction(step, _STEPS << width) for step in steps))
