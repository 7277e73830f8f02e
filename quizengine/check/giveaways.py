"""Texts that tell the answer before it is given, steps that never arrive at it, options that stand out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.maths.print import show, show_prose
from quizengine.maths.tree import Relation, Vector

if TYPE_CHECKING:
    from quizengine.draw import Part, Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose
    from quizengine.maths.tree import Node

CURES = {
    "prompt": "ask without it",
    "hints": "leave the last step to the learner",
    "says": "say why this one is wrong, or where to look",
}
SHORT = 3  # characters below which an answer stands in a fixed text by chance
#: where a formula is not a piece of a longer one, and where a number is not
_ALONE = r"(?<![\w.−/·^√(]){}(?![\w/·^⁰-⁹²³]|\.\d)"
_WHOLE = r"(?<![\w.−]){}(?!\w|\.\d)"
LONGER, MARGIN = 1.5, 6  # an option stands out that is this much longer than all others, and so many characters


def giveaways(question: Question) -> Iterator[QuestionFault]:
    """Yield what tells a part's answer: the prompts, its hints, its mistakes' sentences; and steps that do not."""
    given: list[tuple[Where, Prose]] = [(("prompt",), question.prompt)]
    given += [(("parts", place, "prompt"), part.prompt) for place, part in enumerate(question.parts)]
    for number, part in enumerate(question.parts):
        at: Where = ("parts", number)
        names = _names(part, question.item.kind == "family")
        for where, text in (*given, *_spoken(part, at)):
            if _tells(text, names, part):
                yield QuestionFault(where, f"this tells the answer; {_cure(where)}", "telling", names[0])
        if names and part.steps and not _arrives(part):
            yield QuestionFault((*at, "help", "steps"), "no step arrives at the answer", "telling", names[0])
        yield from _outstanding(part, at)


def _spoken(part: Part, at: Where) -> Iterator[tuple[Where, Prose]]:
    for place, hint in enumerate(part.hints):
        yield (*at, "help", "hints", place), hint
    for mistake in part.mistakes:
        yield (*at, "mistakes", mistake.position, "says"), mistake.says


def _cure(where: Where) -> str:
    return next(cure for name, cure in CURES.items() if name in where)


def _names(part: Part, drawn: bool) -> tuple[str, ...]:
    """The texts that give the answer away; a short one stands in a fixed text by chance."""
    return tuple(name for name in part.key.giveaways() if drawn or len(name) >= SHORT)


def _tells(text: Prose, names: tuple[str, ...], part: Part) -> bool:
    """Whether the text holds the answer; not where it lists other options, too."""
    others = [show_prose(option, "text") for option in part.key.options]
    return _holds(text, names) and sum(_holds(text, (other,)) for other in others) < 2


def _holds(text: Prose, names: tuple[str, ...]) -> bool:
    shown = " ".join(show_prose(text, "text").split()).casefold()
    return any(re.search(_ALONE.format(re.escape(name.casefold())), shown) for name in names)


def _arrives(part: Part) -> bool:
    """Whether the answer stands in the steps, whole or each number and formula of it; so it does if it is in words."""
    node = part.key.node()
    if node is None or any(_holds(step, part.key.shown_forms()) for step in part.steps):
        return True
    steps = " ".join(show_prose(step, "text") for step in part.steps)
    return all(re.search(_WHOLE.format(re.escape(show(piece, "text"))), steps) for piece in _pieces(node))


def _pieces(node: Node) -> Iterator[Node]:
    """The components of a vector, the right side of an equation, else the whole."""
    match node:
        case Vector(items):
            for item in items:
                yield from _pieces(item)
        case Relation(sides):
            yield sides[-1]
        case _:
            yield node


def _outstanding(part: Part, at: Where) -> Iterator[QuestionFault]:
    key = part.key.without_letters()
    options = [show_prose(option, "text") for option in part.key.options]
    others = [len(option) for option in options if option != key]
    if len(others) != len(options) - 1 or len(others) < 2:
        return
    if len(key) > LONGER * max(others) + MARGIN:
        yield QuestionFault(
            (*at, "answer"), "the right option is by far the longest; make the others as full", "blemish"
        )
    if LONGER * len(key) + MARGIN < min(others):
        yield QuestionFault(
            (*at, "answer"), "the right option is by far the shortest; make the others as short", "blemish"
        )
