"""Generic mistakes in a direction, where only the line counts, or the line and the way along it."""

from __future__ import annotations

from quizengine.answers.base import Slip
from quizengine.answers.parallel import along
from quizengine.answers.slips.proof import negative
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Node, Relation, Vector, variables


def of_direction(target: Target, answer: Node, one_way: bool) -> Slip | None:
    """The mistake that `answer` provably shows; `one_way`: do opposite vectors differ?"""
    items, setting = target.items, target.setting
    if not isinstance(answer, Vector) or any(isinstance(item, Vector | Relation) for item in answer.items):
        return None
    answers = answer.items
    if len(answers) == len(items) + 1 and _points(items, answers[:-1], target, one_way):
        return Slip("extra-component", f"The last component is one too many: {len(items)} are asked")
    if len(answers) != len(items):
        return None
    general = target.place.general
    if isinstance(general, Vector) and any(map(variables, answers)) and along(general.items, answers, setting):
        return Slip("not-evaluated", "The formula is right; now put in the point")
    told = along(items, answers, setting)
    if told:
        return Slip("opposite-sign", "Your vector points exactly the opposite way") if one_way and told < 0 else None
    if len(items) == 2 and _points((items[1], items[0]), answers, target, one_way):
        return Slip("components-swapped", "The two components are swapped")
    for place, item in enumerate(items):
        changed = (*items[:place], negative(item), *items[place + 1 :])
        if _points(changed, answers, target, one_way):
            return Slip("one-sign-wrong", "One of the components has the wrong sign")
    return None


def _points(items: tuple[Node, ...], answers: tuple[Node, ...], target: Target, one_way: bool) -> bool:
    told = along(items, answers, target.setting)
    return told == 1 if one_way else told != 0
