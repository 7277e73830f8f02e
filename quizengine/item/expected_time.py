"""How long an item takes where its author does not say: a rule of thumb for sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.answers.kind_names import CHOSEN

if TYPE_CHECKING:
    from quizengine.item.model import Body

BEGIN, STEP = 1.0, 0.25  # minutes a mark, and how many more for each step of difficulty
OF_CHOSEN = 0.5  # what is chosen, ordered or worded takes half as long as what is worked out


def expected_minutes(body: Body) -> int:
    """Return the whole minutes that an item takes, at least 1.

    A mark takes 1 minute and a quarter of a minute more for each step of difficulty; half of that where nothing is
    worked out.
    """
    weights = (part.marks * (OF_CHOSEN if part.answer.kind in CHOSEN else 1) for part in body.parts)
    return max(1, int(sum(weights) * (BEGIN + STEP * body.difficulty) + 0.5))
