"""Rules that hold for every key and every answer."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.trees import rational_trees, smooth_trees

from quizengine.answers import judge
from quizengine.answers.comparison.decimals import literal
from quizengine.answers.comparison.values_at_points import sample, value_at
from quizengine.answers.constraints import Accuracy, Constraints
from quizengine.answers.generic_mistakes import NAMES
from quizengine.answers.kinds.direction import DirectionKey
from quizengine.answers.kinds.expression import ExpressionKey
from quizengine.answers.kinds.matrix import MatrixKey
from quizengine.answers.kinds.number import NumberKey
from quizengine.answers.kinds.order import agreement
from quizengine.answers.kinds.points import PointsKey
from quizengine.answers.kinds.sequence import SequenceKey
from quizengine.answers.kinds.vector import VectorKey
from quizengine.answers.kinds.words import slips_between
from quizengine.maths.equality import same, value
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Call, Name, Negative, Node, Number, Product, Quotient, Vector, variables

XY = Constraints(("x", "y"))
FEW = settings(max_examples=60, deadline=None)
numbers = st.builds(
    lambda p, q: Number(Fraction(p, q).numerator, Fraction(p, q).denominator), st.integers(-99, 99), st.integers(1, 12)
)
texts = st.text(alphabet="abcdef ", max_size=9)
trees = st.one_of(rational_trees, smooth_trees)


def unequal(left: Node, right: Node) -> bool:
    return same(left, right, ("x", "y")).equal is False


@FEW
@given(st.lists(smooth_trees, min_size=1, max_size=4))
def test_a_key_typed_as_it_is_told_is_right(items: list[Node]) -> None:
    keys = [ExpressionKey(items[0], XY), VectorKey(tuple(items), XY), MatrixKey((tuple(items), tuple(items)), XY)]
    for key in keys:
        if isinstance(key, VectorKey) and len(items) < 2:
            continue
        verdict = judge(key, key.plain())
        assert verdict.outcome == "correct" or _has_no_value(items), (key.plain(), verdict)


def _has_no_value(items: list[Node]) -> bool:
    return any(same(item, item, ("x", "y")).equal is not True or _undefined(item) for item in items)


def _undefined(item: Node) -> bool:
    return value(item, (("x", Fraction(1)), ("y", Fraction(2)))) == "undefined"


@FEW
@given(st.lists(numbers, min_size=2, max_size=4))
def test_a_key_of_numbers_typed_as_it_is_told_is_right(items: list[Node]) -> None:
    for key in (
        NumberKey(items[0]),
        VectorKey(tuple(items)),
        SequenceKey(tuple(items)),
        PointsKey(tuple(dict.fromkeys(items))),
        PointsKey((Vector(tuple(items)), Vector((*items[1:], Number(100))))),
    ):
        assert judge(key, key.plain()).outcome == "correct", key.plain()


@FEW
@given(trees, trees)
def test_swapped_components_are_right_only_where_they_are_equal(first: Node, second: Node) -> None:
    assume(unequal(first, second) and unequal(second, first))
    verdict = VectorKey((first, second), XY).judge(Reading(Vector((second, first))))
    assert verdict.outcome == "incorrect"
    assert verdict.credit == 0


@FEW
@given(trees, trees, trees)
def test_credit_is_the_share_of_right_components(first: Node, second: Node, other: Node) -> None:
    assume(unequal(second, other))
    verdict = VectorKey((first, second), XY).judge(Reading(Vector((first, other))))
    assert (verdict.outcome, verdict.credit, verdict.parts) == ("partial", 0.5, (1.0, 0.0))


def _negative(items: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(Negative(item) for item in items)


TURNS = {
    "opposite-sign": _negative,
    "factor-two-lost": lambda items: tuple(Quotient(item, Number(2)) for item in items),
    "scalar-multiple": lambda items: tuple(Product((Number(3), item)) for item in items),
    "components-swapped": lambda items: items[::-1],
    "one-sign-wrong": lambda items: (items[0], Negative(items[1])),
    "normalised": lambda items: tuple(Quotient(item, Call("norm", items)) for item in items),
    "component-missing": lambda items: items[:1],
    "extra-component": lambda items: (*items, Number(7)),
}


@FEW
@given(st.sampled_from(sorted(TURNS)), smooth_trees, smooth_trees)
def test_a_generic_mistake_that_was_made_is_named(made: str, first: Node, second: Node) -> None:
    items = (first, second)
    assume(not _undefined(first) and not _undefined(second))
    assume(all(same(Number(0), item, ("x", "y")).equal is False for item in items))
    reading = Reading(Vector(TURNS[made](items)))
    key = VectorKey(items, XY)
    if key.judge(reading).outcome in ("incorrect", "partial"):
        diagnosis = key.diagnosis(reading)
        if diagnosis is None and made == "scalar-multiple":
            assert _one_number(items)  # another number in both places proves no common factor
            return
        if diagnosis is None and made == "normalised":
            assert _near_one(items)  # what dividing by such a length changes may be rounding
            return
        assert diagnosis is not None
        assert diagnosis.name in NAMES
        assert diagnosis.name == made or _also(made, diagnosis.name, items), diagnosis


def _near_one(items: tuple[Node, ...]) -> bool:
    """Is the vector everywhere about as long as a unit vector?"""
    lengths = [value_at(Call("norm", items), point) for point in sample(XY, 4)]
    return all(length is None or 0.95 <= length <= 1.05 for length in lengths)


def _one_number(items: tuple[Node, ...]) -> bool:
    opposite = Negative(items[1])
    equal = (same(items[0], other, ("x", "y")).equal for other in (items[1], opposite))
    return not any(map(variables, items)) and any(equal)


def _also(made: str, named: str, items: tuple[Node, ...]) -> bool:
    """Is what was named true of what was made as well?"""
    turn = TURNS.get(named)
    return turn is not None and all(
        same(left, right, ("x", "y")).equal is True for left, right in zip(turn(items), TURNS[made](items), strict=True)
    )


@FEW
@given(st.lists(numbers, min_size=2, max_size=3), st.integers(-9, 9), st.integers(1, 9))
def test_a_direction_is_right_for_every_positive_multiple_and_no_other(items: list[Node], p: int, q: int) -> None:
    assume(any(item != Number(0) for item in items))
    c = Number(Fraction(p, q).numerator, Fraction(p, q).denominator)
    reading = Reading(Vector(tuple(Product((c, item)) for item in items)))
    assert (DirectionKey(tuple(items)).judge(reading).outcome == "correct") == (p > 0)
    assert (DirectionKey(tuple(items), "nonzero").judge(reading).outcome == "correct") == (p != 0)


@FEW
@given(numbers, st.integers(1, 8))
def test_a_number_rounded_to_the_digits_asked_is_right(number: Number, digits: int) -> None:
    exact = Fraction(number.numerator, number.denominator)
    text = f"{float(exact):.{digits - 1}e}"
    mantissa, exponent = text.split("e")
    typed = f"{mantissa}*10^({int(exponent)})"
    key = NumberKey(number, Constraints(accuracy=Accuracy(digits)))
    assert judge(key, typed).outcome == "correct", typed


@FEW
@given(st.integers(-999, 999), st.integers(0, 6))
def test_the_figures_of_a_typed_decimal_are_counted_as_written(digits: int, places: int) -> None:
    shown = f"{Decimal(abs(digits)).scaleb(-places):f}"
    number = Fraction(shown)
    tree = Number(number.numerator, number.denominator, shown if places else "")
    found = literal(Negative(tree) if digits < 0 else tree)
    if places or digits:
        assert found is not None
        assert found.unit == Fraction(1, 10**places)
        assert found.figures == max(1, len(str(abs(digits)))) or digits == 0


@FEW
@given(st.permutations(range(5)))
def test_the_credit_of_an_order_and_of_its_reverse_are_never_both_positive(order: list[int]) -> None:
    right = (0, 1, 2, 3, 4)
    forward, backward = agreement(right, tuple(order)), agreement(right, tuple(order[::-1]))
    assert 0 <= forward <= 1
    assert not (forward and backward)
    assert (forward == 1) == (tuple(order) == right)


@FEW
@given(texts, texts)
def test_slips_of_spelling_are_symmetric_and_zero_for_equal_words(left: str, right: str) -> None:
    assert slips_between(left, right) == slips_between(right, left)
    assert (slips_between(left, right) == 0) == (left == right)


@FEW
@given(st.text(max_size=40))
def test_nothing_typed_ever_raises(text: str) -> None:
    for key in (VectorKey((Name("x"), Name("y")), XY), NumberKey(Number(3)), PointsKey((Number(1), Number(2)))):
        verdict = judge(key, text)
        assert len(verdict.message) <= 200
        assert "\n" not in verdict.message
