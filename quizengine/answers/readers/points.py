"""Points or numbers as they are typed: ±2, |x| = 2 and (±1, 0) are two each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.readers.formula import FormulaReader
from quizengine.answers.readers.plus_minus import after_absolute, upper_and_lower
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Negative, Node, Vector

_ENDS = {True: re.compile(r"[)\]}>⟩]"), False: re.compile(r"[,;]|\b(?:and|or)\b")}  # of points, of numbers


@dataclass(frozen=True, slots=True)
class PointsReader:
    """Reads a list of members as `plain` reads lists; points: are the members points, and not numbers?"""

    plain: FormulaReader
    points: bool

    def read(self, text: str) -> Reading:
        """Return the reading of `text`, with both values where it says two in one; raise Unreadable.

        `(±1, ±1)` may be two points or four and is refused.
        """
        if not self.points and (side := after_absolute(text, self.plain.notation.variables)) is not None:
            return self._of_absolute(self.plain.read(side))
        both = upper_and_lower(text, _ENDS[self.points])
        if both is None:
            return self.plain.read(text)
        upper, lower = (self.plain.read(one) for one in both)
        members = dict.fromkeys((*members_of(upper.tree, self.points), *members_of(lower.tree, self.points)))
        return replace(upper, tree=Vector(tuple(members), "{}"))

    def _of_absolute(self, side: Reading) -> Reading:
        """What |x| = 2 says of x: 2 and −2; |x| = −2 says that there is none."""
        values = [value for value in members_of(side.tree, self.points) if not _negative(value)]
        return replace(side, tree=Vector((*values, *map(Negative, values)), "{}"))


def members_of(tree: Node, points: bool) -> tuple[Node, ...]:
    """Return the points, or the numbers, of which a typed list consists."""
    if not points:
        return tuple(_flat(tree))
    if not isinstance(tree, Vector):
        return (tree,)
    alone = not any(isinstance(item, Vector) for item in tree.items)
    return (tree,) if alone and tree.brackets != "{}" else tree.items


def _flat(node: Node) -> Iterator[Node]:
    """The numbers of a list, which may have been read as one point."""
    if isinstance(node, Vector):
        for item in node.items:
            yield from _flat(item)
    else:
        yield node


def _negative(node: Node) -> bool:
    found = value_at(node)
    return found is not None and bool(found < 0)
