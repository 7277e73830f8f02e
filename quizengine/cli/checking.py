"""The author's checker over many items, in several processes; what each took, and what it was."""

from __future__ import annotations

import gc
import io
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizengine.cli.options import Config
from quizengine.cli.terminal import Terminal

if TYPE_CHECKING:
    from quizengine.check import Report
    from quizengine.check.seen import Seen
    from quizengine.draw import Question
    from quizengine.item import Fault, Item
    from quizengine.item.skills_and_mistakes import KnownMistake

FEWEST_FOR_A_PROCESS = 3  # items; a process of its own takes a second to start


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is drawn of each item: questions with so many `seeds`, and numbers alone in so many `draws`, 0 for as
    many as it takes to see that there are enough.
    """

    seeds: int = 50
    draws: int = 0


FULL = Extent(500, 2_000)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker says of the item `id`, and the seconds that it took."""

    id: str
    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]
    seen: Seen
    seconds: float


def check_items(
    items: Sequence[Item], mistakes: Mapping[str, KnownMistake], extent: Extent, jobs: int = 0
) -> Iterator[Checked]:
    """Yield what the checker says of `items`, in their order; jobs: how many processes, 0 for what the machine has."""
    wanted = min(jobs or os.cpu_count() or 1, len(items) // FEWEST_FOR_A_PROCESS)
    if wanted < 2:
        work = _Work(mistakes, extent)
        yield from map(work.check, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # a process that is forked may hang in a lock that a thread of its parent held; so each one starts anew
    pool = ProcessPoolExecutor(wanted, get_context("spawn"), _begin, (mistakes, extent))
    try:
        yield from pool.map(_check, items)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Work:
    """What one process needs to check items."""

    def __init__(self, mistakes: Mapping[str, KnownMistake], extent: Extent) -> None:
        self.mistakes, self.extent = mistakes, extent
        self.show = shown_everywhere()
        # what is drawn has no circles worth looking for: looking for them takes a sixth of the time
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)

    def check(self, item: Item) -> Checked:
        from quizengine.check import check_item

        begun = time.perf_counter()
        report: Report = check_item(item, self.mistakes, self.extent.seeds, self.show, self.extent.draws)
        seconds = round(time.perf_counter() - begun, 2)
        return Checked(item.id, report.faults, report.advice, report.seen, seconds)


_WORK: list[_Work] = []  # of this process, if it is one of several


def _begin(mistakes: Mapping[str, KnownMistake], extent: Extent) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one, which stops it
    _WORK.append(_Work(mistakes, extent))


def _check(item: Item) -> Checked:
    return _WORK[0].check(item)


def shown_everywhere() -> Callable[[Question], None]:
    """Return what shows a question on a screen that nobody sees, on paper and as JSON, and raises if that fails."""
    from quizengine.cli.commands.bank.show import print_question
    from quizengine.cli.question_json import question_json
    from quizengine.sheet import print_on_trial

    nowhere = Config(Terminal(io.StringIO(), io.StringIO(), live=True))

    def show(question: Question) -> None:
        print_question(replace(nowhere, terminal=replace(nowhere.terminal, out=io.StringIO())), question)
        question_json(question)
        print_on_trial(question)

    return show


def item_json(checked: Checked) -> dict[str, Any]:
    """Return what was seen of an item as one JSON value; the line of a mistake that is lost stands with it."""
    from dataclasses import asdict

    return {"id": checked.id, **asdict(checked.seen), "seconds": checked.seconds}
