"""Labels: what stands before the = sign of an answer, and where it belongs.

plain             the text without LaTeX; phrases   words that announce an answer
grammar           label_of(text) -> Label, or None for what is no name of a value; arguments   of f(x, y)
expected_names    what is asked by its names, and the places of labels there; indices   x_1 and x[1]
fit               whether a label says what is asked; single_value   the same for one value
positions         the pieces of a text with = signs, and where each label stands
labelled_values   the labels taken off, and the values read
placement         labelled values put where their labels say
"""

from quizengine.maths.parse.labels.expected_names import Misfit, asked_of, label_in
from quizengine.maths.parse.labels.fit import component, fits
from quizengine.maths.parse.labels.grammar import Label
from quizengine.maths.parse.labels.placement import Missing, arranged, missing, turned

__all__ = ["Label", "Misfit", "Missing", "arranged", "asked_of", "component", "fits", "label_in", "missing", "turned"]
