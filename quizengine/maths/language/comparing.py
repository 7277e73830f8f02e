"""= < ≤ on values: exact rationals first, then square roots, then balls; expressions by mathematical equality."""

from __future__ import annotations

from fractions import Fraction
from math import floor as floor_of

from quizengine.maths.cas.polynomials import multiplied_out
from quizengine.maths.language.values import Value, describe, fail, scalar
from quizengine.maths.normalise import normalise_node, number_of
from quizengine.maths.tree import Negative, Node, Number, Relation, Sum, Vector, variables

BITS = (64, 256, 1024)
LIMIT = 10**100  # of what is rounded


def compare_values(left: Value, sign: str, right: Value) -> bool:
    """Return whether left sign right holds; sign is one of = ≠ < > ≤ ≥. Raises CannotCompute where that cannot
    be told.
    """
    if sign in ("=", "≠"):
        return equal(left, right) == (sign == "=")
    order = order_of(scalar(left, f"what stands before {sign}"), scalar(right, f"what stands after {sign}"))
    return {"<": order < 0, ">": order > 0, "≤": order <= 0, "≥": order >= 0}[sign]


def equal(left: Value, right: Value) -> bool:
    """Return whether two values are the same; expressions are, when they agree for all values of their variables."""
    if not isinstance(left, Node) or not isinstance(right, Node):
        if not alike(left, right):
            fail(f"{describe(left)} and {describe(right)} cannot be compared")
        if isinstance(left, tuple) and isinstance(right, tuple):
            return len(left) == len(right) and all(map(equal_items, left, right))
        return left == right
    if isinstance(left, Vector | Relation) or isinstance(right, Vector | Relation):
        return _equal_parts(left, right)
    return left == right or _equal_scalars(left, right)


def equal_items(left: Value, right: Value) -> bool:
    """Return whether two items of lists are the same: a text is never the same as a number."""
    return alike(left, right) and equal(left, right)


def alike(left: Value, right: Value) -> bool:
    """Return whether two values are both texts, truth values, lists that hold texts, or mathematics."""
    return any(isinstance(left, kind) and isinstance(right, kind) for kind in (str, bool, tuple, Node))


def _equal_parts(left: Node, right: Node) -> bool:
    match left, right:
        case Vector(first), Vector(second):
            return len(first) == len(second) and all(map(equal, first, second))
        case Relation(first, signs), Relation(second, others):
            return signs == others and all(map(equal, first, second))
    fail(f"{describe(left)} and {describe(right)} cannot be compared")


def _equal_scalars(left: Node, right: Node) -> bool:
    names = variables(Vector((left, right)))
    one, other = multiplied_out(left, names), multiplied_out(right, names)
    if one is not None and other is not None:
        return bool(one == other)
    if not names:
        return order_of(left, right) == 0
    return _same(left, right, names)


def _same(left: Node, right: Node, names: tuple[str, ...]) -> bool:
    from quizengine.maths.equality import same

    decision = same(left, right, names)
    if decision.equal is None:
        fail("whether the two expressions are equal cannot be decided")
    return bool(decision.equal)


def order_of(left: Node, right: Node) -> int:
    """Return -1, 0 or 1 as left is less than, equal to or greater than right; both are numbers."""
    first, second = number_of(left), number_of(right)
    if first is not None and second is not None:
        return _sign(first.square() - second.square())
    return sign_of(normalise_node(Sum((left, normalise_node(Negative(right))))))


def sign_of(node: Node) -> int:
    """Return -1, 0 or 1 for a number; raises CannotCompute for an expression with variables."""
    size = number_of(node)
    if size is not None:
        return _sign(size.factor)
    names = variables(node)
    if names:
        fail(f"{', '.join(names)} {'has' if len(names) == 1 else 'have'} no value, so the sizes cannot be compared")
    return _sign_by_balls(node)


def _sign_by_balls(node: Node) -> int:
    from quizengine.maths.evaluate import Undefined, Unsure, ball, precision

    for bits in BITS:
        with precision(bits):
            try:
                value = ball(node, {})
            except Unsure:
                continue
            except Undefined:
                fail("a number without a value, such as ln(0), cannot be compared")
            if not value.contains(0):
                return 1 if value > 0 else -1
    if _same(node, Number(0), ()):
        return 0
    fail("two numbers are too close to tell which is greater")


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def greatest(nodes: tuple[Node, ...]) -> Node:
    """Return the greatest of some numbers."""
    best = nodes[0]
    for node in nodes[1:]:
        if order_of(node, best) > 0:
            best = node
    return best


def floor(node: Node) -> int:
    """Return the greatest whole number that is not greater than a number."""
    size = number_of(node)
    if size is not None and size.root == 1:
        return floor_of(size.factor)
    sign_of(node)  # tells variables and undefined values apart from numbers
    from quizengine.maths.evaluate import ball, precision

    with precision(BITS[-1]):
        value = ball(node, {})
        whole = value.mid().floor().unique_fmpz() if abs(value) < LIMIT else None
    if whole is None:
        fail("the number is too large to be rounded")
    near = int(whole)
    while order_of(Number(near), node) > 0:
        near -= 1
    while order_of(Number(near + 1), node) <= 0:
        near += 1
    return near
