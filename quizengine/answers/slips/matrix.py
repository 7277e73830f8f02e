"""Generic mistakes in a matrix."""

from __future__ import annotations

from fractions import Fraction

from quizengine.answers.base import Slip
from quizengine.answers.slips.proof import all_equal, factor
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Node

Rows = tuple[tuple[Node, ...], ...]


def of_matrix(target: Target, rows: Rows, answers: Rows) -> Slip | None:
    """The mistake that the matrix `answers` provably shows against `rows`, whose entries `target` has."""
    setting = target.setting
    turned = tuple(zip(*rows, strict=True))
    flat = tuple(item for row in answers for item in row)
    shape = (len(turned), len(turned[0])) == (len(answers), len(answers[0]))
    if shape and turned != rows and all_equal(tuple(item for row in turned for item in row), flat, setting):
        return Slip("transposed", "Rows and columns are exchanged: this is the transpose")
    if len(flat) != len(target.items):
        return None
    multiple = factor(target.items, flat, setting)
    if multiple == -1:
        return Slip("opposite-sign", "Every entry has the opposite sign")
    if multiple == Fraction(1, 2):
        return Slip("factor-two-lost", "Every entry is half of the right one; where did a factor 2 go?")
    if multiple is not None:
        return Slip("scalar-multiple", f"Every entry is {str(multiple).replace('-', '−')} times the right one")
    return None
