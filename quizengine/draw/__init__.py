"""From an item and a seed to a question: all numbers chosen, all text filled, the key computed.

    question = draw_question(item, seed, bank.mistakes)
    question.parts[0].key.plain()              '(6*x, 2*y)'

The same item, version and seed give the same question on every machine.

    question            what a question is made of
    draw                an item and a seed to a question, in several attempts
    parameters          the values of [parameters]; evaluation_order   those of [let], and the requirements
    texts_inside        the names inside texts that are chosen, and their faults
    parts               prompts filled, keys computed, mistakes told apart
    options             what there is to choose from: shuffled, lettered, all different
    worked_steps        the steps to an answer, and the keys of those that can be asked
    stimulus            what stands beside the prompt: a table, a figure; figure_grid   the values of its function
    values_only         numbers alone, to count how many questions there are
    redraw              a part once more, with other values for some of its names
    givens              what a question gives to begin with
    ingredients         what a question is made of as far as showing goes
    failures            why a question cannot be drawn; failing_places   every place that fails, for the checker
"""

from __future__ import annotations

from quizengine.answers.mistake import Mistake
from quizengine.draw.draw import MAX_ATTEMPTS, MOST_EFFORT, draw_question, try_draw
from quizengine.draw.failures import DrawFailure
from quizengine.draw.question import Dropped, Part, Question, Table, WorkedStep

__all__ = [
    "MAX_ATTEMPTS",
    "MOST_EFFORT",
    "DrawFailure",
    "Dropped",
    "Mistake",
    "Part",
    "Question",
    "Table",
    "WorkedStep",
    "draw_question",
    "try_draw",
]
