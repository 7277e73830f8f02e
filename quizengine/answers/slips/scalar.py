"""Generic mistakes in one number or formula."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quizengine.answers.base import Slip
from quizengine.answers.deciding.scalar import is_zero
from quizengine.answers.setting import PLAIN, Setting
from quizengine.answers.slips.inner import forgotten
from quizengine.answers.slips.points import at_another_point, not_evaluated
from quizengine.answers.slips.proof import LARGEST, equal, factor, negative, replaced
from quizengine.answers.slips.target import Target
from quizengine.answers.wording import minus
from quizengine.maths.tree import Negative, Node, Number, Product, Relation, Sum, Vector, product_of, sum_of, variables

HALF = Fraction(1, 2)
_TERMS = 8  # of a sum in which one wrong term is looked for


def of_scalar(target: Target, answer: Node) -> Slip | None:
    """The mistake that `answer` provably shows against the one component of `target`."""
    key, setting = target.items[0], target.setting
    if isinstance(answer, Vector | Relation):
        return None
    told = not_evaluated(target, (answer,))
    if told is None and not equal(negative(key), answer, setting):
        told = at_another_point(target, (answer,))
    return told or next(in_component(key, answer, setting.variables, setting), None)


def in_component(key: Node, answer: Node, names: tuple[str, ...], setting: Setting = PLAIN) -> Iterator[Slip]:
    """Every mistake that a component, differentiated in one of `names`, provably shows, the likeliest first."""
    if is_zero(key, setting):
        return
    if equal(negative(key), answer, setting):
        yield Slip("opposite-sign", "Only the sign is wrong: turn it round")
    if variables(key):
        inner = forgotten(key, answer, names, setting)
        if inner is not None:
            yield Slip("inner-derivative-lost", f"The derivative of the inner function {_shown(inner)} is missing")
    multiple = factor((key,), (answer,), setting)
    if multiple == HALF:
        yield Slip("factor-two-lost", "This is half of the right one; where did a factor 2 go?")
    elif multiple is not None and variables(key) and slight(multiple):
        yield Slip("scalar-multiple", f"This is {minus(str(multiple))} times the right one")
    yield from _one_term(key, answer, setting)


def slight(multiple: Fraction) -> bool:
    """May a slip have made this factor? Two pairs of small numbers are soon some multiple of each other."""
    return multiple != -1 and max(abs(multiple.numerator), multiple.denominator) <= LARGEST


def _one_term(key: Node, answer: Node, setting: Setting) -> Iterator[Slip]:
    """One term of a sum with the wrong sign, or halved."""
    if not isinstance(key, Sum) or len(key.terms) > _TERMS or not variables(key):
        return
    for place, term in enumerate(key.terms):
        if equal(sum_of(replaced(key.terms, place, negative(term))), answer, setting):
            yield Slip("one-sign-wrong", f"One sign is wrong; look at the term with {_shown(_unsigned(term))}")
    for place, term in enumerate(key.terms):
        if equal(sum_of(replaced(key.terms, place, Product((Number(1, 2), term)))), answer, setting):
            yield Slip("factor-two-lost", f"A factor 2 is lost; look at the term with {_shown(_bare(term))}")


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
    from quizengine.maths.show import show

    return show(node, "text")
