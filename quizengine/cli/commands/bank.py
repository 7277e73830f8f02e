"""quizengine bank list | show | check | upgrade: the items, one question, the author's checker, older files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.options import PATH, SEED, Config, Whole, bank_option, describe_option
from quizengine.cli.progress_line import counted
from quizengine.one_question import one_question

if TYPE_CHECKING:
    from quizengine.bank import Fault
    from quizengine.draw import Question


@click.group()
def bank() -> None:
    """Look at the items: list them, draw one, check them.

    \b
    Example:
      quizengine bank list gradient
    """


@bank.command("list")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option(
    "--topics", "view", flag_value="topics", help="The topics of the course instead, with what they are about."
)
@click.option("--skills", "view", flag_value="skills", help="The skills that the items train, with their rules.")
@click.option("--covers", "view", flag_value="covers", help="The statements of the texts that the items cover.")
@click.option("--uncovered", "view", flag_value="uncovered", help="The statements that none of the items covers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list.")
@bank_option
@click.pass_obj
def list_items(config: Config, topics: tuple[str, ...], view: str | None, as_json: bool, bank: Path | None) -> int:
    """List the items of TOPICs as the course goes: a topic, a skill or an item's id; all if none is named.

    \b
    Example:
      quizengine bank list
      quizengine bank list gradient --json
      quizengine bank list --uncovered
    """
    from quizengine.bank import named
    from quizengine.cli.item_lists import VIEWS

    loaded = config.with_paths(None, bank).bank()
    items, _ = named(loaded, topics)
    listed = VIEWS[view or "items"](loaded, loaded.course.in_order(items))
    if as_json:
        config.terminal.json(listed.to_json())
    else:
        listed.print(config.terminal)
    faults = loaded.faults_of(topics) if as_json else loaded.early_faults  # of whole items where they are read anyway
    for fault in faults:
        config.terminal.say(f"quizengine: {fault}")
    return 1 if faults else 0


@bank.command()
@click.argument("id")
@click.option("--seed", type=SEED, default=1, show_default=True, help="The seed of the numbers.")
@click.option("--json", "as_json", is_flag=True, help="The question as one JSON value.")
@describe_option
@bank_option
@click.pass_obj
def show(config: Config, id: str, seed: int, as_json: bool, describe: bool, bank: Path | None) -> None:
    """Draw the item ID and show the question with its keys, mistakes, hints and steps.

    \b
    Example:
      quizengine bank show gradient/polynomial --seed 7
    """
    from quizengine.draw import draw_question

    loaded = config.with_paths(None, bank).bank()
    question = draw_question(loaded.item(id), seed, loaded.mistakes)
    with one_question(id, seed, "shown"):
        if as_json:
            from quizengine.cli.question_json import question_json

            config.terminal.json(question_json(question))
        else:
            _show_question(config.in_words(describe), question)


@bank.command()
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
    drawn, found = _count(len(items) + len(unread), "item"), _count(len(faults), "fault")
    config.terminal.say(f"{drawn}, {seeds} seeds each: {found}, {len(advice)} to look at")
    return 1 if faults else 0


@bank.command()
@click.argument("folder", type=PATH)
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
@click.pass_obj
def upgrade(config: Config, folder: Path, dry_run: bool) -> int:
    """Rewrite the bank in FOLDER from an older format to that of today; a second time changes nothing.

    Only the lines that have to change are touched. A file that cannot be read stays as it is and is told: exit code 1.

    \b
    Example:
      quizengine bank upgrade my-bank --dry-run
      quizengine bank upgrade my-bank
    """
    from quizengine.bank.upgrade import upgrade_folder, write

    written = 0
    left: list[Fault] = []
    for found in upgrade_folder(folder):
        hindered = None if dry_run or found.left else write(found)
        left += found.left or filter(None, [hindered])
        if not found.left and hindered is None:
            written += 1
            for line, change in found.changes:
                config.terminal.print(f"{found.path}:{line}: {change}")
    for fault in left:
        config.terminal.say(f"quizengine: left as it is: {fault}")
    told = "would be rewritten; nothing is written yet" if dry_run else "rewritten"
    nothing = "Nothing to rewrite: all is in the format of today."
    config.terminal.say(nothing if not written and not left else f"{_count(written, 'file')} {told}")
    return 1 if left else 0


def shown_everywhere(config: Config) -> Callable[[Question], None]:
    """Return what shows a question on a screen that nobody sees, on paper and as JSON, and raises if that fails."""
    from quizengine.cli.question_json import question_json
    from quizengine.sheet import print_on_trial

    nowhere = replace(config, terminal=replace(config.terminal, out=io.StringIO(), live=True))

    def show(question: Question) -> None:
        _show_question(nowhere, question)
        question_json(question)
        print_on_trial(question)

    return show


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


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


def _show_question(config: Config, question: Question) -> None:
    from quizengine.cli.screen import Screen

    screen = Screen(config.terminal)
    item = question.item
    time = f"about {_count(item.minutes, 'minute')}"
    config.terminal.print(f"{item.id}  seed {question.seed}  level {item.difficulty}  {time}", "dim")
    screen.prompt(question.prompt)
    screen.stimulus(question)
    for part, written in zip(question.parts, item.parts, strict=True):
        screen.part(part, len(question.parts))
        screen.key(part)
        for mistake in part.mistakes:
            screen.note(f"mistake {mistake.name}:", mistake.key.prose())
            screen.note("  which says", mistake.says)
        for number, hint in enumerate(part.hints, 1):
            screen.note(f"hint {number}:", hint)
        if written.help.feedback is not None:
            screen.line(f"  feedback, as it is written: {' '.join(written.help.feedback.split())}")
        screen.steps(part)
        for number, step in enumerate(part.steps, 1):
            if step.key is not None:
                screen.note(f"step {number} can be asked:", step.asks)
                screen.note("  and its answer:", step.key.prose())
