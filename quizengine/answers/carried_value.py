"""What an answer of mathematics stands for in place of a value of the author's: that with which a learner goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING

from quizengine.maths.tree import (
    Name,
    Negative,
    Node,
    Number,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
    substitute,
    variables,
)

if TYPE_CHECKING:
    from quizengine.answers.constraints import Constraints
    from quizengine.maths.language import Value


def in_place_of(ours: Value, theirs: Node) -> Node | None:
    """Return `theirs` where it has the shape of `ours`, a list of as many things, an equation or one value; else None.

    The brackets of lists are ours.
    """
    if isinstance(ours, Vector) and isinstance(theirs, Vector):
        pairs = zip(ours.items, theirs.items, strict=False)
        items = tuple(item for one, other in pairs if (item := in_place_of(one, other)) is not None)
        return Vector(items, ours.brackets) if len(items) == len(ours.items) == len(theirs.items) else None
    if isinstance(ours, Relation) and isinstance(theirs, Relation):
        return theirs if ours.signs == theirs.signs else None
    several = any(isinstance(node, Vector | Relation) for node in (ours, theirs))
    return theirs if isinstance(ours, Node) and not several else None


def set_in_place_of(ours: Value, theirs: Sequence[Node], equal: Callable[[Node, Node], bool]) -> Node | None:
    """Return a set in place of the list `ours` of as many: each where it equals ours, the others in the places left.

    Numbers ascend where ours do, as solutions do.
    """
    if not isinstance(ours, Vector) or len(theirs) != len(ours.items):
        return None
    mine, numbers = _numbers(ours.items), _numbers(theirs)
    if mine and numbers and mine == sorted(mine):
        members = [member for _, member in sorted(zip(numbers, theirs, strict=True), key=itemgetter(0))]
        return in_place_of(ours, Vector(tuple(members)))
    left, found = list(theirs), dict[int, Node]()
    for place, one in enumerate(ours.items):
        there = next((member for member in left if equal(one, member)), None)
        if there is not None:
            found[place] = there
            left.remove(there)
    placed = tuple(found[place] if place in found else left.pop(0) for place in range(len(ours.items)))
    return in_place_of(ours, Vector(placed))


def _numbers(nodes: Sequence[Node]) -> list[Fraction]:
    """The values of nodes that all are rational numbers; [] where one is not."""
    from quizengine.maths.evaluate import rational

    found = [rational(node) for node in nodes if not isinstance(node, Vector | Relation)]
    known = [number for number in found if number is not None]
    return known if len(known) == len(nodes) else []


def worked_out(sides: tuple[Node, Node], name: str, constraints: Constraints) -> Node | None:
    """Return what an equation gives for the variable `name` in which it is linear; None where it is not."""
    from quizengine.answers.comparison import scalar
    from quizengine.errors import CannotCompute
    from quizengine.maths.cas import expand
    from quizengine.maths.equality import same

    left, right = sides
    if left == Name(name) and name not in variables(right):
        return right
    difference = Sum((left, Negative(right)))
    try:
        rest, at_one = (expand(substitute(difference, {name: Number(value)})) for value in (0, 1))
        slope = expand(Sum((at_one, Negative(rest))))
        straight = Sum((Product((slope, Name(name))), rest))
        if scalar.is_zero(slope, constraints) or not same(difference, straight, constraints.variables).equal:
            return None
        return expand(Quotient(Negative(rest), slope))
    except CannotCompute:
        return None


def written_like(ours: Relation, theirs: Relation, constraints: Constraints) -> Relation | None:
    """Return an equation worked out for the variable for which `ours` is, as far as it is linear in it, else as it is;
    None for what is no equation as ours.
    """
    if ours.signs != theirs.signs or len(ours.sides) != 2:
        return None
    first, second = ours.sides
    for alone, other in ((first, second), (second, first)):
        if isinstance(alone, Name) and alone.name not in variables(other):
            found = worked_out((theirs.sides[0], theirs.sides[1]), alone.name, constraints)
            if found is not None:
                return Relation((alone, found) if alone is first else (found, alone), ours.signs)
    return theirs
