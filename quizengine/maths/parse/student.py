"""A student's text to a tree: labels and lists around the grammar, and the shape that is asked."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.parse.arithmetic import RELATIONS
from quizengine.maths.parse.functions import Functions
from quizengine.maths.parse.notation import Notation
from quizengine.maths.parse.unexpected_tokens import unexpected
from quizengine.maths.parse.vectors import AXES, Misplaced, settle
from quizengine.maths.tree import MAX_DEPTH, MAX_NODES, Name, Node, Number, Relation, Vector, children

AXES_BY_VARIABLES = (2, 3)  # numbers of variables that fix the length of a vector written with i, j, k


class Student(Functions):
    """The whole grammar of a student's text."""

    __slots__ = ()

    def prefix(self, kind: str) -> Node:
        if kind == "(":
            return self.bracket(kind)
        if kind == "f":
            return self.apply()
        if kind in ("|", "‖"):
            return self.bars(kind)
        if kind in ("[", "{", "⟨", "<", "M"):
            return self.bracket(kind)
        if kind == "√":
            return self.root()
        if kind == "frac":
            return self.fraction()
        if kind == "u":
            return self._axis()
        if kind == "s":
            return self._sigma()
        if kind == "?" and (name := self._indexed()) is not None:
            return name
        if kind == "]" and self.expected.open_brackets and self.brackets == 0:
            return self.open_interval()
        raise self.stranger(kind)

    def _axis(self) -> Node:
        self.lists.append(self.at)
        self.at += 1
        axis: int = self.values[self.at - 1]
        if self.kinds[self.at] == "^" and self.kinds[self.at + 1] in ("", "+", "-", ")", ","):
            self.at += 1  # i^ for î
        return AXES[min(axis, len(AXES) - 1)]

    def _indexed(self) -> Name | None:
        """x[1] where x_1 is a variable and x is none."""
        if self.kinds[self.at + 1 : self.at + 4] != ["[", "0", "]"]:
            return None
        index: Number = self.values[self.at + 2]
        entry = self.tokens.names.entries.get(f"{self.values[self.at]}_{index.numerator}")
        if entry is None or not isinstance(entry[1], Name):
            return None
        self.at += 4
        return entry[1]

    def _sigma(self) -> Node:
        """σ(x) is the sigmoid; σ alone is a variable where any letter may be one."""
        start = self.at
        name: Name | None = self.values[start]
        if name is None and self.kinds[start + 1] == "^":
            self.kinds[start], self.values[start] = "f", "sigmoid"  # σ²(x)
            return self.apply()
        self.at += 1
        if self.kinds[self.at] == "(":
            return self.build("sigmoid", self.arguments("("), None, start)
        if name is None:
            raise self.fault("name-unknown", "σ is a function here; write sigmoid(x) or σ(x)", start)
        return name

    def stranger(self, kind: str) -> Unreadable:
        return unexpected(self, kind)

    def whole(self, labelled: bool = False) -> Node:
        """Everything up to the end: an expression, a relation, or a bare list."""
        first = self.side(labelled)
        if self.kinds[self.at] == "":
            return first
        separator = self.kinds[self.at]
        if separator not in (",", ";"):
            raise self.leftover()
        between = self.at
        rows = self._bare_rows(first)
        if self.expected.one_value:
            raise self.several(between)
        self.lists.append(0)
        return self._listed(rows, "", 0)

    def side(self, labelled: bool = False) -> Node:
        """An expression, or a relation of several."""
        first = self.expression()
        if self.kinds[self.at] not in RELATIONS:
            return first
        if self.expected.is_list and self.kinds[self.at : self.at + 2] == [">", ""]:
            raise self.fault("bracket-not-opened", "this bracket closes nothing; delete it or open one before")
        if labelled or not self.expected.keeps_relations:
            message = "one expression is asked; type only what stands right of the last = sign"
            raise self.fault("equation-not-asked", message)
        sides, signs = [first], []
        while self.kinds[self.at] in RELATIONS:
            sign = str(self.values[self.at])
            if sign == "∈":
                raise self.stranger("=")
            signs.append("=" if sign in (":=", "←") else sign)
            self.at += 1
            sides.append(self.expression())
        return Relation(tuple(sides), tuple(signs))

    def _bare_rows(self, first: Node) -> list[list[Node]]:
        """The rest of a list without brackets; semicolons make rows where a matrix or points are asked."""
        if self.kinds[self.at] == ";" and self.expected.is_single_list:
            raise self.fault("list-not-asked", "one interval is asked; a semicolon makes a list")
        rows = [[first]]
        while (kind := self.kinds[self.at]) in (",", ";"):
            self.at += 1
            if kind == ";":
                rows.append([self.side()])
            else:
                rows[-1].append(self.side())
        if self.kinds[self.at] != "":
            raise self.leftover()
        return rows

    def leftover(self) -> Unreadable:
        """The fault of a token that stands where the text should have ended."""
        kind = self.kinds[self.at]
        return self.number_after() if kind == "0" else self.stranger(kind)

    def settled(self, tree: Node) -> Node:
        """`tree` with vectors' arithmetic done, within the limits of a tree, in the shape that is asked."""
        lists = self.lists
        if lists and (len(lists) > 1 or not isinstance(tree, Vector) or self.kinds[lists[0]] == "u"):
            try:
                tree = settle(tree, self._axes(), self.expected.one_vector)
            except Misplaced as problem:
                raise self.fault(problem.reason, problem.message, lists[0]) from None
        if len(self.kinds) > MAX_DEPTH // 2:
            self._within_limits(tree)
        return shaped(tree, self.notation) if self.expected.is_list else tree

    def _axes(self) -> int:
        """How many components a vector written with i, j, k has at least; 0 where nothing tells."""
        count = len(self.notation.variables)
        asked = self.notation.count if self.expected.has_components else 0
        return asked or (count if count in AXES_BY_VARIABLES else 0)

    def _within_limits(self, tree: Node) -> None:
        """Raise the fault of a tree that is too large or too deep."""
        level, count, depth = [tree], 0, 0
        while level:
            count, depth = count + len(level), depth + 1
            if count > MAX_NODES:
                raise self.fault("too-large", f"this has more than {MAX_NODES} parts; simplify it first", 0)
            if depth > MAX_DEPTH:
                raise self.fault("too-deep", "this is nested too deeply; write it with fewer brackets and powers", 0)
            level = [part for node in level for part in children(node)]


def shaped(tree: Node, notation: Notation) -> Node:
    """`tree` as the list that is asked: a sequence as a vector of its items, points as a vector of points.

    A point of several variables is a Vector itself, one of a single variable a number.
    """
    brackets, holds_points = notation.expected.item_brackets, notation.expected.holds_points
    if brackets is None:
        return tree
    if not isinstance(tree, Vector):
        return Vector((tree,), brackets)
    flat = tree.items and not any(isinstance(item, Vector) for item in tree.items)
    single_point = holds_points and flat and len(notation.variables) != 1
    return Vector((tree,), brackets) if single_point else tree
