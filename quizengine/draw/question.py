"""The verb of this room: an item and a seed become a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.draw.chance import Chance
from quizengine.draw.failures import Broken, Undrawn, Unmet, at
from quizengine.draw.parameters import draw_parameters
from quizengine.draw.parts import Context, draw_part, fill
from quizengine.draw.plan import plan, work_out, work_out_again
from quizengine.draw.scenery import draw_figure, draw_table
from quizengine.draw.values import Dropped, Part, Question
from quizengine.errors import CannotCompute, CannotDraw, Unreadable
from quizengine.item import Item
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.item.catalogue import KnownMistake
    from quizengine.item.faults import Where
    from quizengine.maths.workspace import Value

MAX_ATTEMPTS = 500
MAX_WITHOUT_VALUE = 40  # draws in which a line could not be worked out: then it hardly ever can


def draw(item: Item, seed: int, mistakes: Mapping[str, KnownMistake]) -> Question:
    """The question that `item` gives for `seed`; `mistakes` has the sentences of mistakes without their own.

    Raises CannotDraw with the requirement that fails most often, or the text that cannot be worked out;
    BankUnusable if the file has faults.
    """
    drawn = try_draw(item, seed, mistakes)
    if isinstance(drawn, Undrawn):
        raise CannotDraw(item.id, seed, drawn.why)
    return drawn


def try_draw(item: Item, seed: int, mistakes: Mapping[str, KnownMistake]) -> Question | Undrawn:
    """The question, or why there is none and where in the file; raises BankUnusable if the file has faults."""
    unmet: Counter[tuple[Where, str]] = Counter()
    for attempt in range(MAX_ATTEMPTS if item.body.parameters else 1):
        try:
            return _attempt(item, seed, Chance((item.id, str(seed))).below(attempt), mistakes)
        except Unmet as failure:
            unmet[failure.where, failure.why] += 1
            if failure.why and unmet[failure.where, failure.why] >= MAX_WITHOUT_VALUE:
                break
        except Broken as failure:
            return Undrawn(failure.where, failure.why)
    (where, why), times = unmet.most_common(1)[0]
    often = f"in {times} of {unmet.total()} draws"
    if why:
        return Undrawn(where, f"'{where[-1]}' could not be worked out {often}: {why}")
    return Undrawn(where, f"'{where[-1]}' failed {often}; widen the parameters")


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
        workspace = work_out_again(plan(body), question.values, given)
        if not all(workspace.evaluate(condition) is True for condition in conditions):
            return question.parts[index]
        chance = Chance((question.item.id, str(question.seed))).below("carried")
        part, _ = draw_part(body.asked[index], index, len(body.asked), Context(workspace, chance, question.known))
    except (Unmet, Broken, CannotCompute, Unreadable):
        return question.parts[index]
    return part


def _attempt(item: Item, seed: int, chance: Chance, mistakes: Mapping[str, KnownMistake]) -> Question:
    body = item.body
    with at("parameters"):
        workspace = draw_parameters(body.parameters, chance)
    workspace = work_out(plan(body), workspace)
    context = Context(workspace, chance, mistakes)
    parts: list[Part] = []
    dropped: list[Dropped] = []
    for number, asked in enumerate(body.asked):
        part, without = draw_part(asked, number, len(body.asked), context)
        parts.append(part)
        dropped += without
    with at("prompt"):
        prompt = fill(body.prompt, workspace)
    with at("table"):
        table = draw_table(body.table, workspace) if body.table else None
    with at("figure"):
        figure = draw_figure(body.figure, workspace) if body.figure else None
    return Question(
        item=item,
        seed=seed,
        prompt=prompt,
        table=table,
        figure=figure,
        parts=tuple(parts),
        values=workspace,
        dropped=tuple(dropped),
        known=mistakes,
    )


def _carried(question: Question, index: int, earlier: Mapping[str, Node]) -> tuple[dict[str, Node], list[str]]:
    """The learner's values that may stand in for ours in part `index`, and the author's conditions on them."""
    given: dict[str, Node] = {}
    conditions: list[str] = []
    for asked in question.item.parts[:index]:
        name = asked.carries
        if name and name in earlier and _fair(question.values.evaluate(name), earlier[name]):
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
