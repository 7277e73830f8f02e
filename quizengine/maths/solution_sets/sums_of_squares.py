"""A polynomial as a sum of squares, by exact elimination in its Gram matrix.

Each even term gives a square of a monomial, each other one the product of two of them; the matrix of this quadratic
form in the monomials is brought to d₁L₁² + d₂L₂² + … (Lagrange). M. Choi, T. Lam and B. Reznick, "Sums of squares of
real polynomials", 1995; only two Gram matrices are tried, so that a sum of squares may stay unseen.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq

from quizengine.maths.solution_sets.ring import CONTEXT, Poly

Exponents = tuple[int, ...]
Matrix = list[list[Any]]

_MOST_BASIS = 10


def squares(poly: Poly) -> list[Poly] | None:
    """L₁, L₂, … with `poly` = Σ dᵢLᵢ² and all dᵢ > 0; None where that is not found."""
    terms = {tuple(map(int, exponents)): size for exponents, size in poly.to_dict().items()}
    even = [one for one, size in terms.items() if size > 0 and not any(power % 2 for power in one)]
    basis = [tuple(power // 2 for power in one) for one in even]
    if len(basis) > _MOST_BASIS:
        return None
    pairs = {_times(one, other) for place, one in enumerate(basis) for other in basis[:place]}
    corners = [one for one in basis if _times(one, one) not in pairs]
    for chosen in (basis, corners) if len(corners) < len(basis) else (basis,):
        matrix = _gram(terms, chosen)
        found = None if matrix is None else _eliminated(matrix, chosen)
        if found is not None:
            return found
    return None


def _times(one: Exponents, other: Exponents) -> Exponents:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _gram(terms: dict[Exponents, Any], basis: list[Exponents]) -> Matrix | None:
    size = len(basis)
    matrix: Matrix = [[fmpq(0)] * size for _ in range(size)]
    rest = dict(terms)
    for place, one in enumerate(basis):
        matrix[place][place] = rest.pop(_times(one, one))
    for first in range(size):
        for second in range(first):
            half = rest.pop(_times(basis[first], basis[second]), fmpq(0)) / 2
            matrix[first][second] = matrix[second][first] = half
    return None if rest else matrix


def _eliminated(matrix: Matrix, basis: list[Exponents]) -> list[Poly] | None:
    """The squares of a positive semidefinite matrix, else None."""
    found: list[Poly] = []
    left = list(range(len(basis)))
    while left:
        pivot = max(left, key=lambda place: (matrix[place][place] > 0, any(basis[place]), matrix[place][place]))
        size = matrix[pivot][pivot]
        if size <= 0:
            flat = all(matrix[one][other] == 0 for one in left for other in left)
            return found if flat else None
        row = {place: matrix[pivot][place] / size for place in left}
        found.append(CONTEXT.from_dict({basis[place]: part for place, part in row.items() if part != 0}))
        left.remove(pivot)
        for one in left:
            for other in left:
                matrix[one][other] -= size * row[one] * row[other]
    return found
