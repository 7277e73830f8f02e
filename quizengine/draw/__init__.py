"""From an item and a seed to a question: all numbers chosen, all text filled, the key computed.

    question = draw(item, seed, bank.mistakes)
    question.parts[0].key.plain()              '(6*x, 2*y)'

`redraw` draws a part again with other values for some of its names.

The same item, version and seed give the same question on every machine.
"""

from __future__ import annotations

from quizengine.answers.mistake import Mistake
from quizengine.draw.draw import MAX_ATTEMPTS, draw, try_draw
from quizengine.draw.failures import DrawFailure
from quizengine.draw.question import Dropped, Figure, Part, Question, Table

__all__ = [
    "MAX_ATTEMPTS",
    "DrawFailure",
    "Dropped",
    "Figure",
    "Mistake",
    "Part",
    "Question",
    "Table",
    "draw",
    "try_draw",
]
