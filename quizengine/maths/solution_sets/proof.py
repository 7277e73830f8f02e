"""Two equations side by side, in one ring."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizengine.maths.equality import Domain
from quizengine.maths.equality.normal_form.ring import coefficients
from quizengine.maths.solution_sets.branches import Branch, Sides, Solutions, solutions
from quizengine.maths.solution_sets.inclusion import covered, meets
from quizengine.maths.solution_sets.ring import (
    MOST_WORK,
    Comparison,
    Condition,
    Finer,
    Poly,
    Ring,
    TooHard,
    number,
    used,
)
from quizengine.maths.solution_sets.values import value
from quizengine.maths.tree import Name, Node, Quotient, variables

Solved = tuple[str, Node]

_ANEW = 4  # how often exponentials are taken in smaller parts


@dataclass(frozen=True, slots=True)
class SolutionSet:
    """The points at which the tree `zero` is 0 and each tree of `needs` compares with 0 as it says.

    solved: a variable and what it is where `zero` is 0, if that is known.
    """

    zero: Node
    needs: tuple[tuple[Comparison, Node], ...] = ()
    solved: Solved | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Where `of` has not what the equation needs of it, the equation has no value.

    poly: a tree that compares with 0 as `of` does. solved: for ≠, a variable and what it is where `poly` is 0.
    """

    comparison: Comparison
    of: Node
    poly: Node
    solved: Solved | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of two equations, ours and theirs.

    same: they have the same solutions. defined: each has a value at all solutions of the other. everywhere: theirs
    holds wherever it has a value. ours, theirs: the solutions in parts, () where they are not known or not needed.
    gaps: where theirs has no value.
    """

    same: bool = False
    defined: bool = False
    everywhere: bool = False
    ours: tuple[SolutionSet, ...] = ()
    theirs: tuple[SolutionSet, ...] = ()
    gaps: tuple[Gap, ...] = ()


def compared(ours: Sides, theirs: Sides, domain: Domain) -> Proof:
    """Return what is proven of two equations; never raises, and takes a bounded time."""
    parts: dict[object, int] = {}
    work = MOST_WORK
    for _ in range(_ANEW):
        ring = Ring(domain, parts, work)
        try:
            return _compared(ring, ours, theirs)
        except Finer:
            work = ring.work
        except (TooHard, RecursionError):
            break
    return Proof()


def _compared(ring: Ring, ours: Sides, theirs: Sides) -> Proof:
    key = solutions(ring, ours)
    told = Proof(ours=_parts(ring, key))
    try:
        answer = _within(ring, solutions(ring, theirs, [branch.factor for branch in key.branches]))
        key = _within(ring, key)
        if answer.everywhere or key.everywhere:
            return Proof(everywhere=answer.everywhere)
        told = Proof(ours=told.ours, theirs=_parts(ring, answer), gaps=_gaps(ring, answer))
        if covered(ring, key, answer) and covered(ring, answer, key):
            return Proof(same=True, defined=True)
        defined = all(meets(ring, branch, answer.conditions) for branch in key.branches)
        return replace(told, defined=defined and all(meets(ring, one, key.conditions) for one in answer.branches))
    except (TooHard, RecursionError):
        return told


def _within(ring: Ring, found: Solutions) -> Solutions:
    """The solutions in the domain: what it says of each variable is known of all of them."""
    known = []
    for stands in ring.stands:
        if stands.kind != "name":
            continue
        poly = value(ring, Name(stands.function)).top
        low, high = ring.domain.range(stands.function)
        known += [Condition(">", poly - number(low))] if low is not None else []
        known += [Condition(">", number(high) - poly)] if high is not None else []
    return replace(found, branches=tuple(replace(one, known=(*one.known, *known)) for one in found.branches))


def _parts(ring: Ring, found: Solutions) -> tuple[SolutionSet, ...]:
    return tuple(_part(ring, branch) for branch in found.branches)


def _part(ring: Ring, branch: Branch) -> SolutionSet:
    needs = tuple((one.comparison, ring.tree(one.poly)) for one in branch.known)
    return SolutionSet(ring.tree(branch.factor), needs, _solved(ring, branch.factor))


def _gaps(ring: Ring, found: Solutions) -> tuple[Gap, ...]:
    return tuple(
        Gap(one.comparison, one.of, ring.tree(one.poly), _solved(ring, one.poly)) for one in found.conditions if one.of
    )


def _solved(ring: Ring, poly: Poly) -> Solved | None:
    """A variable that occurs in nothing but the polynomial itself, and what it is where that is 0."""
    for index in used(poly):
        stands = ring.stands[index]
        if stands.kind != "name" or poly.degrees()[index] != 1:
            continue
        rest, size = coefficients(poly, index)
        made = ring.tree(rest / -size.leading_coefficient())
        if not size.is_constant():
            made = Quotient(made, ring.tree(size / size.leading_coefficient()))
        if stands.function not in variables(made):
            return stands.function, made
    return None
