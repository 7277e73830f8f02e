"""Lists of scalars judged one by one: the credit of each, and the sentence that names the right and the wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.scalar import ScalarFinding
from quizengine.answers.constraints import Constraints
from quizengine.answers.payment import EVENLY, Payment
from quizengine.answers.verdict import CORRECT, ROUNDING, Verdict, refused
from quizengine.answers.wording import capital, counted, line, listed
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Node, Vector

_NAMED = 3  # right components that are named before they are counted


def judge_components(
    keys: Sequence[Node],
    answers: Sequence[Node],
    names: Sequence[str],
    constraints: Constraints,
    noun: str = "component",
    payment: Payment = EVENLY,
) -> Verdict:
    """Return the verdict on as many answers as keys; `names` are the components' own names, or () for "component 1", ….

    noun: what one of them is. Credit is what `payment` makes of `parts`: 1 for each right component, in order.
    """
    if tuple(answers) == tuple(keys):
        return replace(CORRECT, parts=(1.0,) * len(keys))
    found = _found(keys, answers, constraints)
    parts = tuple(1.0 if one.right else 0.0 for one in found)
    credit = payment.credit(parts)
    outcome = scalar.outcome(credit, found, payment.whole)
    if outcome == "correct":
        return Verdict(outcome, credit, parts, evidence=scalar.weakest(found))
    place = _first_wrong(found)
    wrong = found[place] = scalar.worded(found[place])
    return Verdict(
        outcome,
        credit,
        parts,
        evidence=wrong.evidence,
        witness=wrong.witness,
        reason=wrong.reason,
        message=line(_sentence(found, place, names, noun)),
    )


def _found(keys: Sequence[Node], answers: Sequence[Node], constraints: Constraints) -> list[ScalarFinding]:
    """What is found of each, without words; behind the first wrong one, which is told, a ball will mostly do."""
    found: list[ScalarFinding] = []
    look = scalar.find
    for key, answer in zip(keys, answers, strict=True):
        found.append(look(key, answer, constraints))
        if found[-1].right is False:
            look = scalar.sift
    return found


def right(keys: Sequence[Node], answers: Sequence[Node], constraints: Constraints) -> bool:
    """Return whether all answers are right, and as many as keys. Ends at the first that is not, and makes no words."""
    return all(scalar.right(key, answer, constraints) for key, answer in zip(keys, answers, strict=True))


def misshapen(tree: Node, size: int, example: Callable[[], str]) -> Verdict | None:
    """Return the verdict on an answer that is no vector of `size` components, with an example; None on one that is."""
    wanted = f"A vector with {counted(size, 'component')} is asked"
    if not isinstance(tree, Vector):
        return None if size == 1 else refused("scalar-for-vector", f"{wanted}, such as {example()}; this is one value")
    if any(isinstance(item, Vector) for item in tree.items):
        return refused("matrix-for-vector", f"{wanted}, such as {example()}, and not a list of lists")
    if len(tree.items) != size:
        commas = len(tree.items) == 2 * size and all(rational(item) is not None for item in tree.items)
        cure = ": with decimal commas, write ; between the components" if commas else ""
        return refused("wrong-dimension", f"{wanted}, and yours has {len(tree.items)}{cure}")
    return None


def of_tree(tree: Node) -> tuple[Node, ...]:
    """Return the components of a vector; a single value is a vector of one."""
    return tree.items if isinstance(tree, Vector) else (tree,)


def entries_of_tree(tree: Node) -> tuple[Node, ...]:
    """Return the components of a vector, and the entries of a matrix, row by row; a single value is a vector of one."""
    return (
        tuple(entry for item in tree.items for entry in entries_of_tree(item)) if isinstance(tree, Vector) else (tree,)
    )


def _first_wrong(found: Sequence[ScalarFinding]) -> int:
    """The component to speak of: the first wrong one, else the first undecided one."""
    wrong = [place for place, one in enumerate(found) if one.right is False]
    return wrong[0] if wrong else next(place for place, one in enumerate(found) if one.right is None)


def _sentence(found: Sequence[ScalarFinding], wrong: int, names: Sequence[str], noun: str) -> str:
    one = found[wrong]
    right = [name(place, names, noun) for place, other in enumerate(found) if other.right]
    told = f"{name(wrong, names, noun)}{said_of(one)}"
    if not right and (one.reason in ROUNDING or len(found) == 1):
        return capital(told)
    if not right:
        return f"No {noun} is right yet; {told}"
    return capital(f"{_praise(right, noun)}; {told}")


def said_of(found: ScalarFinding) -> str:
    """Return what is said of a wrong or undecided component, after its name."""
    if found.message.startswith("it "):
        return found.message.removeprefix("it")
    if found.reason in ROUNDING:
        return f": {found.message}"
    verb = " differs" if found.right is False else " is undecided"
    return f"{verb}: {found.message}" if found.message else verb


def name(place: int, names: Sequence[str], noun: str = "component") -> str:
    """Return what component `place` (from 0) is called in a sentence."""
    return names[place] if place < len(names) else f"{noun} {place + 1}"


def _praise(right: Sequence[str], noun: str) -> str:
    if len(right) > _NAMED:
        return f"{counted(len(right), noun)} are right"
    return f"{listed(right)} {'is' if len(right) == 1 else 'are'} right"
