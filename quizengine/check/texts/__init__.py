"""What is wrong with the texts of an item: before any question is drawn, and as a drawn question prints them.

faults_in_text(item)      must be mended
advice_on_text(item)      should be looked at
misprints(question)       formulas as nobody writes them, such as 1x and x^0

enough                 is there enough to learn from
names                  used too early, used nowhere, known to nobody, listed twice
component_names        names of components in another order than their gradient
shown                  parameters that change an answer and that no prompt shows
references, announced  parts that speak of other parts; what a prompt must say of the answer that is wanted
carried                answers that carry over into data, or to nobody
slips                  words written twice, names and powers that print otherwise than they were meant
spots, coefficients    fill-ins at which some values print badly, and what a drawn question prints there
places, formulas       where the texts of an item stand, and the formulas in them
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.texts.announced import not_announced, said_otherwise
from quizengine.check.texts.carried import carried_into_data, carried_to_nobody
from quizengine.check.texts.coefficients import misprints
from quizengine.check.texts.component_names import names_out_of_order
from quizengine.check.texts.enough import asks_nothing, too_little
from quizengine.check.texts.names import names_to_see, names_too_early
from quizengine.check.texts.references import prompts_alike, references_to_nothing
from quizengine.check.texts.shown import hidden_from_the_learner
from quizengine.check.texts.slips import slips_to_mend, slips_to_see

if TYPE_CHECKING:
    from quizengine.item import Fault, Item

__all__ = ["advice_on_text", "faults_in_text", "misprints"]


def faults_in_text(item: Item) -> Iterator[Fault]:
    """Yield what must be mended in the texts of an item, whatever is drawn."""
    checks = (
        names_too_early,
        names_out_of_order,
        asks_nothing,
        carried_into_data,
        hidden_from_the_learner,
        slips_to_mend,
        references_to_nothing,
        prompts_alike,
        said_otherwise,
    )
    for check in checks:
        yield from check(item)


def advice_on_text(item: Item) -> Iterator[Fault]:
    """Yield what should be looked at in the texts of an item, whatever is drawn."""
    for check in (too_little, carried_to_nobody, names_to_see, slips_to_see, not_announced):
        yield from check(item)
