"""Keys confirmed on a path that did not make them.

Derivatives of polynomials are made by our own rules, so SymPy confirms them; what SymPy made is confirmed by numbers.

In the order in which to read them:

    made_with        which lines and words make the key of a part, and which lines of [verify] speak of it
    confirming       one call of diff, grad, … on its other path
    differences      derivatives by finite differences, with many digits
    solutions        solutions put back into their equations, and counted
    by_sympy         derivatives and products of polynomials by SymPy
    confirmation     of each part: on which paths its key is confirmed, and what contradicts it
"""

from quizengine.check.second_path.confirmation import Confirmation, confirm

__all__ = ["Confirmation", "confirm"]
