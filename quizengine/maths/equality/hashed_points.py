"""Points that nobody foresees: moved by parts of what two expressions hash to.

A difference can be built to vanish at every point that is known beforehand, as sin(3000πx) does at thirds and tenths,
but hardly at points that depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256

from quizengine.maths.equality.domain import Coordinates, Domain, moved
from quizengine.maths.tree import Node

_WIDTHS = (20, 100)  # how far a point is moved: at most by these powers of 1/2
_BITS = 32  # of one coordinate's part of the hash


def hashed_points(points: Iterable[Coordinates], domain: Domain, *nodes: Node) -> Iterator[Coordinates]:
    """Each of `points` moved a little, and very little, where that stays in the domain."""
    digest = int.from_bytes(sha256(repr(nodes).encode()).digest(), "big")
    for point in points:
        for width in _WIDTHS:
            parts = (1 + (digest >> (7 * place)) % 2**_BITS for place in range(len(point)))
            yield moved(point, domain, (Fraction(part, 2 ** (_BITS + width)) for part in parts))
