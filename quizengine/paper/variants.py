"""The questions of each variant of a paper: same items, same marks, other numbers."""

from __future__ import annotations

from quizengine.draw import Question
from quizengine.paper.plan import Paper


def questions(paper: Paper, variant: int) -> tuple[Question, ...]:
    """The questions of variant number `variant`, counted from 0. Raises CannotDraw."""
    raise NotImplementedError


def variants(paper: Paper, count: int) -> tuple[tuple[Question, ...], ...]:
    """The questions of variants 0 to count - 1; faster than asking for one after the other. Raises CannotDraw."""
    raise NotImplementedError
