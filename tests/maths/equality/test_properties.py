"""What must hold of every decision, on random trees."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mpmath import mpf
from support.independent import NoValue, value
from support.trees import any_trees, mutate, rational_trees, rewrite, smooth_trees

from quizengine.maths.equality import same
from quizengine.maths.equality.at_point import LADDER, Found, at
from quizengine.maths.equality.cases import Told, walk_cases
from quizengine.maths.equality.domain import REAL, points
from quizengine.maths.equality.normal_form.canonical import Algebra, compare_forms, form
from quizengine.maths.equality.normal_form.ring import SIZES, NoRoom
from quizengine.maths.equality.prepared import Prepared
from quizengine.maths.tree import Node

NAMES = ("x", "y")
# Not the points of the judge: these it has never seen.
POINTS = [("7/11", "13/9"), ("-5/7", "17/13"), ("29/17", "-3/11"), ("-8/3", "-19/23"), ("41/10", "1/97")]

trials = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def apart(key: Node, answer: Node) -> bool:
    """Do key and answer differ, or the answer have no value where the key has one, at one of POINTS?"""
    for x, y in POINTS:
        point = {
            "x": mpf(Fraction(x).numerator) / Fraction(x).denominator,
            "y": mpf(Fraction(y).numerator) / Fraction(y).denominator,
        }
        try:
            ours = value(key, point)
            theirs = value(answer, point)
        except NoValue:
            continue
        if abs(ours - theirs) > mpf(10) ** -25 * (1 + abs(ours)):
            return True
    return False


@trials
@given(rational_trees, st.data())
def test_a_rewritten_rational_function_is_right(tree: Node, data: st.DataObject) -> None:
    decision = same(tree, rewrite(tree, data), NAMES)
    assert decision.equal is not False


@trials
@given(smooth_trees, st.data())
def test_a_rewritten_smooth_function_is_never_wrong(tree: Node, data: st.DataObject) -> None:
    assert same(tree, rewrite(tree, data), NAMES).equal is not False


@trials
@given(any_trees, st.data())
def test_yes_is_never_said_of_two_that_differ(tree: Node, data: st.DataObject) -> None:
    answer = mutate(tree, data)
    if same(tree, answer, NAMES).equal:
        assert not apart(tree, answer)


@trials
@given(any_trees, any_trees)
def test_no_always_has_a_witness_that_differs(key: Node, answer: Node) -> None:
    decision = same(key, answer, NAMES)
    if decision.equal is False:
        if decision.witness is None:
            assert decision.reason == "undefined"
            return
        theirs, ours = decision.witness.told()
        assert theirs != ours
        assert ours != "undefined"
        assert (theirs == "undefined") == (decision.reason == "undefined")


@trials
@given(rational_trees, rational_trees)
def test_order_does_not_matter_for_rational_functions(key: Node, answer: Node) -> None:
    there, back = same(key, answer, NAMES).equal, same(answer, key, NAMES).equal
    assert {there, back} != {True, False}


@trials
@given(any_trees, st.data())
def test_algebra_and_numbers_never_contradict_each_other(tree: Node, data: st.DataObject) -> None:
    answer = data.draw(st.sampled_from([rewrite(tree, data), mutate(tree, data)]))
    prepared = form(tree, REAL, SIZES[0])
    if prepared is None:
        return
    try:
        told = compare_forms(prepared, answer, Prepared(tree, NAMES, REAL).first_points)
    except NoRoom:
        return
    found = {at(tree, answer, point, LADDER[0]) for point in points(NAMES, REAL)}
    if told in (Algebra.EQUAL, Algebra.EQUAL_WHERE_DEFINED):
        assert Found.DIFFERENT not in found
    if told is Algebra.EQUAL:
        assert Found.GAP not in found


@trials
@given(any_trees, st.data())
def test_cases_prove_nothing_that_is_false(tree: Node, data: st.DataObject) -> None:
    """The walks by themselves, without the points that would tell a difference before."""
    answer = data.draw(st.sampled_from([rewrite(tree, data), mutate(tree, data)]))
    if walk_cases(tree, answer, REAL).all_told(Told.EQUAL):
        assert not apart(tree, answer)


@trials
@given(any_trees, any_trees)
def test_the_same_question_has_the_same_answer(key: Node, answer: Node) -> None:
    assert same(key, answer, NAMES) == same(key, answer, NAMES)
