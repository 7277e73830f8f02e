"""Labels: what stands before the = sign of an answer, and where it belongs.

plain      the text without LaTeX
phrases    words that announce an answer
grammar    label_of(text) -> Label, or None for what is no name of a value
asked      what is asked by its names, and the places of labels there
fitting    whether a label says what is asked
arranging  labelled values put where their labels say
"""

from quizengine.maths.read.labels.arranging import Missing, arranged, missing, turned
from quizengine.maths.read.labels.asked import Misfit, asked_of, label_in
from quizengine.maths.read.labels.fitting import component, fits
from quizengine.maths.read.labels.grammar import Label

__all__ = ["Label", "Misfit", "Missing", "arranged", "asked_of", "component", "fits", "label_in", "missing", "turned"]
