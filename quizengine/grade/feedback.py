"""What an author tells of an answer that is not right: words and figures in which `answer` is the learner's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.draw.failures import ItemError, at
from quizengine.errors import CannotCompute, Unreadable

if TYPE_CHECKING:
    from quizengine.answers.answer import Answer
    from quizengine.answers.key import Key
    from quizengine.draw import Question
    from quizengine.maths.language import Value
    from quizengine.maths.print import Prose


def feedback(question: Question, index: int, typed: Answer | str) -> Prose:
    """Return what is told of `typed`, an answer to part `index` that is not right.

    () where the author tells nothing, or nothing of this answer: it has no value that could stand for `answer`, or one
    with which a text or a figure cannot be worked out. Never raises.
    """
    try:
        return written_feedback(question, index, typed)
    except (ItemError, CannotCompute, Unreadable):
        return ()


def written_feedback(question: Question, index: int, typed: Answer | str) -> Prose:
    """Return the same; raises ItemError with the place of what cannot be worked out, and Unreadable for an answer that
    cannot be read.
    """
    written = question.item.parts[index].help.feedback
    if written is None:
        return ()
    from quizengine.draw.stimulus import ANSWER, shows_answer, with_own_figures
    from quizengine.maths.language.fill_in import prose_of

    body, workspace = question.item.body, question.workspace
    if shows_answer(body, written):
        own = _own_value(question.parts[index].key, typed)
        if own is None:
            return ()
        with at("parts", index, "help", "feedback"):
            workspace = workspace.bind(ANSWER, own)
        workspace = with_own_figures(body, workspace, written)
    with at("parts", index, "help", "feedback"):
        return prose_of(workspace, written)


def _own_value(key: Key[Any], typed: Answer | str) -> Value | None:
    """The value that an answer puts in place of the key's own, a text where options are texts; None where there is no
    such value. Raises Unreadable.
    """
    reading = key.read(typed)
    return next((own for ours in _values(key) if (own := key.stands_for(reading, ours)) is not None), None)


def _values(key: Key[Any]) -> Iterator[Value]:
    """What the key itself may stand for: mathematics, a text, the texts of several options."""
    from quizengine.maths.language.fill_in import words_of

    node = key.node()
    if node is not None:
        yield node
    yield key.plain()
    yield tuple(words_of(key.options[place]) for place in key.chosen)
