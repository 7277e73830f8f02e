"""The questions of each variant of a paper: same items, same marks, other numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice

from quizengine.draw import Question, draw_question
from quizengine.errors import CannotDraw
from quizengine.item import Item
from quizengine.paper.plan import Paper, plan_without
from quizengine.seeded import Chance

Trial = Callable[[Question], None]

PATIENCE = 60  # draws in a row that give nothing new before an item counts as used up
HOPE = 8  # seeds without any question before an item counts as one that gives none


def _untried(question: Question) -> None:
    """Every question will do."""


def variant_questions(paper: Paper, variant: int) -> tuple[Question, ...]:
    """Return the questions of variant number `variant`, counted from 0. Raises CannotDraw."""
    return variants(paper, variant + 1)[variant]


def variants(paper: Paper, count: int) -> tuple[tuple[Question, ...], ...]:
    """The questions of variants 0 to count - 1, as `in_turn` draws them. Raises CannotDraw."""
    return tuple(islice(in_turn(paper), count))


def drawable(paper: Paper, trial: Trial = _untried) -> tuple[Paper, tuple[CannotDraw, ...]]:
    """Return the paper with other items in place of those that give no question, and why those are left out.

    trial: raises CannotDraw for a question that cannot be printed. Same bank, topics, number and seed: same paper, so a
    sheet code need not hold what was left out. Raises CannotDraw if no item is left.
    """
    left_out: dict[str, CannotDraw] = {}
    while True:
        try:
            next(in_turn(paper, trial))
            return paper, tuple(left_out.values())
        except CannotDraw as failure:
            left_out[failure.item] = failure
            other = plan_without(paper, left_out)
            if other is None:
                raise
            paper = other


def in_turn(paper: Paper, trial: Trial = _untried) -> Iterator[tuple[Question, ...]]:
    """Yield the questions of one variant after the other, without end; `trial` as in `drawable`. Raises CannotDraw.

    Position by position all variants have the same item, so the same skills, difficulty and marks. No question comes
    twice among all variants unless its item can give no more different ones.
    """
    places = Counter(item.id for item in paper.items)
    endless = {item.id: _different(paper, item, trial) for item in paper.items}
    while True:
        drawn = {name: islice(endless[name], times) for name, times in places.items()}
        yield tuple(next(drawn[item.id]) for item in paper.items)


def repeated(sheets: Sequence[Sequence[Question]]) -> tuple[str, ...]:
    """Return the ids of the items that gave the same question more than once, having no more different ones."""
    times = Counter((question.item.id, _face(question)) for sheet in sheets for question in sheet)
    return tuple(sorted({id for (id, _), count in times.items() if count > 1}))


def _different(paper: Paper, item: Item, trial: Trial) -> Iterator[Question]:
    """Endless questions of one item, each unlike those before as long as there are any.

    A seed that gives no question is passed over; its error is raised only if there is never a question.
    """
    seen: dict[Hashable, Question] = {}
    failure: CannotDraw | None = None
    in_vain = tries = 0
    while in_vain < PATIENCE and (seen or in_vain < HOPE):
        seed = Chance("paper", (paper.seed, "question", item.id, tries)).seed()
        tries += 1
        try:
            question = draw_question(item, seed, paper.bank.mistakes)
            trial(question)
        except CannotDraw as error:
            failure = error
            if error.hopeless:
                break
        else:
            face = _face(question)
            if face not in seen:
                in_vain = 0
                seen[face] = question
                yield question
                continue
        in_vain += 1
    if failure is not None and not seen:
        raise failure
    while True:
        yield from seen.values()


def _face(question: Question) -> Hashable:
    """What a student sees of a question, to tell whether two are different."""
    parts = ((part.prompt, part.key.options, part.key.plain()) for part in question.parts)
    return (question.prompt, question.table, question.figure, tuple(parts))
