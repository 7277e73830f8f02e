"""Is a key an answer at all? What can be computed and yet means nothing, which only the author can mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Protocol

from quizengine.answers.answer import Answer
from quizengine.answers.comparison.values_at_points import sample, undefined_at
from quizengine.answers.constraints import INFINITY, Constraints, EvaluationPoint
from quizengine.answers.verdict import Verdict
from quizengine.errors import Unreadable
from quizengine.maths.normalise import normalise
from quizengine.maths.print import plain
from quizengine.maths.tree import Node, Relation, Vector, children, substitute, variables, walk

_POINTS = 12  # at which an answer may have a value


class Valued(Protocol):
    """A key of mathematics, as far as its value is looked at here."""

    may_be_infinite: ClassVar[bool]

    @property
    def constraints(self) -> Constraints: ...

    @property
    def place(self) -> EvaluationPoint: ...

    def node(self) -> Node: ...

    def read(self, typed: Answer | str) -> Any: ...

    def judge(self, reading: Any) -> Verdict: ...


def key_faults(key: Valued) -> Iterator[str]:
    """Yield what is wrong with the value of a key: names that nobody may use, no value, another one at its point."""
    node, constraints = key.node(), key.constraints
    known = constraints.variables
    strange = sorted(name for name in variables(node) if name not in known)
    if strange:
        yield f"the answer holds {', '.join(strange)}, and its variables are {', '.join(known) or 'none'}"
    lost = [name for name, _ in constraints.domain.ranges if name not in known]
    if lost:
        yield f"domain speaks of {', '.join(lost)}, and the variables are {', '.join(known) or 'none'}"
    if not _has_value(node, constraints):
        yield "the answer has no value: it is not defined"
    if INFINITY in walk(node) and not key.may_be_infinite:
        yield "infinity stands in the answer"
    if key.place.general is not None:
        yield from _misplaced(key, key.place.general, dict(key.place.at))


def _misplaced(key: Valued, general: Node, at: dict[str, Node]) -> Iterator[str]:
    """Why the value before the point was put in does not give the key at the point."""
    free, given = set(variables(general)), set(at)
    if not given:
        yield "unevaluated needs the point: at = { x = '…' }"
    elif strange := sorted(given - free - set(key.constraints.variables)):  # some general forms lack a variable
        yield f"at speaks of {', '.join(strange)}, and unevaluated holds {', '.join(sorted(free)) or 'no variables'}"
    elif _judged_wrong(key, substitute(general, at)):
        yield "unevaluated, with the values of at, does not give the answer"


def _judged_wrong(key: Valued, value: Node) -> bool:
    try:
        return key.judge(key.read(plain(normalise(value)))).outcome in ("incorrect", "partial")
    except Unreadable:
        return True


def _has_value(node: Node, constraints: Constraints) -> bool:
    """Whether each component of `node` has a real value at one of a few points of its domain, or may have one."""
    if isinstance(node, Vector | Relation):
        return all(_has_value(part, constraints) for part in children(node))
    if INFINITY in walk(node):
        return True
    return not all(undefined_at(node, point) for point in sample(constraints, _POINTS))
