"""Where an expression may change its law, and points on every side of it.

Between the borders an expression is analytic; so what agrees at one point on each side has been looked at on every
piece. Borders are the zeros of what stands in |u|, √u, ln u and their kin, and below a fraction line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import product

from flint import arb

from quizengine.maths.equality.at_point import LADDER, NoBall, evaluate, exact_ball, place
from quizengine.maths.equality.domain import Coordinates, Domain, Range, beside, points
from quizengine.maths.equality.function_borders import all_told, borders
from quizengine.maths.equality.normal_form.canonical import element
from quizengine.maths.equality.normal_form.factors import factored, whole
from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import BEYOND, SIZES
from quizengine.maths.equality.normal_form.values import Real, terms_in
from quizengine.maths.equality.regions.cells import Terms, value_of
from quizengine.maths.equality.regions.intervals import simplest
from quizengine.maths.equality.regions.region import region
from quizengine.maths.equality.signs.strict_signs import strict_sign
from quizengine.maths.evaluate import Ball, precision, rational_exponent
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import (
    Call,
    Negative,
    Node,
    Power,
    Product,
    Quotient,
    variables,
)

Pattern = tuple[int, ...]  # the sign of each border at a point
Sign = Callable[[Coordinates], int]  # 0 on a border, where there is no value, or where it cannot be told

_MOST_BORDERS = 10
_MOST_ENUMERATED = 5  # borders of which every pattern of signs is asked for
_ZERO_AS_ARGUMENT = {"abs"} | {name for name, row in FUNCTIONS.items() if row.one_to_one and row.at_zero == 0}
_STEPS = 16  # of a bisection


@dataclass(frozen=True, slots=True)
class Sides:
    """Points by the pattern of signs that the borders have there.

    pieces: points of all pieces, which are several with one pattern as often as not; complete: whether none lacks one.
    """

    points: Mapping[Pattern, tuple[Coordinates, ...]]
    pieces: tuple[Coordinates, ...]
    complete: bool


def sides(key: Node, answer: Node, names: tuple[str, ...], domain: Domain) -> Sides:
    """Return points on each side of the borders of `key` and `answer`, as far as they are found."""
    polys, others = _cuts(dict.fromkeys((*borders(key), *borders(answer))), names, domain)
    if len(polys) + len(others) > _MOST_BORDERS:
        return Sides({}, (), False)
    extra, enumerated = _of_patterns(polys, names, domain)
    signs: list[Sign] = [*(partial(_sign_of_poly, poly) for poly in polys), *others]
    tried = [*points(names, domain), *extra]
    for sign in others:
        tried.extend(_crossings(sign, names, domain))
    grouped: dict[Pattern, list[Coordinates]] = {}
    for point in dict.fromkeys(tried):
        for where in (point, beside(point, domain)):
            pattern = tuple(sign(where) for sign in signs)
            if 0 not in pattern or where != point:
                grouped.setdefault(pattern, []).append(where)
                break
    # Beside a border that is no polynomial, a piece may lie that no point has met.
    complete = enumerated and not others and all_told(key) and all_told(answer)
    return Sides({pattern: tuple(where) for pattern, where in grouped.items()}, tuple(extra), complete)


def _cuts(found: Iterable[Node], names: tuple[str, ...], domain: Domain) -> tuple[list[Terms], list[Sign]]:
    """Borders as irreducible polynomials in `names`, and the signs of those that are none.

    What never changes its sign is left out.
    """
    polys: list[Terms] = []
    others: list[Sign] = []
    bases = dict.fromkeys(base for border in found for base in _bases(border))
    for border in (one for one in bases if not _one_sided(one, domain)):
        field = Field(SIZES[-1], domain)
        try:
            factors = factored(field, whole(element(field, border)))[1]
        except BEYOND:
            others.append(partial(_sign, border))
            continue
        for poly in (poly for poly, _ in factors if not strict_sign(field, poly)):
            terms = terms_in(field, names, poly)
            if terms is None:
                others.append(Real(field, poly).sign_at)
            elif terms not in polys:
                polys.append(terms)
    return polys, others


def _bases(border: Node) -> Iterator[Node]:
    """What has a zero wherever a border has one, or changes its sign there."""
    match border:
        case Negative(inner):
            yield from _bases(inner)
        case Product(parts):
            for part in parts:
                yield from _bases(part)
        case Quotient(top, bottom):
            yield from _bases(top)
            yield from _bases(bottom)
        case Power(base, exponent) if (rational_exponent(exponent) or 0) > 0:
            yield from _bases(base)
        case Call(function, (inner,)) if function in _ZERO_AS_ARGUMENT:
            yield from _bases(inner)
        case Call("exp"):
            pass
        case _:
            yield border


def _one_sided(border: Node, domain: Domain) -> bool:
    """Has a border one sign for all values of its variables, as 2 + sin u has?"""
    with precision(LADDER[0]):
        value = evaluate(border, {name: _any_value(domain.range(name)) for name in variables(border)})
    return not isinstance(value, NoBall) and bool(value > 0 or value < 0)


def _any_value(ends: Range) -> Ball:
    """A ball that holds every number in a range."""
    low, high = ends
    if low is not None and high is not None:
        return arb(exact_ball((low + high) / 2), exact_ball((high - low) / 2).upper())
    return arb(0, "inf")


def _of_patterns(polys: list[Terms], names: tuple[str, ...], domain: Domain) -> tuple[list[Coordinates], bool]:
    """Points for every pattern of signs that there is, and whether none is missing."""
    if len(polys) > _MOST_ENUMERATED:
        return [], False
    found: list[Coordinates] = []
    complete = True
    for signs in product((1, -1), repeat=len(polys)):
        turned = [{power: sign * x for power, x in poly.items()} for poly, sign in zip(polys, signs, strict=True)]
        part = region(names, domain, turned)
        found.extend(part.points)
        complete &= part.complete
    return found, complete


def _sign_of_poly(poly: Terms, point: Coordinates) -> int:
    value = value_of(poly, [x for _, x in point])
    return (value > 0) - (value < 0)


def _sign(border: Node, point: Coordinates) -> int:
    """The sign of a border at a point; 0 where it is zero, has no value or cannot be told."""
    with precision(LADDER[1]):
        value = evaluate(border, place(point, LADDER[1]))
    return 0 if isinstance(value, NoBall) else 1 if value > 0 else -1 if value < 0 else 0


def _crossings(sign: Sign, names: tuple[str, ...], domain: Domain) -> Iterator[Coordinates]:
    """Points close to a change of sign on lines along the axes, on both sides of it."""
    usual = points(names, domain)
    base = dict(usual[0])
    for name in names:
        line = sorted({dict(point)[name] for point in usual})
        signs = [sign(tuple({**base, name: x}.items())) for x in line]
        for left, right, one, other in zip(line, line[1:], signs, signs[1:], strict=False):
            if one and other and one != other:
                for x in _bracket(sign, base, name, (left, right), one):
                    yield tuple({**base, name: x}.items())


def _bracket(
    sign: Sign, base: Mapping[str, Fraction], name: str, ends: tuple[Fraction, Fraction], first: int
) -> Iterator[Fraction]:
    """Points on both sides of a change of sign between `ends`, from far to near."""
    left, right = ends
    for _ in range(_STEPS):
        middle = simplest(left + (right - left) / 4, right - (right - left) / 4)
        found = sign(tuple({**base, name: middle}.items()))
        if not found:
            return
        yield middle
        left, right = (middle, right) if found == first else (left, middle)
