"""The decision: first what is cheap and certain, then what is dear, and nothing without its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import islice

from quizengine.maths.budget import Spent, counted
from quizengine.maths.equality.at_point import LADDER, Found, NoBall, beside, evaluate, exact_ball, has_value, valued_at
from quizengine.maths.equality.by_numbers import UNDECIDED, by_numbers
from quizengine.maths.equality.cases import Case, Cases, Told, walk_cases
from quizengine.maths.equality.decision import Decision
from quizengine.maths.equality.domain import REAL, Coordinates, Domain
from quizengine.maths.equality.inner_expressions import inner_pair
from quizengine.maths.equality.normal_form.canonical import Algebra, compare_forms
from quizengine.maths.equality.normal_form.ring import SIZES, NoRoom
from quizengine.maths.equality.prepared import Prepared, prepare
from quizengine.maths.equality.rearrangement import rearrangement_class
from quizengine.maths.equality.witness import refusal
from quizengine.maths.evaluate import precision
from quizengine.maths.tree import Node, size
from quizengine.maths.tree import variables as names_in

_IN_A_CASE = 5  # points
_ORDINARY = 40  # nodes of a key and an answer, whose evaluation is one unit of work


def same(key: Node, answer: Node, variables: tuple[str, ...], domain: Domain = REAL) -> Decision:
    """Return whether `answer` equals `key` wherever the key is defined on the domain, up to a set without interior.

    Both are scalar trees; `variables` are their names in the order in which a witness tells them, and others come
    after these. Never raises; the same on every run and machine.
    """
    if key == answer:
        return Decision(True, "identical")
    try:
        with counted():
            return _decide(_prepared(key, answer, variables, domain), answer)
    except Spent:
        return UNDECIDED


def _prepared(key: Node, answer: Node, variables: tuple[str, ...], domain: Domain) -> Prepared:
    """The key with what is known of it; names that were not announced come last."""
    made = prepare(key, variables, domain)
    if made.has_unknown_names or not made.known.issuperset(names_in(answer)):
        names = dict.fromkeys((*variables, *names_in(key), *names_in(answer)))
        made = prepare(key, tuple(names), domain)
    return made


def _decide(key: Prepared, answer: Node) -> Decision:
    found = _points(key, answer, key.first[:1])
    if found is not None:
        return found
    if key.shape == rearrangement_class(answer):
        return Decision(True, "proven")
    found = _points(key, answer, key.first[1:])
    if found is not None:
        return found
    algebra = _algebra(key, answer)
    if algebra is Algebra.EQUAL:
        return Decision(True, "proven")
    if algebra is Algebra.NOWHERE and key.first:
        return refusal(key, answer, key.point(key.first[0]), Found.GAP)
    return _points(key, answer, range(key.count)) or _by_parts(key, answer, algebra)


def _by_parts(key: Prepared, answer: Node, algebra: Algebra) -> Decision:
    """What neither the usual points nor one normal form has told: part by part, case by case, side by side."""
    with counted() as work:
        work.weight = max(1.0, (size(key.node) + size(answer)) / _ORDINARY)
        return _weighed(key, answer, algebra)


def _weighed(key: Prepared, answer: Node, algebra: Algebra) -> Decision:
    pair = inner_pair(key.node, answer)
    if pair is not None:
        inside = same(*pair, key.variables, key.domain)
        if inside.equal and inside.evidence in ("identical", "proven"):
            return Decision(True, "proven")
    cases = walk_cases(key.node, answer, key.domain)
    if cases.all_told(Told.EQUAL):
        return Decision(True, "proven")
    found = _in_cases(key, answer, cases)
    if found is not None:
        return found
    equal = algebra is Algebra.EQUAL_WHERE_DEFINED or cases.all_told(Told.EQUAL, Told.EQUAL_WHERE_DEFINED)
    return by_numbers(key, answer, equal)


def _points(key: Prepared, answer: Node, indices: Sequence[int]) -> Decision | None:
    """A "no" if one of the points gives one on the first rung of the ladder."""
    for index in indices:
        ours = key.value(index)
        if isinstance(ours, NoBall):
            continue
        found = beside(ours, key.node, answer, key.point(index), key.place(index), LADDER[0])
        if found in (Found.DIFFERENT, Found.GAP):
            return refusal(key, answer, key.point(index), found)
    return None


def _algebra(key: Prepared, answer: Node) -> Algebra:
    for generators in SIZES:
        made = key.form(generators)
        if made is not None:
            with suppress(NoRoom):
                return compare_forms(made, answer, key.first_points)
    return Algebra.OPEN


def _in_cases(key: Prepared, answer: Node, cases: Cases) -> Decision | None:
    """A "no" if the two differ in one of the cases, or the answer has no value in it, with a point of it."""
    for case in cases.found:
        if case.told in (Told.APART, Told.GAP):
            for place in islice(case.points_liked(key.variables), _IN_A_CASE):
                found = _in_case(case, key.node, answer, place)
                if found is not Found.NOTHING:
                    return refusal(key, answer, place, found)
    return None


def _in_case(case: Case, key: Node, answer: Node, place: Coordinates) -> Found:
    """What algebra tells of the case, shown at a point of it at which the key has a value."""
    if not has_value(key, place):
        return Found.NOTHING
    if case.told is Told.GAP:
        return Found.GAP
    if not case.differs(place):
        return Found.NOTHING
    # What differs is no right answer, be it undefined on an open set around the point or not.
    valued = valued_at(answer, place)
    return Found.NOTHING if valued is None else Found.DIFFERENT if valued else Found.GAP


def close(key: Node, answer: Node, relative: Fraction, absolute: Fraction) -> bool | None:
    """Is |answer - key| ≤ max(relative·|key|, absolute), for two trees without variables? None if not decided."""
    for bits in LADDER:
        with precision(bits):
            ours, theirs = evaluate(key, {}), evaluate(answer, {})
            if ours is NoBall.UNDEFINED or theirs is NoBall.UNDEFINED:
                return None
            if isinstance(ours, NoBall) or isinstance(theirs, NoBall):
                continue
            allowed = (exact_ball(relative) * abs(ours)).max(exact_ball(absolute))
            distance = abs(theirs - ours)
            if distance <= allowed:
                return True
            if distance > allowed:
                return False
    # On the very edge, where balls never part: the edge itself is allowed.
    return True
