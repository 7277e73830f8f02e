"""The author's language: the same rules in other tables, with whole words as names, calls, indexing, logic.

a*x^n + b*x*y^2        names are whole words: `ax` is one name, write a*x; a number may stand before one: 2x
at(f, x = 1, y = 2)    every name(…) that is no function of the tree is a Word; inside `at`, = is a named argument
g[1] != g[2], A[1, 2]  indexing from 1; comparisons = != < <= > >=
if(a = b, p, q)        everywhere else the = sign compares
not p and (q or r)     logic, loosest last: not, and, or
"heat"                 a text
"""

from __future__ import annotations

from quizengine.maths.parse.author.nodes import AuthorNode
from quizengine.maths.parse.author.rules import (
    author_bracket,
    author_function,
    author_power,
    author_product,
    called,
    compare,
    conjoin,
    disjoin,
    index,
    negate,
    relation_closes,
    text_literal,
)
from quizengine.maths.parse.author.tokens import tokenize_author
from quizengine.maths.parse.cursor import Cursor, Grammar, Infix, Prefix
from quizengine.maths.parse.fault_messages import fault
from quizengine.maths.parse.grammar import AND, ATOM, COMPARISON, INDEX, NOT, OR, POWER, PRODUCT, expression
from quizengine.maths.parse.lexer.token_kinds import RELATIONS, STARTERS
from quizengine.maths.parse.notation import DOCUMENTED, Notation
from quizengine.maths.parse.rules.arithmetic import item_ends
from quizengine.maths.parse.student_grammar import STUDENT
from quizengine.maths.parse.syntax_faults import unexpected
from quizengine.maths.tree import MAX_LENGTH, MAX_NODES

NOTATION = Notation((), "matrix")

AUTHOR = Grammar(
    {
        **STUDENT.prefix,
        **dict.fromkeys("([{⟨<", Prefix(ATOM, author_bracket)),
        "f": Prefix(ATOM, author_function),
        "w": Prefix(ATOM, called),
        '"': Prefix(ATOM, text_literal),
        "not": Prefix(NOT, negate),
    },
    {
        **STUDENT.infix,
        **dict.fromkeys(STARTERS, Infix(PRODUCT, author_product, item_ends)),
        "*": Infix(PRODUCT, author_product),
        "/": Infix(PRODUCT, author_product),
        "^": Infix(POWER, author_power),
        "[": Infix(INDEX, index),
        **dict.fromkeys(RELATIONS, Infix(COMPARISON, compare, relation_closes)),
        "and": Infix(AND, conjoin),
        "or": Infix(OR, disjoin),
    },
)


def parse_author(text: str) -> AuthorNode:
    """Return the tree of an author's text. Raises Unreadable and nothing else."""
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an expression has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        return _read_author(text)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; name parts of it in [let]") from None


def _read_author(text: str) -> AuthorNode:
    cursor = Cursor(tokenize_author(text), DOCUMENTED, NOTATION, AUTHOR)
    if len(cursor.kinds) == 1:
        raise fault("empty", 0, "nothing was written")
    if len(cursor.kinds) > MAX_NODES:
        raise fault("too-large", 0, "this has too many parts; name some of them in [let]")
    tree = expression(cursor)
    if cursor.peek() != "":
        raise unexpected(cursor)
    return tree
