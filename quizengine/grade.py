"""A part and a typed text to a verdict.

verdict = grade(part, text)
verdict = follow(question, 1, text, {"g": tree})     part (b), with the learner's own answer to (a) carried forward
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quizengine.answers.judgement import judge
from quizengine.answers.verdict import Verdict
from quizengine.draw import Part, Question
from quizengine.draw.carrying import carry
from quizengine.maths.tree import Node

FOLLOWED = "follow-through"
COSTS_NOTHING = ("undecided", "unreadable")  # what costs no try by the own earlier answer, costs none


def grade(part: Part, text: str) -> Verdict:
    """Judges `text` as an answer to `part`: an item's own mistake is named before a generic one. Never raises."""
    return judge(part.key, text, part.mistakes)


def follow(question: Question, index: int, text: str, earlier: Mapping[str, Node]) -> Verdict:
    """Judges `text` for part `index`, and where it is not right, against the part drawn again from `earlier`.

    earlier: the learner's answers to the parts before, by the names that those parts carry. An answer that earns more
    with them has that credit and the reason "follow-through"; `carry` tells which answers earn nothing.
    """
    part = question.parts[index]
    verdict = grade(part, text)
    if verdict.outcome not in ("incorrect", "partial") or not earlier:
        return verdict
    carried = carry(question, index, earlier)
    if carried is part:
        return verdict
    followed = grade(carried, text)
    if followed.outcome in COSTS_NOTHING:
        return followed
    return replace(followed, reason=FOLLOWED, mistake=None) if followed.credit > verdict.credit else verdict
