"""Components that are the same in every question and pay all the same: marks for what needs no work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.tree import Node

Paid = Counter[tuple[int, str, "Node"]]  # how often a component of a part had this value

FEWEST_DRAWN = 10  # questions in which a value that changes would have changed


def paid_alone(question: Question) -> Iterator[tuple[int, str, Node]]:
    """Yield the components that earn something by themselves: the number of the part, the name, the value."""
    for number, part in enumerate(question.parts):
        for name, value in part.key.paid_alone():
            yield number, name, value


def always_the_same(item: Item, paid: Paid, drawn: int) -> Iterator[Fault]:
    """Yield advice on the components that had one value in all of `drawn` questions, while another one changed."""
    from quizengine.maths.print import show

    fixed = [component for component, times in paid.items() if times == drawn >= FEWEST_DRAWN]
    for number, name, value in fixed if item.kind == "family" else ():
        if any(other == number and times < drawn for (other, _, _), times in paid.items()):
            message = f"{name} is {show(value, 'text')} in all {drawn} questions, and right by itself it earns marks"
            cure = "give it no weight (credit = [0, 1, …]), or write credit = 'whole'"
            yield Fault(item.path, item.line("parts", number, "answer"), f"{message}; {cure}")
