"""Trees to values: real balls with proven error bounds, and exact rationals.

exact         what is a rational number, and which one
functions     the functions of a tree on balls; Undefined and Unsure, which all evaluation on balls raises
balls         trees on balls: `ball` at a point, inside `with precision(bits)`
columns       trees in floating point at many places at once, for pictures
"""

from quizengine.maths.evaluate.balls import Point, ball, precision
from quizengine.maths.evaluate.exact import rational, rational_exponent
from quizengine.maths.evaluate.functions import ON_BALLS, Ball, Undefined, Unsure, fraction_of

__all__ = [
    "ON_BALLS",
    "Ball",
    "Point",
    "Undefined",
    "Unsure",
    "ball",
    "fraction_of",
    "precision",
    "rational",
    "rational_exponent",
]
