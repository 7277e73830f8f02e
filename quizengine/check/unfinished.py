"""Keys that are not worked out: e^(ln 6) for 6, cos(−3π) for −1; and vectors of which nothing is left."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from quizengine.answers.comparison.components import entries_of_tree
from quizengine.check.question_fault import QuestionFault
from quizengine.maths.equality import same
from quizengine.maths.equality.at_point import NoBall, evaluate
from quizengine.maths.evaluate import precision
from quizengine.maths.evaluate.functions import fraction_of
from quizengine.maths.normalise import exact
from quizengine.maths.print import show
from quizengine.maths.tree import Call, Constant, Node, Number, Vector, children, variables, walk

if TYPE_CHECKING:
    from quizengine.draw import Question

LARGEST = 1_000  # numerator or denominator of a number that is recognised
BITS, RADIUS = 128, 1e-20  # of a value, and how sure it must be; a fraction as near may be it


def unfinished_keys(question: Question) -> Iterator[QuestionFault]:
    """Yield the keys that hold a function of numbers whose value is a fraction, and the vectors that are zero."""
    for number, part in enumerate(question.parts):
        node, where = part.key.node(), ("parts", number, "answer")
        if node is None:
            continue
        if isinstance(node, Vector) and all(exact(each) == 0 for each in entries_of_tree(node)):
            message = "the answer is zero in all places; is that meant? else keep it out with a line of [require]"
            yield QuestionFault(where, message, "misprint", part.key.show())
        found = None if part.key.form() else next(_worth_a_fraction(node), None)
        if found is not None:
            inside, fraction = found
            message = "a piece of the key is a fraction and not worked out; simplify it in [let]"
            yield QuestionFault(where, message, "misprint", f"{show(inside)} = {fraction}")


def _worth_a_fraction(node: Node) -> Iterator[tuple[Node, Fraction]]:
    """The outermost pieces with a function or with e or π that have no variables and are worth a fraction."""
    if isinstance(node, Number) or not any(isinstance(piece, Call | Constant) for piece in walk(node)):
        return
    if not isinstance(node, Vector) and not variables(node) and not isinstance(node, Constant):
        fraction = _fraction(node)
        if fraction is not None:
            yield node, fraction
            return
    for child in children(node):
        yield from _worth_a_fraction(child)


def _fraction(node: Node) -> Fraction | None:
    with precision(BITS):
        ball = evaluate(node, {})
    if isinstance(ball, NoBall) or not ball.rad() < RADIUS or not abs(ball) < LARGEST:
        return None
    middle = fraction_of(ball.mid())
    near = middle.limit_denominator(LARGEST)
    if abs(near - middle) > RADIUS:
        return None
    return near if same(Number(near.numerator, near.denominator), node, ()).equal else None
