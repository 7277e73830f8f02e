"""Lists of scalars judged one by one: the credit of each, and the sentence that names the right and the wrong ones."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.answers import scalar
from quizengine.answers.scalar import CORRECT, Finding
from quizengine.answers.setting import Setting
from quizengine.answers.verdict import Verdict, line
from quizengine.maths.tree import Node

ROUNDED = ("too-few-digits", "rounded-wrongly")
_NAMED = 3  # right components that are named before they are counted


def judge(keys: Sequence[Node], answers: Sequence[Node], names: Sequence[str], setting: Setting) -> Verdict:
    """The verdict on as many answers as keys; `names` are the components' own names, or () for "component 1", ….

    Credit is the share of right components; `parts` are their credits in order.
    """
    if tuple(answers) == tuple(keys):
        return _all_identical(len(keys))
    found = [scalar.compare(key, answer, setting) for key, answer in zip(keys, answers, strict=True)]
    parts = tuple(1.0 if one.right else 0.0 for one in found)
    credit = sum(parts) / len(parts)
    kind = scalar.outcome(credit, found)
    if kind == "correct":
        return Verdict("correct", 1.0, parts, evidence=scalar.weakest(found))
    worst = _first_wrong(found)
    return Verdict(
        kind,
        credit,
        parts,
        "",
        found[worst].evidence,
        found[worst].witness,
        found[worst].reason,
        line(_sentence(found, worst, names)),
    )


def _all_identical(size: int) -> Verdict:
    return Verdict("correct", 1.0, (1.0,) * size, evidence=CORRECT.evidence)


def _first_wrong(found: Sequence[Finding]) -> int:
    """The component to speak of: the first wrong one, else the first undecided one."""
    wrong = [place for place, one in enumerate(found) if one.right is False]
    return wrong[0] if wrong else next(place for place, one in enumerate(found) if one.right is None)


def _sentence(found: Sequence[Finding], worst: int, names: Sequence[str]) -> str:
    one = found[worst]
    right = [name(place, names) for place, other in enumerate(found) if other.right]
    told = f"{name(worst, names)}{_of_one(one)}"
    if not right and one.reason in ROUNDED:
        return scalar.capital(told)
    if not right:
        return scalar.capital(told) if len(found) == 1 else f"No component is right yet; {told}"
    return scalar.capital(f"{_listed(right)}; {told}")


def _of_one(found: Finding) -> str:
    """What is said of the component that is spoken of, after its name."""
    if found.says.startswith(("it is", "it has", "it still")):
        return found.says.removeprefix("it")
    if found.reason in ROUNDED:
        return f": {found.says}"
    verb = " differs" if found.right is False else " is undecided"
    return f"{verb}: {found.says}" if found.says else verb


def name(place: int, names: Sequence[str]) -> str:
    """What component `place` (from 0) is called in a sentence."""
    return names[place] if place < len(names) else f"component {place + 1}"


def _listed(right: Sequence[str]) -> str:
    if len(right) > _NAMED:
        return f"{len(right)} components are right"
    if len(right) == 1:
        return f"{right[0]} is right"
    return f"{', '.join(right[:-1])} and {right[-1]} are right"
