"""Texts that tell the answer before it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from quizengine.answers.giveaway import SHORT, holds
from quizengine.check.feedback_checks import try_feedback
from quizengine.check.question_fault import QuestionFault
from quizengine.draw.failures import ItemError
from quizengine.draw.stimulus import texts_of_figures
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.fill_in import fill_ins
from quizengine.maths.print import show_prose
from quizengine.maths.print.picture import Picture
from quizengine.maths.tree import Vector

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw import Part, Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

CURES = {
    "prompt": "ask without it",
    "asks": "ask without it",
    "hints": "leave the last step to the learner",
    "says": "say why this one is wrong, or where to look",
}
#: where a number is not a piece of a longer one
_WHOLE = r"(?<![\w.−]){}(?!\w|\.\d)"


def giveaways(question: Question) -> Iterator[QuestionFault]:
    """Yield what tells a part's answer: the prompts, its hints, its mistakes' sentences."""
    given: list[tuple[Where, Prose]] = [(("prompt",), question.prompt)]
    given += [(("parts", place, "prompt"), part.prompt) for place, part in enumerate(question.parts)]
    for number, part in enumerate(question.parts):
        at: Where = ("parts", number)
        drawn = question.item.kind == "family"
        names = _names(part.key, drawn)
        for where, text in (*given, *_spoken(part, at)):
            if _tells(text, names, part.key):
                yield QuestionFault(where, f"this tells the answer; {_cure(where)}", "telling", names[0])
        yield from _while_kept_back(question, number, names)
        yield from _of_feedback(question, number, names)
        yield from _of_steps(part, at, drawn)


def _spoken(part: Part, at: Where) -> Iterator[tuple[Where, Prose]]:
    for place, hint in enumerate(part.hints):
        yield (*at, "help", "hints", place), hint
    for mistake in part.mistakes:
        yield (*at, "mistakes", mistake.position, "says"), mistake.says


def _while_kept_back(question: Question, number: int, names: tuple[str, ...]) -> Iterator[QuestionFault]:
    """Hints of later parts that tell, alone or in a product, what may be kept back until they are over."""
    part = question.parts[number]
    if not question.item.parts[number].carries:
        return
    for later in range(number + 1, len(question.parts)):
        for place, hint in enumerate(question.parts[later].hints):
            shown = show_prose(hint, "text")
            if any(re.search(_WHOLE.format(re.escape(name)), shown) for name in names):
                where = ("parts", later, "help", "hints", place)
                to = f"({part.label})"
                message = f"this tells the answer to {to}, which may be kept back; write 'your answer to {to}'"
                yield QuestionFault(where, message, "telling", names[0])


def _of_feedback(question: Question, number: int, names: tuple[str, ...]) -> Iterator[QuestionFault]:
    """What is told of wrong answers, while there are tries left: words that tell, and figures that show the answer."""
    if question.item.parts[number].help.feedback is None:
        return
    key, where = question.parts[number].key, ("parts", number, "help", "feedback")
    message = "this tells the answer while it may be tried again; show what the learner's own answer does"
    if _shown_in_feedback(question, number):
        yield QuestionFault(where, message, "telling", key.show())
    right = key.plain()
    for typed, found in try_feedback(question, number):
        if typed == right or isinstance(found, ItemError):
            continue
        if _tells(tuple(piece for piece in found if not isinstance(piece, Picture)), names, key):
            yield QuestionFault(where, message, "telling", f"{names[0]}, told of {typed}")
            return


def _shown_in_feedback(question: Question, number: int) -> bool:
    """Whether a vector or point that is the answer stands in a figure of feedback; a number may be many things."""
    body, node = question.item.body, question.parts[number].key.node()
    if not isinstance(node, Vector):
        return False
    values = []
    for text in texts_of_figures(body, fill_ins(body.parts[number].help.feedback or "")):
        with suppress(CannotCompute, Unreadable):
            values.append(question.workspace.evaluate(text))
    return node in values


def _of_steps(part: Part, at: Where, drawn: bool) -> Iterator[QuestionFault]:
    """Questions of steps that tell their own answers."""
    for place, step in enumerate(part.steps):
        if step.key is not None and _tells(step.asks, names := _names(step.key, drawn), step.key):
            where = (*at, "help", "steps", place, "asks")
            yield QuestionFault(where, f"this tells the answer; {_cure(where)}", "telling", names[0])


def _cure(where: Where) -> str:
    return next(cure for name, cure in CURES.items() if name in where)


def _names(key: Key[Any], drawn: bool) -> tuple[str, ...]:
    """The texts that give the answer away; a short one stands in a fixed text by chance."""
    return tuple(name for name in key.giveaways() if drawn or len(name) >= SHORT)


def _tells(text: Prose, names: tuple[str, ...], key: Key[Any]) -> bool:
    """Whether the text holds the answer; not where it lists other options, too."""
    others = [show_prose(option, "text") for option in key.options]
    return holds(text, names) and sum(holds(text, (other,)) for other in others) < 2
