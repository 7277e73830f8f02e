"""Every place of an item that cannot be worked out, where drawing stops at the first: for the author's checker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from quizengine.draw.draw import MOST_EFFORT
from quizengine.draw.evaluation_order import evaluation_order, holds, take
from quizengine.draw.failures import DrawFailure, ItemError, RequirementFailed
from quizengine.draw.parameters import draw_parameters
from quizengine.draw.stimulus import (
    ANSWER,
    draw_figure,
    draw_table,
    texts_of_figures,
    with_figure,
    with_own_figures,
)
from quizengine.draw.texts_inside import hidden_in, texts_to_check
from quizengine.errors import CannotCompute, CannotDraw, NeverComputes, Unreadable
from quizengine.maths.effort import effort
from quizengine.maths.language.fill_in import fill_ins, prose_of
from quizengine.one_question import one_question
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.item import Item
    from quizengine.item.faults import Where
    from quizengine.item.help import WrittenStep
    from quizengine.item.model import Body, WrittenPart
    from quizengine.maths.language import Workspace

ATTEMPTS = 6  # what fails with the numbers of all of them is not the fault of the numbers
_WORD = re.compile(r"[A-Za-z]\w*")

Attempted = tuple["Where", str, Callable[["Workspace"], Any]]  # where, the expressions in it, what to try


def failing_places(item: Item, seed: int) -> tuple[DrawFailure, ...]:
    """Return the places that fail with every choice of numbers; what needs the value of a failed line is left out."""
    try:
        with effort(MOST_EFFORT) as spent, one_question(item.id, seed, "checked"):
            chances = (Chance("question", (item.plain_id, seed, attempt)) for attempt in range(ATTEMPTS))
            found = [_failures(item.body, chance) for chance in chances]
    except CannotDraw:
        return ()  # what drawing itself tells of it is all that there is to tell
    if spent.used_up:  # then what comes last fails for that reason alone
        return ()
    return tuple(DrawFailure(where, why) for where, why in found[0].items() if all(where in other for other in found))


def _failures(body: Body, chance: Chance) -> dict[Where, str]:
    try:
        workspace = draw_parameters(body.parameters, chance)
    except ItemError as failure:
        return {failure.where: failure.why}
    failures, lost = {}, set[str]()
    for step in evaluation_order(body):
        if step.uses & lost:
            lost.add(step.name)
            continue
        try:
            workspace = take(step, workspace)
        except (ItemError, RequirementFailed) as failure:
            if failure.why:
                failures[failure.where] = failure.why
            if not step.requirement:
                lost.add(step.name)
    lost |= {name for name, inside in hidden_in(body.parameters) if lost & set(_WORD.findall(" ".join(inside)))}
    for where, name in texts_to_check(body, workspace):
        try:
            prose_of(workspace, f"<< {name} >>" if name not in lost else "")
        except (CannotCompute, Unreadable) as error:
            failures[where] = str(error)
            lost.add(name)
    for name, written in body.figures.items():
        if ANSWER not in str(written) and not lost & set(_WORD.findall(str(written))):
            try:
                workspace = with_figure(name, written, workspace)
            except ItemError as failure:
                failures[failure.where] = failure.why
                lost.add(name)
    for where, text, work in _places(body):
        if lost & set(_WORD.findall(text)):
            continue
        try:
            work(workspace)
        except ItemError as failure:
            failures[failure.where] = failure.why
        except (CannotCompute, Unreadable) as error:
            failures[where] = str(error)
    return failures


def _places(body: Body) -> Iterator[Attempted]:
    yield _text(body.prompt, "prompt")
    for number, asked in enumerate(body.parts):
        yield from _of_part(asked, "parts", number)
        if (feedback := asked.help.feedback) is not None:
            inside = " ".join((*fill_ins(feedback), *texts_of_figures(body, fill_ins(feedback))))
            yield (
                ("parts", number, "help", "feedback"),
                f"{asked.answer} {inside}",
                partial(_told, body, asked, feedback),
            )
    for name, condition in body.verify.items():
        yield ("verify", name), condition, partial(holds, condition)
    if (table := body.table) is not None:
        yield ("table",), str(table), lambda workspace: draw_table(table, workspace)
    if (figure := body.figure) is not None:
        yield ("figure",), str(figure), lambda workspace: draw_figure(figure, workspace, "figure")


def _of_part(asked: WrittenPart, *at: str | int) -> Iterator[Attempted]:
    yield _text(asked.prompt, *at, "prompt")
    yield (*at, "answer", asked.answer.kind), str(asked.answer), asked.answer.draw
    for position, mistake in enumerate(asked.mistakes):
        place = (*at, "mistakes", position)
        yield (*place, mistake.value.kind), str(mistake.value), _hopeless(mistake.value.draw)
        if mistake.when:
            yield (*place, "when"), mistake.when, partial(holds, mistake.when)
        yield _text(mistake.says or "", *place, "says")
    for number, hint in enumerate(asked.help.hints):
        yield _text(hint, *at, "help", "hints", number)
    for number, step in enumerate(asked.help.steps):
        yield from _of_step(step, *at, "help", "steps", number)


def _of_step(step: WrittenStep, *at: str | int) -> Iterator[Attempted]:
    yield _text(step.says, *at, "says")
    if step.asks is not None and step.answer is not None:
        yield _text(step.asks, *at, "asks")
        yield (*at, "answer", step.answer.kind), str(step.answer), step.answer.draw


def _told(body: Body, asked: WrittenPart, feedback: str, workspace: Workspace) -> None:
    """Feedback on the key itself, where that is mathematics."""
    node = asked.answer.draw(workspace).node()
    if node is not None:
        prose_of(with_own_figures(body, workspace.bind(ANSWER, node), feedback), feedback)


def _text(text: str, *where: str | int) -> Attempted:
    return where, " ".join(fill_ins(text)), lambda workspace: prose_of(workspace, text)


def _hopeless(work: Callable[[Workspace], Any]) -> Callable[[Workspace], Any]:
    """As `work`, without the faults that only leave a mistake out of a question."""

    def tried(workspace: Workspace) -> None:
        try:
            work(workspace)
        except NeverComputes:
            raise
        except CannotCompute:
            return

    return tried
