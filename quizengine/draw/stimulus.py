"""What stands beside the prompt: a table of data, figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from quizengine.draw.failures import ItemError, at
from quizengine.draw.givens import texts_of, texts_of_answers
from quizengine.draw.question import Table
from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.language.fill_in import fill_ins, prose_of, prose_of_value
from quizengine.maths.print.display import inline_only
from quizengine.maths.tree import Vector

if TYPE_CHECKING:
    from quizengine.answers.key import AnswerModel
    from quizengine.figures import Figure
    from quizengine.figures.figure import FigureModel
    from quizengine.item.model import Body, WrittenPart, WrittenTable
    from quizengine.maths.language import Value, Workspace

ANSWER = "answer"  # the name that stands for the learner's own answer in the figures of feedback


def draw_table(written: WrittenTable, workspace: Workspace) -> Table:
    """Return the table with its numbers; raises CannotCompute or Unreadable."""
    header = tuple(inline_only(prose_of(workspace, cell)) for cell in written.header)
    if not isinstance(written.rows, str):
        cells = (tuple(inline_only(prose_of(workspace, cell)) for cell in row) for row in written.rows)
        return Table(header, tuple(cells))
    rows = [_list(row, written.rows) for row in _list(workspace.evaluate(written.rows), written.rows)]
    if len({len(row) for row in rows} | ({len(header)} if header else set())) != 1:
        raise CannotCompute(written.rows, "all rows of a table, and its header, need as many cells")
    return Table(header, tuple(tuple(inline_only(prose_of_value(workspace, cell)) for cell in row) for row in rows))


def draw_figure(written: FigureModel, workspace: Workspace, *where: str) -> Figure:
    """Return the figure with its numbers; raises ItemError at the key of its table, which stands at `where`."""
    with at(*where):
        if ANSWER not in workspace.values and any(map(_names_answer, texts_of(written.model_dump()))):
            cure = "name the figure under [figures], and let it stand in [help] feedback"
            raise NeverComputes(ANSWER, f"the learner's answer is not known before it is given; {cure}")
        try:
            return written.draw(workspace)
        except CannotCompute as error:
            raise ItemError((*where, *_key_with(error.expression, written)), str(error)) from None


def _key_with(expression: str, written: FigureModel) -> tuple[str, ...]:
    """The key whose value is an expression or holds it; () where it is made of several."""
    holding = (key for key, value in written.model_dump().items() if expression in texts_of((value,)))
    return tuple(islice(holding, 1))


def with_figures(body: Body, workspace: Workspace) -> Workspace:
    """Return `workspace` with the named figures of an item, all but those that show the learner's answer.

    Raises ItemError with the place of a figure that cannot be drawn, or that stands where no answer is given yet.
    """
    if not body.figures:
        return workspace
    waiting = _waiting(body)
    for name in waiting and waiting.intersection(fill_ins("\n".join(texts_before_answer(body)))):
        raise ItemError(("figures", name), "this figure shows the learner's answer, so it stands in feedback only")
    for name, written in body.figures.items():
        if name not in waiting:
            workspace = with_figure(name, written, workspace)
    return workspace


def with_own_figures(body: Body, workspace: Workspace, text: str) -> Workspace:
    """Return `workspace`, in which `answer` has a value, with the figures in `text` that show it; raises ItemError."""
    for name in sorted(_waiting(body).intersection(fill_ins(text))):
        workspace = with_figure(name, body.figures[name], workspace)
    return workspace


def shows_answer(body: Body, text: str) -> bool:
    """Return whether the learner's answer stands in a text of feedback, or in a figure in it."""
    inside = fill_ins(text)
    return not _waiting(body).isdisjoint(inside) or any(map(_names_answer, inside))


def _names_answer(text: str) -> bool:
    from quizengine.maths.language.names_used import names_in

    return ANSWER in text and ANSWER in names_in(text)


def texts_before_answer(body: Body) -> tuple[str, ...]:
    """Return all texts of an item that may be shown before an answer, or without one."""
    texts = [body.prompt]
    for part in body.parts:
        answers = (part.answer, *(wrong.value for wrong in part.mistakes), *_answers_of_steps(part))
        texts += (part.prompt, *part.help.hints, *(wrong.says or "" for wrong in part.mistakes))
        texts += (text or "" for step in part.help.steps for text in (step.says, step.asks))
        texts += texts_of_answers(*answers)
    return tuple(texts)


def _answers_of_steps(part: WrittenPart) -> tuple[AnswerModel, ...]:
    return tuple(step.answer for step in part.help.steps if step.answer is not None)


def texts_of_figures(body: Body, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the author's expressions in those figures that stand in `texts`, by their names in << >>."""
    named = body.figures.keys() & set(texts)
    return tuple(text for name in sorted(named) for text in texts_of(body.figures[name].model_dump()))


def _waiting(body: Body) -> set[str]:
    """The named figures that show the learner's answer."""
    if ANSWER in body.parameters or ANSWER in body.let:
        return set()
    texts = {name: texts_of(written.model_dump()) for name, written in body.figures.items()}
    return {name for name, inside in texts.items() if any(map(_names_answer, inside))}


def with_figure(name: str, written: FigureModel, workspace: Workspace) -> Workspace:
    """Return `workspace` with one more named figure; raises ItemError."""
    figure = draw_figure(written, workspace, "figures", name)
    return replace(workspace, pictures={**workspace.pictures, name: figure})


def _list(value: Value, expression: str) -> tuple[Value, ...]:
    if not isinstance(value, Vector | tuple):
        raise CannotCompute(expression, "the rows of a table are a list of lists: [[1, 2], [3, 4]]")
    return value if isinstance(value, tuple) else value.items
