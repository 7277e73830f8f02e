"""Choices that never come to a question: mostly a row that a line of [let] cannot work with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.item import Fault, Item
from quizengine.maths.language import Workspace

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.language import Value

FEWEST_FOR_EACH = 7  # questions for each choice; by chance alone one in a thousand of them is not among these

Drawn = dict[str, set["Value"]]  # by parameter


def note_drawn(drawn: Drawn, question: Question) -> None:
    """Add what `question` has drawn of each parameter to `drawn`."""
    for name in question.item.body.parameters:
        drawn.setdefault(name, set()).add(question.workspace.values[name])


def never_drawn(item: Item, drawn: Drawn, questions: int) -> Iterator[Fault]:
    """Yield advice on the choices that stand in none of so many questions, where each should have come."""
    from quizengine.maths.language.filled_text import is_open, notation

    for name, parameter in item.body.parameters.items():
        if parameter.count is not None or questions < FEWEST_FOR_EACH * parameter.size():
            continue
        listed = (Workspace().bind(name, value).values[name] for value in parameter.listed() if not is_open(value))
        for value in (value for value in listed if value not in drawn.get(name, set())):
            cause = "a line of [let] or [require] does not go with it, or two options coincide"
            message = f"{notation(value)} is drawn in none of {questions} questions: {cause}; mend that, or it"
            yield Fault(item.path, item.line("parameters", name), message)
