"""A matrix, such as a Hessian or a Jacobian: credit by entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from quizengine.answers.comparison import components
from quizengine.answers.constraints import (
    NO_POINT,
    PLAIN,
    Constraints,
    EvaluationPoint,
    Expression,
    Expressions,
    PointModel,
    as_written,
    formula,
    formulas,
)
from quizengine.answers.either_sign import ACCEPTS, ASKS, EitherSign, UpTo, negative, turned
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis, Key
from quizengine.answers.payment import EVENLY, Payment, PaysByEntry
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import Verdict, refused
from quizengine.errors import CannotCompute
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace

Rows = tuple[tuple[Node, ...], ...]


class MatrixModel(UnitOptions, PaysByEntry, PointModel):
    """matrix = 'hessian(f, x, y)' or [['a', 'b'], ['b', 'c']], row by row.

    up_to = 'sign' makes its negative right as well.
    """

    matrix: tuple[Expressions, ...] | Expression
    up_to: Literal["sign"] | None = None

    @property
    def matrices(self) -> tuple[str, ...]:
        return (self.matrix,) if isinstance(self.matrix, str) else ()

    def draw(self, workspace: Workspace) -> Key[Any]:
        """Return the key; raises CannotCompute for rows of different lengths."""
        if isinstance(self.matrix, str):
            found = rows_of(formula(workspace, self.matrix))
        else:
            found = tuple(formulas(workspace, row) for row in self.matrix)
        if not found or len({len(row) for row in found}) != 1:
            raise CannotCompute(as_written(self.matrix), "a matrix has rows of one length")
        place = self.place(workspace)
        payment = self.credit.of_rows(tuple(map(len, found)))
        constraints = self.constraints(workspace, *_flat(found), *place.nodes)
        return self.with_unit(MatrixKey(found, constraints, place, payment, self.up_to), workspace)


def rows_of(node: Node) -> Rows | None:
    """Return the rows of a Vector of Vectors; None for anything else."""
    if not isinstance(node, Vector):
        return None
    rows = [row.items for row in node.items if isinstance(row, Vector)]
    return tuple(rows) if len(rows) == len(node.items) else None


@dataclass(frozen=True, slots=True)
class MatrixKey(FormulaKey):
    """The matrix of `rows`, all of one length."""

    kind: ClassVar[str] = "matrix"
    wants: ClassVar = "matrix"
    key_wants: ClassVar = "matrix"
    rows: Rows
    constraints: Constraints = PLAIN
    place: EvaluationPoint = NO_POINT
    payment: Payment = EVENLY
    up_to: UpTo | None = None

    def node(self) -> Vector:
        return Vector(tuple(Vector(row, "[]") for row in self.rows), "[]")

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> Self | None:
        rows = rows_of(tree)
        return cls(rows, constraints) if rows and len({len(row) for row in rows}) == 1 else None

    def shape(self) -> tuple[int, ...]:
        return len(self.rows), len(self.rows[0])

    def judge(self, reading: Reading) -> Verdict:
        """Credit for each right entry; a matrix of another shape earns none."""
        if self.up_to:
            return self._either_sign().judge(reading)
        rows = self._rows(reading.tree)
        wanted = f"A {self._shape(self.rows)} matrix is asked"
        if rows is None:
            what = "a vector" if isinstance(reading.tree, Vector) else "one value"
            return refused("matrix-wanted", f"{wanted}, and this is {what}: write rows, as in {self._example()}")
        if len({len(row) for row in rows}) != 1:
            return refused("wrong-dimension", f"{wanted}, and your rows are not equally long")
        if self._shape(rows) != self._shape(self.rows):
            return refused("wrong-dimension", f"{wanted}, and yours is {self._shape(rows)}")
        return components.judge_components(
            _flat(self.rows), _flat(rows), self._names(), self.constraints, "entry", self.payment
        )

    def is_right(self, reading: Reading) -> bool:
        """Is every entry right? Without words on the others."""
        if self.up_to:
            return self._either_sign().is_right(reading)
        rows = self._rows(reading.tree)
        if rows is None or list(map(len, rows)) != list(map(len, self.rows)):
            return False
        return components.right(_flat(self.rows), _flat(rows), self.constraints)

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        rows = self._rows(reading.tree)
        tree = reading.tree if rows is None else Vector(tuple(Vector(row, "[]") for row in rows), "[]")
        return FormulaKey.stands_for(self, replace(reading, tree=tree), ours)

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """What is mistaken in a vector can be so in a matrix; besides, it can be the transpose."""
        from quizengine.answers.generic_mistakes import Target, of_matrix

        if self.up_to:
            return self._either_sign().diagnosis(reading)
        rows = self._rows(reading.tree)
        if rows is None or len({len(row) for row in rows}) != 1:
            return None
        return of_matrix(
            Target(_flat(self.rows), self.constraints, self._names(), self.place, "entry", one_vector=False),
            self.rows,
            rows,
        )

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        return self.payment.alone(self._names(), _flat(self.rows))

    def asks(self) -> str:
        sign = ASKS if self.up_to else ""
        shape = f"a {self._shape(self.rows)} matrix row by row{sign}"
        return f"{shape}, such as {self._example()}{self.constraints.accuracy.asks('entry')}"

    def accepts(self) -> str:
        return "; ".join(filter(None, (ACCEPTS if self.up_to else "", FormulaKey.accepts(self))))

    def _either_sign(self) -> EitherSign:
        rows = tuple(tuple(map(negative, row)) for row in self.rows)
        opposite = replace(self, rows=rows, place=turned(self.place), up_to=None)
        return EitherSign(replace(self, up_to=None), opposite)

    def _rows(self, tree: Node) -> Rows | None:
        """The rows of an answer; a flat list does for a matrix of one row or one column."""
        rows = rows_of(tree)
        if rows is None and isinstance(tree, Vector):
            if len(self.rows) == 1:
                return (tree.items,)
            if len(self.rows[0]) == 1:
                return tuple((item,) for item in tree.items)
        return rows

    def _names(self) -> tuple[str, ...]:
        return tuple(f"entry ({i + 1}, {j + 1})" for i, row in enumerate(self.rows) for j in range(len(row)))

    def _shape(self, rows: Rows) -> str:
        return f"{len(rows)} × {len(rows[0])}"

    def _example(self) -> str:
        return self.unlike(*(_counting(start, len(self.rows), len(self.rows[0])) for start in (1, 10, 30)))


def _counting(start: int, rows: int, columns: int) -> str:
    """A matrix of consecutive numbers, as it is typed."""
    numbers = count(start)
    return "[" + ", ".join("[" + ", ".join(str(next(numbers)) for _ in range(columns)) + "]" for _ in range(rows)) + "]"


def _flat(rows: Rows) -> tuple[Node, ...]:
    return tuple(item for row in rows for item in row)
