"""Generic mistakes in a list of iterates."""

from __future__ import annotations

from quizengine.answers.base import Slip
from quizengine.answers.setting import Setting
from quizengine.answers.slips.proof import all_equal
from quizengine.maths.tree import Node, Vector


def of_sequence(items: tuple[Node, ...], answers: tuple[Node, ...], setting: Setting) -> Slip | None:
    """The mistake that the iterates `answers` provably show."""
    if any(isinstance(node, Vector) for node in (*items, *answers)):
        return None
    if len(answers) == len(items) + 1 and all_equal(items, answers[1:], setting):
        return Slip("off-by-one", "You count the start as the first iterate; leave it out")
    if len(answers) != len(items) or len(items) < 2:
        return None
    if all_equal(items[:-1], answers[1:], setting):
        return Slip("off-by-one", "Your list is one step late: the first entry comes before the first iterate")
    if all_equal(items[1:], answers[:-1], setting):
        return Slip("off-by-one", "Your list is one step early: the first iterate is missing")
    return None
