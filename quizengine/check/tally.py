"""What the questions of an item show, gathered over many seeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizengine.check.asked_derivative import wrong_derivatives
from quizengine.check.author_tests import seeds_of_tests
from quizengine.check.choices import note_answers
from quizengine.check.difficulty import work
from quizengine.check.looks import look
from quizengine.check.paid_alone import Paid, paid_alone
from quizengine.check.question_checks import question_faults
from quizengine.check.question_fault import QuestionFault
from quizengine.check.second_path import Confirmation, confirm
from quizengine.check.unfinished import unfinished_keys
from quizengine.check.unused_choices import Drawn, note_drawn
from quizengine.check.worked_steps import untrue_formulas
from quizengine.draw import MOST_EFFORT, DrawFailure, Question, try_draw
from quizengine.draw.failing_places import failing_places
from quizengine.draw.ingredients import ingredients_of
from quizengine.errors import CannotDraw
from quizengine.maths.effort import effort
from quizengine.one_question import one_question

if TYPE_CHECKING:
    from quizengine.item import Item
    from quizengine.item.skills_and_mistakes import KnownMistake

Show = Callable[[Question], None]

EFFORT = MOST_EFFORT / 2  # of a draw: what is sound here is far from the bound when a learner asks for it
EFFORT_OF_SEED = 300_000  # on average: a third of a second is what a learner may wait
JUDGED = 10  # questions whose steps are judged: another differs from them in its numbers
FEWEST_SHOWN = 3  # questions that are shown everywhere; of those after them what has something that none showed yet
CONFIRMED = 5  # questions whose keys are made anew on another path
MOST_FIGURES = 150  # that are looked at, of all questions of an item together
ALL_FAILED, SOME_FAILED = 2, 4  # seeds without a question, after which more would say the same


@dataclass(slots=True)
class Tally:
    """What was seen so far of one item."""

    troubles: Counter[QuestionFault] = field(default_factory=Counter)
    examples: dict[QuestionFault, str] = field(default_factory=dict)  # of the first question that has it
    among: dict[QuestionFault, int] = field(default_factory=dict)  # how many are looked at for it, if not all
    undrawn: dict[DrawFailure, list[int]] = field(default_factory=dict)  # with the seeds
    drawn: int = 0
    shown: set[Hashable] = field(default_factory=set)  # what showing a question meets, see draw/ingredients.py
    looks: dict[str, Question] = field(default_factory=dict)  # with the first that looks so
    unlike: list[tuple[Question, Question]] = field(default_factory=list)  # look the same, have other answers
    values: Drawn = field(default_factory=dict)
    paid: Paid = field(default_factory=Counter)
    chosen: Counter[tuple[int, str]] = field(default_factory=Counter)  # parts with fixed options, and their answers
    figures: int = 0  # that were looked at
    lost: Counter[tuple[int, int, str]] = field(default_factory=Counter)  # mistakes: the part, the place, the name
    confirmed: dict[int, list[Confirmation]] = field(default_factory=dict)  # by part
    steps_true: int = 0  # pairs of sides in formulas of steps
    steps_open: int = 0
    work: list[int] = field(default_factory=list)  # see difficulty.work


def gather(item: Item, mistakes: Mapping[str, KnownMistake], seeds: int, show: Show | None) -> Tally:
    """Return what the seeds 1 … `seeds` and those of the author's tests give.

    Seeds that are left are not tried where they would say the same, or take too long.
    """
    tally = Tally()
    enough = max(seeds, JUDGED)  # what is looked at in the first questions only, and SymPy's start, must fit in
    with effort(EFFORT_OF_SEED * enough) as spent:
        for number, seed in enumerate(dict.fromkeys((*range(1, seeds + 1), *seeds_of_tests(item))), 1):
            _try(item, seed, mistakes, tally, show)
            failed = sum(map(len, tally.undrawn.values()))
            hopeless = any(failure.hopeless for failure in tally.undrawn)
            if hopeless or failed >= (SOME_FAILED if tally.drawn else ALL_FAILED):
                return tally
            if spent.used_up:
                why = f"{number} questions take as long to draw as {enough} should, most of it here; simplify it"
                tally.undrawn[DrawFailure(spent.costliest, why, "checked")] = []
                return tally
    return tally


def _try(item: Item, seed: int, mistakes: Mapping[str, KnownMistake], tally: Tally, show: Show | None) -> None:
    question = try_draw(item, seed, mistakes, EFFORT)
    if isinstance(question, DrawFailure):
        if not tally.undrawn and not question.hopeless:
            # told at once, else the author would find them one run after the other
            tally.undrawn = {undrawn: [] for undrawn in failing_places(item, seed)}
        tally.undrawn.setdefault(question, []).append(seed)
        return
    try:
        with one_question(item.id, seed, "shown"):
            if show is not None:
                _show(question, tally, show)
        with one_question(item.id, seed, "checked"):
            _look(item, question, tally)
    except CannotDraw as failure:
        tally.undrawn.setdefault(DrawFailure((), failure.why, failure.verb), []).append(seed)


def _show(question: Question, tally: Tally, show: Show) -> None:
    """Printing takes as long as drawing, and most questions of an item differ for it in nothing but their digits."""
    met = ingredients_of(question)
    if tally.drawn < FEWEST_SHOWN or not met <= tally.shown:
        tally.shown |= met
        show(question)


def _look(item: Item, question: Question, tally: Tally) -> None:
    first = tally.looks.setdefault(look(question), question)
    if answers(first) != answers(question):
        tally.unlike.append((first, question))
    note_answers(tally.chosen, question)
    note_drawn(tally.values, question)
    tally.paid.update(paid_alone(question))
    tally.lost.update((lost.part, lost.position, lost.name) for lost in question.dropped)
    tally.work.append(work(question))
    found = {*question_faults(question), *_faults_of_figures(question, tally), *_untrue(question, tally)}
    tally.troubles.update(found)
    tally.examples = {trouble: trouble.example for trouble in found} | tally.examples
    tally.drawn += 1


def _untrue(question: Question, tally: Tally) -> Iterator[QuestionFault]:
    """What is not true in the steps, and keys that another path contradicts, of the first questions."""
    for number in range(len(question.parts)):
        if tally.drawn < CONFIRMED:
            confirmation, against = confirm(question, number)
            tally.confirmed.setdefault(number, []).append(confirmation)
            yield from _among(tally, CONFIRMED, against)
        if tally.drawn < JUDGED:
            compared, faults = untrue_formulas(question, number)
            tally.steps_true += compared.true
            tally.steps_open += len(compared.open)
            yield from _among(tally, JUDGED, faults)
    if tally.drawn < JUDGED:
        yield from _among(tally, JUDGED, (*wrong_derivatives(question), *unfinished_keys(question)))


def _among(tally: Tally, questions: int, found: Iterable[QuestionFault]) -> Iterator[QuestionFault]:
    """What is looked for in the first `questions` only, with a note of that."""
    for fault in found:
        tally.among[fault] = questions
        yield fault


def _faults_of_figures(question: Question, tally: Tally) -> Iterator[QuestionFault]:
    """Figures take longer to look at than all else: where a question has many, those of fewer questions are."""
    if tally.figures < MOST_FIGURES and (question.figure is not None or question.item.body.figures):
        from quizengine.check.figure_checks import figure_faults  # most items have none

        tally.figures += (question.figure is not None) + len(question.item.body.figures)
        yield from figure_faults(question)


def answers(question: Question) -> tuple[str, ...]:
    """Return the answers of all parts, without the letters of their options."""
    return tuple(part.key.without_letters() for part in question.parts)
