"""A matrix, such as a Hessian or a Jacobian: credit by entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers import components, scalar
from quizengine.answers.base import Slip
from quizengine.answers.formula import FormulaKey
from quizengine.answers.setting import PLAIN, Expression, Expressions, FormulaModel, Setting, formula, formulas
from quizengine.answers.verdict import Verdict
from quizengine.errors import CannotCompute
from quizengine.maths.read import Reading
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace

Rows = tuple[tuple[Node, ...], ...]


class MatrixModel(FormulaModel):
    """matrix = 'hessian(f, x, y)' or [['a', 'b'], ['b', 'c']], row by row."""

    matrix: tuple[Expressions, ...] | Expression

    def draw(self, workspace: Workspace) -> MatrixKey:
        if isinstance(self.matrix, str):
            found = rows_of(formula(workspace, self.matrix))
        else:
            found = tuple(formulas(workspace, row) for row in self.matrix)
        if not found or len({len(row) for row in found}) != 1:
            rows = [self.matrix] if isinstance(self.matrix, str) else [str(list(row)) for row in self.matrix]
            raise CannotCompute(", ".join(rows), "a matrix has rows of one length")
        return MatrixKey(found, self.setting(workspace, *(item for row in found for item in row)))


def rows_of(node: Node) -> Rows | None:
    """The rows of a Vector of Vectors; None for anything else."""
    if not isinstance(node, Vector):
        return None
    rows = [row.items for row in node.items if isinstance(row, Vector)]
    return tuple(rows) if len(rows) == len(node.items) else None


@dataclass(frozen=True, slots=True)
class MatrixKey(FormulaKey):
    """The matrix of `rows`, all of one length."""

    kind: ClassVar[str] = "matrix"
    wants: ClassVar = "matrix"
    rows: Rows
    setting: Setting = PLAIN

    def node(self) -> Vector:
        return Vector(tuple(Vector(row, "[]") for row in self.rows), "[]")

    def judge(self, reading: Reading) -> Verdict:
        rows = self._rows(reading.tree)
        wanted = f"A {self._shape(self.rows)} matrix is asked"
        if rows is None:
            what = "a vector" if isinstance(reading.tree, Vector) else "one value"
            return scalar.refused("matrix-wanted", f"{wanted}, and this is {what}: write {self._example()}")
        if self._shape(rows) != self._shape(self.rows):
            return scalar.refused("wrong-dimension", f"{wanted}, and yours is {self._shape(rows)}")
        names = [f"entry ({i + 1}, {j + 1})" for i, row in enumerate(self.rows) for j in range(len(row))]
        return components.judge(_flat(self.rows), _flat(rows), names, self.setting)

    def slip(self, reading: Reading) -> Slip | None:
        from quizengine.answers.slips import Target, of_matrix

        rows = self._rows(reading.tree)
        return None if rows is None else of_matrix(Target(_flat(self.rows), self.setting), self.rows, rows)

    def asks(self) -> str:
        return f"a {self._shape(self.rows)} matrix row by row, such as {self._example()}"

    def _rows(self, tree: Node) -> Rows | None:
        """The rows of an answer; a flat list does for a matrix of one row or one column."""
        rows = rows_of(tree)
        if rows is None and isinstance(tree, Vector):
            if len(self.rows) == 1:
                return (tree.items,)
            if len(self.rows[0]) == 1:
                return tuple((item,) for item in tree.items)
        if rows is not None and len({len(row) for row in rows}) != 1:
            return None
        return rows

    def _shape(self, rows: Rows) -> str:
        return f"{len(rows)} × {len(rows[0])}"

    def _example(self) -> str:
        return "[" + ", ".join("[" + ", ".join("1" for _ in row) + "]" for row in self.rows) + "]"


def _flat(rows: Rows) -> tuple[Node, ...]:
    return tuple(item for row in rows for item in row)
