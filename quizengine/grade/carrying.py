"""An error carried forward counts once: a later part is also judged by what follows from the learner's own answer.

The rule, in two halves.

When: a learner's own answer is carried where working with it is about as much work as working with the right one.
It is asked of the answer itself, of every value that is worked out again from it, and of the key that comes of it:
where one of them is easier than ours (see `workload`), or comes to something given or answered before where ours does
not, nothing is carried. Nor is it where the author's `carries_if` fails, where the part cannot be worked out, where it
would need other options than are on the screen, or where there are two options only.

What it earns: an answer that is not right by itself, and earns more by the key that follows, has that credit and the
reason "follow-through". What costs no try by that key, since it is undecided or asked back, costs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.answers.answer import Answer
from quizengine.answers.carried_text import FEWEST_OPTIONS
from quizengine.answers.verdict import FOLLOWED, Verdict
from quizengine.draw import Part, Question
from quizengine.draw.givens import given_points
from quizengine.draw.redraw import Redrawn, redraw
from quizengine.errors import CannotCompute, Unreadable
from quizengine.grade.grade import grade_answer
from quizengine.grade.workload import differ, easier, empty, leaves
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.language import Value

Pair = tuple[Node, Node]  # a value of ours, and the learner's in its place


def follow(question: Question, index: int, typed: Answer | str, earlier: Mapping[str, Value]) -> Verdict:
    """Judge `typed` for part `index`, and where it is not right, by the key that follows from `earlier`.

    earlier: the learner's answers to the parts before, by the names that those parts carry. Never raises.
    """
    part, answer = question.parts[index], Answer.of(typed)
    verdict = grade_answer(part, answer)
    if verdict.outcome not in ("incorrect", "partial") or not earlier:
        return verdict
    carried = carry(question, index, earlier)
    if carried is part:
        return verdict
    followed = grade_answer(carried, answer)
    if not followed.costs_try:
        return followed
    return replace(followed, reason=FOLLOWED, mistake=None) if followed.credit > verdict.credit else verdict


def carry(question: Question, index: int, earlier: Mapping[str, Value]) -> Part:
    """Return part `index` with the key that follows from the learner's own answers, by the names that parts carry.

    The very same part comes back where nothing is carried, or where it comes out as ours.
    """
    part = question.parts[index]
    names = [asked.carries for asked in question.item.parts[:index]]
    own = {name: earlier[name] for name in names if name and name in earlier}
    try:
        key = _followed(question, index, own) if own else None
    except (CannotCompute, Unreadable):
        return part
    return part if key is None else replace(part, key=key, mistakes=())


@dataclass(frozen=True, slots=True)
class Carried:
    """The answers that may be carried, by name, and what is known before anything is worked out from them."""

    given: Mapping[str, Value]
    known: tuple[Pair, ...]


def _followed(question: Question, index: int, own: Mapping[str, Value]) -> Key[Any] | None:
    """The key worked out again, None where the rule or the author forbids it; raises CannotCompute or Unreadable."""
    asked, ours = question.item.parts[index], question.parts[index].key
    carried = _fair(question, own)
    given = carried.given
    if not given or 0 < len(ours.options) < FEWEST_OPTIONS:
        return None
    conditions = [part.carries_if for part in question.item.parts[:index] if part.carries in given and part.carries_if]
    again = redraw(question, index, given, conditions)
    if again is None:
        return None
    last = () if asked.carries else _all_of(ours.node())
    if any(_without_work(again, carried, last)) or not again.all_hold(conditions):
        return None
    key = again.key()
    less = easier if asked.carries else empty
    return None if key is None or _nothing_new(ours, key) or _trivial(ours, key, again, carried, less) else key


def _fair(question: Question, own: Mapping[str, Value]) -> Carried:
    """Those of the learner's answers with which there is as much to do as with ours."""
    values = question.workspace.values
    pairs: dict[str, Pair] = {}
    given: dict[str, Value] = {}
    for name, theirs in own.items():
        ours = values[name]
        if isinstance(ours, Node) and isinstance(theirs, Node):
            pairs[name] = ours, theirs
        elif type(ours) is type(theirs) and ours != theirs:  # texts decide something, and are no work
            given[name] = theirs
    points = tuple((point, point) for point in given_points(question))
    for name, (ours, theirs) in pairs.items():
        others = (pair for other, pair in pairs.items() if other != name)
        if not easier(ours, theirs) and not _known(ours, theirs, (*points, *others)):
            given[name] = theirs
    return Carried(given, (*points, *pairs.values()))


def _all_of(key: Node | None) -> tuple[Node, ...]:
    """A key and what it consists of."""
    return () if key is None else (key, *leaves(key))


def _without_work(again: Redrawn, carried: Carried, last: tuple[Node, ...]) -> Iterator[bool]:
    """Of each value on the way to the key, whether it is easier than ours or known before.

    last: of our values those with which nobody goes on; a zero there may well come of honest work.
    """
    for text, ours, theirs in again.lines():
        yield ours not in last and _easier(ours, theirs)
        yield _known(ours, theirs, (*carried.known, *again.used(text)))
    for text in (*(text for text, _, _ in again.lines()), *again.texts):
        for mine, own in again.within(text):
            yield mine not in last and mine is not None and own is not None and _easier(mine, own)


def _easier(ours: Value, theirs: Value) -> bool:
    """Is theirs less to work with than ours? Texts and truth values decide something, and are no work."""
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return len(ours) != len(theirs) or any(map(_easier, ours, theirs))
    if not isinstance(ours, Node) or not isinstance(theirs, Node):
        return any(isinstance(ours, kind) != isinstance(theirs, kind) for kind in (str, bool, Node))
    return easier(ours, theirs)


def _known(ours: Value, theirs: Value, known: Iterable[Pair]) -> bool:
    """Is theirs among what the learner knows without work, where ours is not?"""
    if not isinstance(ours, Node) or not isinstance(theirs, Node):
        return False
    return any(not differ(theirs, had) and differ(ours, right) for right, had in known)


def _nothing_new(ours: Key[Any], theirs: Key[Any]) -> bool:
    """Whether theirs comes to the same as ours, or to something that cannot be told from it."""
    node = theirs.node()
    return theirs == ours or (node is not None and _right(ours, node) is not False)


def _trivial(
    ours: Key[Any], theirs: Key[Any], again: Redrawn, carried: Carried, less: Callable[[Node, Node], bool]
) -> bool:
    """Is the key that follows `less` than ours, or is it right to type once more what is known?"""
    right, wrong = ours.node(), theirs.node()
    if right is None or wrong is None:
        return False
    return (
        less(right, wrong)
        or _known(right, wrong, [pair for text in again.texts for pair in again.used(text)])
        or any(_right(theirs, had) is not False and _right(ours, mine) is not True for mine, had in carried.known)
    )


def _right(key: Key[Any], typed: Node) -> bool | None:
    """Whether `typed` is right; None where that cannot be decided."""
    outcome = key.judge(Reading(typed)).outcome
    return None if outcome == "undecided" else outcome == "correct"
