"""One scalar answer against one scalar key: the judgement that every typed kind is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizengine.answers.comparison import coefficients, decimals
from quizengine.answers.comparison.sample_values import differ, samples_of
from quizengine.answers.constraints import Constraints
from quizengine.answers.verdict import CORRECT, Evidence, Outcome, Verdict, Witness
from quizengine.answers.wording import capital, line, words_wanted
from quizengine.maths.equality import same
from quizengine.maths.tree import Node, Number, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.equality import Decision

STRENGTH: tuple[Evidence, ...] = ("identical", "proven", "probable", "symbolic", "numerical")


@dataclass(frozen=True, slots=True)
class ScalarFinding:
    """What is found of one scalar. right: None if undecided; `message` completes "it differs: …", or is empty.

    wordless: makes the same finding with its reason, words and witness, where these are left out; see `worded`.
    """

    right: bool | None
    evidence: Evidence | None = None
    reason: str = ""
    message: str = ""
    witness: Witness | None = None
    wordless: Callable[[], ScalarFinding] | None = None


ZERO = Number(0)
IDENTICAL = ScalarFinding(True, "identical")
NO_SCALAR = ScalarFinding(False, "proven", "vector-for-number", "one value is asked here, not a list")


def is_zero(node: Node, constraints: Constraints) -> bool:
    """Return whether it is proven, or as good as proven, that `node` is zero on the whole domain."""
    return samples_of(node, constraints).zero


def compare_scalars(key: Node, answer: Node, constraints: Constraints) -> ScalarFinding:
    """Judges `answer` against `key`; bounded in time, never raises."""
    return worded(find(key, answer, constraints))


def worded(found: ScalarFinding) -> ScalarFinding:
    """Return what was found, with the words that `find` left out: of several wrong scalars only one is told."""
    return found if found.wordless is None or not words_wanted() else found.wordless()


def find(key: Node, answer: Node, constraints: Constraints) -> ScalarFinding:
    """Return what `compare_scalars` finds, of a wrong scalar without words."""
    if answer == key:
        return IDENTICAL
    if isinstance(answer, Vector | Relation):
        return NO_SCALAR
    strange = [name for name in variables(answer) if name not in constraints.variables]
    if strange:
        return ScalarFinding(False, "proven", "variables-left", f"it still contains {strange[0]}")
    decision = same(key, answer, constraints.variables, constraints.domain)
    if decision.equal:
        return ScalarFinding(True, decision.evidence)
    if not constraints.accuracy.exact and coefficients.within(key, answer, constraints):
        return ScalarFinding(True, "numerical" if variables(key) or variables(answer) else "proven")
    if decision.equal is None:
        return ScalarFinding(None, decision.evidence, "undecided", "it could not be decided whether this is right")
    return ScalarFinding(False, decision.evidence, wordless=lambda: _wrong(key, answer, constraints, decision))


def right(key: Node, answer: Node, constraints: Constraints) -> bool:
    """Return whether `answer` is right, told by a ball where it is not: for lists of which all must be right."""
    if isinstance(answer, Vector | Relation):
        return answer == key
    return sift(key, answer, constraints).right is True


def sift(key: Node, answer: Node, constraints: Constraints) -> ScalarFinding:
    """Return what `find` finds, mostly told by a ball of each: quicker for what is likely to be wrong and not to be
    told.
    """
    if not differ(samples_of(key, constraints), samples_of(answer, constraints), constraints.accuracy):
        return find(key, answer, constraints)
    return ScalarFinding(False, "proven", wordless=lambda: compare_scalars(key, answer, constraints))


def _wrong(key: Node, answer: Node, constraints: Constraints, decision: Decision) -> ScalarFinding:
    witness = _witness(decision)
    if decision.reason == "undefined":
        from quizengine.answers.comparison.undefined_points import undefined_where

        says = undefined_where(key, answer, constraints, decision)
        return ScalarFinding(False, decision.evidence, "undefined", says, witness)
    rounded = coefficients.fault(key, answer, constraints)
    if rounded is not None:
        return ScalarFinding(False, decision.evidence, *rounded, witness)
    if not variables(key) and not variables(answer) and decimals.near_miss(key, answer, constraints.accuracy):
        says = f"it is near, but not {constraints.accuracy.within}"
        return ScalarFinding(False, decision.evidence, "near", says, witness)
    return ScalarFinding(False, decision.evidence, "differs", _at(witness, key, answer, constraints), witness)


def _witness(decision: Decision) -> Witness | None:
    found = decision.witness
    if found is None:
        return None
    point = tuple((name, str(number)) for name, number in found.point)
    return Witness(point, *found.told())


def _at(witness: Witness | None, key: Node, answer: Node, constraints: Constraints) -> str:
    """The witness in words. Of a plain number the key is not told: it would be the answer."""
    if witness is None:
        return ""
    if not variables(key):
        if names := variables(answer):
            return f"it contains {names[0]}, and the right one is a number"
        typed = decimals.literal(answer)
        return f"it is not {constraints.told(witness.theirs) if typed is None else decimals.typed_text(answer)}"
    place = ", ".join(f"{name} = {constraints.told(number)}" for name, number in witness.point)
    theirs, ours = constraints.told(witness.theirs), constraints.told(witness.ours)
    return f"at {place} yours is {theirs}, the right value is {ours}"


def weakest(found: Sequence[ScalarFinding]) -> Evidence | None:
    """Return the evidence of a judgement made of several."""
    return max((one.evidence for one in found if one.evidence), key=STRENGTH.index, default=None)


def outcome(credit: float, found: Sequence[ScalarFinding], whole: bool = False) -> Outcome:
    """Return the outcome of several findings together: an undecided one never counts as wrong.

    whole: is one wrong finding enough, whatever the others are?
    """
    if all(one.right for one in found):
        return "correct"
    if whole and any(one.right is False for one in found):
        return "incorrect"
    if any(one.right is None for one in found):
        return "undecided"
    return "partial" if credit > 0 else "incorrect"


def single(found: ScalarFinding) -> Verdict:
    """Return the verdict on an answer that is one scalar."""
    if found.right:
        return CORRECT if found is IDENTICAL else Verdict("correct", 1.0, evidence=found.evidence)
    says = found.message or "this is not equal to the right answer"
    return Verdict(
        "undecided" if found.right is None else "incorrect",
        evidence=found.evidence,
        witness=found.witness,
        reason=found.reason,
        message=line(capital(says)),
    )
