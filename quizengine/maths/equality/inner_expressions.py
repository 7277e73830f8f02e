"""Where two trees have equal heads and siblings, the question whether they are equal is one of what is inside."""

from __future__ import annotations

from collections.abc import Hashable

from quizengine.maths.equality.rearrangement import rearrangement_class
from quizengine.maths.tree import Call, Negative, Node, Power, Product, Quotient, Sum, children, product_of, sum_of

Pair = tuple[Node, Node]


def inner_pair(key: Node, answer: Node) -> Pair | None:
    """Return a part of each such that the two are equal if the parts are; None where heads or siblings differ at once.

    If the part of the answer equals that of the key wherever the latter has a value, the answer equals the key
    wherever the key has one: the head is the same function, and it is asked only where its argument has a value.
    """
    pair, deeper = None, _step(key, answer)
    while deeper is not None:
        pair, deeper = deeper, _step(*deeper)
    return pair


def _step(key: Node, answer: Node) -> Pair | None:
    if type(key) is not type(answer):
        return None
    match key, answer:
        case Sum(ours), Sum(theirs):
            return _rest(ours, theirs, key)
        case Product(ours), Product(theirs):
            return _rest(ours, theirs, key)
        case (Call(), Call()) if key.function != answer.function or len(key.arguments) != len(answer.arguments):
            return None
        case (Call("max" | "min", ours), Call(_, theirs)):
            return _rest(ours, theirs, key)
        case ((Call() | Negative() | Quotient() | Power()), _):
            apart = [pair for pair in zip(children(key), children(answer), strict=True) if pair[0] != pair[1]]
            return apart[0] if len(apart) == 1 else None
    return None


def _rest(ours: tuple[Node, ...], theirs: tuple[Node, ...], key: Node) -> Pair | None:
    """What is left of two lists, in any order, when what stands in both is taken out; None if nothing was taken."""
    left, right = _without(ours, theirs), _without(theirs, ours)
    if len(left) == len(ours) or not left or not right:
        return None
    if len(left) == len(right) == 1:
        return left[0], right[0]
    if isinstance(key, Call):
        return None
    join = sum_of if isinstance(key, Sum) else product_of
    return join(left), join(right)


def _without(nodes: tuple[Node, ...], others: tuple[Node, ...]) -> list[Node]:
    """`nodes` without those of which `others` has one of the same shape, each counted as often as it stands there."""
    counts: dict[Hashable, int] = {}
    for node in others:
        form = rearrangement_class(node)
        counts[form] = counts.get(form, 0) + 1
    left = []
    for node in nodes:
        form = rearrangement_class(node)
        if counts.get(form, 0):
            counts[form] -= 1
        else:
            left.append(node)
    return left
