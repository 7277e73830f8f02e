"""Answers that are carried over: to nobody, or into what a later prompt says is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.texts.shown import shown_in_prompts
from quizengine.draw.evaluation_order import evaluation_order, mentioned
from quizengine.draw.redraw import mathematics_of
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.item.model import Body


def carried_into_data(item: Item) -> Iterator[Fault]:
    """Yield answers that carry over into what is given: what a learner has read must not depend on what they answer."""
    body = item.body
    names, hidden = (*body.parameters, *body.let), hidden_in(body.parameters)
    texts = with_hidden(shown_in_prompts(body, len(body.parts)), hidden)
    shown = {name for text in texts for name in mentioned(text, names)}
    for number, part in enumerate(item.parts):
        changed = _dependent(part.carries, body) if part.carries else set()
        for name in sorted(shown & changed):
            message = f"carries = '{part.carries}' changes '{name}', which a prompt shows; work '{name}' out without it"
            yield Fault(item.path, item.line("parts", number, "carries"), message)


def carried_to_nobody(item: Item) -> Iterator[Fault]:
    """Yield what is carried though none of the later answers is worked out from it."""
    if item.parts[-1].carries:
        where = ("parts", len(item.parts) - 1, "carries")
        yield Fault(item.path, item.line(*where), "nothing comes after the last part; take carries out")
    for number, name in _to_nobody(item):
        message = f"carries = '{name}' changes no later answer; let a later key use '{name}', or take carries out"
        yield Fault(item.path, item.line("parts", number, "carries"), message)


def _to_nobody(item: Item) -> Iterator[tuple[int, str]]:
    hidden = hidden_in(item.body.parameters)
    for number, part in enumerate(item.parts[:-1]):
        if part.carries:
            changed = _dependent(part.carries, item.body)
            later = [text for asked in item.parts[number + 1 :] for text in mathematics_of(asked)]
            if not any(mentioned(text, changed) for text in with_hidden(later, hidden)):
                yield number, part.carries


def _dependent(carried: str, body: Body) -> set[str]:
    """The names of [let] that are worked out anew when the learner's answer stands in for `carried`."""
    changed = {carried}
    for step in evaluation_order(body):
        if not step.requirement and step.uses & changed:
            changed.add(step.name)
    return changed
