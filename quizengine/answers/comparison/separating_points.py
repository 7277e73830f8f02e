"""A point that solves one equation and provably not another.

Along lines parallel to the axes a zero of the first is caged between two points at which it has opposite signs; the
second has no zero in the cage where its ball excludes 0 (interval bisection; R. Moore, "Interval Analysis", 1966).
Where the second has no value on a thin set only, as a denominator has it, the first is looked at on that set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from flint import arb

from quizengine.answers.comparison.equations import Sides, difference, numerator
from quizengine.answers.comparison.scalar import ZERO
from quizengine.answers.comparison.values_at_points import BITS, nodes_of, signed, value_at
from quizengine.answers.comparison.zeros_on_lines import Caged, Effort, Line, fixed, inside, lines, zeros
from quizengine.answers.constraints import Constraints
from quizengine.answers.wording import minus
from quizengine.maths.equality.at_point import NoBall, evaluate
from quizengine.maths.evaluate import precision, rational
from quizengine.maths.print import show
from quizengine.maths.solution_sets import Comparison, Gap, Proof, SolutionSet
from quizengine.maths.tree import Constant, Node, Number, Power, Product, substitute, variables, walk

_MOST = 16  # points of one equation
_A_LINE = 2  # points of one line
_EFFORT = 6_000
_SHORT = 100  # denominator of a coordinate that is told exactly
_ABOUT = Fraction(1, 2**40)  # how near a coordinate is known that is no rational number
_LONG = 24  # characters of a formula that is told
_LOST = {">": "≤ 0", "≥": "< 0", "≠": "= 0"}


@dataclass(frozen=True, slots=True)
class Found:
    """A point in words that solves one equation only.

    undefined: the other has no value there. lost: where it has none, such as `x = 0`, "" if that is not known.
    """

    place: str
    undefined: bool = False
    lost: str = ""


def apart(ours: Sides, theirs: Sides, proof: Proof, constraints: Constraints) -> Found | None:
    """Return a point that solves `ours` and not `theirs`, if one is found at once."""
    for caged in solved(ours, proof.ours, constraints):
        if (found := _found(caged, theirs, proof.gaps, constraints)) is not None:
            return found
    return next((told for gap in proof.gaps for told in _in_gap(ours, proof.ours, gap, constraints)), None)


def besides(ours: Sides, theirs: Sides, proof: Proof, constraints: Constraints) -> Found | None:
    """Return a point that solves `theirs` and not `ours`, if one is found at once."""
    parts = tuple(part for part in proof.theirs if part not in proof.ours)
    return next(
        (told for caged in solved(theirs, parts, constraints) if (told := _found(caged, ours, (), constraints))), None
    )


@lru_cache(maxsize=256)
def solved(sides: Sides, parts: tuple[SolutionSet, ...], constraints: Constraints) -> tuple[Caged, ...]:
    """Return some points that solve an equation, each caged between two near ones; kept, since a key has many
    answers.
    """
    if _debatable(difference(sides)):
        return ()
    effort = Effort(_EFFORT)
    found: list[Caged] = []
    for line in lines(constraints):
        for part in parts or _factors(sides):
            for caged in _first(zeros(part.zero, line, effort), _A_LINE):
                if inside(caged, constraints) and _solves(caged, part, sides, effort):
                    found.append(caged)
        if len(found) >= _MOST or not effort:
            break
    return tuple(dict.fromkeys(found))


def _factors(sides: Sides) -> tuple[SolutionSet, ...]:
    """The equation as it stands in parts: the factors of a product that is zero, else its difference."""
    if sides[1] == ZERO and isinstance(sides[0], Product):
        return tuple(map(SolutionSet, sides[0].factors))
    return (SolutionSet(difference(sides)),)


def _first(found: Iterator[Caged], count: int) -> Iterator[Caged]:
    yield from (caged for caged, _ in zip(found, range(count), strict=False))


def _solves(caged: Caged, part: SolutionSet, sides: Sides, effort: Effort) -> bool:
    """Is it proven that a point in the cage, at which `part` is zero, solves the equation?"""
    whole = difference(sides)
    effort.spend(whole)
    exact = None if caged.width else fixed(whole, caged.point)
    if exact is not None:
        return exact == 0
    with precision(BITS):
        around = caged.balls()
        if not isinstance(evaluate(whole, around), arb):
            return False
        for comparison, node in part.needs:
            value = evaluate(node, around)
            if not isinstance(value, arb) or not _compares(value, comparison):
                return False
    return True


def _compares(value: arb, comparison: Comparison) -> bool:
    return bool(value > 0 or (comparison == "≠" and value < 0) or (comparison == "≥" and value.is_zero()))


def _in_gap(ours: Sides, parts: tuple[SolutionSet, ...], gap: Gap, constraints: Constraints) -> Iterator[Found]:
    """Points that solve an equation where the other one has no value, on a set that is met by no chance.

    Of the two, solution and gap, one is put into the other, worked out for a variable.
    """
    effort = Effort(_EFFORT)
    for part in parts if gap.comparison != "≥" else ():
        for solved, zero in ((gap.solved, part.zero), (part.solved, gap.poly)):
            if solved is None:
                continue
            name, node = solved
            there = SolutionSet(_put(zero, solved), tuple((one, _put(tree, solved)) for one, tree in part.needs))
            left, right = (_put(side, solved) for side in ours)
            for line in lines(constraints):
                if line.name == name or not effort:
                    continue
                held = tuple((other, x) for other, x in line.held if other != name)
                for caged in _first(zeros(there.zero, Line(line.name, held, line.grid), effort), _A_LINE):
                    whole = _completed(caged, name, node)
                    if whole and inside(whole, constraints) and _solves(caged, there, (left, right), effort):
                        yield Found(_told(whole, constraints), True, _words(gap))


def _put(node: Node, solved: tuple[str, Node]) -> Node:
    return substitute(node, {solved[0]: solved[1]})


def _completed(caged: Caged, name: str, node: Node) -> Caged | None:
    """The point with the variable `name`, which is `node` there: exactly, or about."""
    exact = rational(substitute(node, nodes_of(caged.point)))
    if exact is None or (caged.width and caged.name in variables(node)):
        value = value_at(node, caged.point)
        if value is None:
            return None
        return Caged((*caged.point, (name, Fraction(float(value)))), caged.width or _ABOUT, caged.name)
    return Caged((*caged.point, (name, exact)), caged.width, caged.name)


def _words(gap: Gap) -> str:
    text = show(gap.of, "text")
    return f"{text} {_LOST[gap.comparison]}" if len(text) <= _LONG else ""


def _found(caged: Caged, sides: Sides, gaps: tuple[Gap, ...], constraints: Constraints) -> Found | None:
    node = difference(sides)
    for gap in gaps:
        if _lacks(gap, caged):
            return Found(_told(caged, constraints), True, _words(gap))
    with precision(BITS):
        around = caged.balls()
        value = evaluate(node, around)
        if value is NoBall.UNSURE:
            value = evaluate(numerator(node), around)  # not zero where the whole is not
        if value is NoBall.UNDEFINED and not _debatable(node):
            return Found(_told(caged, constraints), True)
        return Found(_told(caged, constraints)) if isinstance(value, arb) and signed(value) else None


def _lacks(gap: Gap, caged: Caged) -> bool:
    """Has the gap's tree provably the wrong sign at the point, or is it zero?"""
    at = nodes_of(caged.point)
    if not caged.width or caged.name not in variables(gap.poly):
        exact = rational(substitute(gap.poly, at))
        if exact is not None:
            return exact == 0 if gap.comparison == "≠" else exact < 0 or (exact == 0 and gap.comparison == ">")
    if gap.comparison == "≠":
        return False
    with precision(BITS):
        value = evaluate(gap.poly, caged.balls())
        return isinstance(value, arb) and bool(value < 0)


def _debatable(node: Node) -> bool:
    """Does a power stand in it of which people and this program may differ whether it has a value, as (-2)^x?"""
    return any(
        isinstance(part, Power) and variables(part.exponent) and not isinstance(part.base, Constant | Number)
        for part in walk(node)
    )


def _told(caged: Caged, constraints: Constraints) -> str:
    at = dict(caged.point)
    told = []
    for name in constraints.variables:
        short = not caged.width or at[name].denominator < _SHORT
        told.append(f"{name} = {at[name]}" if short else f"{name} ≈ {float(at[name]):.4g}")
    return minus(", ".join(told))
