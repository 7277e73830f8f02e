"""Mistakes that the answer kinds know by themselves, named only where they are proven.

    of_scalar(target, answer)            a number or a formula
    of_vector(target, answer)            a vector, a new point, the entries of a gradient
    of_matrix, of_sequence               a Hessian, a list of iterates
    of_direction(target, answer, …)      a vector of which only the direction counts

    scalar, vector, matrix, sequence, direction    the mistakes of each shape
    components          mistakes in some of the components
    chain_rule          a derivative of an inner function that was left out
    evaluation_point    a point that was not put in, or another one
    expected_value      what mistakes are looked for against; proof   that an answer is some function of the key

NAMES tells every generic mistake in a few words; the names are stable and may stand in a bank's catalogue.
"""

from collections.abc import Mapping

from quizengine.answers.generic_mistakes.direction import of_direction
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.matrix import of_matrix
from quizengine.answers.generic_mistakes.scalar import of_scalar
from quizengine.answers.generic_mistakes.sequence import of_sequence
from quizengine.answers.generic_mistakes.vector import of_vector

NAMES: Mapping[str, str] = {
    "opposite-sign": "the opposite sign or direction",
    "one-sign-wrong": "one sign is wrong",
    "factor-two-lost": "a factor 2 is missing",
    "scalar-multiple": "a multiple of the right value",
    "inner-derivative-lost": "the derivative of the inner function is missing",
    "components-swapped": "the two components are swapped",
    "components-permuted": "the components are in another order",
    "component-missing": "one component is missing",
    "extra-component": "one component too many",
    "sum-of-components": "the components were added up to one number",
    "length-of-vector": "the length of the vector instead of the vector",
    "normalised": "divided by its length though the vector itself is asked",
    "not-normalised": "not divided by its length though a unit vector is asked",
    "not-evaluated": "the point was not put in",
    "wrong-point": "evaluated at another point",
    "transposed": "rows and columns are exchanged",
    "order-reversed": "the right order, back to front",
    "unit-wrong": "the unit does not fit the number",
    "unit-not-converted": "the number is in another unit than the one asked",
    "off-by-one": "the right values, one step early or late",
}

__all__ = ["NAMES", "Target", "of_direction", "of_matrix", "of_scalar", "of_sequence", "of_vector"]
