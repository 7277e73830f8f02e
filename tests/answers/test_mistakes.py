"""Generic mistakes of gradients: each is named where it was made, and none where the numbers do not prove it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizengine.answers import KINDS, judge, key_from_text
from quizengine.answers.key import Key
from quizengine.maths.language import Workspace
from quizengine.maths.print import plain
from quizengine.maths.tree import Vector

# A function, its variables, and a point at which no coincidence makes two mistakes one.
GRADIENTS = [
    ("x^3*y - 2*x*y^2 + 4*y", "x y", (2, -1)),
    ("x^2 + 3*y^2 - x*y", "x y", (1, 3)),
    ("5*x^4 - x^2*y^3", "x y", (1, 2)),
    ("sin(x*y) + y^2", "x y", None),
    ("x*cos(y^2) + 2*y", "x y", None),
    ("exp(3*x - y)", "x y", None),
    ("x*exp(2*y) + y^2", "x y", (3, 0)),
    ("ln(x^2 + 3*y^2)", "x y", (1, 2)),
    ("x*ln(y) + 3*x^2", "x y", None),
    ("sqrt(x^2 + 4*y)", "x y", (3, 4)),
    ("x^2*y*z + 3*z^2 - 4*x", "x y z", (1, 2, -1)),
    ("exp(x*y) + z^2*y", "x y z", None),
    ("(2*w + b - 5)^2", "w b", (1, 1)),
    ("((w + b - 3)^2 + (2*w + b - 4)^2)/2", "w b", (0, 0)),
    ("ln(1 + exp(-3*w - b))", "w b", None),
    ("(sigmoid(3*w + b) - 1)^2", "w b", None),
    ("w^2*x^2 + 2*w*b*x - 6*w + b^2", "w b x", (1, 2, 3)),
]


def gradient(function: str, names: list[str], point: tuple[int, ...] | None) -> tuple[Key[object], list[str]]:
    """The key of a gradient, at a point if there is one, and its components as text."""
    general = f"grad({function}, {', '.join(names)})"
    answer: dict[str, object] = {"vector": general, "variables": names, "gradient_of": "f"}
    if point is not None:
        at = dict(zip(names, map(str, point), strict=True))
        put_in = ", ".join(f"{name} = {value}" for name, value in at.items())
        answer |= {"vector": f"at({general}, {put_in})", "unevaluated": general, "at": at}
    key = KINDS["vector"].model_validate(answer).draw(Workspace({}))
    node = key.node()
    assert isinstance(node, Vector)
    return key, [f"({plain(item)})" for item in node.items]


def vector(items: list[str]) -> str:
    return f"({', '.join(items)})"


def mistakes(items: list[str]) -> list[tuple[str, str]]:
    """The name of each mistake with what a learner types who makes it."""
    many, length = len(items), f"sqrt({' + '.join(f'{item}^2' for item in items)})"
    one_wrong = [[f"-{item}" if n == place else item for n, item in enumerate(items)] for place in range(many)]
    return [
        ("opposite-sign", vector([f"-{item}" for item in items])),
        ("components-swapped" if many == 2 else "components-permuted", vector(items[1:] + items[:1])),
        ("scalar-multiple", vector([f"7*{item}" for item in items])),
        ("factor-two-lost", vector([f"{item}/2" for item in items])),
        ("normalised", vector([f"{item}/{length}" for item in items])),
        ("sum-of-components", " + ".join(items)),
        ("length-of-vector", length),
        ("component-missing", items[-1]),
        ("component-missing", items[0] if many == 2 else vector(items[:-1])),
        ("extra-component", vector([*items, "1"])),
        *(("one-sign-wrong", vector(wrong)) for wrong in one_wrong),
    ]


@pytest.mark.parametrize(("function", "names", "point"), GRADIENTS, ids=[row[0] for row in GRADIENTS])
def test_each_generic_mistake_of_a_gradient_is_named(function: str, names: str, point: tuple[int, ...] | None) -> None:
    for where in {None, point}:
        key, items = gradient(function, names.split(), where)
        found = {typed: judge(key, typed).mistake for _, typed in mistakes(items)}
        assert {typed: name for name, typed in mistakes(items)} == found


def test_a_gradient_before_the_point_and_at_another_point() -> None:
    for function, names, point in GRADIENTS:
        if point is None or not any(point):
            continue
        key, _ = gradient(function, names.split(), point)
        general = f"grad({function}, {', '.join(names.split())})"
        assert judge(key, plain(Workspace({}).evaluate(general))).mistake == "not-evaluated"  # type: ignore[arg-type]
    key, _ = gradient("x^2*y + y^2", ["x", "y"], (1, 2))
    for other in ((2, 1), (-1, -2), (1, -2)):
        wrong, _ = gradient("x^2*y + y^2", ["x", "y"], other)
        assert judge(key, wrong.plain()).mistake == "wrong-point"


@pytest.mark.parametrize(
    ("function", "names", "typed"),
    [
        ("sin(3*x)*y", "x y", "(cos(3x)y, sin(3x))"),
        ("exp(3*x - y)", "x y", "(e^(3x-y), e^(3x-y))"),
        ("ln(x^2 + 3*y^2)", "x y", "(1/(x^2+3y^2), 1/(x^2+3y^2))"),
        ("ln(x^2 + 3*y^2)", "x y", "(2x/(x^2+3y^2), 1/(x^2+3y^2))"),
        ("cos(x*y)", "x y", "(-sin(xy), -sin(xy))"),
        ("cos(x^2) + sin(y^3)", "x y", "(-sin(x^2), cos(y^3))"),
        ("(x^2 + y)^3", "x y", "(3(x^2+y)^2, 3(x^2+y)^2)"),
        ("(4*x - y)^5", "x y", "(5(4x-y)^4, 5(4x-y)^4)"),
        ("(3*w + b - 5)^2", "w b", "(2(3w+b-5), 2(3w+b-5))"),  # the key is multiplied out
        ("tan(5*x) + y^2", "x y", "(1/cos(5x)^2, 2y)"),
        ("sigmoid(2*w + b)", "w b", "(sigmoid(2w+b)(1-sigmoid(2w+b)), sigmoid(2w+b)(1-sigmoid(2w+b)))"),
        ("x*exp(2*y) + sin(z^2)", "x y z", "(e^(2y), x e^(2y), 2z cos(z^2))"),
        ("sin(x*y) + y^2", "x y", "(cos(xy), 7)"),  # the other component is wrong otherwise
    ],
)
def test_a_lost_inner_derivative_is_named(function: str, names: str, typed: str) -> None:
    key, _ = gradient(function, names.split(), None)
    verdict = judge(key, typed)
    assert verdict.mistake == "inner-derivative-lost", verdict
    assert "the derivative of the inner function" in verdict.message.lower()


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("(3, 0)", "(1, 0)"),  # of one component alone, anything is a multiple
        ("(0, 1)", "(0, 5)"),
        ("(0, 0, 7)", "(0, 0, 21)"),
        ("(0, 0, 7)", "(0, 0)"),
        ("(2, 2)", "(5, 5)"),  # of equal components, another number in all places
        ("(2, -2)", "(3, -3)"),
        ("(1, 2)", "(19, 38)"),  # a factor that no slip makes
        ("(0.7071, 0.7071)", "(1/sqrt(2), 1/sqrt(2))"),  # the length is 1 but for rounding
        ("(0.6, 0.79)", "(0.6, 0.79)/sqrt(0.9841)"),
        ("(1/sqrt(2), 1/sqrt(2))", "(0.7071, 0.7071)"),
        ("(3, -3)", "0"),  # the sum, and what is typed when nothing is known
        ("(0, 5)", "0"),
        ("(3, 4)", "(-3, 5)"),  # one number has the wrong sign by accident
        ("(4, 6)", "(2, 7)"),
        ("(3, 4)", "(0, 0)"),
        ("(x, y)", "(x^2, y^2)"),
        ("(2x, 3)", "(3, 2x + 1)"),
    ],
)
def test_a_coincidence_is_not_named(key: str, typed: str) -> None:
    verdict = judge(key_from_text("vector", key), typed)
    assert verdict.outcome != "correct"
    assert verdict.mistake is None, verdict


@pytest.mark.parametrize(
    ("key", "typed", "name", "told"),
    [
        ("(3, 0)", "3", "component-missing", "This is component 1 alone"),  # it is the sum and the length as well
        ("(2, 2)", "2", "component-missing", "This is one component alone"),
        ("(2, 2, 5)", "(2, 5)", "component-missing", "One component is missing"),
        ("(1, 2)", "(1, 9, 2)", "extra-component", "Component 2 is one too many"),
        ("(2, 2, 5)", "(6, 6, 15)", "scalar-multiple", "Every component is 3 times"),
        ("(1, 2)", "(0.447, 0.894)", "normalised", "You divided by the length"),
        ("(1, 2)", "2.236", "length-of-vector", "This is the length"),
        ("(2x, 2y, 2z)", "(-2x, -2y, 2z)", "opposite-sign", "The x-component and the y-component have the wrong sign"),
        ("(2x*y, x^2)", "(-2x*y, y)", "one-sign-wrong", "The x-component has the wrong sign, for one"),
        ("(x^2 + y, 2y)", "(x^2 + y/2, y/2 + 1)", "factor-two-lost", "The x-component, for one: a factor 2 is lost"),
    ],
)
def test_what_is_said_of_a_mistake_is_true(key: str, typed: str, name: str, told: str) -> None:
    verdict = judge(key_from_text("vector", key), typed)
    assert verdict.mistake == name, verdict
    assert told in verdict.message


small = st.integers(-6, 6)
PROOFS = {
    "opposite-sign": lambda key, typed: sum(a == -b != 0 for a, b in zip(key, typed, strict=True)) > 1,
    "one-sign-wrong": lambda key, typed: sum(a != b for a, b in zip(key, typed, strict=True)) == 1,
    "components-swapped": lambda key, typed: typed == key[::-1],
    "components-permuted": lambda key, typed: sorted(typed) == sorted(key),
    "scalar-multiple": lambda key, typed: len({Fraction(b, a) for a, b in zip(key, typed, strict=True) if a}) == 1,
    "factor-two-lost": lambda key, typed: all(b in (a, a / 2) for a, b in zip(key, typed, strict=True)),
    "not-normalised": lambda key, typed: False,  # no whole vector with two components has length 1
    "normalised": lambda key, typed: False,
}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(small, small), min_size=2, max_size=3))
def test_a_random_wrong_vector_is_called_only_what_it_is(pairs: list[tuple[int, int]]) -> None:
    key, typed = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    assume(key != typed)
    verdict = judge(key_from_text("vector", str(tuple(key))), str(tuple(typed)))
    assert verdict.mistake is None or PROOFS[verdict.mistake](key, typed), verdict
