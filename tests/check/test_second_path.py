"""Keys confirmed on a path that did not make them, and results that another path contradicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.check.second_path import confirm
from quizengine.check.second_path.confirming import paths_of
from quizengine.check.second_path.differences import derivative_agrees, values_agree
from quizengine.check.second_path.made_with import calculus_alone, derived, lines_behind, repeating, verified
from quizengine.draw import draw_question
from quizengine.item import Item
from quizengine.maths.cas import Call, derivatives, noted, polynomials
from quizengine.maths.language import Workspace
from quizengine.maths.tree import Node

CALLS = [  # an author's text, the paths that confirm what it gives
    ("diff(x^3*y, x)", {"SymPy": True, "differences": True}),
    ("diff(x^3*y, x, 2, y)", {"SymPy": True, "differences": True}),
    ("diff(sin(x*y), x)", {"differences": True}),
    ("diff((x^2, exp(x)), x)", {"differences": True}),
    ("grad(x^2*y - 3*y, x, y)", {"SymPy": True, "differences": True}),
    ("grad(ln(1 + exp(-x*y)), x, y)", {"differences": True}),
    ("grad(norm(x, y), x, y)", {"differences": True}),
    ("grad(abs(x - 2)*y, x, y)", {"differences": True}),
    ("hessian(x^2*y + y^3, x, y)", {"SymPy": True, "differences": True}),
    ("hessian(exp(x*y), x, y)", {"differences": True}),
    ("jacobian((x*y, x^2 - y), x, y)", {"SymPy": True, "differences": True}),
    ("expand((x + 2*y)^3)", {"SymPy": True, "numbers": True}),
    ("expand((1 + sqrt(x))^2)", {"numbers": True}),
    ("factor(x^2 - y^2)", {"numbers": True}),
    ("simplify(sin(x)^2 + cos(x)^2)", {"numbers": True}),
    ("solve(x^2 - 5*x + 6, x)", {"numbers": True}),
    ("solve(x^2 = 2, x)", {"numbers": True}),
    ("solve((x + y - 3, x - y - 1), x, y)", {"numbers": None}),  # that there are no others, nobody has counted
]


@pytest.mark.parametrize(("text", "paths"), CALLS, ids=[text for text, _ in CALLS])
def test_what_a_word_gives_is_confirmed(text: str, paths: dict[str, bool | None]) -> None:
    with noted() as calls:
        Workspace().evaluate(text)
    assert [dict(paths_of(call)) for call in calls] == [paths]


WRONG = [  # a word, what it is given, by what, a result that is wrong, the path that says so
    ("diff", "x^3*y", "x", "3*x^2", "SymPy"),
    ("diff", "x^3*y", "x", "2*x^2*y", "differences"),
    ("diff", "sin(x*y)", "x", "x*cos(x*y)", "differences"),
    ("diff", "sin(x)", "xx", "sin(x)", "differences"),
    ("grad", "x^2*y", "xy", "(x^2, 2*x*y)", "SymPy"),
    ("hessian", "x^2*y + y^3", "xy", "[[2*y, 2*x], [2*x, 6]]", "differences"),
    ("jacobian", "(x*y, x^2)", "xy", "[[y, x], [0, 2*x]]", "SymPy"),
    ("expand", "(x + y)^2", "", "x^2 + y^2", "SymPy"),
    ("factor", "x^2 - y^2", "", "(x - y)^2", "numbers"),
    ("solve", "x^2 - 4", "x", "(0, 2)", "numbers"),
    ("solve", "x^3 - x", "x", "(-1, 1)", "numbers"),
]


@pytest.mark.parametrize(("word", "function", "by", "gave", "path"), WRONG)
def test_a_wrong_result_is_contradicted(word: str, function: str, by: str, gave: str, path: str) -> None:
    given_to, result = (Workspace().evaluate(text) for text in (function, gave))
    assert isinstance(given_to, Node)
    assert isinstance(result, Node)
    assert dict(paths_of(Call(word, given_to, tuple(by), result)))[path] is False  # type: ignore[index]


coefficients = st.lists(st.integers(-9, 9), min_size=3, max_size=3)
FUNCTIONS = (
    "{0}*x^3*y + {1}*x + {2}",
    "sin({0}*x + {1}*y) + {2}",
    "exp({0}*x/9)*({1}*y + {2})",
    "ln(x^2 + {0}^2 + 1)*y",
)


@given(coefficients, st.sampled_from(FUNCTIONS), st.integers(1, 5))
def test_every_derivative_agrees_and_no_other_function_does(numbers: list[int], shape: str, off: int) -> None:
    here = Workspace().define("f", shape.format(*numbers)).define("d", "diff(f, x)")
    function, derivative, other = (here.evaluate(text) for text in ("f", "d", f"d + {off}/1000"))
    assert isinstance(function, Node)
    assert isinstance(derivative, Node)
    assert isinstance(other, Node)
    assert derivative_agrees(function, ("x",), derivative)
    assert derivative_agrees(function, ("x",), other) is False
    assert values_agree(derivative, other) is False


ITEM = """title = 'Rate'
skills = ['s']
difficulty = 1
prompt = 'Find it for $f = << f >>$.'
[parameters]
a = { integers = [2, 60] }
[let]
f = 'a*x^2 + sin(a)*0'
g = 'diff(f, x)'
m = 'at(g, x = 2)'
h = '2*a*x'
k = 'm + a'
[verify]
LINES
[answer]
KEY
"""

PATHS = [  # the answer, the lines of [verify], what confirms the key, whether a word that differentiates makes it
    ("expression = 'g'", "", ("SymPy", "differences"), True),
    ("expression = 'diff(f, x)'", "", ("SymPy", "differences"), True),
    ("number = 'm'", "", ("SymPy", "differences"), True),
    ("vector = ['g', 'm']", "", ("SymPy", "differences"), True),
    ("expression = 'h'", "", (), False),
    ("number = 'k'", "", (), True),
    ("number = 'k'", "'again' = 'k - a = 4*a'", ("verify",), True),
    ("number = 'k'", "'again' = 'k = 4*a + a'", ("verify",), True),
    ("number = 'k'", "'again' = 'k = m + a'", (), True),
    ("number = 'k'", "'again' = 'm + a = k'", (), True),
    ("number = 'k'", "'again' = 'k = k'", (), True),
    ("number = 'k'", "'positive' = 'k > 0'", (), True),
    ("number = 'k'", "'of another' = 'm = 4*a'", (), True),
    ("number = 'k'", "'near' = 'close(k, 5*a, 6)'", ("verify",), True),
    ("expression = 'g'", "'again' = 'g = 2*a*x'", ("SymPy", "differences", "verify"), True),
    ("number = '5*a'", "", (), False),
    ("number = '5*a'", "'again' = '5*a = m + a'", ("verify",), False),
]


@pytest.mark.parametrize(("key", "lines", "paths", "by_calculus"), PATHS)
def test_the_paths_of_a_key(key: str, lines: str, paths: tuple[str, ...], by_calculus: bool) -> None:
    item = Item.read("t/i", Path("t/i.toml"), ITEM.replace("KEY", key).replace("LINES", lines))
    confirmation, against = confirm(draw_question(item, 1, {}), 0)
    assert (confirmation.paths, against) == (paths, ())
    assert derived(item.parts[0], item.body) == by_calculus


def test_arithmetic_after_calculus_is_confirmed_in_part_only() -> None:
    item = Item.read("t/i", Path("t/i.toml"), ITEM.replace("KEY", "number = 'k'").replace("LINES", ""))
    confirmation, _ = confirm(draw_question(item, 1, {}), 0)
    assert (confirmation.paths, confirmation.partly) == ((), ("SymPy", "differences"))
    body = item.body
    assert lines_behind(("k",), body) == ("f", "g", "m", "k")
    assert not calculus_alone(("k",), body)
    assert not verified(("k",), body)
    assert list(repeating(body)) == []


def test_a_rule_of_ours_that_is_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard of the engine: were the rule for polynomials wrong, every key that it makes would be."""
    right = polynomials.derived
    monkeypatch.setattr(derivatives, "derived", lambda polynomial, variable: 2 * right(polynomial, variable))
    derivatives.differentiate.cache_clear()
    item = Item.read("t/i", Path("t/i.toml"), ITEM.replace("KEY", "expression = 'g'").replace("LINES", ""))
    confirmation, against = confirm(draw_question(item, 1, {}), 0)
    derivatives.differentiate.cache_clear()
    assert confirmation.paths == ()
    assert [(fault.where, fault.message[:36]) for fault in against] == [
        (("let", "g"), "diff(…) gives another result than Sy")
    ]
