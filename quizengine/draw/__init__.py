"""From an item and a seed to a question: all numbers chosen, all text filled, the key computed.

    question = draw(item, seed, bank.mistakes)
    question.parts[0].key.plain()              '(6*x, 2*y)'
    carry(question, 1, {"g": learners_tree})   part 2, marked with the learner's own answer to part 1

The same item, version and seed give the same question on every machine.
"""

from quizengine.draw.failures import Undrawn
from quizengine.draw.question import MAX_ATTEMPTS, carry, draw, try_draw
from quizengine.draw.values import Dropped, Figure, Mistake, Part, Question, Table

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
