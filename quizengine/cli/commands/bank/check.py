"""quizengine bank check: the author's checker."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.commands.bank.show import print_question
from quizengine.cli.options import Config, Whole, bank_option
from quizengine.cli.progress_line import count_of, counted

if TYPE_CHECKING:
    from quizengine.bank import Fault
    from quizengine.draw import Question


@click.command()
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--seeds", type=Whole(1, 10_000), default=50, show_default=True, help="Seeds an item.")
@click.option("--json", "as_json", is_flag=True, help="The faults as one JSON list.")
@bank_option
@click.pass_obj
def check(config: Config, topics: tuple[str, ...], seeds: int, as_json: bool, bank: Path | None) -> int:
    """Draw many seeds of each item and report faults with file and line: nothing to report, exit code 0.

    \b
    Example:
      quizengine bank check
      quizengine bank check gradient/polynomial --seeds 500
    """
    from quizengine.bank import named
    from quizengine.check import check as run_check

    loaded = config.with_paths(None, bank).bank()
    items, unread = named(loaded, topics)
    of_files = loaded.faults_of(topics)
    faults: list[Fault] = list(of_files)
    advice: list[Fault] = []
    sound = [item for item in items if not item.faults]
    reports = run_check(sound, loaded.mistakes, seeds, shown_everywhere(config))
    for report in counted(reports, len(sound), "Checking item", config.terminal):
        faults += report.faults
        advice += report.advice
        _tell(config, report.faults, report.advice, as_json)
    _tell(config, of_files, (), as_json)
    if as_json:
        config.terminal.json(
            {"faults": [_fault_json(one) for one in faults], "advice": [_fault_json(one) for one in advice]}
        )
    drawn, found = count_of(len(items) + len(unread), "item"), count_of(len(faults), "fault")
    config.terminal.say(f"{drawn}, {seeds} seeds each: {found}, {len(advice)} to look at")
    return 1 if faults else 0


def shown_everywhere(config: Config) -> Callable[[Question], None]:
    """Return what shows a question on a screen that nobody sees, on paper and as JSON, and raises if that fails."""
    from quizengine.cli.question_json import question_json
    from quizengine.sheet import print_on_trial

    nowhere = replace(config, terminal=replace(config.terminal, out=io.StringIO(), live=True))

    def show(question: Question) -> None:
        print_question(nowhere, question)
        question_json(question)
        print_on_trial(question)

    return show


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
