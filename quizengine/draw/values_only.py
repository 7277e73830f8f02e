"""The numbers of a question without its texts, key and mistakes: to count how many questions an item can ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.draw.draw import MAX_ATTEMPTS
from quizengine.draw.evaluation_order import Step, evaluation_order, mentioned, work_out
from quizengine.draw.failures import ItemError, RequirementFailed
from quizengine.draw.parameters import draw_parameters
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.item import Item
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.maths.language import Workspace


def steps_for(texts: tuple[str, ...], body: Body) -> tuple[Step, ...]:
    """Return the lines of [let] and [require] that it takes to draw numbers and to work out `texts`; those that only a
    key needs are left out.
    """
    hidden, order = hidden_in(body.parameters), evaluation_order(body)
    names = body.let.keys()
    needed = {name for text in with_hidden(texts, hidden) for name in mentioned(text, names)}
    found: list[Step] = []
    for step in reversed(order):
        if step.requirement or step.name in needed:
            found.insert(0, step)
            needed |= step.uses
    return tuple(found)


def draw_values(item: Item, seed: int, steps: tuple[Step, ...]) -> Iterator[Workspace | Where]:
    """Yield the place of the line for which an attempt is thrown away, one after the other, and at last the values.

    The values are those of the question with this seed, unless a line that is left out has no value there.
    """
    for attempt in range(MAX_ATTEMPTS if item.body.parameters else 1):
        chance = Chance("question", (item.plain_id, seed, attempt))
        try:
            yield work_out(steps, draw_parameters(item.body.parameters, chance))
        except RequirementFailed as failure:
            yield failure.where
        except ItemError:
            return
        else:
            return
