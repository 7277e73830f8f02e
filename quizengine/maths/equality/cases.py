"""Equality by cases: |u| is u on one side of u = 0 and -u on the other.

Each walk builds both expressions in a field of its own and takes one side wherever a sign is asked for that is not
known. The walks together cover all but the borders, so what is equal in each case is equal everywhere; a case in which
the key has no value, as ln(1 - x²) has none where one of 1 - x and 1 + x is negative, asks nothing of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial

from flint import fmpq

from quizengine.maths.budget import spend_on_trees
from quizengine.maths.equality.domain import Coordinates, Domain, point
from quizengine.maths.equality.log_and_angle_sums import sums_vanish
from quizengine.maths.equality.normal_form.canonical import element
from quizengine.maths.equality.normal_form.generators import Field, Path
from quizengine.maths.equality.normal_form.ring import BEYOND, SIZES, NoValue, Poly, TooHard
from quizengine.maths.equality.normal_form.separation_bound import all_zero
from quizengine.maths.equality.normal_form.values import Real, terms_in
from quizengine.maths.equality.regions.cells import Terms
from quizengine.maths.equality.regions.region import Holds, Region, region
from quizengine.maths.equality.signs.assumptions import without
from quizengine.maths.equality.signs.definedness import apart, not_zero, not_zero_on_domain
from quizengine.maths.equality.signs.signs import side_of
from quizengine.maths.equality.witness_points import witness_points
from quizengine.maths.tree import Name, Node, variables

_MAX_WALKS = 24
_WALK = 150  # work, besides that of the field
_MAX_SIGNS = 2  # variables whose signs are asked for first


class Told(Enum):
    """What is known of the two in one case."""

    EQUAL = "equal wherever the key has a value, and the answer has one there"
    EQUAL_WHERE_DEFINED = "equal wherever both have a value"
    APART = "their difference has a normal form that is not zero"
    GAP = "the answer has no value"
    NO_KEY = "the key has no value"
    OPEN = "not told"


class Walk:
    """The field of one walk, which knows the signs that were taken, and the region in which they hold."""

    def __init__(self, field: Field, names: tuple[str, ...]) -> None:
        self.field = field
        self.names = names

    @cached_property
    def region(self) -> Region:
        """Where the signs are those that are taken when this is first asked; it costs something, and is kept."""
        sides: list[Terms] = []
        others: list[Holds] = []
        for poly, sign in self.field.assumed:
            terms = terms_in(self.field, self.names, poly * sign)
            if terms is not None:
                sides.append(terms)
            else:
                others.append(partial(_holds, Real(self.field, poly), sign))
        return region(self.names, self.field.domain, sides, others)


@dataclass(frozen=True, slots=True)
class Case:
    """What one walk found of the two, and their difference where they are told apart."""

    walk: Walk
    told: Told
    rest: Poly = None

    @property
    def field(self) -> Field:
        """The field of the walk."""
        return self.walk.field

    @property
    def region(self) -> Region:
        """Where the signs are those of this case."""
        return self.walk.region

    def points_liked(self, variables: tuple[str, ...]) -> Iterator[Coordinates]:
        """Yield points of the case with all `variables`, those that a person likes first."""
        taken = [(Real(self.field, poly), sign) for poly, sign in self.field.assumed]
        for place in witness_points(variables, self.field.domain):
            if all(_holds(number, sign, place) for number, sign in taken):
                yield place
        usual = point(variables, self.field.domain, 0)
        for place in self.region.points:
            yield tuple((name, dict(place).get(name, x)) for name, x in usual)

    def differs(self, place: Coordinates) -> bool:
        """Return whether the difference of the two, over one denominator, differs from zero at a point of the
        case.
        """
        return self.told is Told.APART and apart(self.field, self.rest, place)


@dataclass(frozen=True, slots=True)
class Cases:
    """All cases that were walked, empty ones left out; complete: whether there are no others."""

    found: tuple[Case, ...]
    complete: bool

    def all_told(self, *told: Told) -> bool:
        """Return whether each case is one of `told`, and the key defined in one of them."""
        known = {case.told for case in self.found}
        return self.complete and known <= {*told, Told.NO_KEY} and known != {Told.NO_KEY} and bool(known)


def walk_cases(key: Node, answer: Node, domain: Domain) -> Cases:
    """Compare `key` and `answer` case by case, and once more by the signs of the variables where that leaves cases.

    From the signs of x and y follow those of |x| - |y| and x + y, which would be asked for one after another.
    """
    cases = _walk(key, answer, domain, ())
    names = {*variables(key), *variables(answer)}
    if cases.complete or len(names) > _MAX_SIGNS:
        return cases
    again = _walk(key, answer, domain, tuple(sorted(names)))
    return again if again.complete else cases


def _walk(key: Node, answer: Node, domain: Domain, first: tuple[str, ...]) -> Cases:
    """The walks on which the signs of the variables `first` are asked for first."""
    names = tuple(dict.fromkeys((*variables(key), *variables(answer))))
    path, work = Path(), 0
    found: list[Case] = []
    for _ in range(_MAX_WALKS):
        spend_on_trees(_WALK)
        field = Field(SIZES[-1], domain)
        field.path, field.work = path, work
        case = _case(field, names, key, answer, first)
        if not case.region.empty:
            found.append(case)
        if case.told is Told.OPEN:
            return Cases(tuple(found), False)
        path, work = path.next(), field.work
        if path.done:
            return Cases(tuple(found), True)
    return Cases(tuple(found), False)


def _case(field: Field, names: tuple[str, ...], key: Node, answer: Node, first: tuple[str, ...]) -> Case:
    walk = Walk(field, names)
    try:
        for name in first:
            side_of(field, element(field, Name(name))[0])
        ours = element(field, key)
    except NoValue:
        return _without_value(Case(walk, Told.NO_KEY))
    except BEYOND:
        return Case(walk, Told.OPEN)
    conditions, given = field.conditions, field.nonzero
    field.conditions, field.nonzero = [], []
    try:
        rest = field.reduce(field.subtract(ours, element(field, answer))[0])
    except NoValue:
        return _without_value(Case(walk, Told.GAP))
    except BEYOND:
        return Case(walk, Told.OPEN)
    case = Case(walk, Told.APART, rest)
    open_ = _not_kept_from_zero(case, given)
    if any(poly in field.bases for poly in open_):
        return Case(walk, Told.OPEN)
    if any(_vanishes(case, poly) for poly in open_):
        return Case(Walk(field, names), Told.GAP)  # in a larger region, if a sign was given back
    if not _told_apart(case):
        return Case(walk, Told.OPEN)
    if rest != 0 and not _vanishes(case, rest):
        return case
    sure = not open_ and not field.needs_more_than(conditions)
    return Case(walk, Told.EQUAL if sure else Told.EQUAL_WHERE_DEFINED)


def _without_value(case: Case) -> Case:
    return case if _told_apart(case) else Case(case.walk, Told.OPEN)


def _told_apart(case: Case) -> bool:
    """Is no open part of the domain left out, on which something is zero of which a sign was taken or used?"""
    field, points, complete = case.field, case.region.points, case.region.complete
    return all(_splits(field, case.walk.names, poly) for poly, _ in field.assumed) and all(
        not_zero(field, poly, (), points, complete) for poly in field.signed
    )


def _splits(field: Field, names: tuple[str, ...], poly: Poly) -> bool:
    """Is a polynomial, of which a sign was taken, zero on no open part of where it was taken?

    Else there is a third case, in which it is zero.
    """
    if terms_in(field, names, poly) is not None or not_zero_on_domain(field, poly):
        return True
    with without(field, poly):
        rest = Walk(field, names).region
        return not_zero(field, poly, (), rest.points, rest.complete)


def _not_kept_from_zero(case: Case, given: list[Poly]) -> list[Poly]:
    """What the answer needs not to be zero, and may be on an open part of the case; given: what the key needs."""
    field, names = case.field, case.walk.names
    asked = [poly for poly in field.nonzero if poly not in given]
    taken = [poly for poly, _ in field.assumed]
    points, complete = case.region.points, case.region.complete
    return [
        poly
        for poly in asked
        if not (not_zero(field, poly, given, points, complete) and (poly not in taken or _splits(field, names, poly)))
    ]


def _vanishes(case: Case, poly: Poly) -> bool:
    """Is `poly` proven to be zero everywhere, whichever sign was taken for it? If so, that sign is given back."""
    if isinstance(poly, fmpq):
        return bool(poly == 0)
    field = case.field
    if field.reduce(poly) == 0 or all_zero(field, poly):
        return True
    with without(field, poly):
        left = field.assumed
        try:
            zero = sums_vanish(field, poly, Walk(field, case.walk.names).region)
        except (TooHard, KeyError):
            return False
    if zero:
        field.assumed = left
    return zero


def _holds(number: Real, sign: int, place: Coordinates) -> bool:
    return number.sign_at(place) == sign
