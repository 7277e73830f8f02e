"""The order in which the names of an item get their values, and the values themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from quizengine.draw.failures import ItemError, RequirementFailed
from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.effort import spent_at

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.maths.language import Workspace

_COST = {"simplify": 12, "solve": 1, "factor": 1}
_SLOW = re.compile(r"\b(simplify|solve|factor)\s*\(")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of [let], or of [require] if `requirement`; `uses` are the item's names that its text mentions."""

    name: str
    text: str
    requirement: bool
    uses: frozenset[str]

    @property
    def where(self) -> Where:
        """The place of the line in the file."""
        return ("require" if self.requirement else "let", self.name)


def evaluation_order(body: Body) -> tuple[Step, ...]:
    """Return the lines of [let] in their order, each requirement as soon as all that it mentions is known.

    So a draw that must be thrown away is thrown away before the costly lines are worked out.
    """
    return _ordered(tuple(body.parameters), tuple(body.let.items()), tuple(body.require.items()))


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
                return workspace.define(step.name, step.text)
            if holds(step.text, workspace):
                return workspace
    except NeverComputes as error:
        raise ItemError(step.where, str(error)) from None
    except CannotCompute as error:
        raise RequirementFailed(step.where, str(error)) from None
    raise RequirementFailed(step.where)


def holds(condition: str, workspace: Workspace) -> bool:
    """Return whether an author's condition holds; raises CannotCompute, and NeverComputes for what is no condition."""
    value = workspace.evaluate(condition)
    if not isinstance(value, bool):
        raise NeverComputes(condition, "this is no condition; compare two values")
    return value


@lru_cache(maxsize=512)
def _ordered(
    parameters: tuple[str, ...], let: tuple[tuple[str, str], ...], require: tuple[tuple[str, str], ...]
) -> tuple[Step, ...]:
    names = {*parameters, *(name for name, _ in let)}
    steps: list[Step] = []
    waiting = [Step(name, text, True, mentioned(text, names)) for name, text in require]
    known = set(parameters)

    def settle() -> None:
        for step in [step for step in waiting if step.uses <= known]:
            waiting.remove(step)
            steps.append(step)

    settle()
    for name, text in let:
        steps.append(Step(name, text, False, mentioned(text, names)))
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
