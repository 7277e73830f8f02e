"""Generic mistakes in a matrix."""

from __future__ import annotations

from quizengine.answers.comparison.sample_values import all_samples
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import all_equal
from quizengine.answers.generic_mistakes.vector import of_list
from quizengine.answers.key import Diagnosis
from quizengine.maths.tree import Node

Rows = tuple[tuple[Node, ...], ...]


def of_matrix(target: Target, rows: Rows, answers: Rows) -> Diagnosis | None:
    """Return the mistake that the matrix `answers` provably shows against `rows`, whose entries `target` has."""
    turned = tuple(zip(*rows, strict=True))
    flat = all_samples((item for row in answers for item in row), target.constraints)
    alike = (len(turned), len(turned[0])) == (len(answers), len(answers[0]))
    if alike and all_equal(
        all_samples((item for row in turned for item in row), target.constraints), flat, target.constraints
    ):
        return Diagnosis("transposed", "Rows and columns are exchanged: this is the transpose")
    return of_list(target, flat) if (len(rows), len(rows[0])) == (len(answers), len(answers[0])) else None
