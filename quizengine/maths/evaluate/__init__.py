"""Trees to values: real balls with proven error bounds, exact rationals, and signatures modulo a prime.

exact         what is a rational number, and which one
functions     the functions of a tree on balls; Undefined and Unsure, which all evaluation on balls raises
balls         trees on balls: `ball` at a point, inside `with precision(bits)`
signature     trees on numbers modulo a prime
"""

from quizengine.maths.evaluate.balls import Point, ball, precision
from quizengine.maths.evaluate.exact import rational, rational_exponent
from quizengine.maths.evaluate.functions import Ball, Undefined, Unsure
from quizengine.maths.evaluate.signature import PRIME, signature

__all__ = [
    "PRIME",
    "Ball",
    "Point",
    "Undefined",
    "Unsure",
    "ball",
    "precision",
    "rational",
    "rational_exponent",
    "signature",
]
