"""The key of a part drawn once more, with the options in the order in which they are on the learner's screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.draw.evaluation_order import holds
from quizengine.errors import CannotCompute, NeverComputes

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.item.model import WrittenPart
    from quizengine.maths.language import Workspace

FEWEST = 3  # of two options, ours and theirs are all there is to choose from


def key_of(asked: WrittenPart, ours: Key[Any], workspace: Workspace) -> Key[Any] | None:
    """The key of `asked` with the values of `workspace`; None where other options would have to be on the screen than
    those of `ours`, or so few that nothing wrong is left among them. Raises as drawing does.
    """
    key = asked.answer.draw(workspace)
    if not ours.options:
        return key
    if len(ours.options) < FEWEST or key.stems != ours.stems:
        return None
    wrong = tuple(_wrong(asked, workspace))
    offered, _ = key.offer(wrong, range)
    if not set(ours.options) <= set(offered.options):
        return None
    order = [offered.options.index(option) for option in ours.options]
    placed, _ = key.offer(wrong, lambda _: order)
    return placed if placed.options == ours.options else None


def _wrong(asked: WrittenPart, workspace: Workspace) -> Iterator[Key[Any]]:
    """The mistakes that have a value here, which are the other options."""
    for written in asked.mistakes:
        if written.when is not None and not holds(written.when, workspace):
            continue
        try:
            yield written.value.draw(workspace)
        except NeverComputes:
            raise
        except CannotCompute:
            continue
