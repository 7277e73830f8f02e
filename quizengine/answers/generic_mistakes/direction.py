"""Generic mistakes in a direction, where only the line counts, or the line and the way along it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from quizengine.answers.comparison.parallel import along
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import left_out, opposite, replaced
from quizengine.answers.generic_mistakes.vector import one_value
from quizengine.answers.key import Diagnosis
from quizengine.answers.wording import capital
from quizengine.maths.tree import Node, Relation, Vector, variables

_MOST = 3  # components whose order is looked at

Items = tuple[Node, ...]
Points = Callable[[Items, Items], bool]  # does the second point as the first does?
Way = Callable[[Items, Items], int]  # 1 where it does, -1 where it points the opposite way, else 0


def of_direction(target: Target, answer: Node, one_way: bool, way: Way | None = None) -> Diagnosis | None:
    """Return the mistake that `answer` provably shows; `one_way`: do opposite vectors differ?

    way: how one vector points beside another, exactly parallel ones where that is None.
    """
    if not isinstance(answer, Vector):
        return one_value(target, answer)
    if any(isinstance(item, Vector | Relation) for item in answer.items):
        return None

    def turned(items: Items, answers: Items) -> int:
        return along(items, answers, target.constraints) if way is None else way(items, answers)

    def points(items: Items, answers: Items) -> bool:
        told = turned(items, answers)
        return told == 1 if one_way else told != 0

    if len(answer.items) != len(target.items):
        return _other_size(target, answer.items, points)
    general = target.place.general
    if isinstance(general, Vector) and any(map(variables, answer.items)) and points(general.items, answer.items):
        return Diagnosis("not-evaluated", "The formula is right; now put in the point")
    if one_way and turned(target.items, answer.items) < 0:
        return Diagnosis("opposite-sign", f"Your vector points {'exactly ' if way is None else ''}the opposite way")
    return _other_order(target, answer.items, points) or _one_sign(target, answer.items, points)


def _other_size(target: Target, answers: Items, points: Points) -> Diagnosis | None:
    items = target.items
    many, given = len(items), len(answers)
    for place in reversed(range(given)) if given == many + 1 else ():
        if points(items, left_out(answers, place)):
            return Diagnosis("extra-component", f"Component {place + 1} is one too many: {many} are asked")
    for place in range(many) if given == many - 1 and given > 1 else ():
        if points(left_out(items, place), answers):
            return Diagnosis("component-missing", f"A component is missing: {many} are asked, and yours has {given}")
    return None


def _other_order(target: Target, answers: Items, points: Points) -> Diagnosis | None:
    if not 1 < len(answers) <= _MOST or not any(points(order, answers) for order in permutations(target.items)):
        return None
    if len(answers) == 2:
        return Diagnosis("components-swapped", "The two components are swapped")
    return Diagnosis("components-permuted", "The components stand in another order")


def _one_sign(target: Target, answers: Items, points: Points) -> Diagnosis | None:
    items = target.items
    wrong = [place for place, item in enumerate(items) if points(replaced(items, place, opposite(item)), answers)]
    if not wrong:
        return None
    said = capital(target.called(*wrong)) if len(wrong) == 1 else "One of the components"
    return Diagnosis("one-sign-wrong", f"{said} has the wrong sign")
