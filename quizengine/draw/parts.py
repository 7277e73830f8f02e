"""The parts of a question: prompts filled, keys computed, mistakes told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.answers.answer import Answer
from quizengine.answers.lettered_options import LETTERS
from quizengine.answers.mistake import Mistake
from quizengine.answers.payment import EVENLY
from quizengine.draw.evaluation_order import holds
from quizengine.draw.failures import ItemError, at
from quizengine.draw.options import choices_differ, few_enough, offer
from quizengine.draw.question import Dropped, Part
from quizengine.draw.worked_steps import draw_steps
from quizengine.errors import CannotCompute, NeverComputes, Unreadable
from quizengine.maths.effort import spend_effort
from quizengine.maths.language.fill_in import prose_of
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.item.model import WrittenMistake, WrittenPart
    from quizengine.item.skills_and_mistakes import KnownMistake
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose


@dataclass(frozen=True, slots=True)
class Context:
    """What the parts of one question share."""

    workspace: Workspace
    chance: Chance
    mistakes: Mapping[str, KnownMistake]


def draw_part(asked: WrittenPart, number: int, of: int, context: Context) -> tuple[Part, tuple[Dropped, ...]]:
    """Return part `number` of `of`.

    Raises ItemError, and RequirementFailed where what there is to choose from is not all different.
    """
    place = ("parts", number)
    with at(*place, "answer", asked.answer.kind):
        before = asked.answer.draw(context.workspace)
    drawn, dropped = _draw_mistakes(asked, number, context)
    wrong = tuple(mistake.key for mistake in drawn)
    with at(*place, "mistakes"):
        key, wrong = offer(before, wrong, context.chance.below("options", number))
    few_enough(key, place)
    fitted = [replace(mistake, key=other) for mistake, other in zip(drawn, wrong, strict=True)]
    with at(*place, "mistakes"):
        kept, doubled = _tell_apart(key, fitted, number)
    choices_differ(before, key, fitted, doubled, place)
    part = Part(
        label="" if of == 1 else LETTERS[number],
        prompt=_fill_at(asked.prompt, context.workspace, *place, "prompt"),
        key=key,
        marks=asked.marks,
        mistakes=kept,
        hints=_fill_all(asked.help.hints, context.workspace, *place, "help", "hints"),
        steps=draw_steps(asked.help.steps, (*place, "help", "steps"), context.workspace, context.chance),
        room=asked.room,
    )
    return part, (*dropped, *doubled)


def _fill_all(texts: tuple[str, ...], workspace: Workspace, *where: str | int) -> tuple[Prose, ...]:
    return tuple(_fill_at(text, workspace, *where, place) for place, text in enumerate(texts))


def _fill_at(text: str, workspace: Workspace, *where: str | int) -> Prose:
    with at(*where):
        return prose_of(workspace, text)


def _draw_mistakes(asked: WrittenPart, number: int, context: Context) -> tuple[list[Mistake], list[Dropped]]:
    """The mistakes that have a value for these numbers and whose condition holds."""
    drawn: list[Mistake] = []
    dropped: list[Dropped] = []
    for position, written in enumerate(asked.mistakes):
        place = ("parts", number, "mistakes", position)
        with at(*place, "when"):
            applies = written.when is None or holds(written.when, context.workspace)
        if not applies:
            why = f"'{written.when}' does not hold"
            dropped.append(Dropped(number, position, written.name, "condition", why))
            continue
        try:
            key = written.value.draw(context.workspace)
        except (NeverComputes, Unreadable) as error:
            raise ItemError((*place, written.value.kind), str(error)) from None
        except CannotCompute as error:
            dropped.append(Dropped(number, position, written.name, "no value", str(error)))
            continue
        with at(*place, "says"):
            drawn.append(Mistake(written.name, _sentence(written, context), key, position))
    return drawn, dropped


def _sentence(written: WrittenMistake, context: Context) -> Prose:
    known = context.mistakes.get(written.name)
    return prose_of(context.workspace, written.says or (known.says if known else ""))


def _tell_apart(key: Key[Any], drawn: list[Mistake], number: int) -> tuple[tuple[Mistake, ...], list[Dropped]]:
    """The mistakes that differ from the key and from each mistake before them."""
    kept: list[Mistake] = []
    dropped: list[Dropped] = []
    for mistake in drawn:
        spend_effort()
        typed = Answer(mistake.key.plain())
        earlier = next((other.name for other in kept if _is_right(other.key, typed)), "")
        if _is_right(key, typed):
            why = f"{_as_good_as(mistake.key, key)} the key"
            dropped.append(Dropped(number, mistake.position, mistake.name, "equal", why))
        elif earlier:
            other = next(one.key for one in kept if one.name == earlier)
            why = f"{_as_good_as(mistake.key, other)} the mistake '{earlier}'"
            dropped.append(Dropped(number, mistake.position, mistake.name, "equal", why))
        else:
            kept.append(mistake)
    return tuple(kept), dropped


def _is_right(key: Key[Any], typed: Answer) -> bool:
    """Whether it earns full credit, as `credit` tells: quicker, since nobody asks for words on what is wrong."""
    try:
        reading = key.read(typed)
    except Unreadable:
        return False
    return key.is_right(reading) if key.payment is EVENLY else key.judge(reading).credit == 1


def _as_good_as(one: Key[Any], other: Key[Any]) -> str:
    """Why nobody can tell the one from the other: "equals", or "lies within 0.2 of"."""
    return f"lies {other.slack()} of" if other.slack() and one.show() != other.show() else "equals"
