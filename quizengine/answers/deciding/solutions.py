"""A point that solves one equation and provably not another.

Along lines parallel to the axes a zero of the first is caged between two points at which it has opposite signs; the
second has no zero in the cage where its ball excludes 0 (interval bisection; R. Moore, "Interval Analysis", 1966).
Where the second has no value on a thin set only, as a denominator has it, the first is looked at on that set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flint import arb

from quizengine.answers.deciding.lines import Caged, Effort, Line, fixed, inside, lines, zeros
from quizengine.answers.deciding.numeric import BITS, nodes_of, signed
from quizengine.answers.deciding.zeros import Sides, difference, numerator
from quizengine.answers.setting import Setting
from quizengine.answers.wording import minus
from quizengine.maths.evaluate import precision, rational
from quizengine.maths.same.compare import Lack, evaluate
from quizengine.maths.show import show
from quizengine.maths.tree import Constant, Node, Number, Power, substitute, variables, walk
from quizengine.maths.zeros import Gap, Part, Proof

_MOST = 12  # points of one equation
_A_LINE = 2  # points of one line
_EFFORT = 8_000
_SHORT = 100  # denominator of a coordinate that is told exactly
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


def apart(ours: Sides, theirs: Sides, proof: Proof, setting: Setting) -> Found | None:
    """A point that solves `ours` and not `theirs`, if one is found at once."""
    for caged in solved(ours, proof.ours, setting):
        if (found := _found(caged, theirs, proof.gaps, setting)) is not None:
            return found
    effort = Effort(_EFFORT)
    for gap in proof.gaps:
        for caged in _in_gap(ours, proof.ours, gap, setting, effort):
            if (found := _found(caged, theirs, proof.gaps, setting)) is not None:
                return found
    return None


def besides(ours: Sides, theirs: Sides, proof: Proof, setting: Setting) -> Found | None:
    """A point that solves `theirs` and not `ours`, if one is found at once."""
    parts = tuple(part for part in proof.theirs if part not in proof.ours)
    return next((told for caged in solved(theirs, parts, setting) if (told := _found(caged, ours, (), setting))), None)


@lru_cache(maxsize=256)
def solved(sides: Sides, parts: tuple[Part, ...], setting: Setting) -> tuple[Caged, ...]:
    """Some points that solve an equation, each caged between two near ones; kept, since a key has many answers."""
    effort = Effort(_EFFORT)
    found: list[Caged] = []
    for line in lines(setting):
        for part in (*parts, Part(difference(sides))):
            for caged in _first(zeros(part.zero, line, effort), _A_LINE):
                if inside(caged, setting) and _solves(caged, part, sides, effort):
                    found.append(caged)
        if len(found) >= _MOST or not effort:
            break
    return tuple(dict.fromkeys(found))


def _first(found: Iterator[Caged], count: int) -> Iterator[Caged]:
    yield from (caged for caged, _ in zip(found, range(count), strict=False))


def _solves(caged: Caged, part: Part, sides: Sides, effort: Effort) -> bool:
    """Is it proven that a point in the cage, at which `part` is zero, solves the equation?"""
    whole = difference(sides)
    effort.spend(whole)
    if not caged.width:
        return fixed(whole, caged.point) == 0
    with precision(BITS):
        around = caged.balls()
        if not isinstance(evaluate(whole, around), arb):
            return False
        for comparison, node in part.needs:
            value = evaluate(node, around)
            if not isinstance(value, arb) or not (value > 0 or (comparison == "≠" and value < 0)):
                return False
    return True


def _in_gap(ours: Sides, parts: tuple[Part, ...], gap: Gap, setting: Setting, effort: Effort) -> Iterator[Caged]:
    """Points that solve an equation where the other one has no value, on a set that is met by no chance."""
    if gap.comparison == "≥" or gap.solved is None:
        return
    name, node = gap.solved
    for line in lines(setting):
        if line.name == name or not effort:
            continue
        held = tuple((other, x) for other, x in line.held if other != name)
        for part in (*parts, Part(difference(ours))):
            there = Line(line.name, held)
            for caged in _first(zeros(substitute(part.zero, {name: node}), there, effort), _A_LINE):
                made = _completed(caged, name, node)
                if made is not None and inside(made, setting) and _solves(made, part, ours, effort):
                    yield made


def _completed(caged: Caged, name: str, node: Node) -> Caged | None:
    """The point with the variable `name`, which is `node` there: only where that is an exact number."""
    if caged.width and caged.name in variables(node):
        return None
    value = rational(substitute(node, nodes_of(caged.point)))
    return None if value is None else Caged((*caged.point, (name, value)), caged.width, caged.name)


def _found(caged: Caged, sides: Sides, gaps: tuple[Gap, ...], setting: Setting) -> Found | None:
    node = difference(sides)
    for gap in gaps:
        if _lacks(gap, caged):
            text = show(gap.of, "text")
            where = f"{text} {_LOST[gap.comparison]}"
            return Found(_told(caged, setting), True, where if len(text) <= _LONG else "")
    with precision(BITS):
        around = caged.balls()
        value = evaluate(node, around)
        if value is Lack.UNSURE:
            value = evaluate(numerator(node), around)  # not zero where the whole is not
        if value is Lack.UNDEFINED and not _debatable(node):
            return Found(_told(caged, setting), True)
        return Found(_told(caged, setting)) if isinstance(value, arb) and signed(value) else None


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


def _told(caged: Caged, setting: Setting) -> str:
    at = dict(caged.point)
    told = []
    for name in setting.variables:
        short = not caged.width or name != caged.name or at[name].denominator < _SHORT
        told.append(f"{name} = {at[name]}" if short else f"{name} ≈ {float(at[name]):.4g}")
    return minus(", ".join(told))
