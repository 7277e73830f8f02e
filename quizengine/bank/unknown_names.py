"""Names in an item that no list of its bank explains: skills, statements and mistakes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quizengine.bank.files import MISTAKES, SKILLS, STATEMENTS
from quizengine.item import Fault, Item
from quizengine.item.faults import nearest


def unknown_names(
    item: Item, skills: Collection[str], mistakes: Collection[str], statements: Collection[str]
) -> Iterator[Fault]:
    """Yield a fault for each name in a sound item that is none of those known."""
    for place, statement in enumerate(item.covers):
        if statement not in statements:
            message = _unknown("statement", statement, statements, STATEMENTS)
            yield Fault(item.path, item.line("covers", place), message)
    for number, part in enumerate(item.parts):
        for skill in part.skills:
            if skill not in skills:
                line = item.line("parts", number, "skills")
                yield Fault(item.path, line, _unknown("skill", skill, skills, SKILLS))
        for position, mistake in enumerate(part.mistakes):
            if mistake.name not in mistakes:
                line = item.line("parts", number, "mistakes", position, "name")
                yield Fault(item.path, line, _unknown("mistake", mistake.name, mistakes, MISTAKES))


def _unknown(word: str, name: str, known: Iterable[str], file: str) -> str:
    near = nearest(name, known)
    cure = f"did you mean '{near[0]}'? A" if near else "a"
    return f"no {word} is called '{name}'; {cure} new one goes into {file} of your bank"
