"""Generic mistakes in one number or formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from quizengine.answers.comparison.sample_values import Samples, beside, samples_of
from quizengine.answers.constraints import Constraints
from quizengine.answers.generic_mistakes.chain_rule import forgotten
from quizengine.answers.generic_mistakes.evaluation_point import at_another_point, not_evaluated
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import LARGEST, equal, factor, negative, opposite, read_badly, replaced
from quizengine.answers.key import Diagnosis
from quizengine.maths.tree import Negative, Node, Number, Product, Relation, Sum, Vector, product_of, sum_of

Wrong = tuple[tuple[Node, Samples], ...]  # terms, each with a whole in which it is wrong

HALF = Fraction(1, 2)
_TERMS = 8  # of a sum in which one wrong term is looked for


def of_scalar(target: Target, answer: Node) -> Diagnosis | None:
    """Return the mistake that `answer` provably shows against the one component of `target`."""
    if isinstance(answer, Vector | Relation):
        return None
    key, constraints, given = target.known[0], target.constraints, samples_of(answer, target.constraints)
    if read_badly((key,), (given,), constraints):
        return None
    told = not_evaluated(target, (given,))
    if told is None and not equal(negative(key), given, constraints):
        told = at_another_point(target, (given,))
    return told or next(in_component(key, given, constraints.variables, constraints), None)


def in_component(
    key: Samples, answer: Samples, names: tuple[str, ...], constraints: Constraints
) -> Iterator[Diagnosis]:
    """Every mistake that a component, differentiated in one of `names`, provably shows, the likeliest first."""
    if key.zero:
        return
    if equal(negative(key), answer, constraints):
        yield Diagnosis("opposite-sign", "Only the sign is wrong: turn it round")
    if key.names:
        inner = forgotten(key, answer, names, constraints)
        if inner is not None:
            yield Diagnosis(
                "inner-derivative-lost",
                f"The derivative of the inner function {_shown(constraints.shown(inner))} is missing",
            )
    multiple = factor((key,), (answer,), constraints)
    if multiple == HALF:
        yield Diagnosis("factor-two-lost", "This is half of the right one; where did a factor 2 go?")
    elif multiple is not None and key.names and slight(multiple):
        yield Diagnosis("scalar-multiple", f"This is {constraints.told(multiple)} times the right one")
    yield from _one_term(key, answer, constraints)


def slight(multiple: Fraction) -> bool:
    """Return whether a slip may have made this factor. Two pairs of small numbers are soon some multiple of
    each other.
    """
    return multiple != -1 and max(abs(multiple.numerator), multiple.denominator) <= LARGEST


def _one_term(key: Samples, answer: Samples, constraints: Constraints) -> Iterator[Diagnosis]:
    """One term of a sum with the wrong sign, or halved."""
    turned, halved = _with_one_term_wrong(key)
    for term, expected in turned:
        if equal(expected, answer, constraints):
            yield Diagnosis(
                "one-sign-wrong",
                f"One sign is wrong; look at the term with {_shown(constraints.shown(_unsigned(term)))}",
            )
    for term, expected in halved:
        if equal(expected, answer, constraints):
            yield Diagnosis(
                "factor-two-lost", f"A factor 2 is lost; look at the term with {_shown(constraints.shown(_bare(term)))}"
            )


@lru_cache(maxsize=512)
def _with_one_term_wrong(key: Samples) -> tuple[Wrong, Wrong]:
    """The terms of a key that is a sum, each with the key where this term has the wrong sign, and where it is halved.

    Kept, since a key is held against many answers.
    """
    node = key.node
    if not isinstance(node, Sum) or len(node.terms) > _TERMS or not key.names:
        return (), ()

    def each(wrong: Callable[[Node], Node]) -> Wrong:
        sums = (sum_of(replaced(node.terms, place, wrong(term))) for place, term in enumerate(node.terms))
        return tuple((term, beside(key, whole)) for term, whole in zip(node.terms, sums, strict=True))

    return each(opposite), each(lambda term: Product((Number(1, 2), term)))


def _unsigned(term: Node) -> Node:
    return term.operand if isinstance(term, Negative) else term


def _bare(term: Node) -> Node:
    """A term without its sign and its number: which term it is, and not what is right."""
    unsigned = _unsigned(term)
    if not isinstance(unsigned, Product):
        return unsigned
    rest = tuple(part for part in unsigned.factors if not isinstance(part, Number))
    return product_of(rest) if rest else unsigned


def _shown(node: Node) -> str:
    from quizengine.maths.print import show

    return show(node, "text")
