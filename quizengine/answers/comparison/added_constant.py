"""Is an answer the key with some constant added, and if not, what shows it?

An answer g is the key f and a constant where g = f + (g - f)(p) for one point p at which both have a value: then the
constant is known, and the question is one of equality. The learner's own letter stays a letter in it: x·y + C is
right for every C, and C·x·y is not. Where equality is not decided, the derivatives in all variables are compared, if
both are continuous: else they would leave a constant for each piece.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.equations import total
from quizengine.answers.comparison.scalar import ScalarFinding
from quizengine.answers.comparison.values_at_points import nodes_of, sample, valued_at
from quizengine.answers.constraints import Constraints
from quizengine.answers.verdict import Witness
from quizengine.answers.wording import listed
from quizengine.errors import CannotCompute
from quizengine.maths.equality import same
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Call, Negative, Node, Relation, Sum, Vector, substitute, variables, walk

_MOST_POINTS = 60  # tried, to find one at which both have a value
_ANY = "the constant that is added is free"


def compare_up_to_constant(key: Node, answer: Node, constraints: Constraints) -> ScalarFinding:
    """Judge `answer` against `key` with any constant added; its names beside those of `constraints` are constants.

    Of a wrong answer without words; see `scalar.worded`.
    """
    if isinstance(answer, Vector | Relation):
        return scalar.NO_SCALAR
    letters = tuple(name for name in variables(answer) if name not in constraints.variables)
    wide = replace(constraints, variables=(*constraints.variables, *letters))
    point = _anchor(key, answer, wide)
    if point is None or (not wide.accuracy.exact and scalar.right(key, answer, wide)):
        return scalar.find(key, answer, wide)
    there = nodes_of(one for one in point if one[0] not in letters)
    constant = normalise(Sum((substitute(answer, there), Negative(substitute(key, there)))))
    found = scalar.find(normalise(Sum((key, constant))), answer, wide)
    if found.right:
        return ScalarFinding(True, "proven" if found.evidence == "identical" else found.evidence)
    if found.right is None:
        return _by_derivatives(key, answer, wide, letters) or found
    return replace(found, wordless=lambda: _worded(found, key, answer, wide, letters))


def _anchor(key: Node, answer: Node, wide: Constraints) -> Coordinates | None:
    """A point at which both have a value, the origin if it is one: there decimals of the answer mostly vanish."""
    origin = tuple((name, Fraction(0)) for name in wide.variables)
    inside = all(wide.domain.holds(name, zero) for name, zero in origin)
    points = (*((origin,) if inside else ()), *sample(wide, _MOST_POINTS))
    return next((point for point in points if valued_at(key, point) and valued_at(answer, point)), None)


def _worded(
    found: ScalarFinding, key: Node, answer: Node, wide: Constraints, letters: tuple[str, ...]
) -> ScalarFinding:
    """Of two formulas that differ by no constant the values say nothing; their derivatives do."""
    told = scalar.worded(found)
    if told.reason not in ("differs", "undefined"):
        return told
    if told.reason == "undefined":
        return replace(told, witness=None)
    derivatives = _derivatives(key, answer, wide, letters) or ()
    for name, ours, theirs in derivatives:
        if bound := [letter for letter in letters if letter in variables(theirs)]:
            return replace(told, witness=None, message=f"{listed(bound)} must stand by itself: add it to the rest")
        decision = same(ours, theirs, wide.variables, wide.domain)
        witness = decision.witness if decision.equal is False and decision.reason == "differs" else None
        if witness is not None and witness.point:
            shown = Witness(tuple((one, str(x)) for one, x in witness.point), *witness.told())
            place = ", ".join(f"{one} = {wide.told(x)}" for one, x in shown.point)
            mine, right = wide.told(shown.theirs), wide.told(shown.ours)
            said = f"its derivative in {name} is {mine} at {place}, and should be {right}"
            return replace(told, witness=shown, message=f"{said}; {_ANY}")
        if witness is not None:
            theirs_, ours_ = map(wide.told, witness.told())
            return replace(told, witness=None, message=f"its derivative in {name} is {theirs_}, and should be {ours_}")
    return replace(told, witness=None, message="it differs from the right one by more than one constant")


def _derivatives(
    key: Node, answer: Node, wide: Constraints, letters: tuple[str, ...]
) -> list[tuple[str, Node, Node]] | None:
    """The derivatives of both in each variable; None where one cannot be worked out."""
    from quizengine.maths.cas import differentiate

    try:
        return [
            (name, differentiate(key, name), differentiate(answer, name))
            for name in wide.variables
            if name not in letters
        ]
    except CannotCompute:
        return None


def _by_derivatives(key: Node, answer: Node, wide: Constraints, letters: tuple[str, ...]) -> ScalarFinding | None:
    """Right where both are continuous everywhere and all derivatives are equal; else None, for not decided.

    With a gap or a jump there could be a constant on each side of it.
    """
    if not total((key, answer)) or any(
        isinstance(part, Call) and FUNCTIONS[part.function].jumps for node in (key, answer) for part in walk(node)
    ):
        return None
    derivatives = _derivatives(key, answer, wide, letters)
    decisions = [same(ours, theirs, wide.variables, wide.domain) for _, ours, theirs in derivatives or ()]
    evidence = [decision.evidence for decision in decisions if decision.equal and decision.evidence]
    if not evidence or len(evidence) < len(decisions):
        return None
    weakest = max(evidence, key=scalar.STRENGTH.index)
    return ScalarFinding(True, "proven" if weakest == "identical" else weakest)
