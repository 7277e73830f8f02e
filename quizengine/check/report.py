"""All that is wrong with an item, gathered over many seeds: each kind of trouble once, with how often it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizengine.check.question import Trouble, troubles
from quizengine.check.written import advice_on_text
from quizengine.draw import Question, Undrawn, try_draw
from quizengine.item import Fault, Item
from quizengine.item.catalogue import KnownMistake

SEEDS = 50
FEWEST_VARIANTS = 15  # different questions among 50 seeds
MOSTLY = 0.4  # the share of seeds from which on a harmless trouble is told


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

    troubles: Counter[Trouble] = field(default_factory=Counter)
    undrawn: dict[Undrawn, int] = field(default_factory=dict)  # with the first seed
    looks: set[str] = field(default_factory=set)


def check(items: Iterable[Item], mistakes: Mapping[str, KnownMistake], seeds: int = SEEDS) -> Iterator[Report]:
    """The reports on `items`, one after the other, each after drawing it with the seeds 1 … `seeds`."""
    return (check_item(item, mistakes, seeds) for item in items)


def check_item(item: Item, mistakes: Mapping[str, KnownMistake], seeds: int = SEEDS) -> Report:
    """The report on one item; never raises for what an author wrote."""
    if item.faults:
        return Report(item, 0, 0, item.faults, ())
    tally = _Tally()
    for seed in range(1, seeds + 1):
        _try(item, seed, mistakes, tally)
        if len(tally.undrawn) > 3 or (tally.undrawn and seed == 5 and not tally.looks):
            break
    drawn = seeds - len(tally.undrawn)
    faults = [*_undrawn(item, tally), *_told(item, tally.troubles, drawn, grave=True)]
    advice = [*_told(item, tally.troubles, drawn, grave=False), *advice_on_text(item)]
    if item.kind == "family" and not tally.undrawn and len(tally.looks) < min(FEWEST_VARIANTS, seeds // 2):
        line = item.line("parameters")
        message = f"only {len(tally.looks)} different questions in {seeds} seeds; widen the parameters"
        advice.append(Fault(item.path, line, message))
    return Report(item, seeds, len(tally.looks), _in_order(faults), _in_order(advice))


def _try(item: Item, seed: int, mistakes: Mapping[str, KnownMistake], tally: _Tally) -> None:
    question = try_draw(item, seed, mistakes)
    if isinstance(question, Undrawn):
        tally.undrawn.setdefault(question, seed)
        return
    tally.looks.add(look(question))
    tally.troubles.update(set(troubles(question)))


def look(question: Question) -> str:
    """A text that two questions share only if a learner sees the same."""
    from quizengine.maths.show import show_prose

    rows = question.table.rows if question.table else ()
    cells = [show_prose(cell, "text") for row in rows for cell in row]
    options = sorted(show_prose(option, "text") for part in question.parts for option in part.key.options)
    prompts = [show_prose(question.prompt, "text"), *(show_prose(part.prompt, "text") for part in question.parts)]
    return "\n".join([*prompts, *cells, *options, repr(question.figure)])


def _undrawn(item: Item, tally: _Tally) -> Iterator[Fault]:
    for undrawn, seed in tally.undrawn.items():
        line = item.line(*undrawn.where)
        yield Fault(item.path, line, f"cannot be drawn with seed {seed}: {undrawn.why}")


def _told(item: Item, seen: Counter[Trouble], drawn: int, grave: bool) -> Iterator[Fault]:
    """The troubles worth telling: grave ones and mistakes that are always lost, or else what is common."""
    for trouble, times in seen.items():
        to_mend = trouble.kind == "grave" or ("lost" in trouble.kind and times >= drawn)
        to_see = not to_mend and trouble.kind != "lost" and times >= MOSTLY * drawn
        if to_mend if grave else to_see:
            often = f" (in {times} of {drawn} questions)" if drawn > 1 else ""
            yield Fault(item.path, item.line(*trouble.where), f"{trouble.message}{often}")


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.message)))
