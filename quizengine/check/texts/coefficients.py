"""Formulas as nobody writes them, which come of literal signs beside a drawn number: 1x, 0x, x^1, x^0, + −3, 2/1.

Only what stands beside a fill-in is looked at: a formula without one, such as x^1 = x, is printed as it was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING

from quizengine.check.question_fault import Kind, QuestionFault
from quizengine.check.texts.formulas import formulas_in, words_between
from quizengine.check.texts.places import sentences
from quizengine.check.texts.spots import ACCENTED, Spot, behind_signs, spots
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.fill_in import fill_ins, filling
from quizengine.maths.language.filled_text import FilledText
from quizengine.maths.normalise import exact
from quizengine.maths.print import prose, show_prose
from quizengine.maths.print.upright_names import KNOWN_WORDS
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.language.values import Value

    Look = Callable[[str], Value | None]


def misprints(question: Question) -> Iterator[QuestionFault]:
    """Yield what the texts of a drawn question print as nobody writes it, each at its text, with the formula.

    It must be mended where it is asked or offered, and should be looked at in hints and steps.
    """
    look = _values_of(question)
    for where, text in sentences(question.item.body):
        if where[0] not in ("parameters", "let"):  # those are printed where a sentence asks for them
            yield from _of_text(text, where, question, look)


def _of_text(text: str, where: Where, question: Question, look: Look, owner: str = "") -> Iterator[QuestionFault]:
    """What is misprinted in a text of the file, or in one that the fill-in `owner` puts there."""
    asked = not {"help", "says"} & set(where)
    kind: Kind = "grave" if asked else "misprint"
    for formula in formulas_in(text):
        for spot in spots(formula):
            message = _trouble(spot, look, asked, owner)
            if message:
                yield QuestionFault(where, message, kind, _printed(formula, question, look))
    for sign, expression in behind_signs(text):
        value = _number(look(expression))
        if value is not None and value < 0:
            yield QuestionFault(
                where,
                f"<< {expression} >> may be negative behind a {sign}; put the whole sum into one formula, in $…$",
                kind,
                f"{sign} {value}",
            )
    for expression in (each for words in words_between(text) for each in fill_ins(words)):
        for inside in _texts_in(look(expression) if _may_be_text(expression, question) else None):
            yield from _of_text(inside, where, question, inside.values.get, owner or expression)


def _trouble(spot: Spot, look: Look, asked: bool, owner: str) -> str:
    """What is wrong at a spot with the values that were drawn, and how to mend it; "" where nothing is."""
    value, told = _number(look(spot.expression)), f"a value in << {owner} >>" if owner else f"<< {spot.expression} >>"
    match spot.role:
        case "signed":
            return f"two signs stand before {told}; take one out, the value brings its own"
        case "below" if value == 1 and asked:
            return f"{told} may be 1, below a fraction bar; put the whole fraction into one fill-in"
        case "power" if value in (0, 1):
            return f"{told} is a power of {spot.beside} and may be 0 or 1; put the whole power into one fill-in"
        case "factor" if value in (-1, 0, 1):
            if (spot.beside == "(" and not asked) or (value == -1 and spot.before == "-" and not asked):
                return ""  # a number that was put in is shown as such
            if spot.follows and not _is_formula(look(spot.follows)):
                return ""
            return f"{told} stands before {_beside(spot)} and may be 1, −1 or 0; {_cure(spot, owner)}"
    return ""


def _beside(spot: Spot) -> str:
    return f"<< {spot.follows} >>" if spot.follows else "brackets" if spot.beside == "(" else spot.beside


def _cure(spot: Spot, owner: str) -> str:
    other = spot.follows or spot.beside.removeprefix("\\")
    if owner or spot.beside == "(" or spot.beside in ACCENTED or other in KNOWN_WORDS:
        return "put the whole product into one fill-in"
    return f"put the whole product into one fill-in: << {_bracketed(spot.expression)}*{_bracketed(other)} >>"


def _values_of(question: Question) -> Look:
    found: dict[str, Value | None] = {}

    def look(expression: str) -> Value | None:
        if expression not in found:
            found[expression] = None
            with suppress(CannotCompute):
                found[expression] = question.workspace.evaluate(expression)
        return found[expression]

    return look


def _number(value: Value | None) -> Fraction | None:
    return exact(value) if isinstance(value, Node) and not isinstance(value, Vector) else None


def _is_formula(value: Value | None) -> bool:
    """Whether a value begins with a letter, so that a number before it is its factor."""
    if isinstance(value, str):
        return len(value) == 1 and value.isalpha()
    return (
        isinstance(value, Node)
        and exact(value) is None
        and show_prose(prose("<<>>", lambda _: value), "text")[:1].isalpha()
    )


def _texts_in(value: Value | None) -> Iterator[FilledText]:
    if isinstance(value, FilledText):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each)


def _may_be_text(expression: str, question: Question) -> bool:
    """Whether a fill-in may give words: to work out all others once more would take too long."""
    from quizengine.draw.evaluation_order import mentioned

    values = question.workspace.values
    return '"' in expression or any(isinstance(values[name], str | tuple) for name in mentioned(expression, values))


def _printed(formula: str, question: Question, look: Look) -> str:
    def fill(expression: str) -> Node | str:
        value = look(expression)
        return filling(question.workspace, "…" if value is None else value)  # type: ignore[return-value]

    try:
        return show_prose(prose(f"${formula}$", fill), "text")
    except Unreadable:
        return formula


def _bracketed(expression: str) -> str:
    return expression if expression.isalnum() else f"({expression})"
