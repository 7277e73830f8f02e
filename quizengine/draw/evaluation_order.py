"""The order in which the names of an item get their values, and the values themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from quizengine.draw.failures import ItemError, RequirementFailed, at
from quizengine.draw.texts_inside import Hidden, hidden_in, with_hidden
from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.effort import spent_at

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.tree import Itself

_COST = {"simplify": 12, "solve": 1, "factor": 1}
LONGEST_TOLD = 120  # characters of the values that are told of a condition that fails
_SLOW = re.compile(r"\b(simplify|solve|factor)\s*\(")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of [let], or of [require] if `requirement`; `uses` are the item's names that it needs values of."""

    name: str
    text: str
    requirement: bool
    uses: frozenset[str]
    matrix: bool = False  # is the value asked for as a matrix?

    @property
    def where(self) -> Where:
        """The place of the line in the file."""
        return ("require" if self.requirement else "let", self.name)


def evaluation_order(body: Body) -> tuple[Step, ...]:
    """Return the lines of [let] in their order, each requirement as soon as all that it mentions is known.

    So a draw that must be thrown away is thrown away before the costly lines are worked out.
    """
    if not body.let and not body.require:
        return ()
    from quizengine.maths.tree import Itself  # a question of words alone needs no mathematics

    return _order_of(Itself(body))


@lru_cache(maxsize=512)
def _order_of(itself: Itself) -> tuple[Step, ...]:
    """The same for every attempt at every seed."""
    body: Body = itself.node
    answers = (answer for part in body.parts for answer in (part.answer, *(wrong.value for wrong in part.mistakes)))
    matrices = frozenset(text.strip() for answer in answers for text in answer.matrices)
    hidden = hidden_in(body.parameters)
    return _ordered(tuple(body.parameters), hidden, tuple(body.let.items()), tuple(body.require.items()), matrices)


def cost(steps: tuple[Step, ...]) -> Mapping[Where, int]:
    """Return how long SymPy is busy before it shows that a step fails, by its place; 1 is a few hundredths of a
    second.
    """
    spent = accumulate(sum(_COST[word] for word in _SLOW.findall(step.text)) for step in steps)
    return {step.where: cost for step, cost in zip(steps, spent, strict=True)}


def work_out(steps: tuple[Step, ...], workspace: Workspace) -> Workspace:
    """Return `workspace` with all names of [let]; raises RequirementFailed and ItemError."""
    for step in steps:
        workspace = take(step, workspace)
    return workspace


def verify(body: Body, workspace: Workspace) -> None:
    """Return nothing where all conditions of [verify] hold; raise ItemError where one does not, or has no value.

    They say what is true of every question, so no other numbers are drawn: the key or the condition is wrong.
    """
    for name, condition in body.verify.items():
        with at("verify", name), spent_at(("verify", name)):
            if not holds(condition, workspace):
                raise ItemError(("verify", name), f"'{name}' does not hold{_drawn(condition, workspace)}")


def lines_between(steps: tuple[Step, ...], given: Collection[str], texts: Iterable[str]) -> tuple[Step, ...]:
    """Return the lines of [let] that change with the names of `given` and that `texts` need, from top to bottom."""
    lines = [step for step in steps if not step.requirement and step.name not in given]
    changed = set(given)
    for step in lines:
        if step.uses & changed:
            changed.add(step.name)
    needed = frozenset[str]().union(*(mentioned(text, changed) for text in texts))
    found: list[Step] = []
    for step in reversed(lines):
        if step.name in needed and step.uses & changed:
            found.insert(0, step)
            needed |= step.uses
    return tuple(found)


def take(step: Step, workspace: Workspace) -> Workspace:
    """Return `workspace` with the name of a line of [let], or as it is after a requirement.

    Raises RequirementFailed and ItemError.
    """
    try:
        with spent_at(step.where):
            if not step.requirement:
                value = workspace.evaluate(step.text)
                return workspace.bind(step.name, with_rows(value) if step.matrix else value)
            if holds(step.text, workspace):
                return workspace
    except NeverComputes as error:
        raise ItemError(step.where, str(error)) from None
    except CannotCompute as error:
        raise RequirementFailed(step.where, str(error)) from None
    raise RequirementFailed(step.where)


def with_rows(value: Value) -> Value:
    """Return a list of equally long lists as the matrix that it is, any other value as it is."""
    from quizengine.maths.tree import Vector

    rows = value.items if isinstance(value, Vector) else ()
    lists = tuple(Vector(row.items, "[]") for row in rows if isinstance(row, Vector))
    equal = len(lists) == len(rows) > 0 and len({len(row.items) for row in lists}) == 1
    return Vector(lists, "[]") if equal else value


def holds(condition: str, workspace: Workspace) -> bool:
    """Return whether an author's condition holds; raises CannotCompute, and NeverComputes for what is no condition."""
    value = workspace.evaluate(condition)
    if not isinstance(value, bool):
        raise NeverComputes(condition, "this is no condition; compare two values")
    return value


def _drawn(condition: str, workspace: Workspace) -> str:
    """The values of the names in a condition, for who looks for the error."""
    from quizengine.maths.print import plain
    from quizengine.maths.tree import Node

    known = workspace.values
    nodes = {name: value for name in sorted(mentioned(condition, known)) if isinstance(value := known[name], Node)}
    told = ", ".join(f"{name} = {plain(value)}" for name, value in nodes.items())
    return f" with {told if len(told) <= LONGEST_TOLD else told[: LONGEST_TOLD - 1] + '…'}" if told else ""


@lru_cache(maxsize=512)
def _ordered(
    parameters: tuple[str, ...],
    hidden: Hidden,
    let: tuple[tuple[str, str], ...],
    require: tuple[tuple[str, str], ...],
    matrices: frozenset[str],
) -> tuple[Step, ...]:
    names = {*parameters, *(name for name, _ in let)}
    steps: list[Step] = []

    def uses(text: str) -> frozenset[str]:
        return frozenset().union(*(mentioned(each, names) for each in with_hidden((text,), hidden)))

    waiting = [Step(name, text, True, uses(text)) for name, text in require]
    known = set(parameters)

    def settle() -> None:
        for step in [step for step in waiting if step.uses <= known]:
            waiting.remove(step)
            steps.append(step)

    settle()
    for name, text in let:
        steps.append(Step(name, text, False, uses(text), name in matrices))
        known.add(name)
        settle()
    return tuple(steps)


def mentioned(text: str, names: Collection[str]) -> frozenset[str]:
    """Return those of `names` whose values a text asks for."""
    if not names:
        return frozenset()
    from quizengine.maths.language.names_used import names_in
    from quizengine.maths.language.values import canonical

    asked = names_in(text)
    return frozenset(name for name in names if canonical(name) in asked)
