"""The questions of each variant of a paper: same items, same marks, other numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import islice

from quizengine.draw import Question, draw
from quizengine.item import Item
from quizengine.paper.plan import Paper, number

PATIENCE = 12  # draws in a row that give nothing new before an item counts as used up
_SEEDS = 1_000_000  # a question's seed has at most six digits, so that a teacher can type it


def questions(paper: Paper, variant: int) -> tuple[Question, ...]:
    """The questions of variant number `variant`, counted from 0. Raises CannotDraw."""
    return variants(paper, variant + 1)[variant]


def variants(paper: Paper, count: int) -> tuple[tuple[Question, ...], ...]:
    """The questions of variants 0 to count - 1; faster than asking for one after the other. Raises CannotDraw.

    Position by position all variants have the same item, so the same skills, difficulty and marks. No question comes
    twice among all variants unless its item can give no more different ones.
    """
    places = Counter(item.id for item in paper.items)
    supply = {item.id: _different(paper, item) for item in paper.items}
    sheets = []
    for _ in range(count):
        drawn = {name: islice(supply[name], times) for name, times in places.items()}
        sheets.append(tuple(next(drawn[item.id]) for item in paper.items))
    return tuple(sheets)


def _different(paper: Paper, item: Item) -> Iterator[Question]:
    """Endless questions of one item, each unlike those before as long as there are any."""
    seen: dict[Hashable, Question] = {}
    repeats = tries = 0
    while repeats < PATIENCE:
        question = draw(item, number("draw", paper.seed, item.id, tries) % _SEEDS, paper.bank.mistakes)
        tries += 1
        face = _face(question)
        if face in seen:
            repeats += 1
            continue
        repeats = 0
        seen[face] = question
        yield question
    while True:
        yield from seen.values()


def _face(question: Question) -> Hashable:
    """What a student sees of a question, to tell whether two are different."""
    parts = ((part.prompt, getattr(part.key, "options", ()), part.key.plain()) for part in question.parts)
    return (question.prompt, question.table, tuple(parts))
