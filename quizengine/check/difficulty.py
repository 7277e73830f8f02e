"""How much the numbers of a question ask of whoever works it out: are two questions of a family equally hard?"""

from __future__ import annotations

from statistics import quantiles
from typing import TYPE_CHECKING

from quizengine.maths.tree import Node, Number, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizengine.draw import Question


def work(question: Question) -> int:
    """Return the signs that the keys of a question take: each digit, name, function and operation, 0 for keys in words.

    It is a measure within one family, where all questions are worked out in the same steps.
    """
    nodes = (part.key.node() for part in question.parts)
    return sum(_signs(inner) for node in nodes if node is not None for inner in walk(node))


def _signs(node: Node) -> int:
    if not isinstance(node, Number):
        return 1
    below = 0 if node.denominator == 1 else len(str(node.denominator))
    return len(str(abs(node.numerator))) + below


def spread(works: Sequence[int]) -> float | None:
    """Return how many times as much the harder questions ask as the easier ones: the ninth decile over the first; None
    where too few are known, or none can be measured.
    """
    if len(works) < 10 or not min(works):
        return None
    deciles = quantiles(works, n=10, method="inclusive")
    return round(deciles[-1] / deciles[0], 2)
