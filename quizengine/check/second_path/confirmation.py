"""Of each part of a question: on which paths its key is confirmed, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.check.second_path.confirming import Path, paths_of
from quizengine.check.second_path.made_with import calculus_alone, lines_behind, texts_of_key, verified
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.errors import CannotCompute
from quizengine.maths.cas import Call, noted

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How the key of a part is confirmed.

    paths: SymPy, differences, numbers, verify; () if none does. partly: that all words of calculus behind it are, and
    arithmetic of the author's comes after them. mathematics: whether the key has a value at all, which words have not.
    """

    paths: tuple[str, ...]
    partly: tuple[str, ...] = ()
    mathematics: bool = True


def confirm(question: Question, number: int) -> tuple[Confirmation, tuple[QuestionFault, ...]]:
    """Return how the key of part `number` (from 0) is confirmed, and the calls that another path contradicts."""
    body, asked = question.item.body, question.item.parts[number]
    texts = with_hidden(texts_of_key(asked), hidden_in(body.parameters))
    found: list[dict[Path, bool | None]] = []
    faults: list[QuestionFault] = []
    for where, call in _calls(question, number, texts):
        paths = dict(paths_of(call))
        found.append(paths)
        against = [path for path, agrees in paths.items() if agrees is False]
        if against:
            message = (
                f"{call.word}(…) gives another result than {against[0]}; this is a fault of the program, report it"
            )
            faults.append(QuestionFault(where, message))
    agreed = _agreed(found)
    whole = bool(agreed) and calculus_alone(texts, body)
    by_author = ("verify",) if verified(texts, body) else ()
    mathematics = question.parts[number].key.node() is not None
    ways: tuple[str, ...] = (*agreed, *by_author) if whole else by_author
    return Confirmation(ways, () if whole else agreed, mathematics), tuple(faults)


def _agreed(found: list[dict[Path, bool | None]]) -> tuple[Path, ...]:
    """The paths that confirm all calls; those that confirm one each, where none confirms all and each has one."""
    if not all(any(paths.values()) for paths in found):
        return ()
    some = tuple(dict.fromkeys(path for paths in found for path, agrees in paths.items() if agrees))
    return tuple(path for path in some if all(paths.get(path) for paths in found)) or some


def _calls(question: Question, number: int, texts: tuple[str, ...]) -> Iterator[tuple[Where, Call]]:
    """The calls behind the key, each with the line where it stands; one that comes again is told once."""
    body = question.item.body
    lines: list[tuple[Where, str]] = [(("let", name), body.let[name]) for name in lines_behind(texts, body)]
    lines += [(("parts", number, "answer"), text) for text in texts]
    seen: set[Call] = set()
    for where, text in lines:
        try:
            with noted() as calls:
                question.workspace.evaluate(text)
        except CannotCompute:
            continue
        for call in calls:
            if call not in seen:
                seen.add(call)
                yield where, call
