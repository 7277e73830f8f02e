"""Generic mistakes in one number or formula."""

from __future__ import annotations

from fractions import Fraction

from quizengine.answers.base import Slip
from quizengine.answers.setting import PLAIN, Setting
from quizengine.answers.slips.inner import forgotten
from quizengine.answers.slips.points import at_another_point
from quizengine.answers.slips.proof import equal, factor, is_zero, negative, without
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Negative, Node, Number, Product, Relation, Sum, Vector, product_of, variables

_TERMS = 8  # of a sum in which one wrong term is looked for
HALF = Number(1, 2)


def of_scalar(target: Target, answer: Node) -> Slip | None:
    """The mistake that `answer` provably shows against the one component of `target`."""
    key, setting = target.items[0], target.setting
    if isinstance(answer, Vector | Relation):
        return None
    return at_another_point(target, (answer,)) or in_component(key, answer, setting.variables, setting)


def in_component(key: Node, answer: Node, names: tuple[str, ...], setting: Setting = PLAIN) -> Slip | None:
    """The mistake in a component that is differentiated in one of `names`."""
    if is_zero(key, setting):
        return None
    if equal(negative(key), answer, setting):
        return Slip("opposite-sign", "Only the sign is wrong: turn it round")
    if variables(key):
        inner = forgotten(key, answer, names, setting)
        if inner is not None:
            return Slip("inner-derivative-lost", f"The derivative of the inner function {_shown(inner)} is missing")
    multiple = factor((key,), (answer,), setting)
    if multiple == Fraction(1, 2):
        return Slip("factor-two-lost", "This is half of the right one; where did a factor 2 go?")
    if multiple is not None and variables(key):
        return Slip("scalar-multiple", f"This is {_shown_factor(multiple)} times the right one")
    return _one_term(key, answer, setting)


def _one_term(key: Node, answer: Node, setting: Setting) -> Slip | None:
    """One term of a sum with the wrong sign, or halved."""
    if not isinstance(key, Sum) or len(key.terms) > _TERMS or not variables(key):
        return None
    for place, term in enumerate(key.terms):
        if equal(without(key.terms, place, negative(term)), answer, setting):
            return Slip("one-sign-wrong", f"One sign is wrong; look at the term with {_shown(_unsigned(term))}")
    for place, term in enumerate(key.terms):
        if equal(without(key.terms, place, Product((HALF, term))), answer, setting):
            return Slip("factor-two-lost", f"A factor 2 is lost; look at the term with {_shown(_bare(term))}")
    return None


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


def _shown_factor(multiple: Fraction) -> str:
    return str(multiple).replace("-", "−")
