"""Is it about as much work to go on with a learner's value as with ours?

    easier(ours, theirs)    to work with: True for (0, 5) in place of (3, 5), 7 of x + 7, (x, x) of (x, 2*y)
    empty(ours, theirs)     as an answer: True for (0, 0) in place of (3, 5), 7 of x + 7

The values are trees: numbers, formulas, vectors and matrices of these, equations. What cannot be decided counts as
easier: nobody earns marks by a value that we cannot see through.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizengine.maths.equality import same
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Call, Node, Number, Power, Product, Quotient, Relation, Sum, Vector, variables, walk

BARE = 3  # a formula with less than a third of the right one's operations is bare
ZERO, ONES = Number(0), (Number(1), Number(-1))


def easier(ours: Node, theirs: Node) -> bool:
    """Return whether `theirs` leaves less to do than `ours`: the reasons are the functions that are asked here.

    Values of different shapes are not to be compared, and count as easier.
    """
    if not alike(ours, theirs):
        return True
    mine, given = tuple(leaves(ours)), tuple(leaves(theirs))
    return (
        _less_free(mine, given)
        or _zeros(given) > _zeros(mine)
        or (all(map(_simple, given)) and not all(map(_simple, mine)))
        or (_all_equal(given) and not _all_equal(mine))
        or (_of_length_one(theirs) and not _of_length_one(ours))
        or bare(ours, theirs)
    )


def empty(ours: Node, theirs: Node) -> bool:
    """Return whether `theirs` as an answer says less than `ours`: nothing but zeros, or no variables where ours has
    some.

    An answer with which nobody goes on asks for less caution: one zero in it may well come of honest work.
    """
    mine, given = tuple(leaves(ours)), tuple(leaves(theirs))
    all_zero = _zeros(given) == len(given) and _zeros(mine) < len(mine)
    return not alike(ours, theirs) or _less_free(mine, given) or all_zero


def alike(ours: Node, theirs: Node) -> bool:
    """Return whether both are numbers or formulas, lists of as many things that are alike, or equations."""
    if isinstance(ours, Vector) and isinstance(theirs, Vector):
        pairs = zip(ours.items, theirs.items, strict=False)
        return len(ours.items) == len(theirs.items) and all(alike(one, other) for one, other in pairs)
    if isinstance(ours, Relation) and isinstance(theirs, Relation):
        return ours.signs == theirs.signs
    return not isinstance(ours, Vector | Relation) and not isinstance(theirs, Vector | Relation)


def differ(one: Node, other: Node) -> bool:
    """Return whether two values are shown to be different: of other shapes, or different in one component."""
    if not alike(one, other):
        return True
    return any(_apart(left, right) for left, right in zip(leaves(one), leaves(other), strict=True))


def leaves(node: Node) -> Iterator[Node]:
    """Yield the numbers and formulas of which a value is made, in order."""
    match node:
        case Vector(parts) | Relation(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield node


def bare(ours: Node, theirs: Node) -> bool:
    """Return whether a formula such as (x, y) stands where ours has operations to do."""
    return bool(variables(ours)) and BARE * _operations(theirs) < _operations(ours)


def _apart(one: Node, other: Node) -> bool:
    left, right = rational(one), rational(other)
    if left is not None and right is not None:
        return left != right
    if not variables(one) and not variables(other) and one != other:
        return same(one, other, ()).equal is False
    return one != other and same(one, other, variables(one)).equal is False


def _less_free(ours: tuple[Node, ...], theirs: tuple[Node, ...]) -> bool:
    """Are there variables that ours has not, or fewer components that have any?"""
    mine, given = [set(variables(leaf)) for leaf in ours], [set(variables(leaf)) for leaf in theirs]
    strange = set().union(*given) - set().union(*mine)
    return bool(strange) or sum(map(bool, given)) < sum(map(bool, mine))


def _zeros(parts: tuple[Node, ...]) -> int:
    return sum(not _apart(ZERO, part) for part in parts)


def _simple(number: Node) -> bool:
    """0, 1 and -1: what comes of them is seen without working it out."""
    return not variables(number) and any(not _apart(one, number) for one in (ZERO, *ONES))


def _all_equal(parts: tuple[Node, ...]) -> bool:
    return len(parts) > 1 and not any(_apart(parts[0], part) for part in parts[1:])


def _of_length_one(value: Node) -> bool:
    squares = [rational(leaf) for leaf in leaves(value)] if isinstance(value, Vector) else []
    known = [square for square in squares if square is not None]
    return bool(known) and len(known) == len(squares) and sum(number * number for number in known) == 1


def _operations(node: Node) -> int:
    """How much there is to work with: sums, products, powers, quotients and functions."""
    return sum(isinstance(part, Sum | Product | Power | Quotient | Call) for part in walk(node))
