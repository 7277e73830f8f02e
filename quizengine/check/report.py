"""All that is wrong with an item, gathered over many seeds: each kind of trouble once, with how often it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizengine.check.author_tests import seeds_of_tests
from quizengine.check.paid_alone import Paid, always_the_same, paid_alone
from quizengine.check.question_checks import question_faults
from quizengine.check.question_fault import ENOUGH, QuestionFault
from quizengine.check.text_checks import advice_on_text, faults_in_text
from quizengine.check.unused_choices import Drawn, never_drawn, note_drawn
from quizengine.draw import MOST_EFFORT, DrawFailure, Question, try_draw
from quizengine.draw.failing_places import failing_places
from quizengine.errors import CannotDraw
from quizengine.item import Fault, Item
from quizengine.item.skills_and_mistakes import KnownMistake
from quizengine.maths.effort import effort
from quizengine.one_question import one_question

Show = Callable[[Question], None]

SEEDS = 50
FEWEST_VARIANTS = 15  # different questions among 50 seeds
EFFORT = MOST_EFFORT / 2  # of a draw: what is sound here is far from the bound when a learner asks for it
EFFORT_OF_SEED = 300_000  # on average: a third of a second is what a learner may wait
SHOWN = 10  # questions that are shown everywhere: what one shows differs from another in its numbers
MOST_FIGURES = 150  # that are looked at, of all questions of an item together
ALL_FAILED, SOME_FAILED = 2, 4  # seeds without a question, after which more would say the same
ONE_SIDED = 0.8  # the share of questions with the same option as answer, from which on that is told
FEWEST_DRAWN = 20  # questions for that


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one item: `variants` different questions were seen with `seeds` seeds."""

    item: Item
    seeds: int
    variants: int
    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]


@dataclass(slots=True)
class _Tally:
    """What was seen so far; lives only inside check_item."""

    troubles: Counter[QuestionFault] = field(default_factory=Counter)
    examples: dict[QuestionFault, str] = field(default_factory=dict)  # of the first question that has it
    undrawn: dict[DrawFailure, list[int]] = field(default_factory=dict)  # with the seeds
    drawn: int = 0
    looks: dict[str, Question] = field(default_factory=dict)  # with the first that looks so
    unlike: list[tuple[Question, Question]] = field(default_factory=list)  # look the same, have other answers
    values: Drawn = field(default_factory=dict)
    paid: Paid = field(default_factory=Counter)
    chosen: Counter[tuple[int, str]] = field(default_factory=Counter)  # parts with fixed options, and their answers
    figures: int = 0  # that were looked at


def check(
    items: Iterable[Item], mistakes: Mapping[str, KnownMistake], seeds: int = SEEDS, show: Show | None = None
) -> Iterator[Report]:
    """Yield the reports on `items`, one after the other, each after drawing it with the seeds 1 … `seeds`.

    show: shows a question everywhere where it can be shown, and raises whatever it likes if that fails.
    """
    return (check_item(item, mistakes, seeds, show) for item in items)


def check_item(
    item: Item, mistakes: Mapping[str, KnownMistake], seeds: int = SEEDS, show: Show | None = None
) -> Report:
    """Return the report on one item, `show` as in `check`; never raises for what an author wrote."""
    if item.faults:
        return Report(item, 0, 0, item.faults, ())
    try:
        with one_question(item.id, 0, "checked"):
            return _report(item, mistakes, seeds, show)
    except CannotDraw as failure:
        return Report(item, 0, 0, (Fault(item.path, 1, f"cannot be checked: {failure.why}"),), ())


