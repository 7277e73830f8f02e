"""From an item and a seed to a question: all numbers chosen, all text filled, the key computed.

    question = draw(item, seed, bank.mistakes)
    question.parts[0].key.plain()              '(6*x, 2*y)'
    carry(question, 1, {"g": learners_tree})   part 2, marked with the learner's own answer to part 1

The same item, version and seed give the same question on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizengine.draw.failures import Undrawn
from quizengine.draw.question import MAX_ATTEMPTS, draw, try_draw
from quizengine.draw.values import Dropped, Figure, Mistake, Part, Question, Table

if TYPE_CHECKING:
    from quizengine.draw.carrying import carry

__all__ = [
    "MAX_ATTEMPTS",
    "Dropped",
    "Figure",
    "Mistake",
    "Part",
    "Question",
    "Table",
    "Undrawn",
    "carry",
    "draw",
    "try_draw",
]


def __getattr__(name: str) -> Any:
    """Loads what carries answers forward when it is asked for: drawing and showing do without."""
    if name != "carry":
        raise AttributeError(f"module 'quizengine.draw' has no attribute {name!r}")
    from quizengine.draw.carrying import carry

    return carry
