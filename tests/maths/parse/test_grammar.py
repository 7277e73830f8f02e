"""The grammars as tables: what binds how tightly, and a new notation as a row."""

import pytest

import quizengine.maths.parse
from quizengine.errors import Unreadable
from quizengine.maths.parse import Conventions, Notation, parse
from quizengine.maths.parse.author.grammar import AUTHOR
from quizengine.maths.parse.cursor import Cursor, Grammar, Infix, Prefix
from quizengine.maths.parse.grammar import ATOM, POWER, PRODUCT, expression
from quizengine.maths.parse.lexer.lexer import tokenize
from quizengine.maths.parse.lexer.token_kinds import STARTERS
from quizengine.maths.parse.lexer.words import names_of
from quizengine.maths.parse.student_grammar import STUDENT
from quizengine.maths.print import plain
from quizengine.maths.tree import Call, Number, Product, Vector

ASKED = Notation(("x", "y"), "expression")


def absolute(cursor, tree):
    """A sign after what it takes: x! as |x|."""
    cursor.at += 1
    return Call("abs", (tree,))


def half(cursor):
    """A sign before what it takes: ∂x as x·½."""
    cursor.at += 1
    return Product((expression(cursor, PRODUCT), Number(1, 2)))


def said(text, grammar):
    cursor = Cursor(tokenize(text, names_of(ASKED)), Conventions(), ASKED, grammar)
    tree = expression(cursor)
    assert cursor.peek() == "", "the rules leave the cursor after what they read"
    return plain(tree)


@pytest.mark.parametrize(("text", "says"), [("x!", "abs(x)"), ("2x!^2", "2*abs(x)^2"), ("(x + y)!", "abs(x + y)")])
def test_a_sign_after_a_tree_is_a_row_of_the_infix_rules(text, says):
    grammar = Grammar(STUDENT.prefix, {**STUDENT.infix, "!": Infix(POWER, absolute)})
    assert said(text, grammar) == says
    with pytest.raises(Unreadable, match="factorial"):
        parse(text, ASKED)


@pytest.mark.parametrize(
    ("text", "says"), [("∂x", "x*(1/2)"), ("2 - ∂x^2 y", "2 - (x^2*(1/2))*y"), ("√∂x", "sqrt(x*(1/2))")]
)
def test_a_sign_before_a_tree_is_a_row_of_the_prefix_rules(text, says):
    grammar = Grammar({**STUDENT.prefix, "!": Prefix(ATOM, half)}, STUDENT.infix)
    assert said(text, grammar) == says
    with pytest.raises(Unreadable):
        parse(text, ASKED)


@pytest.mark.parametrize("grammar", [STUDENT, AUTHOR], ids=["student", "author"])
def test_what_begins_a_factor_may_stand_beside_another_or_ends_it(grammar):
    atoms = {kind for kind, prefix in grammar.prefix.items() if prefix.power == ATOM}
    assert atoms - STARTERS <= {"]", '"'}  # ] begins the interval ]0, 1[, and is the end of all else
    assert set(grammar.infix) >= STARTERS


@pytest.mark.parametrize(
    ("text", "says"),
    [("-x^2", "-x^2"), ("2*-x y", "2*(-x)*y"), ("-x y", "-x*y"), ("2^-x y", "2^(-x)*y"), ("x - -y", "x - (-y)")],
)
def test_a_sign_stands_before_its_term_or_after_an_operator_before_its_factor(text, says):
    assert plain(parse(text, ASKED).tree) == says


@pytest.mark.parametrize(("text", "reason"), [("√-x", "operand-missing"), ("x + ---y", "signs-in-a-row")])
def test_a_sign_stands_nowhere_else(text, reason):
    with pytest.raises(Unreadable) as caught:
        parse(text, ASKED)
    assert caught.value.reason == reason


def test_the_walk_through_the_files_is_true():
    walk = quizengine.maths.parse.__doc__
    text = walk.partition("here `")[2].partition("`")[0]
    asked = Notation(("x", "y"), "vector")
    kinds = " ".join(tokenize(text, names_of(asked)).kinds[2:])
    assert kinds.strip() in " ".join(walk.split())
    assert parse(text, asked).tree == Vector(parse("(2x², 0.5y)", asked).tree.items, "()")