def _report(item: Item, mistakes: Mapping[str, KnownMistake], seeds: int, show: Show | None) -> Report:
    tally = _seen(item, mistakes, seeds, show)
    faults = [*faults_in_text(item), *_undrawn(item, tally), *_told(item, tally, grave=True), *_unlike(item, tally)]
    advice = [*_told(item, tally, grave=False), *advice_on_text(item), *_one_sided(item, tally)]
    advice += always_the_same(item, tally.paid, tally.drawn)
    advice += never_drawn(item, tally.values, tally.drawn)
    if (
        item.kind == "family"
        and not tally.undrawn
        and not tally.unlike
        and len(tally.looks) < min(FEWEST_VARIANTS, seeds // 2)
    ):
        many = f"only {len(tally.looks)} different questions" if len(tally.looks) > 1 else "always the same question"
        advice.append(Fault(item.path, item.line("parameters"), f"{many} in {seeds} seeds; widen the parameters"))
    return Report(item, seeds, len(tally.looks), _in_order(faults), _in_order(advice))


def _seen(item: Item, mistakes: Mapping[str, KnownMistake], seeds: int, show: Show | None) -> _Tally:
    """What the seeds give; those that are left are not tried where they would say the same, or take too long."""
    tally = _Tally()
    with effort(max(EFFORT, EFFORT_OF_SEED * seeds)) as spent:
        for number, seed in enumerate(dict.fromkeys((*range(1, seeds + 1), *seeds_of_tests(item))), 1):
            _try(item, seed, mistakes, tally, show)
            failed = sum(map(len, tally.undrawn.values()))
            hopeless = any(failure.hopeless for failure in tally.undrawn)
            if hopeless or failed >= (SOME_FAILED if tally.drawn else ALL_FAILED):
                return tally
            if spent.used_up:
                why = f"{number} questions take as long to draw as {seeds} should, most of it here; simplify it"
                tally.undrawn[DrawFailure(spent.costliest, why, "checked")] = []
                return tally
    return tally


def _try(item: Item, seed: int, mistakes: Mapping[str, KnownMistake], tally: _Tally, show: Show | None) -> None:
    question = try_draw(item, seed, mistakes, EFFORT)
    if isinstance(question, DrawFailure):
        if (
            not tally.undrawn and not question.hopeless
        ):  # told at once, else the author would find them one run after the other
            tally.undrawn = {undrawn: [] for undrawn in failing_places(item, seed)}
        tally.undrawn.setdefault(question, []).append(seed)
        return
    try:
        with one_question(item.id, seed, "shown"):
            if show is not None and tally.drawn < SHOWN:
                show(question)
        with one_question(item.id, seed, "checked"):
            _look(item, question, tally)
    except CannotDraw as failure:
        tally.undrawn.setdefault(DrawFailure((), failure.why, failure.verb), []).append(seed)


def _look(item: Item, question: Question, tally: _Tally) -> None:
    tally.drawn += 1
    first = tally.looks.setdefault(look(question), question)
    if _answers(first) != _answers(question):
        tally.unlike.append((first, question))
    for number, part in enumerate(question.parts):
        if item.parts[number].answer.listed:
            tally.chosen[number, part.key.without_letters()] += 1
    note_drawn(tally.values, question)
    tally.paid.update(paid_alone(question))
    found = {*question_faults(question), *_faults_of_figures(question, tally)}
    tally.troubles.update(found)
    tally.examples = {trouble: trouble.example for trouble in found} | tally.examples


def _faults_of_figures(question: Question, tally: _Tally) -> Iterator[QuestionFault]:
    """Figures take longer to look at than all else: where a question has many, those of fewer questions are."""
    if tally.figures < MOST_FIGURES and (question.figure is not None or question.item.body.figures):
        from quizengine.check.figure_checks import figure_faults  # most items have none

        tally.figures += (question.figure is not None) + len(question.item.body.figures)
        yield from figure_faults(question)


def _answers(question: Question) -> tuple[str, ...]:
    return tuple(part.key.without_letters() for part in question.parts)


def _unlike(item: Item, tally: _Tally) -> Iterator[Fault]:
    """The same question with other answers: nobody can know which is right."""
    if tally.unlike:
        first, second = tally.unlike[0]
        pairs = zip(_answers(first), _answers(second), strict=True)
        number, (one, other) = next((number, pair) for number, pair in enumerate(pairs) if pair[0] != pair[1])
        seeds = f"{one} with seed {first.seed} and {other} with seed {second.seed}"
        message = f"the same question has different answers, {seeds}: show in the prompt what the answer depends on"
        where = ("parts", number, "prompt") if item.parts[number].prompt else ("prompt",)
        yield Fault(item.path, item.line(*where), message)


def _one_sided(item: Item, tally: _Tally) -> Iterator[Fault]:
    """Options of which nearly always the same is right: it can be guessed."""
    for (number, answer), times in tally.chosen.items():
        if item.kind == "family" and tally.drawn >= FEWEST_DRAWN and times >= ONE_SIDED * tally.drawn:
            message = f"'{answer}' is right in {times} of {tally.drawn} questions; draw the others as often"
            yield Fault(item.path, item.line("parts", number, "answer"), message)


def look(question: Question) -> str:
    """Return a text that two questions share only if a learner sees the same."""
    from quizengine.maths.print import show_prose

    rows = question.table.rows if question.table else ()
    cells = [show_prose(cell, "text") for row in rows for cell in row]
    options = sorted(show_prose(option, "text") for part in question.parts for option in part.key.options)
    texts = (question.prompt, *(part.prompt for part in question.parts))
    return "\n".join([*(show_prose(text, "text") for text in texts), *cells, *options, *_figures(question)])


def _figures(question: Question) -> Iterator[str]:
    """The figures that are seen, by all their numbers: two with the same description may differ."""
    if question.figure is None and not question.workspace.pictures:
        return
    from quizengine.check.pictures import pictures_in, shown_to_ask

    for number, part in enumerate(question.parts):
        yield from map(repr, shown_to_ask(question, number))
        yield from sorted(repr(figure) for option in part.key.options for figure in pictures_in(option))


def _undrawn(item: Item, tally: _Tally) -> Iterator[Fault]:
    for undrawn, seeds in tally.undrawn.items():
        told = f" with seed{'s' * (len(seeds) > 1)} {', '.join(map(str, seeds))}" if tally.drawn and seeds else ""
        of_numbers = tally.drawn and seeds and undrawn.where[:1] not in (("require",), ("parameters",), ("verify",))
        cured = ";" in undrawn.why
        cure = "; add a line to [require] that keeps such numbers out" if of_numbers and not cured else ""
        cure = "; the answer or this line is wrong" if undrawn.where[:1] == ("verify",) else cure
        yield Fault(item.path, item.line(*undrawn.where), f"cannot be {undrawn.verb}{told}: {undrawn.why}{cure}")


def _told(item: Item, tally: _Tally, grave: bool) -> Iterator[Fault]:
    """The troubles worth telling: grave ones and mistakes that are always lost, or else what is common."""
    needed = ENOUGH if item.kind == "family" else 1  # all questions of a concept item are the same
    for trouble, times in tally.troubles.items():
        if (trouble.to_mend if grave else trouble.to_see)(times, tally.drawn, needed):
            example = f", for example {tally.examples[trouble]}" if tally.examples[trouble] else ""
            often = f" (in {times} of {tally.drawn} questions)" if tally.drawn > 1 else ""
            yield Fault(item.path, item.line(*trouble.where), f"{trouble.message}{example}{often}")


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.message)))
