"""What can be wrong with the figures of a question: nothing to see, alike options, descriptions that tell too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from quizengine.answers.giveaway import SHORT, holds
from quizengine.check.alike import alike
from quizengine.check.pictures import named_figures, pictures_in
from quizengine.check.question_fault import QuestionFault
from quizengine.maths.print import show_prose

if TYPE_CHECKING:
    from quizengine.draw import Part, Question
    from quizengine.figures import Figure
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

#: one number, or several in a row, as figures write them
_NUMBERS = re.compile(r"−?\d[\d.·⁻⁰¹²³⁴-⁹]*(?:(?:, | and )−?\d[\d.·⁻⁰¹²³⁴-⁹]*)*")
LONGEST = 1_500  # characters of a description, which somebody listens to


def figure_faults(question: Question) -> Iterator[QuestionFault]:
    """Everything wrong with the figures of `question`, each fault with the table of its figure."""
    for where, figure in named_figures(question):
        yield from (_of_numbers(question, where, message) for message in figure.faults())
        yield from _of_description(figure, where)
    for number, part in enumerate(question.parts):
        at: Where = ("parts", number)
        yield from _of_options(question, part, at)
        yield from _told_by_figures(question, part)
        for mistake in part.mistakes:
            if any(pictures_in(mistake.says)):
                message = "a figure cannot stand in 'says' of a mistake; put it into [help] feedback"
                yield QuestionFault((*at, "mistakes", mistake.position, "says"), message)


def _of_numbers(question: Question, where: Where, message: str) -> QuestionFault:
    """The fault, of a family with its numbers as the example: other seeds have the same with other numbers."""
    what, semicolon, cure = message.partition(";")
    numbers = _NUMBERS.findall(what)
    if question.item.kind != "family" or not numbers:
        return QuestionFault(where, message)
    return QuestionFault(where, f"{_NUMBERS.sub('…', what)}{semicolon}{cure}", example="; ".join(numbers))


def _of_description(figure: Figure, where: Where) -> Iterator[QuestionFault]:
    said = show_prose(figure.description(), "text").strip()
    if not said:
        yield QuestionFault(where, "the description is empty; write says = '…', what is to be seen and read off")
    elif len(said) > LONGEST:
        message = f"the description is longer than {LONGEST:,} characters; write a shorter one as says = '…'"
        yield QuestionFault(where, message, example=f"{len(said):,}")


def _of_options(question: Question, part: Part, at: Where) -> Iterator[QuestionFault]:
    """Two options, or two left sides of a matching, that nobody can tell apart."""
    for options in (part.key.options, part.key.stems):
        for one, other in combinations(options, 2):
            ours, theirs = tuple(pictures_in(one)), tuple(pictures_in(other))
            if not ours or len(ours) != len(theirs) or _words(one) != _words(other):
                continue
            names = " and ".join(sorted(_called(question, option) for option in (one, other)))
            if all(map(alike, ours, theirs)):
                yield QuestionFault((*at, "answer"), f"the options {names} look alike; make one of them quite another")
            elif all(map(_said_alike, ours, theirs)):
                yield QuestionFault(
                    (*at, "answer"), f"the options {names} have the same description; write adds = '…' in both"
                )


def _told_by_figures(question: Question, part: Part) -> Iterator[QuestionFault]:
    """Descriptions that say in words which option is right; numbers stand in them to be read."""
    names = tuple(name for name in part.key.giveaways() if len(name) >= SHORT and any(map(str.isalpha, name)))
    others = [show_prose(option, "text") for option in part.key.options]
    if not names or not others:
        return
    for where, figure in named_figures(question):
        said = figure.description()
        if holds(said, names) and sum(holds(said, (other,)) for other in others) < 2:
            message = "the description tells the answer; say what is to be seen, not what it means"
            yield QuestionFault(where, message, "telling", names[0])


def _said_alike(one: Figure, other: Figure) -> bool:
    return show_prose(one.description(), "text") == show_prose(other.description(), "text")


def _words(option: Prose) -> list[str]:
    return [piece for piece in option if isinstance(piece, str)]


def _called(question: Question, option: Prose) -> str:
    """The name by which an author knows an option: that of its figure."""
    shown = next(pictures_in(option))
    return next(
        (f"<< {name} >>" for name, other in question.workspace.pictures.items() if other == shown), "of figures"
    )
