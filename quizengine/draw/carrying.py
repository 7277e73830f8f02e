"""A later part drawn with what the learner answered before: an error is carried forward and counts once.

The rule: a learner's own answer is carried where working with it is about as much work as working with the right
one. It is asked of the answer itself, of every value that is worked out again from it, and of the key that comes of
it: where one of them is easier than ours (see `worth`), or comes to something given or answered before where ours
does not, nothing is carried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.draw.evaluation_order import Step, evaluation_order, holds, lines_between, mentioned, work_out
from quizengine.draw.failures import ItemError, RequirementFailed
from quizengine.draw.givens import given_numbers, given_points, texts_of
from quizengine.draw.question import Part, Question
from quizengine.draw.reoffering import key_of
from quizengine.draw.worth import differ, easier, empty, leaves
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.values_inside import values_within
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.maths.language import Value, Workspace

Pair = tuple[Node, Node]  # a value of the learner's, and ours in its place


@dataclass(frozen=True, slots=True)
class Again:
    """A part worked out again. steps: the lines of [let] that came out anew; texts: what [answer] says.

    ours, theirs: all values, from our answers and from the learner's; known: what nobody needs to work out.
    """

    steps: tuple[Step, ...]
    texts: tuple[str, ...]
    ours: Mapping[str, Value]
    theirs: Mapping[str, Value]
    known: tuple[Pair, ...]


def carry(question: Question, index: int, earlier: Mapping[str, Node]) -> Part:
    """Part `index` with the key that follows from the learner's own answers, by the names that parts carry.

    The very same part comes back where nothing is carried: the rule forbids it, the author's `carries_if` does not
    hold, the part cannot be worked out, or it comes out as ours.
    """
    part = question.parts[index]
    names = [asked.carries for asked in question.item.parts[:index]]
    own = {name: earlier[name] for name in names if name and name in earlier}
    try:
        key = _followed(question, index, own) if own else None
    except (RequirementFailed, ItemError, CannotCompute, Unreadable):
        return part
    return part if key is None else replace(part, key=key, mistakes=())


def _followed(question: Question, index: int, own: Mapping[str, Node]) -> Key[Any] | None:
    """The key worked out again, None where the rule or the author forbids it; raises what working out raises."""
    asked, ours = question.item.parts[index], question.parts[index].key
    given, known = _fair(question, own)
    if not given:
        return None
    texts = texts_of(asked.answer.model_dump())
    conditions = [part.carries_if for part in question.item.parts[:index] if part.carries in given and part.carries_if]
    steps = lines_between(evaluation_order(question.item.body), given, (*texts, *conditions))
    workspace = work_out(steps, _bound(question.workspace, given))
    again = Again(steps, texts, question.workspace.values, workspace.values, known)
    last = () if asked.carries else _all_of(ours.node())
    if any(_without_work(again, last)) or not all(holds(condition, workspace) for condition in conditions):
        return None
    key = key_of(asked, ours, workspace)
    if key is None or _nothing_new(ours, key) or _trivial(ours, key, again, easier if asked.carries else empty):
        return None
    return key


def _fair(question: Question, own: Mapping[str, Node]) -> tuple[dict[str, Node], tuple[Pair, ...]]:
    """Those of the learner's answers with which there is as much to do as with ours, and what is known beforehand."""
    pairs = {
        name: (tree, right) for name, tree in own.items() if isinstance(right := question.workspace.values[name], Node)
    }
    points = tuple((point, point) for point in given_points(question))
    given = {}
    for name, (tree, right) in pairs.items():
        others = (pair for other, pair in pairs.items() if other != name)
        if not easier(right, tree) and not _known(right, tree, (*points, *others)):
            given[name] = tree
    return given, (*points, *pairs.values())


def _bound(workspace: Workspace, given: Mapping[str, Node]) -> Workspace:
    for name, tree in given.items():
        workspace = workspace.bind(name, tree)
    return workspace


def _all_of(key: Node | None) -> tuple[Node, ...]:
    """A key and what it consists of."""
    return () if key is None else (key, *leaves(key))


def _without_work(again: Again, last: tuple[Node, ...]) -> Iterator[bool]:
    """Of each value on the way to the key, whether it is easier than ours or known before.

    last: of our values those with which nobody goes on; a zero there may well come of honest work.
    """
    for step in again.steps:
        ours, theirs = again.ours[step.name], again.theirs[step.name]
        yield ours not in last and _easier(ours, theirs)
        yield _known(ours, theirs, (*again.known, *_used(again, step.text)))
    for text in (*(step.text for step in again.steps), *again.texts):
        for mine, own in zip(values_within(text, again.ours), values_within(text, again.theirs), strict=True):
            yield mine not in last and mine is not None and own is not None and _easier(mine, own)


def _easier(ours: Value, theirs: Value) -> bool:
    """Is theirs less to work with than ours? Texts and truth values decide something, and are no work."""
    if not isinstance(ours, Node) or not isinstance(theirs, Node):
        return type(ours) is not type(theirs)
    return easier(ours, theirs)


def _known(ours: Value, theirs: Value, known: Iterable[Pair]) -> bool:
    """Is theirs among what the learner knows without work, where ours is not?"""
    if not isinstance(ours, Node) or not isinstance(theirs, Node):
        return False
    return any(not differ(theirs, had) and differ(ours, right) for had, right in known)


def _used(again: Again, text: str) -> Iterator[Pair]:
    """The numbers from which a text is worked out."""
    names = mentioned(text, again.ours)
    theirs, ours = (given_numbers(text, names, values) for values in (again.theirs, again.ours))
    return zip(theirs, ours, strict=False)


def _nothing_new(ours: Key[Any], theirs: Key[Any]) -> bool:
    """Whether theirs comes to the same as ours, or to something that cannot be told from it."""
    node = theirs.node()
    return theirs == ours or (node is not None and _right(ours, node) is not False)


def _trivial(ours: Key[Any], theirs: Key[Any], again: Again, less: Callable[[Node, Node], bool]) -> bool:
    """Is the key that follows `less` than ours, or is it right to type once more what is known?"""
    right, wrong = ours.node(), theirs.node()
    if right is None or wrong is None:
        return False
    used = [pair for text in again.texts for pair in _used(again, text)]
    return (
        less(right, wrong)
        or _known(right, wrong, used)
        or any(_right(theirs, had) is not False and _right(ours, mine) is not True for had, mine in again.known)
    )


def _right(key: Key[Any], typed: Node) -> bool | None:
    """Whether `typed` is right; None where that cannot be decided."""
    outcome = key.judge(Reading(typed)).outcome
    return None if outcome == "undecided" else outcome == "correct"
