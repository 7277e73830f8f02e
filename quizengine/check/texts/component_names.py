"""Names of components in another order than the gradient has them: ∂L/∂b, ∂L/∂w for grad(L, w, b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.draw.evaluation_order import mentioned
from quizengine.draw.redraw import mathematics_of
from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.item.model import Body, WrittenPart

_GRADIENT = re.compile(r"\bgrad\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_VARIABLE = re.compile(r"(?:.*∂)?([^\W\d_])")


def names_out_of_order(item: Item) -> Iterator[Fault]:
    """Yield answers whose components are called by the variables of their gradient, in another order."""
    for number, part in enumerate(item.parts):
        letters = [found[1] for name in getattr(part.answer, "names", ()) if (found := _VARIABLE.fullmatch(name))]
        if len(letters) < 2 or len(letters) != len(getattr(part.answer, "names", ())):
            continue
        orders = [order for order in _orders(part, item.body, len(letters)) if set(order) == set(letters)]
        if orders and letters not in orders:
            message = f"the names go {', '.join(letters)}, and the gradient goes {', '.join(orders[0])}; turn one round"
            yield Fault(item.path, item.line("parts", number, "answer", "names"), message)


def _orders(part: WrittenPart, body: Body, many: int) -> Iterator[list[str]]:
    """The variables of each gradient from which the key of a part is worked out."""
    waiting, seen = list(mathematics_of(part)), set[str]()
    while waiting:
        text = waiting.pop()
        for inside in _GRADIENT.findall(text):
            yield [argument.strip() for argument in inside.split(",")[-many:]]
        reached = mentioned(text, body.let.keys() - seen)
        seen |= reached
        waiting += [body.let[name] for name in sorted(reached)]
