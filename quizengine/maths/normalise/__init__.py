"""Exact arithmetic on trees without SymPy: `normalise` folds what is a number, `exact` gives the number that a tree is.

normalise(2*3*x)             6x            coefficients of a product are merged and stand first
normalise(-1*x^2 + 3*x*y^1)  -x^2 + 3xy    1·, +0, ^1 and double signs go, signs move out of products
normalise(x + 1 - x)         x + 1 - x     nothing is expanded, reordered or collected
normalise(6/sqrt(18))        sqrt(2)       square roots of rationals are numbers too, in lowest form
exact(1/2 - 1/3)             Fraction(1, 6)

    surds         the exact numbers that are known: rational·√whole, and how they are written
    functions     functions at the points where their value is such a number, or a multiple of e or π
    rationals     sums, products and quotients of rational numbers
    splitting     a tree as its coefficient and its other factors
    rules         one rule for each kind of node
"""

from quizengine.maths.normalise.rules import exact, normalise, normalise_node, number_of, surd_of
from quizengine.maths.normalise.splitting import split
from quizengine.maths.normalise.surds import Surd, node_of_fraction

__all__ = ["Surd", "exact", "node_of_fraction", "normalise", "normalise_node", "number_of", "split", "surd_of"]
