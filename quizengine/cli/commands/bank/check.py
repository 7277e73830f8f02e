"""quizengine bank check: the author's checker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.checking import FULL, Checked, Extent, check_items, item_json
from quizengine.cli.named_items import NAME_OR_PATH, items_named
from quizengine.cli.options import Config, Whole, bank_option
from quizengine.cli.progress_line import count_of, counted

if TYPE_CHECKING:
    from quizengine.bank import Bank, Fault
    from quizengine.item import Item


@click.command()
@click.argument("topics", nargs=-1, type=NAME_OR_PATH, metavar="[TOPIC]...")
@click.option("--seeds", type=Whole(1, 10_000), default=None, help="Seeds an item.  [default: 50]")
@click.option("--full", is_flag=True, help="500 seeds an item, and 2,000 draws to count its questions: takes long.")
@click.option("--jobs", type=Whole(1, 64), default=None, help="Processes.  [default: as many as the machine has cores]")
@click.option("--json", "as_json", is_flag=True, help="The faults, and all that was seen, as one JSON value.")
@bank_option
@click.pass_obj
def check(
    config: Config,
    topics: tuple[str, ...],
    seeds: int | None,
    full: bool,
    jobs: int | None,
    as_json: bool,
    bank: tuple[Path, ...],
) -> int:
    """Draw many seeds of each item and report faults with file and line: nothing to report, exit code 0. A TOPIC may be
    the path of a file or folder, too.

    Below the faults stands what was seen of each item: how many different questions, the share of numbers that are
    drawn again, what confirms its keys, how many formulas of its steps are true of all that stand there (the others
    cannot be compared), how many times as much its harder questions ask as its easier ones, and the time.

    \b
    Example:
      quizengine bank check
      quizengine bank check gradient/polynomial --seeds 500
      quizengine bank check my-bank/gradient/my-item.toml
    """
    from quizengine.cli.check_table import print_table

    those = items_named(config.with_paths(None, bank).bank(), topics)
    faults: list[Fault] = list(those.faults)
    advice: list[Fault] = []
    sound = [item for item in those.items if not item.faults]
    extent = FULL if full else Extent()
    extent = extent if seeds is None else replace(extent, seeds=seeds)
    checked: list[Checked] = []
    reports = check_items(sound, those.bank.mistakes, extent, jobs or 0)
    for report in counted(reports, len(sound), "Checking item", config.terminal):
        checked.append(report)
        faults += report.faults
        advice += report.advice
        _tell(config, report.faults, report.advice, as_json)
    alike = tuple(_twins(those.bank, sound))
    advice += alike
    _tell(config, those.faults, alike, as_json)
    if as_json:
        told = {"faults": faults, "advice": advice}
        found = {name: [_fault_json(one) for one in some] for name, some in told.items()}
        config.terminal.json({**found, "items": [item_json(one) for one in checked]})
    elif checked:
        print_table(config.terminal, checked, {item.id: str(item.path) for item in sound})
    drawn, many = count_of(len(those.items) + len(those.unread), "item"), count_of(len(faults), "fault")
    config.terminal.say(f"{drawn}, {extent.seeds} seeds each: {many}, {len(advice)} to look at")
    return 1 if faults else 0


def _twins(bank: Bank, checked: list[Item]) -> Iterator[Fault]:
    """Items that ask what another one of their topic asks, or are called so, told at the later one, or at the one that
    is checked.
    """
    from quizengine.check import same_titles, twins

    topics, files = {item.topic for item in checked}, {item.path for item in checked}
    of_topics = [item for item in bank.items if item.topic in topics]
    in_order = sorted(of_topics, key=lambda item: item.path in files)
    found = {fault.path: fault for fault in (*same_titles(in_order), *twins(in_order)) if fault.path in files}
    return iter(found.values())


def _tell(config: Config, faults: Iterable[Fault], advice: Iterable[Fault], as_json: bool) -> None:
    """Print what was found of one item at once: a whole bank takes a while."""
    if as_json:
        return
    for fault in faults:
        config.terminal.print(str(fault))
    for one in advice:
        config.terminal.print(f"{one} (advice)", "dim")
    config.terminal.out.flush()


def _fault_json(fault: Fault) -> dict[str, Any]:
    return {"file": str(fault.path), "line": fault.line, "message": fault.message}
