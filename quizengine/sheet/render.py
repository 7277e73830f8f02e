"""One sheet or key, as bytes, from the same questions through the templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quizengine.draw import Question
from quizengine.paper import Paper

Format = Literal["pdf", "html", "latex", "typst", "text"]
Part = Literal["sheet", "key"]


def render(questions: Sequence[Question], paper: Paper, variant: int, format: Format, part: Part) -> bytes:
    """The sheet or the key of one variant as the bytes of a file. Same questions, paper and variant: same bytes."""
    raise NotImplementedError
