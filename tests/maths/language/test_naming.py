"""Which names a text asks the values of: all in it but those that a word binds in its own expression."""

from __future__ import annotations

import pytest

from quizengine.maths.language.names_used import names_in

ASKED = [
    ("a*x + 2", "a x"),
    ("w1 + w_1", "w_1"),
    ("sin(u)^v/(r - s)", "r s u v"),
    ("grad(f, x, y)", "f x y"),
    ("at(f, x = c, y = 2*d)", "c d f"),
    ("at(f, (x, y) = P)", "P f x y"),
    ("A[i, j + 1]", "A i j"),
    ("a < b <= c", "a b c"),
    ("z = k", "k z"),
    ("not a > 0 and b > 0 or c", "a b c"),
    ('if(a > 0, "north", word)', "a word"),
    ("(u, [v, w])", "u v w"),
    # a bound name is asked for only outside the expression that it is bound in
    ("each(a*t, t, v)", "a v"),
    ("each(t*s + t, t, v, s, w)", "v w"),
    ("each(t, t, join(t, v))", "t v"),
    ("keep(t > low, t, v)", "low v"),
    ("sum(c*i, i, 1, n)", "c n"),
    ("product(i, i, i, n)", "i n"),
    ("iterate(x - h*x, x, start, n)", "h n start"),
    ("first(k*i > 9, i, 1, 5)", "k"),
    ("sum(v)", "v"),
    # what cannot be read asks for nothing
    ("3*(x +", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "names"), ASKED)
def test_names_in(text: str, names: str) -> None:
    assert sorted(names_in(text)) == names.split()
