"""Brackets of every kind: grouping, vectors, columns, matrices, intervals; bars for absolute values and lengths."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.errors import Unreadable
from quizengine.maths.parse.arithmetic import SIGNS, STARTERS, Arithmetic
from quizengine.maths.tree import MAX_BRACKETS, Name, Node, Vector

CLOSING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "<": ">", "M": "N", "|": "|", "‖": "‖"}
CLOSERS = frozenset((*CLOSING.values(), "]"))
NAMES = {"(": "()", "[": "[]", "{": "{}", "⟨": "<>", "<": "<>"}
ROW_ENDS = ("[", "]", ",", ";")
MIXED = ("()", "[]", "[)", "(]")
TRANSPOSED = ("T", "t", "⊤", Name("T"), Name("t"))
AFTER_LIST = ("'", "’", "′", "⊤")  # as Matlab writes a column: [3 4]'


class Brackets(Arithmetic):
    """The grammar of what stands between brackets."""

    __slots__ = ()

    def enter(self, kind: str, spaced: bool = False) -> tuple[str, bool]:
        """Step over an opening bracket; what `leave` needs to step out again."""
        outside = (self.inside, self.spaced)
        self.brackets += 1
        if self.brackets > MAX_BRACKETS:
            raise self.fault("too-many-brackets", f"brackets inside brackets go {MAX_BRACKETS} deep at most")
        self.deeper()
        self.at += 1
        self.inside, self.spaced = CLOSING[kind], spaced
        return outside

    def leave(self, outside: tuple[str, bool]) -> None:
        """Step over the closing bracket."""
        self.at += 1
        self.depth -= 1
        self.brackets -= 1
        self.inside, self.spaced = outside

    def items(self, kind: str) -> list[Node]:
        """The items, with commas between them, of what opens here, up to what closes it."""
        start = self.at
        outside = self.enter(kind)
        items = [self.expression()]
        while self.kinds[self.at] == ",":
            self.at += 1
            items.append(self.expression())
        if self.kinds[self.at] != CLOSING[kind]:
            raise self.unclosed(start)
        self.leave(outside)
        return items

    def bracket(self, kind: str) -> Node:
        """What an opening bracket of `kind` begins: a group, a vector, a matrix or an interval."""
        start = self.at
        outside = self.enter(kind, kind == "[" and self._by_spaces(start))
        if self.kinds[self.at] == CLOSING[kind]:
            return self._empty(kind, start, outside)
        first = self.expression()
        if self.kinds[self.at] == CLOSING[kind]:
            self.leave(outside)
            return self._group(kind, start, first)
        rows = self._rows(kind, first)
        names = self._brackets_of(kind, start, rows)
        self.leave(outside)
        self.lists.append(start)
        tree: Node = self._listed(rows, names, start)
        if self._is_turned(self.at):
            self.at += 1
            return self._turned(tree)
        return tree

    def _turned(self, tree: Node) -> Node:
        """The transpose where a matrix is asked; a vector is one, be it typed as a row or as a column."""
        if self.expected.is_single_list:
            raise self.interval_wanted(self.lists[-1])
        rows = [row.items for row in tree.items if isinstance(row, Vector)] if isinstance(tree, Vector) else []
        if self.expected.keeps_rows and not rows and self.inside:
            raise self.fault("power-of-vector", "a transpose within a matrix is unclear; write it row by row")
        if not self.expected.keeps_rows or len({len(row) for row in rows}) != 1:
            return tree
        return Vector(tuple(Vector(column, "[]") for column in zip(*rows, strict=True)), "[]")

    def _is_turned(self, at: int) -> bool:
        """Whether the sign at token `at`, after a list, turns a row into a column."""
        return self.kinds[at] == "!" and self.values[at] in AFTER_LIST

    def interval_wanted(self, at: int) -> Unreadable:
        """The fault of an interval that is computed with, at token `at`."""
        return self.fault("interval-wanted", "an interval by itself is asked, such as (0, 1]", at)

    def open_interval(self) -> Node:
        """]0, 1] is an interval that begins after 0."""
        self.kinds[self.at] = "("
        return self.bracket("(")

    def _empty(self, kind: str, start: int, outside: tuple[str, bool]) -> Node:
        raise self.fault("empty-brackets", "nothing stands between these brackets", start)

    def _rows(self, kind: str, first: Node) -> list[list[Node]]:
        """The items up to the closing bracket, by rows."""
        rows = [[first]]
        while True:
            next_kind = self.kinds[self.at]
            if next_kind in (",", "&"):
                self.at += 1
                rows[-1].append(self.expression())
            elif next_kind == ";":
                self.at += 1
                if kind == "M" and self.kinds[self.at] == "N":
                    return rows
                rows.append([self.expression()])
            elif self.spaced and (next_kind in STARTERS or next_kind in SIGNS):
                rows[-1].append(self.expression())
            else:
                return rows

    def _brackets_of(self, kind: str, start: int, rows: list[list[Node]]) -> str:
        """The pair of brackets around `rows`; the brackets of an interval may differ."""
        closing = self.kinds[self.at]
        if closing == CLOSING[kind]:
            return str(self.values[start]) if kind == "M" else NAMES[kind]
        pair = kind + closing
        if self.expected.mixed_brackets and pair in MIXED and len(rows) == 1 and len(rows[0]) == 2:
            return pair
        raise self.unclosed(start)

    def unclosed(self, start: int) -> Unreadable:
        """The fault of the opening bracket at token `start` where something else than its partner is met."""
        kind, met = self.kinds[start], self.kinds[self.at]
        if met == "":
            wanted = {"M": "\\end{…}", "N": ""}.get(kind, CLOSING[kind])
            return self.fault("bracket-not-closed", f"this bracket is never closed; add {wanted}", start)
        if met in CLOSERS:
            return self.fault("bracket-mismatch", f"this closes a bracket that was opened as {self._typed(start)}")
        return self.stranger(met)

    def _typed(self, at: int) -> str:
        return self.tokens.text[self.offsets[at]]

    def stranger(self, kind: str) -> Unreadable:
        """The fault of a token that cannot stand where it stands."""
        raise NotImplementedError

    def _group(self, kind: str, start: int, item: Node) -> Node:
        """One item between brackets: the item itself, or a row of one item in [[2x], [2y]]."""
        if kind == "M":
            self.lists.append(start)
            return Vector((item,), str(self.values[start]))
        if kind in ("[", "<", "⟨"):
            if self.inside == "]" and self.kinds[start - 1] in ("[", ",") and self.kinds[self.at] in (",", "]"):
                self.lists.append(start)
                return Vector((item,), "[]")
            whole = self.kinds[start - 1] in ("", "=") and self.kinds[self.at] == ""
            if whole and self.expected.is_list and not isinstance(item, Vector):
                self.lists.append(start)
                return Vector((item,), NAMES[kind])
            if kind != "[" and isinstance(item, Vector) and item.brackets == "{}":
                return item  # \langle {2x, 2y} \rangle
            if kind != "[":
                raise self.fault("list-of-one", "angle brackets hold at least two numbers: <a, b>", start)
            if self.at - start == 3:
                cure = "use ( ) or leave them out; a subscript is written x_1"
                raise self.fault("square-brackets", f"square brackets make a list here; {cure}", start)
        return item

    def _listed(self, rows: list[list[Node]], names: str, start: int) -> Vector:
        """Rows as one vector: a row or a column flat, a matrix as a vector of rows."""
        if len(rows) > 1 and all(len(row) == 1 and isinstance(row[0], Vector) for row in rows):
            rows = [[row[0] for row in rows]]  # [[1, 2]; [3, 4]]
        if len(rows) == 1:
            items = rows[0]
            if self.expected.keeps_rows and len({len(item.items) for item in items if isinstance(item, Vector)}) > 1:
                raise self.fault("ragged-rows", "the rows of a matrix must be equally long", start)
            if not self.expected.keeps_rows and all(
                isinstance(item, Vector) and len(item.items) == 1 for item in items
            ):
                items = [item.items[0] for item in items if isinstance(item, Vector)]
            return Vector(tuple(items), names)
        if len({len(row) for row in rows}) > 1:
            raise self.fault("ragged-rows", "the rows of a matrix must be equally long", start)
        if len(rows[0]) == 1 and not self.expected.keeps_rows:
            return Vector(tuple(row[0] for row in rows), names)
        return Vector(tuple(Vector(tuple(row), "[]") for row in rows), names)

    def _by_spaces(self, start: int) -> bool:
        """Whether spaces separate the items of the square bracket at `start`, as in [2x 2y] and [[1 2], [3 4]].

        Only where it is the whole answer or a row of a matrix, and holds no commas.
        """
        if not self.expected.spaces or self.inside not in ("", "]") or self.kinds[start - 1] == "f":
            return False
        if self.without_commas is None:
            self.without_commas = without_commas(self.kinds, self.expected.no_spaces_with)
        closing = self.without_commas.get(start, 0)
        if not closing:
            return False
        before, after = self.kinds[start - 1], self.kinds[closing + 1]
        if self.inside == "":
            return before in ("", "=") and (after in ("", "^") or self._is_turned(closing + 1))
        return before in ROW_ENDS and after in ROW_ENDS

    def transposed(self, vector: Vector) -> Node:
        self.at += 1
        braces = self.kinds[self.at] == "{"
        self.at += braces
        if self.values[self.at] not in TRANSPOSED or (braces and self.kinds[self.at + 1] != "}"):
            raise self.fault("power-of-vector", "a vector has no power; raise its components, or write norm(…)^2")
        self.at += 1 + braces
        return self._turned(vector)


def enclosing(kinds: Sequence[str], is_list: bool) -> list[int]:
    """Of each token the place of the bracket that it stands in, -1 for none; < > are brackets where lists are asked."""
    none = "|‖" if is_list else "<>|‖"
    open_at, found = [-1], []
    for at, kind in enumerate(kinds):
        if kind in CLOSERS and kind not in none and len(open_at) > 1:
            open_at.pop()
        found.append(open_at[-1])
        if kind in CLOSING and kind not in none:
            open_at.append(at)
    return found


def without_commas(kinds: Sequence[str], separators: Sequence[str]) -> dict[int, int]:
    """The square brackets that hold none of `separators` themselves, each with where it closes; one pass."""
    open_at: list[int] = []
    found: dict[int, int] = {}
    held: set[int] = set()  # the brackets that hold a separator
    for at, kind in enumerate(kinds):
        if kind in ("(", "[", "{", "⟨", "M"):
            open_at.append(at)
        elif open_at and kind in (")", "]", "}", "⟩", "N"):
            opening = open_at.pop()
            if kind == "]" and kinds[opening] == "[" and opening not in held:
                found[opening] = at
        elif open_at and kind in separators:
            held.add(open_at[-1])
    return found
