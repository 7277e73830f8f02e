"""Generic mistakes in a vector, and in other lists that are judged one by one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from quizengine.answers.comparison.parallel import unit
from quizengine.answers.comparison.sample_values import Samples, all_samples, beside, differ, samples_of
from quizengine.answers.comparison.values_at_points import sample, value_at
from quizengine.answers.constraints import Accuracy, Constraints
from quizengine.answers.generic_mistakes.components import one_sign, some_components, wrong_ones
from quizengine.answers.generic_mistakes.evaluation_point import at_another_point, not_evaluated
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import about, all_equal, equal, factor, left_out, negative, read_badly
from quizengine.answers.generic_mistakes.scalar import HALF, slight
from quizengine.answers.key import Diagnosis
from quizengine.answers.wording import capital, plural
from quizengine.maths.tree import Call, Node, Number, Relation, Sum, Vector

_MOST = 6  # components of a vector whose order is looked at
_POINTS = 4  # at which the length of a vector is looked at
_ROUNDING = Fraction(1, 20)  # more than rounding a vector's components changes its length


def of_vector(target: Target, answer: Node) -> Diagnosis | None:
    """Return the mistake that `answer` provably shows, whatever its shape; None if nothing is proven."""
    if isinstance(answer, Relation) or not _ample(target.known, 1):
        return None
    if not isinstance(answer, Vector):
        return one_value(target, answer)
    if any(isinstance(item, Vector | Relation) for item in answer.items):
        return None
    answers = all_samples(answer.items, target.constraints)
    return _other_size(target, answers) if len(answers) != len(target.items) else of_list(target, answers)


def of_list(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    """Return the mistake that as many answers as there are components provably show.

    What explains the answer most simply comes first: a sign before another point, another point before a factor.
    """
    if read_badly(target.known, answers, target.constraints):
        return None
    told = not_evaluated(target, answers) or _reversed(target, answers) or _other_order(target, answers)
    if told is not None:
        return told
    wrong = wrong_ones(target, answers)
    return (
        one_sign(target, answers, wrong)
        or at_another_point(target, answers)
        or _scaled(target, answers)
        or some_components(target, answers, wrong)
    )


def _ample(items: Sequence[Samples], enough: int = 2) -> bool:
    """Are `enough` of them not zero? Of one component alone, anything is a multiple."""
    return sum(not item.zero for item in items) >= enough


def one_value(target: Target, answer: Node) -> Diagnosis | None:
    """Return the mistake of a single value where a vector is asked: a component, the sum, or the length."""
    items, constraints = target.known, target.constraints
    if len(items) < 2 or isinstance(answer, Relation):
        return None
    given = samples_of(answer, constraints)
    if given.zero:
        return None
    alike = [place for place, item in enumerate(items) if equal(item, given, constraints)]
    if alike:
        said = target.called(*alike) if len(alike) == 1 else "one component"
        return Diagnosis("component-missing", f"This is {said} alone; the vector has {target.size}")
    if not _ample(items):
        return None
    if about((_total(items),), (given,), constraints):
        return Diagnosis("sum-of-components", f"The components are added up here; a vector with {target.size} is asked")
    if about((length(items),), (given,), constraints):
        return Diagnosis("length-of-vector", f"This is the length of the vector; its {target.size} are asked")
    return None


def _other_size(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    items, constraints = target.known, target.constraints
    many, given = len(items), len(answers)
    if given == many - 1:
        lacking = [n for n in range(many) if all_equal(left_out(items, n), answers, constraints)]
        if lacking and _ample(answers, 1):
            said = capital(target.called(*lacking)) if len(lacking) == 1 else "One component"
            return Diagnosis("component-missing", f"{said} is missing; the others are right")
    if given == many + 1:
        for place in reversed(range(given)):
            if all_equal(items, left_out(answers, place), constraints):
                return Diagnosis(
                    "extra-component", f"{capital(target.noun)} {place + 1} is one too many; the others are right"
                )
    return None


def _reversed(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    opposite = tuple(map(negative, target.known))
    enough = 2 if len(answers) > 1 else 1  # of one component alone, `one_sign` speaks
    if not _ample(target.known, enough) or not about(opposite, answers, target.constraints):
        return None
    more = ": your vector points the opposite way" if target.one_vector else ""
    return Diagnosis("opposite-sign", f"Every sign is reversed{more}")


def _other_order(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    left = list(target.known)
    if not 1 < len(left) <= _MOST:
        return None
    for answer in answers:
        match = next((place for place, item in enumerate(left) if equal(item, answer, target.constraints)), None)
        if match is None:
            return None
        left.pop(match)
    if len(answers) == 2:
        return Diagnosis("components-swapped", f"The two {plural(target.noun)} are swapped")
    return Diagnosis("components-permuted", "All values are right, but they stand in another order")


def _scaled(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    items, constraints = target.known, target.constraints
    if not _ample(items) or not _ample(answers):
        return None
    if target.one_vector:
        if about(_unit(items), answers, constraints) and _measurable(items, constraints):
            return Diagnosis(
                "normalised", "You divided by the length; the vector itself is asked, not only its direction"
            )
        may_be = _may_be_unit(items, constraints.accuracy) and _measurable(answers, constraints)
        if may_be and about(_unit(answers), items, constraints):
            return Diagnosis(
                "not-normalised", "The direction is right, but the right vector has length 1: divide by the length"
            )
    multiple = factor(items, answers, constraints)
    if multiple == HALF:
        whole = "Your vector" if target.one_vector else f"Every {target.noun}"
        return Diagnosis("factor-two-lost", f"{whole} is half of the right one; where did a factor 2 go?")
    if multiple is None or not slight(multiple) or (_alike(target) and abs(multiple) != 2):
        return None
    said = f"Every {target.noun} is {constraints.told(multiple)} times the right one"
    return Diagnosis("scalar-multiple", f"{said}: a common factor is wrong")


def _alike(target: Target) -> bool:
    """Are all components one number, up to the sign? Then another number in all places proves no common factor."""
    if any(item.names for item in target.known):
        return False
    first = target.known[0]
    both = (first, negative(first))
    return all(any(equal(one, item, target.constraints) for one in both) for item in target.known[1:])


def _measurable(items: tuple[Samples, ...], constraints: Constraints) -> bool:
    """Has the vector a length, and does dividing by it change the vector by more than rounding does?"""
    whole = length(items).node
    lengths = [value_at(whole, point) for point in sample(constraints, _POINTS)]
    return any(size is not None and (size < 0.95 or size > 1.05) for size in lengths)


@lru_cache(maxsize=512)
def _may_be_unit(items: tuple[Samples, ...], accuracy: Accuracy) -> bool:
    """May the vector have length 1, but for rounding and for what the accuracy allows in each component?"""
    size = length(items)
    loose = Accuracy(accuracy.digits, accuracy.relative + _ROUNDING, accuracy.absolute * len(items))
    return not differ(beside(size, Number(1)), size, loose)


@lru_cache(maxsize=512)
def length(items: tuple[Samples, ...]) -> Samples:
    """Return the Euclidean length of a vector."""
    return beside(items[0], Call("norm", tuple(item.node for item in items)))


@lru_cache(maxsize=512)
def _total(items: tuple[Samples, ...]) -> Samples:
    """The sum of the components."""
    return beside(items[0], Sum(tuple(item.node for item in items)))


@lru_cache(maxsize=512)
def _unit(items: tuple[Samples, ...]) -> tuple[Samples, ...]:
    """The vector divided by its length."""
    return tuple(map(beside, items, unit(tuple(item.node for item in items))))
