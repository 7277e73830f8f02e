"""Layout as spoken English, for screen readers and as the alternative text of formulas in PDFs.

f_x(x, y) = 2x + 3       f sub x of x and y equals 2 x plus 3
∂f/∂x                    the partial derivative of f with respect to x

    sentences     a rule for each kind of layout
    fractions     fractions that English has words for: one half, and derivatives
    joining       where `times` must be heard, and what is said in one breath
"""

from quizengine.maths.print.speech.sentences import spoken

__all__ = ["spoken"]
