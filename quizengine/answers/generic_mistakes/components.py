"""Generic mistakes in some of the components, where the others are right or wrong otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.answers.comparison.sample_values import Samples
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import equal, negative
from quizengine.answers.generic_mistakes.scalar import in_component
from quizengine.answers.key import Diagnosis
from quizengine.answers.wording import capital, plural

_NAMED = 2  # components that are named before they are called "the others"


def one_sign(target: Target, answers: tuple[Samples, ...], wrong: Sequence[int]) -> Diagnosis | None:
    """One component has the wrong sign, and all others are right; `wrong` are the places of those that are not."""
    if len(wrong) != 1 or not equal(negative(target.known[wrong[0]]), answers[wrong[0]], target.constraints):
        return None
    return Diagnosis("one-sign-wrong", f"{capital(target.called(*wrong))} has the wrong sign; the rest is right")


def some_components(target: Target, answers: tuple[Samples, ...], wrong: Sequence[int]) -> Diagnosis | None:
    """Return the one mistake that all wrong components share; else the mistake of the first formula that shows one."""
    if not wrong:
        return None
    found = {place: _of_one(target, place, answers[place]) for place in wrong}
    shared = next((name for name in found[wrong[0]] if all(name in shown for shown in found.values())), "")
    if shared == "opposite-sign":
        said = f"{capital(target.called(*wrong))} have the wrong sign; the rest is right"
        return Diagnosis("opposite-sign", said)
    if shared:
        told = [shown[shared] for shown in found.values()]
        alike = len(set(told)) == 1
        said = target.called(*wrong) if alike else target.called(wrong[0])
        more = "" if alike else f"; {target.called(*wrong[1:])} likewise"
        return Diagnosis(shared, f"{_praise(target, wrong)}{said}: {told[0]}{more}")
    for place in wrong:
        if found[place] and target.known[place].names:  # of numbers, two faults may well look like one
            name, message = next(iter(found[place].items()))
            if name == "opposite-sign":
                return Diagnosis("one-sign-wrong", f"{capital(target.called(place))} has the wrong sign, for one")
            return Diagnosis(name, f"{capital(target.called(place))}, for one: {message}")
    return None


def wrong_ones(target: Target, answers: tuple[Samples, ...]) -> list[int]:
    """Return the places of the components that are not right."""
    pairs = zip(target.known, answers, strict=True)
    return [place for place, (item, answer) in enumerate(pairs) if not equal(item, answer, target.constraints)]


def _of_one(target: Target, place: int, answer: Samples) -> dict[str, str]:
    """The messages of the mistakes that component `place` shows, by their names."""
    shown: dict[str, str] = {}
    for diagnosis in in_component(target.known[place], answer, _differentiated_in(target, place), target.constraints):
        if diagnosis.name != "scalar-multiple":  # any wrong coefficient is some multiple
            shown.setdefault(diagnosis.name, diagnosis.message[:1].lower() + diagnosis.message[1:])
    return shown


def _differentiated_in(target: Target, place: int) -> tuple[str, ...]:
    names = target.constraints.variables
    return (names[place],) if len(names) == len(target.items) else names


def _praise(target: Target, wrong: Sequence[int]) -> str:
    right = [place for place in range(len(target.items)) if place not in wrong]
    if not right:
        return ""
    said = target.called(*right) if len(right) <= _NAMED else f"the other {plural(target.noun)}"
    return f"{capital(said)} {'is' if len(right) == 1 else 'are'} right; "
