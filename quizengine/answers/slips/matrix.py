"""Generic mistakes in a matrix."""

from __future__ import annotations

from quizengine.answers.base import Slip
from quizengine.answers.deciding.worth import worths
from quizengine.answers.slips.proof import all_equal
from quizengine.answers.slips.target import Target
from quizengine.answers.slips.vector import of_list
from quizengine.maths.tree import Node

Rows = tuple[tuple[Node, ...], ...]


def of_matrix(target: Target, rows: Rows, answers: Rows) -> Slip | None:
    """The mistake that the matrix `answers` provably shows against `rows`, whose entries `target` has."""
    turned = tuple(zip(*rows, strict=True))
    flat = worths((item for row in answers for item in row), target.setting)
    alike = (len(turned), len(turned[0])) == (len(answers), len(answers[0]))
    if alike and all_equal(worths((item for row in turned for item in row), target.setting), flat, target.setting):
        return Slip("transposed", "Rows and columns are exchanged: this is the transpose")
    return of_list(target, flat) if (len(rows), len(rows[0])) == (len(answers), len(answers[0])) else None
