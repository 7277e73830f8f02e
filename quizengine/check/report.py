"""All that is wrong with an item, gathered over many seeds: each kind of trouble once, with how often it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizengine.answers.wording import listed
from quizengine.check.choices import one_sided
from quizengine.check.confirmation_faults import unconfirmed
from quizengine.check.paid_alone import always_the_same
from quizengine.check.question_fault import ENOUGH, QuestionFault
from quizengine.check.seen import Seen, seen
from quizengine.check.tally import Show, Tally, answers, gather
from quizengine.check.texts import advice_on_text, faults_in_text
from quizengine.check.unused_choices import never_drawn
from quizengine.check.variety import Variety, count_distinct, thrown_away, too_few
from quizengine.errors import CannotDraw
from quizengine.item import Fault, Item
from quizengine.item.skills_and_mistakes import KnownMistake
from quizengine.one_question import one_question
from quizengine.resources import shipped

SEEDS = 50
MANY = 40  # questions that lose a mistake for several reasons, before it is said that all do
UNVERIFIED = "; the answer or this line is wrong, or [require] lets numbers in for which it does not hold"
FEWEST_VARIANTS = 15  # different questions among 50 seeds


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one item: `variants` different questions were seen with `seeds` seeds."""

    item: Item
    seeds: int
    variants: int
    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]
    seen: Seen = field(default_factory=Seen)


def check(
    items: Iterable[Item], mistakes: Mapping[str, KnownMistake], seeds: int = SEEDS, show: Show | None = None
) -> Iterator[Report]:
    """Yield the reports on `items`, one after the other, each after drawing it with the seeds 1 … `seeds`.

    show: shows a question everywhere where it can be shown, and raises whatever it likes if that fails.
    """
    return (check_item(item, mistakes, seeds, show) for item in items)


def check_item(
    item: Item,
    mistakes: Mapping[str, KnownMistake],
    seeds: int = SEEDS,
    show: Show | None = None,
    draws: int = 0,
) -> Report:
    """Return the report on one item, `show` as in `check`; never raises for what an author wrote.

    draws: of numbers alone, to count how many questions there are; 0 for as many as it takes to see whether there are
    enough.
    """
    if item.faults:
        return Report(item, 0, 0, item.faults, ())
    try:
        with one_question(item.id, 0, "checked"):
            return _report(item, gather(item, mistakes, seeds, show), seeds, draws)
    except CannotDraw as failure:
        return Report(item, 0, 0, (Fault(item.path, 1, f"cannot be checked: {failure.why}"),), ())


def _report(item: Item, tally: Tally, seeds: int, draws: int) -> Report:
    sound = tally.drawn > 0 and not tally.undrawn
    variety = count_distinct(item, draws) if sound else Variety()
    found = seen(item, tally, variety)
    ours = item.path.is_relative_to(shipped("question_bank"))  # what every item of this bank must be
    faults = [*faults_in_text(item), *_undrawn(item, tally), *_told(item, tally, grave=True), *_unlike(item, tally)]
    faults += _never_told(item, tally)
    advice = [*_told(item, tally, grave=False), *advice_on_text(item), *one_sided(item, tally.chosen, tally.drawn)]
    advice += always_the_same(item, tally.paid, tally.drawn)
    advice += never_drawn(item, tally.values, tally.drawn)
    advice += thrown_away(item, variety)
    (faults if ours else advice).extend(unconfirmed(item, found))
    if ours and sound:
        faults += too_few(item, variety)
    elif sound and item.kind == "family" and not tally.unlike:
        advice += _few(item, len(tally.looks), seeds)
    return Report(item, seeds, len(tally.looks), _in_order(faults), _in_order(advice), found)


def _few(item: Item, variants: int, seeds: int) -> Iterator[Fault]:
    if variants < min(FEWEST_VARIANTS, seeds // 2):
        many = f"only {variants} different questions" if variants > 1 else "always the same question"
        yield Fault(item.path, item.line("parameters"), f"{many} in {seeds} seeds; widen the parameters")


def _unlike(item: Item, tally: Tally) -> Iterator[Fault]:
    """The same question with other answers: nobody can know which is right."""
    if tally.unlike:
        first, second = tally.unlike[0]
        pairs = zip(answers(first), answers(second), strict=True)
        number, (one, other) = next((number, pair) for number, pair in enumerate(pairs) if pair[0] != pair[1])
        seeds = f"{one} with seed {first.seed} and {other} with seed {second.seed}"
        message = f"the same question has different answers, {seeds}: show in the prompt what the answer depends on"
        where = ("parts", number, "prompt") if item.parts[number].prompt else ("prompt",)
        yield Fault(item.path, item.line(*where), message)


def _undrawn(item: Item, tally: Tally) -> Iterator[Fault]:
    for undrawn, seeds in tally.undrawn.items():
        told = f" with seed{'s' * (len(seeds) > 1)} {', '.join(map(str, seeds))}" if tally.drawn and seeds else ""
        of_numbers = tally.drawn and seeds and undrawn.where[:1] not in (("require",), ("parameters",), ("verify",))
        cured = ";" in undrawn.why
        cure = "; add a line to [require] that keeps such numbers out" if of_numbers and not cured else ""
        cure = UNVERIFIED if undrawn.where[:1] == ("verify",) else cure
        yield Fault(item.path, item.line(*undrawn.where), f"cannot be {undrawn.verb}{told}: {undrawn.why}{cure}")


def _told(item: Item, tally: Tally, grave: bool) -> Iterator[Fault]:
    """The troubles worth telling: grave ones and mistakes that are always lost, or else what is common."""
    needed = ENOUGH if item.kind == "family" else 1  # all questions of a concept item are the same
    for trouble, times in tally.troubles.items():
        of = min(tally.drawn, tally.among.get(trouble, tally.drawn))
        if (trouble.to_mend if grave else trouble.to_see)(times, of, needed):
            example = f", for example {tally.examples[trouble]}" if tally.examples[trouble] else ""
            often = f" (in {times} of {of} questions)" if of > 1 else ""
            doubt = _doubt(item, trouble) if grave else ""
            yield Fault(item.path, item.line(*trouble.where), f"{trouble.message}{doubt}{example}{often}")


def _doubt(item: Item, trouble: QuestionFault) -> str:
    """A wrong value that is always the key may be right, and the key wrong."""
    if not trouble.message.endswith("equals the key"):
        return ""
    _, part, *_ = trouble.where
    answer = item.parts[int(part)].answer
    return f", or the key is wrong, line {item.line('parts', part, 'answer', answer.kind)}"


def _never_told(item: Item, tally: Tally) -> Iterator[Fault]:
    """Mistakes that each question loses, some for one reason and some for another."""
    for (part, position, name), times in tally.lost.items():
        where = ("parts", part, "mistakes", position)
        why = [found for found in tally.troubles.items() if found[0].where == where and found[0].lost]
        if len(why) > 1 and times >= max(tally.drawn, MANY):
            reasons = listed([f"{trouble.message.partition(': ')[2]} (in {often})" for trouble, often in why])
            yield Fault(item.path, item.line(*where), f"'{name}' cannot be told in any of {times} questions: {reasons}")


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.message)))
