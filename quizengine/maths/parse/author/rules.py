"""Rules of the author's language alone: words, indexing, comparisons, logic, texts, and brackets that hold one item.

The trees may hold author nodes, whatever the types of the rules say.
"""

from __future__ import annotations

from typing import cast

from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Index, Logic, Text, Word
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import AND, COMPARISON, OR, expression
from quizengine.maths.parse.lexer.token_kinds import RELATIONS
from quizengine.maths.parse.rules.arithmetic import juxtaposed, products
from quizengine.maths.parse.rules.atoms import arguments
from quizengine.maths.parse.rules.brackets import bracketed
from quizengine.maths.parse.rules.function_calls import build
from quizengine.maths.parse.rules.powers import raise_to
from quizengine.maths.parse.syntax_faults import unclosed, unexpected
from quizengine.maths.tree import Call, Name, Node, Vector

BASE_FIRST = ("log", "root")  # with two arguments: log(2, x), root(3, x)


def author_function(cursor: Cursor) -> Node:
    """Read a function of the tree, which needs brackets."""
    start = cursor.at
    name: str = cursor.values[start]
    if cursor.peek(1) != "(":
        raise cursor.fault("argument-missing", f"write {name}(…) with brackets; a power goes after them: {name}(x)^2")
    cursor.at += 1
    given = arguments(cursor)
    return Call(name, given) if name in BASE_FIRST and len(given) == 2 else build(cursor, name, given, None, start)


def called(cursor: Cursor) -> Node:
    """Read name(argument, …); in at(…) also name = value."""
    name: str = cursor.advance()
    start = cursor.at
    outside = cursor.enter()
    given: list[AuthorNode] = []
    named: list[tuple[str, AuthorNode]] = []
    while cursor.peek() != ")" or cursor.peek(-1) == ",":
        if name == "at" and _is_assigned(cursor):
            variable: Name = cursor.values[cursor.at]
            cursor.at += 2
            named.append((variable.name, expression(cursor)))
        else:
            given.append(expression(cursor))
        if cursor.peek() != ",":
            break
        cursor.at += 1
    if cursor.peek() != ")":
        raise unclosed(cursor, start)
    cursor.leave(outside)
    return cast(Node, Word(name, tuple(given), tuple(named)))


def _is_assigned(cursor: Cursor) -> bool:
    """Whether `name =` stands here, with one = sign."""
    if cursor.peek() != "x" or not isinstance(cursor.values[cursor.at], Name):
        return False
    after = cursor.at + 1
    double = cursor.tokens.text[cursor.offsets[after] :][:2] == "=="
    return cursor.kinds[after] == "=" and cursor.values[after] == "=" and not double


def text_literal(cursor: Cursor) -> Node:
    """Read a text between quotes."""
    return cast(Node, Text(cursor.advance()))


def index(cursor: Cursor, value: Node) -> Node:
    """Read the positions of value[position, …]."""
    return cast(Node, Index(value, arguments(cursor)))


def author_product(cursor: Cursor, first: Node) -> Node:
    """Read the rest of a product, in which a sign must stand after a name."""
    return products(cursor, first, _beside)


def _beside(cursor: Cursor) -> Node:
    if cursor.peek() in ("?", "!"):
        raise unexpected(cursor)
    if cursor.peek(-1) in ("x", "]"):
        raise cursor.fault("product-sign-missing", "write * between names: a*x")
    return juxtaposed(cursor)


def author_power(cursor: Cursor, base: Node) -> Node:
    """Read the exponent of `base`, which is no vector."""
    if isinstance(base, Vector):
        raise cursor.fault("power-of-vector", "a vector has no power; write transpose(…) or norm(…)^2")
    return raise_to(cursor, base)


def compare(cursor: Cursor, first: Node) -> Node:
    """Read the rest of side = side < side …"""
    sides, signs = [first], []
    while cursor.peek() in RELATIONS and not relation_closes(cursor):
        signs.append(str(cursor.advance()))
        sides.append(expression(cursor, COMPARISON))
    return cast(Node, Compare(tuple(sides), tuple(signs)))


def relation_closes(cursor: Cursor) -> bool:
    """Return whether > closes <a, b>."""
    return cursor.peek() == cursor.inside


def negate(cursor: Cursor) -> Node:
    """Read `not` with a comparison."""
    cursor.deeper()
    cursor.at += 1
    operand = expression(cursor, AND)
    cursor.depth -= 1
    return cast(Node, Logic("not", (operand,)))


def conjoin(cursor: Cursor, first: Node) -> Node:
    """Read the rest of operand and operand …"""
    return cast(Node, Logic("and", _operands(cursor, first, "and", AND)))


def disjoin(cursor: Cursor, first: Node) -> Node:
    """Read the rest of operand or operand …"""
    return cast(Node, Logic("or", _operands(cursor, first, "or", OR)))


def _operands(cursor: Cursor, first: Node, operator: str, power: int) -> tuple[Node, ...]:
    found = [first]
    while cursor.peek() == operator:
        cursor.at += 1
        found.append(expression(cursor, power))
    return tuple(found)


def author_bracket(cursor: Cursor) -> Node:
    """Read what an opening bracket begins; [a] is a list of one, [] and {} are empty lists."""
    return bracketed(cursor, _group, _empty)


def _group(cursor: Cursor, start: int, item: Node) -> Node:
    return Vector((item,), "[]") if cursor.kinds[start] == "[" else item


def _empty(cursor: Cursor, start: int) -> Node:
    kind = cursor.kinds[start]
    if kind == "(":
        raise cursor.fault("empty-brackets", "nothing stands between these brackets", start)
    return Vector((), "{}" if kind == "{" else "[]")
