"""The author's language."""

import pytest

from quizengine.errors import Unreadable
from quizengine.maths.parse import parse_author
from quizengine.maths.parse.author.nodes import Compare, Index, Logic, Text, Word
from quizengine.maths.tree import Call, Constant, Name, Negative, Number, Power, Product, Quotient, Sum, Vector

A, B, F, G, X, Y = (Name(name) for name in "abfgxy")
ONE, TWO, THREE = Number(1), Number(2), Number(3)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a*x", Product((A, X))),
        ("ax", Name("ax")),
        ("2x", Product((TWO, X))),
        ("(a + 1)(x - 2)", Product((Sum((A, ONE)), Sum((X, Negative(TWO)))))),
        ("g_1 + x0", Sum((Name("g_1"), Name("x0")))),
        ("1/2*x", Product((Quotient(ONE, TWO), X))),
        ("-x^2", Negative(Power(X, TWO))),
        ("e^(2*x)", Power(Constant("e"), Product((TWO, X)))),
        ("λ", Name("lambda")),
        ("x²", Power(X, TWO)),
        ("a·x", Product((A, X))),
        ("diff(f, x)", Word("diff", (F, X))),
        ("at(f, x = 1, y = 2)", Word("at", (F,), (("x", ONE), ("y", TWO)))),
        ("grad(f, x, y)[1]", Index(Word("grad", (F, X, Y)), (ONE,))),
        ("A[1, 2]", Index(Name("A"), (ONE, TWO))),
        ("v[1]^2", Power(Index(Name("v"), (ONE,)), TWO)),
        ("-g[1]*x", Negative(Product((Index(G, (ONE,)), X)))),
        ("2*at(f, x = 1)", Product((TWO, Word("at", (F,), (("x", ONE),))))),
        ("g[1] != g[2]", Compare((Index(G, (ONE,)), Index(G, (TWO,))), ("≠",))),
        ("a < x <= b", Compare((A, X, B), ("<", "≤"))),
        ("a = b", Compare((A, B), ("=",))),
        ("a == b", Compare((A, B), ("=",))),
        ("not a and b", Logic("and", (Logic("not", (A,)), B))),
        ("a or b and x", Logic("or", (A, Logic("and", (B, X))))),
        ("(a or b) and x", Logic("and", (Logic("or", (A, B)), X))),
        ("if(a = b, x, y)", Word("if", (Compare((A, B), ("=",)), X, Y))),
        ('if(a > 0, "warm", "cold")', Word("if", (Compare((A, Number(0)), (">",)), Text("warm"), Text("cold")))),
        ("distinct(a, b)", Word("distinct", (A, B))),
        ("norm(g)", Call("norm", (G,))),
        ("max(a, b)", Call("max", (A, B))),
        ("log(x)", Call("ln", (X,))),
        ("log(2, x)", Call("log", (TWO, X))),
        ("root(3, x)", Call("root", (THREE, X))),
        ("sin(x)^2", Power(Call("sin", (X,)), TWO)),
        ("step*g", Product((Name("step"), G))),
        ("[[a, b], [x, y]]", Vector((Vector((A, B), "[]"), Vector((X, Y), "[]")), "[]")),
        ("[a]", Vector((A,), "[]")),
        ("(a, b)", Vector((A, B), "()")),
        ("[]", Vector((), "[]")),
        ('"a (b"', Text("a (b")),
    ],
)
def test_reads(text, tree):
    assert parse_author(text) == tree


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ("", "empty", 0),
        ("a x", "product-sign-missing", 2),
        ("sin^2(x)", "argument-missing", 0),
        ("f(", "ends-too-early", 2),
        ("g[1", "bracket-not-closed", 1),
        ("f(a, )", "item-missing", 3),
        ("f(a))", "bracket-not-opened", 4),
        ("a +", "ends-too-early", 3),
        ("x!", "no-factorial", 1),
        ("()", "empty-brackets", 0),
        ("(a, b)^2", "power-of-vector", 6),
        ("∜(2, x)", "argument-count", 0),
        ("1 + not a", "unexpected", 4),
        ("eˢⁱⁿ", "argument-missing", 1),
        ('"open', "unknown-character", 0),
        ("a.b", "dot", 1),
        ("(" * 70, "too-many-brackets", 60),
        ("x" * 2001, "too-long", 2000),
        ("not " * 400 + "a", "too-deep", 480),
    ],
)
def test_refuses(text, reason, offset):
    with pytest.raises(Unreadable) as caught:
        parse_author(text)
    assert (caught.value.reason, caught.value.offset) == (reason, offset)
