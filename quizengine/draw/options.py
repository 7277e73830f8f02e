"""What there is to choose from: shuffled, lettered and all different."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizengine.answers.lettered_options import LETTERS, distinct
from quizengine.draw.failures import ItemError, RequirementFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizengine.answers.key import Key
    from quizengine.answers.mistake import Mistake
    from quizengine.draw.question import Dropped
    from quizengine.item.faults import Where
    from quizengine.seeded import Chance

SHUFFLES = 9  # tries; the last is taken as it comes
FEWEST_SHUFFLED = 3  # of two things, one order cannot be kept out without giving the other away


def offer(before: Key[Any], mistakes: tuple[Key[Any], ...], chance: Chance) -> tuple[Key[Any], tuple[Key[Any], ...]]:
    """Return a key and those of its mistakes with the options shuffled, and shuffled again where the order in which
    they are printed would be the right answer.
    """
    offered = before.offer(mistakes, chance.order)
    for again in range(SHUFFLES):
        if not _printed_right(offered[0]):
            break
        offered = before.offer(mistakes, chance.below("again", again).order)
    return offered


def _printed_right(key: Key[Any]) -> bool:
    """Whether `a, b, c`, for all that is to be ordered or matched, is right."""
    count = len(key.stems or key.options)
    return count >= FEWEST_SHUFFLED and key.credit(", ".join(LETTERS[:count])) == 1


def few_enough(key: Key[Any], place: Where) -> None:
    """Raise ItemError at the answer of `place` where there are more options than letters."""
    if (many := len(key.options)) > len(LETTERS):
        raise ItemError((*place, "answer"), f"{many} things to choose from, and only {len(LETTERS)} letters")


def choices_differ(
    before: Key[Any], after: Key[Any], drawn: Sequence[Mistake], doubled: Sequence[Dropped], place: Where
) -> None:
    """Raise RequirementFailed where options coincide, where there is only one, and where a mistake is no option."""
    alone, coincide = len(after.options) == 1, len(distinct(after.options)) < len(after.options)
    offered = alone or len(after.options) > len(before.options)
    for mistake in drawn:
        if offered and not mistake.key.options:
            why = f"'{mistake.name}' is no option; write it as choice = '…'"
            raise RequirementFailed((*place, "mistakes", mistake.position), why)
    if doubled and (alone or coincide):
        why = f"'{doubled[0].name}' {doubled[0].why}; all options must differ"
        raise RequirementFailed((*place, "mistakes", doubled[0].position), why)
    if alone:
        cure = "the right sides are all the same" if after.stems else "add mistakes with choice = '…'"
        raise RequirementFailed((*place, "answer"), f"there is nothing to choose from; {cure}")
    if coincide:
        raise RequirementFailed((*place, "answer"), "two options are the same; all must differ")
