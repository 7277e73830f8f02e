"""Are two vectors parallel, and do they point the same way?"""

from __future__ import annotations

from quizengine.answers import scalar
from quizengine.answers.numeric import sample, signed, value_at
from quizengine.answers.scalar import Finding
from quizengine.answers.setting import Setting
from quizengine.maths.tree import Node, Number, Product, sum_of

_POINTS = 8  # at which the signs of two parallel vectors are compared
ZERO = Number(0)


def is_zero(node: Node, setting: Setting) -> bool:
    """Is `node` zero on the whole domain?"""
    return bool(scalar.compare(ZERO, node, setting).right)


def crossed(items: tuple[Node, ...], answers: tuple[Node, ...], setting: Setting) -> list[Finding]:
    """What is found of the cross products: both vectors are parallel where all are right and neither is zero."""
    pivot = next((place for place, item in enumerate(items) if not is_zero(item, setting)), 0)
    return [
        scalar.compare(Product((items[place], answers[pivot])), Product((answers[place], items[pivot])), setting)
        for place in range(len(items))
        if place != pivot
    ]


def way(items: tuple[Node, ...], answers: tuple[Node, ...], setting: Setting) -> int:
    """1 if two parallel vectors point the same way wherever it is tried, -1 if opposite ways, 0 if neither is so."""
    terms = tuple(Product(pair) for pair in zip(items, answers, strict=True))
    product = sum_of(terms)
    signs = set()
    for point in sample(setting, _POINTS):
        value = value_at(product, point)
        signs.add(0 if value is None else signed(value))
    signs.discard(0)
    return signs.pop() if len(signs) == 1 else 0


def along(items: tuple[Node, ...], answers: tuple[Node, ...], setting: Setting) -> int:
    """`way` of two vectors, 0 also where they are not parallel."""
    if all(is_zero(answer, setting) for answer in answers):
        return 0
    return way(items, answers, setting) if all(one.right for one in crossed(items, answers, setting)) else 0
