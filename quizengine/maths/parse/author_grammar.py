"""The author's language: the same grammar with whole words as names, calls, indexing, comparisons and logic.

a*x^n + b*x*y^2        names are whole words: `ax` is one name, write a*x; a number may stand before one: 2x
at(f, x = 1, y = 2)    every name(…) that is no function of the tree is a Word; inside `at`, = is a named argument
g[1] != g[2], A[1, 2]  indexing from 1; comparisons = != < <= > >=
if(a = b, p, q)        everywhere else the = sign compares
not p and (q or r)     logic, loosest last: not, and, or
"heat"                 a text
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from quizengine.errors import Unreadable
from quizengine.maths.parse.arithmetic import RELATIONS
from quizengine.maths.parse.author_nodes import AuthorNode, Compare, Index, Logic, Text, Word
from quizengine.maths.parse.author_tokens import tokenize_author
from quizengine.maths.parse.messages import fault
from quizengine.maths.parse.notation import DOCUMENTED, Notation
from quizengine.maths.parse.student import Student
from quizengine.maths.tree import MAX_LENGTH, MAX_NODES, Call, Name, Node, Vector

NOTATION = Notation((), "matrix")


class Author(Student):
    """The grammar of an author's text. Its trees may hold author nodes, whatever the types say."""

    __slots__ = ()

    def prefix(self, kind: str) -> Node:
        if kind == "w":
            return self._called()
        if kind == '"':
            self.at += 1
            return cast(Node, Text(self.values[self.at - 1]))
        return super().prefix(kind)

    def factor(self) -> Node:
        at = self.at
        kind = self.kinds[at]
        if kind == "x" or kind == "0":
            base: Node = self.values[at]
            self.at = at + 1
        else:
            base = self.prefix(kind)
        while self.kinds[self.at] == "[":
            base = cast(Node, Index(base, self.arguments("[")))
        return self.power(base) if self.kinds[self.at] == "^" else base

    def side_by_side(self, kind: str) -> Node:
        if self.kinds[self.at - 1] in ("x", "]") or kind in ("?", "!"):
            raise self.stranger(kind) if kind in ("?", "!") else self._not_joined()
        return super().side_by_side(kind)

    def _closes(self, kind: str) -> bool:
        return kind == "<" or super()._closes(kind)

    def _not_joined(self) -> Unreadable:
        return self.fault("product-sign-missing", "write * between names: a*x")

    def apply(self) -> Node:
        if self.kinds[self.at + 1] != "(":
            name = self.values[self.at]
            raise self.fault("argument-missing", f"write {name}(…) with brackets; a power goes after them: {name}(x)^2")
        return super().apply()

    def build(self, name: str, arguments: tuple[Node, ...], base: Node | None, start: int) -> Node:
        if name in ("log", "root") and len(arguments) == 2:
            return Call(name, arguments)
        return super().build(name, arguments, base, start)

    def power(self, base: Node) -> Node:
        if isinstance(base, Vector):
            raise self.fault("power-of-vector", "a vector has no power; write transpose(…) or norm(…)^2")
        return super().power(base)

    def _called(self) -> Node:
        """name(argument, …); in at(…) also name = value"""
        start = self.at
        name: str = self.values[start]
        self.at += 1
        outside = self.enter("(")
        arguments: list[AuthorNode] = []
        named: list[tuple[str, AuthorNode]] = []
        while self.kinds[self.at] != ")" or self.kinds[self.at - 1] == ",":
            if name == "at" and self.kinds[self.at] == "x" and self._is_assigned():
                variable: Name = self.values[self.at]
                self.at += 2
                named.append((variable.name, self.expression()))
            else:
                arguments.append(self.expression())
            if self.kinds[self.at] != ",":
                break
            self.at += 1
        if self.kinds[self.at] != ")":
            raise self.unclosed(start + 1)
        self.leave(outside)
        return cast(Node, Word(name, tuple(arguments), tuple(named)))

    def _is_assigned(self) -> bool:
        """Whether `name =` stands here, with one = sign."""
        after = self.at + 1
        single = self.kinds[after] == "=" and self.tokens.text[self.offsets[after] :][:2] != "=="
        return single and self.values[after] == "=" and isinstance(self.values[self.at], Name)

    def expression(self) -> Node:
        """Alternatives joined by `or`."""
        return self._joined("or", lambda: self._joined("and", self._negated))

    def _joined(self, operator: str, parse: Callable[[], Node]) -> Node:
        operands = [parse()]
        while self.kinds[self.at] == operator:
            self.at += 1
            operands.append(parse())
        if len(operands) == 1:
            return operands[0]
        return cast(Node, Logic("or" if operator == "or" else "and", tuple(operands)))

    def _negated(self) -> Node:
        if self.kinds[self.at] != "not":
            return self._compared()
        self.deeper()
        self.at += 1
        operand = self._negated()
        self.depth -= 1
        return cast(Node, Logic("not", (operand,)))

    def _compared(self) -> Node:
        sides, signs = [self.sum()], []
        while self.kinds[self.at] in RELATIONS and self.kinds[self.at] != self.inside:
            signs.append(str(self.values[self.at]))
            self.at += 1
            sides.append(self.sum())
        return cast(Node, Compare(tuple(sides), tuple(signs))) if signs else sides[0]

    def _group(self, kind: str, start: int, item: Node) -> Node:
        return Vector((item,), "[]") if kind == "[" else item

    def _by_spaces(self, start: int) -> bool:
        return False

    def _empty(self, kind: str, start: int, outside: tuple[str, bool]) -> Node:
        if kind == "(":
            raise self.fault("empty-brackets", "nothing stands between these brackets", start)
        self.leave(outside)
        return Vector((), "{}" if kind == "{" else "[]")


def parse_author(text: str) -> AuthorNode:
    """The tree of an author's text. Raises Unreadable and nothing else."""
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an expression has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        return _read_author(text)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; name parts of it in [let]") from None


def _read_author(text: str) -> AuthorNode:
    parser = Author(tokenize_author(text), DOCUMENTED, NOTATION)
    if len(parser.kinds) == 1:
        raise fault("empty", 0, "nothing was written")
    if len(parser.kinds) > MAX_NODES:
        raise fault("too-large", 0, "this has too many parts; name some of them in [let]")
    tree = parser.expression()
    if parser.kinds[parser.at] != "":
        raise parser.stranger(parser.kinds[parser.at])
    return tree
