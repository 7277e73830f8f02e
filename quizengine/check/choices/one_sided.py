"""The same answer in nearly all questions of a family: it can be guessed without reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.item import Fault

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item import Item

ONE_SIDED = 0.8  # the share of questions with the same option as answer, from which on that is told
FEWEST_DRAWN = 20  # questions for that

Answers = Counter[tuple[int, str]]  # by part: an answer among fixed ones, and how often it is right


def note_answers(answers: Answers, question: Question) -> None:
    """Count the answers of those parts of `question` whose answers are the same few in each question."""
    for number, part in enumerate(question.parts):
        if part.key.claim is not None:
            answers[number, "true" if part.key.claim else "false"] += 1
        elif question.item.parts[number].answer.listed:
            answers[number, part.key.without_letters()] += 1


def one_sided(item: Item, answers: Answers, drawn: int) -> Iterator[Fault]:
    """Yield advice on answers that are right in nearly all of the questions `drawn`."""
    if item.kind != "family" or drawn < FEWEST_DRAWN:
        return
    for (number, answer), times in answers.items():
        if times >= ONE_SIDED * drawn:
            message = f"'{answer}' is right in {times} of {drawn} questions; draw the others as often"
            yield Fault(item.path, item.line("parts", number, "answer"), message)
