"""A later part drawn with what the learner answered before: an error is carried forward and counts once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.draw.chance import Chance
from quizengine.draw.failures import Broken, Unmet
from quizengine.draw.parts import Context, draw_part
from quizengine.draw.plan import holds, plan, work_out_again
from quizengine.draw.values import Part, Question
from quizengine.errors import CannotCompute
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.workspace import Value


def carry(question: Question, index: int, earlier: Mapping[str, Node]) -> Part:
    """Part `index` drawn again with the learner's own answers to earlier parts, by the names that those parts carry.

    The same part comes back where nothing carries over: an answer is of another shape than ours or makes the
    rest trivial (zero, or a constant where ours is none), the author's `carries_if` does not hold for it,
    or the part cannot be worked out with it.
    """
    body = question.item.body
    given, conditions = _carried(question, index, earlier)
    if not given:
        return question.parts[index]
    try:
        workspace = work_out_again(plan(body), question.workspace, given)
        if not all(holds(condition, workspace) for condition in conditions):
            return question.parts[index]
        chance = Chance((question.item.id, str(question.seed))).below("carried")
        part, _ = draw_part(body.parts[index], index, len(body.parts), Context(workspace, chance, question.known))
    except (Unmet, Broken, CannotCompute):
        return question.parts[index]
    return part


def _carried(question: Question, index: int, earlier: Mapping[str, Node]) -> tuple[dict[str, Node], list[str]]:
    """The learner's values that may stand in for ours in part `index`, and the author's conditions on them."""
    given: dict[str, Node] = {}
    conditions: list[str] = []
    for asked in question.item.parts[:index]:
        name = asked.carries
        if name and name in earlier and _fair(question.workspace.evaluate(name), earlier[name]):
            given[name] = earlier[name]
            conditions += [asked.carries_if] if asked.carries_if else []
    return given, conditions


def _fair(ours: Value, theirs: Node) -> bool:
    """Whether a learner's answer is of our answer's shape, and does not make what follows trivial."""
    if isinstance(ours, str | bool | tuple):
        return False
    if isinstance(ours, Vector) and isinstance(theirs, Vector):
        alike = len(ours.items) == len(theirs.items) and _zeros(theirs) <= _zeros(ours)
    else:
        alike = not isinstance(ours, Vector) and not isinstance(theirs, Vector) and rational(theirs) != 0
    return alike and _as_free(ours, theirs)


def _zeros(vector: Vector) -> int:
    return sum(rational(item) == 0 for item in vector.items if not isinstance(item, Vector))


def _as_free(ours: Node, theirs: Node) -> bool:
    """A number for a number, and for a formula one in some of the same variables."""
    allowed, used = set(variables(ours)), set(variables(theirs))
    return used <= allowed and bool(used) == bool(allowed)
