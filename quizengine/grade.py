"""A part and a typed text to a verdict.

verdict = grade(part, text)
verdict = follow(question, 1, text, {"g": tree})     part (b), with the learner's own answer to (a) carried forward
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizengine.answers.judging import judge
from quizengine.answers.verdict import AMBIGUOUS, Verdict
from quizengine.draw import Part, Question
from quizengine.draw.carrying import carry
from quizengine.maths.read import Reading
from quizengine.maths.same import same
from quizengine.maths.tree import Call, Node, Number, Power, Product, Quotient, Sum, Vector, variables, walk

FOLLOWED = "follow-through"
BARE = 3  # an earlier answer with less than a third of the right one's operations is bare


def grade(part: Part, text: str) -> Verdict:
    """Judges `text` as an answer to `part`: an item's own mistake is named before a generic one. Never raises."""
    return judge(part.key, text, part.mistakes)


def follow(question: Question, index: int, text: str, earlier: Mapping[str, Node]) -> Verdict:
    """Judges `text` for part `index`, and where it is not right, against the part drawn again from `earlier`.

    earlier: the learner's answers to the parts before, by the names that those parts carry. An answer that earns more
    with them has that credit and the reason "follow-through", except where they made the part trivial.
    """
    part = question.parts[index]
    verdict = grade(part, text)
    if verdict.outcome not in ("incorrect", "partial") or not earlier:
        return verdict
    carried = carry(question, index, earlier)
    if carried.key == part.key or _trivial(question, index, carried, earlier):
        return verdict
    followed = grade(carried, text)
    if followed.outcome == "undecided" or followed.reason == AMBIGUOUS or followed.credit > verdict.credit:
        return _followed(followed)
    return verdict


def _followed(verdict: Verdict) -> Verdict:
    """A verdict on the part that was drawn again; that it follows an earlier answer is its reason."""
    if verdict.outcome in ("undecided", "unreadable"):
        return verdict
    return replace(verdict, reason=FOLLOWED, mistake=None)


def _trivial(question: Question, index: int, carried: Part, earlier: Mapping[str, Node]) -> bool:
    """Did a silly earlier answer leave nothing to do: is the carried key zero, without variables, or a repetition,

    or is the earlier answer so bare, such as (x, y), that working with it shows little?
    """
    part = question.parts[index]
    ours, theirs = part.key.node(), carried.key.node()
    if ours is None or theirs is None:
        return False
    if _zero(theirs) and not _zero(ours):
        return True
    if variables(ours) and not variables(theirs):
        return True
    known = {name: question.workspace.values.get(name) for name in earlier}
    right = {name: value for name, value in known.items() if not isinstance(value, str | bool | tuple | None)}
    if any(BARE * _operations(earlier[name]) < _operations(value) for name, value in right.items()):
        return True
    return _repeats(carried, tuple(earlier.values())) and not _repeats(part, tuple(right.values()))


def _operations(node: Node) -> int:
    """How much there is to work with: sums, products, powers, quotients and functions."""
    return sum(isinstance(part, Sum | Product | Power | Quotient | Call) for part in walk(node))


def _zero(node: Node) -> bool:
    if isinstance(node, Vector):
        return all(_zero(item) for item in node.items)
    return same(Number(0), node, variables(node)).equal is True


def _repeats(part: Part, before: Sequence[Node]) -> bool:
    """Is one of the answers before, typed once more, right for `part`?"""
    return any(part.key.judge(Reading(answer)).outcome == "correct" for answer in before)
