"""Generic mistakes in a vector."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from quizengine.answers.base import Slip
from quizengine.answers.components import name
from quizengine.answers.scalar import capital
from quizengine.answers.slips.points import at_another_point
from quizengine.answers.slips.proof import all_equal, equal, factor, is_zero
from quizengine.answers.slips.scalar import in_component
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Call, Node, Product, Relation, Sum, Vector

LARGEST = 12  # numerator and denominator of a factor that is told
_MOST = 6  # components of a vector whose order is looked at


def of_vector(target: Target, answer: Node) -> Slip | None:
    """The mistake that `answer` provably shows, whatever its shape; None if nothing is proven."""
    if isinstance(answer, Relation) or all(is_zero(item, target.setting) for item in target.items):
        return None
    if not isinstance(answer, Vector):
        return _one_value(target, answer)
    answers = answer.items
    if any(isinstance(item, Vector | Relation) for item in answers):
        return None
    if len(answers) != len(target.items):
        return _other_size(target, answers)
    return (
        at_another_point(target, answers)
        or _whole(target, answers)
        or _other_order(target, answers)
        or _some_components(target, answers)
    )


def _one_value(target: Target, answer: Node) -> Slip | None:
    items, setting = target.items, target.setting
    many = len(items)
    if many < 2:
        return None
    if equal(Sum(items), answer, setting):
        return Slip("sum-of-components", f"You added up the components; a vector with {many} components is asked")
    if equal(length(items), answer, setting):
        return Slip("length-of-vector", f"This is the length of the vector; its {many} components are asked")
    for place, item in enumerate(items):
        if equal(item, answer, setting):
            said = name(place, target.names)
            return Slip("component-missing", f"This is {said} alone; the vector has {many} components")
    return None


def _other_size(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    items, setting = target.items, target.setting
    if len(answers) == len(items) - 1:
        for place in range(len(items)):
            if all_equal((*items[:place], *items[place + 1 :]), answers, setting):
                return Slip(
                    "component-missing", f"{capital(name(place, target.names))} is missing; the others are right"
                )
    if len(answers) == len(items) + 1:
        for place in reversed(range(len(answers))):
            if all_equal(items, (*answers[:place], *answers[place + 1 :]), setting):
                return Slip("extra-component", f"Component {place + 1} is one too many; the others are right")
    return None


def _whole(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    items, setting = target.items, target.setting
    many = sum(not is_zero(item, setting) for item in items) > 1  # of one component alone anything is a multiple
    multiple = factor(items, answers, setting) if many or len(items) == 1 else None
    if multiple == -1:
        return Slip("opposite-sign", "Every sign is reversed: your vector points the opposite way")
    if len(items) > 1 and _normalised(items, answers, target):
        return Slip("normalised", "You divided by the length; the vector itself is asked, not only its direction")
    if len(items) > 1 and not all(is_zero(a, setting) for a in answers) and _normalised(answers, items, target):
        return Slip("not-normalised", "The direction is right, but a unit vector is asked: divide by the length")
    if multiple == Fraction(1, 2):
        return Slip("factor-two-lost", "Your vector is half of the right one; where did a factor 2 go?")
    if multiple is not None and _simple(multiple):
        shown = str(multiple).replace("-", "−")
        return Slip("scalar-multiple", f"Every component is {shown} times the right one: a common factor is wrong")
    return None


def _simple(multiple: Fraction) -> bool:
    """May a slip have made it? Two pairs of small numbers are soon some multiple of each other."""
    return max(abs(multiple.numerator), multiple.denominator) <= LARGEST


def _normalised(items: tuple[Node, ...], answers: tuple[Node, ...], target: Target) -> bool:
    """Are the answers the items divided by their length?"""
    size = length(items)
    return all(
        equal(item, Product((answer, size)), target.setting) for item, answer in zip(items, answers, strict=True)
    )


def length(items: tuple[Node, ...]) -> Node:
    """The Euclidean length of a vector."""
    return Call("norm", items)


def _other_order(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    left = list(target.items)
    if not 1 < len(left) <= _MOST:
        return None
    for answer in answers:
        match = next((place for place, item in enumerate(left) if equal(item, answer, target.setting)), None)
        if match is None:
            return None
        left.pop(match)
    if len(answers) == 2:
        return Slip("components-swapped", "The two components are swapped")
    return Slip("components-permuted", "All values are right, but they stand in another order")


def _some_components(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    """The one mistake that all wrong components share."""
    setting = target.setting
    right: list[int] = []
    found: list[tuple[int, Slip]] = []
    for place, (item, answer) in enumerate(zip(target.items, answers, strict=True)):
        if equal(item, answer, setting):
            right.append(place)
            continue
        slip = in_component(item, answer, _differentiated_in(target, place), setting)
        if slip is None or (found and slip.name != found[0][1].name):
            return None
        found.append((place, slip))
    if not found:
        return None
    place, slip = found[0]
    if slip.name == "scalar-multiple":
        return None  # any wrong coefficient is some multiple
    if slip.name == "opposite-sign":
        return _signs(target, found)
    return Slip(slip.name, f"{_praise(target, right)}{name(place, target.names)}: {_lower(slip.message)}")


def _signs(target: Target, found: Sequence[tuple[int, Slip]]) -> Slip | None:
    if len(found) > 1:
        return None
    return Slip("one-sign-wrong", f"{capital(name(found[0][0], target.names))} has the wrong sign; the rest is right")


def _praise(target: Target, right: Sequence[int]) -> str:
    if not right:
        return ""
    said = " and ".join(name(place, target.names) for place in right[:2])
    if len(right) > 2:
        said = "the other components"
    return f"{capital(said)} {'is' if len(right) == 1 else 'are'} right; "


def _differentiated_in(target: Target, place: int) -> tuple[str, ...]:
    names = target.setting.variables
    return (names[place],) if len(names) == len(target.items) else names


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
