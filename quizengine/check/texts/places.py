"""Where an author's texts stand: the sentences that are printed, and the expressions that are worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizengine.draw.givens import texts_of
from quizengine.maths.language.fill_in import fill_ins

if TYPE_CHECKING:
    from quizengine.answers.key import AnswerModel
    from quizengine.item.faults import Where
    from quizengine.item.model import Body, WrittenPart, WrittenTable

Placed = tuple["Where", str]

#: the options of answers that are sentences
_SENTENCES = ("choice", "choices", "options", "order", "matching", "others", "reason", "words", "wrong")
_QUOTED = re.compile(r'"([^"]*)"')


def sentences(body: Body) -> Iterator[Placed]:
    """Yield all that is printed of an item, as it is written, each text with its place."""
    yield ("prompt",), body.prompt
    if body.table is not None:
        yield from of_table(body.table)
    for number, part in enumerate(body.parts):
        at: Where = ("parts", number)
        yield (*at, "prompt"), part.prompt
        yield from of_options(part, at)
        yield from of_help(part, at)
        for place, wrong in enumerate(part.mistakes):
            if wrong.says is not None:
                yield (*at, "mistakes", place, "says"), wrong.says
    yield from _of_chosen_texts(body)


def of_table(table: WrittenTable) -> Iterator[Placed]:
    """Yield the cells of a table that is written cell by cell, and its header."""
    yield from ((("table", "header"), cell) for cell in table.header)
    if not isinstance(table.rows, str):
        yield from ((("table", "rows"), cell) for row in table.rows for cell in row)


def of_options(part: WrittenPart, at: Where) -> Iterator[Placed]:
    """Yield the sentences of an answer and of its mistakes: what there is to choose, to order or to match."""
    yield from _of_answer(part.answer, (*at, "answer"))
    for place, wrong in enumerate(part.mistakes):
        yield from _of_answer(wrong.value, (*at, "mistakes", place))


def of_help(part: WrittenPart, at: Where) -> Iterator[Placed]:
    """Yield the hints and steps of a part, and what is told of wrong answers."""
    for place, hint in enumerate(part.help.hints):
        yield (*at, "help", "hints", place), hint
    for place, step in enumerate(part.help.steps):
        where = (*at, "help", "steps", place)
        yield from ((where, text) for text in (step.says, step.asks) if text is not None)
    if part.help.feedback is not None:
        yield (*at, "help", "feedback"), part.help.feedback


def _of_answer(answer: AnswerModel, where: Where) -> Iterator[Placed]:
    for name in _SENTENCES:
        written = getattr(answer, name, None)
        yield from (((*where, name), text) for text in _strings(written))


def _of_chosen_texts(body: Body) -> Iterator[Placed]:
    """The texts that [parameters] and [let] choose from."""
    for name, parameter in body.parameters.items():
        yield from ((("parameters", name), text) for text in parameter.texts_inside())
    for name, line in body.let.items():
        yield from ((("let", name), text) for text in _QUOTED.findall(line))


def expressions(body: Body) -> Iterator[Placed]:
    """Yield all that is worked out of an item, each expression with its place: those in << >>, too."""
    for table, lines in (("let", body.let), ("require", body.require), ("verify", body.verify)):
        yield from (((table, name), text) for name, text in lines.items())
    for name, parameter in body.parameters.items():
        yield from ((("parameters", name), text) for text in parameter.expressions())
    for where, written in sentences(body):
        yield from ((where, text) for text in fill_ins(written))
    if body.table is not None and isinstance(body.table.rows, str):
        yield ("table", "rows"), body.table.rows
    for name, figure in body.figures.items():
        yield from ((("figures", name), text) for text in texts_of(figure.model_dump()))
    if body.figure is not None:
        yield from ((("figure",), text) for text in texts_of(body.figure.model_dump()))
    for number, part in enumerate(body.parts):
        yield from _of_part(part, ("parts", number))


def _of_part(part: WrittenPart, at: Where) -> Iterator[Placed]:
    yield from (((*at, "answer"), text) for text in _of_options(part.answer))
    yield from (((*at, name), text) for name in ("carries", "carries_if") if (text := getattr(part, name)) is not None)
    for place, wrong in enumerate(part.mistakes):
        where = (*at, "mistakes", place)
        yield from ((where, text) for text in _of_options(wrong.value))
        if wrong.when is not None:
            yield (*where, "when"), wrong.when
    for place, test in enumerate(part.tests):
        yield from (((*at, "tests", place), text) for text in fill_ins(test.typed))
    for place, step in enumerate(part.help.steps):
        if step.answer is not None:
            yield from (((*at, "help", "steps", place), text) for text in _of_options(step.answer))


def _of_options(answer: AnswerModel) -> tuple[str, ...]:
    """The expressions under [answer]; to list a letter among the variables asks for no value of it."""
    return texts_of(answer.model_dump(exclude={"credit", "variables"}))


def _strings(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, Mapping):
        for left, right in written.items():
            yield from (left, *_strings(right))
    elif isinstance(written, tuple | list):
        for each in written:
            yield from _strings(each)
