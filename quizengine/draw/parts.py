"""The parts of a question: prompts filled, keys computed, mistakes told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.draw.chance import Chance
from quizengine.draw.plan import Unmet
from quizengine.draw.values import Dropped, Mistake, Part
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.show import prose

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.item.catalogue import KnownMistake
    from quizengine.item.model import Asked, WrittenMistake
    from quizengine.maths.show import Prose
    from quizengine.maths.tree import Node
    from quizengine.maths.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What the parts of one question share."""

    workspace: Workspace
    chance: Chance
    mistakes: Mapping[str, KnownMistake]


def fill(text: str, workspace: Workspace) -> Prose:
    """An author's text with its << fill-ins >>; raises CannotCompute or Unreadable."""

    def value(expression: str) -> Node | str:
        filled = workspace.evaluate(expression)
        if isinstance(filled, bool | tuple):
            raise CannotCompute(expression, 'a condition or list of texts cannot be printed; write if(…, "yes", "no")')
        return filled

    return prose(text.strip(), value)


def draw_part(asked: Asked, number: int, of: int, context: Context) -> tuple[Part, tuple[Dropped, ...]]:
    """Part `number` of `of`; raises Unmet where what there is to choose from is not all different."""
    workspace = context.workspace
    before = asked.answer.draw(workspace)
    drawn, dropped = _draw_mistakes(asked, number, context)
    wrong = tuple(mistake.key for _, mistake in drawn)
    key, wrong = before.offer(wrong, context.chance.below("options", number).order)
    _choices_differ(before, key, len(wrong))
    fitted = [(position, replace(mistake, key=other)) for (position, mistake), other in zip(drawn, wrong, strict=True)]
    kept, doubled = _tell_apart(key, fitted, number)
    part = Part(
        label="" if of == 1 else "abcdefgh"[number],
        prompt=fill(asked.prompt, workspace),
        key=key,
        marks=asked.marks,
        mistakes=kept,
        hints=tuple(fill(hint, workspace) for hint in asked.help.hints),
        steps=tuple(fill(step, workspace) for step in asked.help.steps),
    )
    return part, (*dropped, *doubled)


def equal(key: Key[Any], other: Key[Any]) -> bool:
    """Whether `other`, typed as an answer, would be right for `key`."""
    try:
        return key.judge(key.read(other.plain())).outcome == "correct"
    except Unreadable:
        return False


Placed = tuple[int, Mistake]  # with its place in the list of the file


def _draw_mistakes(asked: Asked, number: int, context: Context) -> tuple[list[Placed], list[Dropped]]:
    """The mistakes that have a value for these numbers and whose condition holds."""
    drawn: list[Placed] = []
    dropped: list[Dropped] = []
    for position, written in enumerate(asked.mistakes):
        try:
            if written.when and context.workspace.evaluate(written.when) is not True:
                dropped.append(Dropped(number, position, written.name, f"'{written.when}' does not hold"))
                continue
            drawn.append((position, _draw_mistake(written, context)))
        except (CannotCompute, Unreadable) as error:
            dropped.append(Dropped(number, position, written.name, str(error)))
    return drawn, dropped


def _draw_mistake(written: WrittenMistake, context: Context) -> Mistake:
    known = context.mistakes.get(written.name)
    says = written.says or (known.says if known else "")
    return Mistake(written.name, fill(says, context.workspace), written.value.draw(context.workspace))


def _tell_apart(key: Key[Any], placed: list[Placed], number: int) -> tuple[tuple[Mistake, ...], list[Dropped]]:
    """The mistakes that differ from the key and from each mistake before them."""
    kept: list[Mistake] = []
    dropped: list[Dropped] = []
    for position, mistake in placed:
        earlier = next((other.name for other in kept if equal(other.key, mistake.key)), "")
        if equal(key, mistake.key):
            dropped.append(Dropped(number, position, mistake.name, "equals the key"))
        elif earlier:
            dropped.append(Dropped(number, position, mistake.name, f"equals the mistake '{earlier}'"))
        else:
            kept.append(mistake)
    return tuple(kept), dropped


def _choices_differ(before: Key[Any], after: Key[Any], mistakes: int) -> None:
    """Raises Unmet where the mistakes became options and some of them coincide, with each other or with the key."""
    made = len(after.options) - len(before.options)
    if (made and made < mistakes) or len(after.options) == 1:
        raise Unmet("all options differ", "some are the same for these numbers")
