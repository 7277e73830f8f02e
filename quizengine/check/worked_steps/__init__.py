"""Are the worked steps true? Each formula is cut at its equal signs, its sides are read by the reader for learners'
answers, and neighbours are compared.

In the order in which to read them:

    chain       the sides of a formula and the signs between them
    symbols     what our reader cannot spell, such as a hat or an index in words, under names that it can
    known       what the question calls its functions and values, as its prompt and its steps say
    notation    derivatives of known functions in a formula, worked out: ∇f(1, 2), ∂f/∂x, f'(x)
    reading     a side to its value
    comparing   two sides: equal, not equal, or not to be compared
    truth       all formulas of a part's steps, with what is wrong and how many were compared
    arrival     whether the last step ends with the answer
    agreeing    what goes together with the key: ends, components by name, asked steps, variables
    hint_checks hints that are the key, or go against the prompt
    faults      what is not true or has no value there, in hints and in what is said of mistakes
"""

from quizengine.check.worked_steps.faults import untrue_formulas
from quizengine.check.worked_steps.truth import Compared

__all__ = ["Compared", "untrue_formulas"]
