"""quizengine bank list | show | check: the items, one question, and the author's checker."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.options import SEED, Config, Whole, bank_option
from quizengine.cli.progress_line import counted
from quizengine.one_question import one_question

if TYPE_CHECKING:
    from quizengine.bank import Fault
    from quizengine.draw import Part, Question
    from quizengine.item import Item


@click.group()
def bank() -> None:
    """Look at the items: list them, draw one, check them.

    \b
    Example:
      quizengine bank list gradient
    """


@bank.command("list")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON list.")
@bank_option
@click.pass_obj
def list_items(config: Config, topics: tuple[str, ...], as_json: bool, bank: Path | None) -> int:
    """List the items of TOPICs: a topic folder, a skill or an item's id; all if none is named.

    \b
    Example:
      quizengine bank list
      quizengine bank list gradient --json
    """
    from quizengine.bank import named

    loaded = config.with_paths(None, bank).bank()
    items, _ = named(loaded, topics)
    if as_json:
        config.terminal.json([_item_json(item) for item in items if not item.faults])
    else:
        config.terminal.table((item.id, str(item.difficulty), item.title) for item in items)
    faults = loaded.faults_of(topics) if as_json else loaded.early_faults  # of whole items where they are read anyway
    for fault in faults:
        config.terminal.say(f"quizengine: {fault}")
    return 1 if faults else 0


@bank.command()
@click.argument("id")
@click.option("--seed", type=SEED, default=1, show_default=True, help="The seed of the numbers.")
@click.option("--json", "as_json", is_flag=True, help="The question as one JSON value.")
@bank_option
@click.pass_obj
def show(config: Config, id: str, seed: int, as_json: bool, bank: Path | None) -> None:
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
            config.terminal.json(_question_json(question))
        else:
            _show_question(config, question)


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


def shown_everywhere(config: Config) -> Callable[[Question], None]:
    """Return what shows a question on a screen that nobody sees, on paper and as JSON, and raises if that fails."""
    from quizengine.sheet import print_on_trial

    nowhere = replace(config, terminal=replace(config.terminal, out=io.StringIO(), live=True))

    def show(question: Question) -> None:
        _show_question(nowhere, question)
        _question_json(question)
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


def _item_json(item: Item) -> dict[str, Any]:
    """What `bank list --json` tells of an item; counts where a list would need a seed."""
    return {
        "id": item.id,
        "version": item.version,
        "kind": item.kind,
        "title": item.title,
        "skills": list(item.skills),
        "difficulty": item.difficulty,
        "seeds": list(item.seeds),
        "parts": len(item.parts),
        "marks": item.marks,
        "mistakes": [mistake.name for part in item.parts for mistake in part.mistakes],
        "hints": sum(len(part.help.hints) for part in item.parts),
        "steps": sum(len(part.help.steps) for part in item.parts),
    }


def _question_json(question: Question) -> dict[str, Any]:
    from quizengine.maths.print import show_prose

    table = question.table
    return {
        "id": question.item.id,
        "version": question.item.version,
        "seed": question.seed,
        "title": question.item.title,
        "prompt": show_prose(question.prompt, "text"),
        "table": table
        and {
            "header": [show_prose(cell, "text") for cell in table.header],
            "rows": [[show_prose(cell, "text") for cell in row] for row in table.rows],
        },
        "figure": question.figure and show_prose(question.figure.says, "text"),
        "marks": question.marks,
        "parts": [_part_json(part) for part in question.parts],
    }


def _part_json(part: Part) -> dict[str, Any]:
    from quizengine.maths.print import show_prose

    return {
        "label": part.label,
        "prompt": show_prose(part.prompt, "text"),
        "kind": part.key.kind,
        "marks": part.marks,
        "key": part.key.plain(),
        "key_text": part.key.show("text"),
        "options": [show_prose(option, "text") for option in part.key.options],
        "stems": [show_prose(stem, "text") for stem in part.key.stems],
        "mistakes": [
            {"name": mistake.name, "value": mistake.key.plain(), "says": show_prose(mistake.says, "text")}
            for mistake in part.mistakes
        ],
        "hints": [show_prose(hint, "text") for hint in part.hints],
        "steps": [show_prose(step, "text") for step in part.steps],
    }


def _show_question(config: Config, question: Question) -> None:
    from quizengine.cli.screen import Screen

    screen = Screen(config.terminal)
    config.terminal.print(f"{question.item.id}  seed {question.seed}  level {question.item.difficulty}", "dim")
    screen.prompt(question.prompt)
    screen.stimulus(question)
    for part in question.parts:
        screen.part(part, len(question.parts))
        screen.key(part)
        for mistake in part.mistakes:
            screen.note(f"mistake {mistake.name}:", mistake.key.prose())
            screen.note("  which says", mistake.says)
        for number, hint in enumerate(part.hints, 1):
            screen.note(f"hint {number}:", hint)
        screen.steps(part)
