"""quizengine progress: the scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.options import Setting, bank_option, now, store_option

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.cli.terminal import Terminal
    from quizengine.practice import Progress, Skills, Tally

MOST = 10  # mistakes that are listed


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All scores as one JSON value.")
@store_option
@bank_option
@click.pass_obj
def progress(setting: Setting, as_json: bool, store: Path | None, bank: Path | None) -> None:
    """Show how practice goes: answers, skills, mistakes, the last days.

    \b
    Example:
      quizengine progress
      quizengine progress --json
    """
    from quizengine.practice import progress as fold

    setting = setting.with_paths(store, bank)
    items = setting.bank()
    scores = fold(setting.journal().history(), skills_of(items), now())
    if as_json:
        setting.terminal.json(scores.to_json())
    elif not scores.total.parts and not scores.unreadable:
        setting.terminal.print("No answers yet. Begin with: quizengine")
    else:
        _show(setting.terminal, scores, items)


def skills_of(bank: Bank) -> Skills:
    """What the folds need to know of the bank."""
    from quizengine.practice import Skills

    of_item = {item.id: (item.skills, item.difficulty) for item in bank.items}
    return Skills(of_item, {skill.name: skill.parent for skill in bank.skills.values()})


def _show(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    unreadable = f", {scores.unreadable} could not be read" if scores.unreadable else ""
    share = f", {scores.right} right ({_percent(scores.right, scores.answers)})" if scores.answers else ""
    terminal.print(f"{_count(scores.answers, 'answer')}{share}{unreadable}", "strong")
    total = scores.total
    if total.parts:
        terminal.print(
            f"{_count(total.parts, 'part')}: {total.first} right at the first try, {total.solved} in the end; "
            f"{total.minutes:g} minutes; streak {_count(scores.streak, 'day')}"
        )
    _skills(terminal, scores, bank)
    _mistakes(terminal, scores, bank)
    _days(terminal, scores)
    if scores.open is not None:
        session, done = scores.open
        terminal.print(f"\nA session is open: {done} of {len(session.planned)} done. Go on with: quizengine")


def _skills(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    if not scores.skills:
        return
    terminal.print("\nSkills, weakest first; right at the first try", "strong")
    rows = []
    for estimate, tally in scores.skills:
        known = bank.skills.get(estimate.skill)
        title = known.title if known else estimate.skill
        between = f"{round(100 * estimate.low)}–{round(100 * estimate.high)} %"
        rows.append((title, f"{tally.first} of {tally.parts}", "likely " + between, estimate.level, _due(estimate.due)))
    terminal.table(rows, right=(1,))


def _mistakes(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    if not scores.mistakes:
        return
    terminal.print("\nMistakes", "strong")
    for name, times in scores.mistakes[:MOST]:
        says = _meaning(bank, name)
        terminal.print(terminal.wrapped(f"{times:3} × {name}{f'  {says}' if says else ''}", "  ", "      "))
    if len(scores.mistakes) > MOST:
        terminal.print(f"  and {len(scores.mistakes) - MOST} more: quizengine progress --json")


def _meaning(bank: Bank, name: str) -> str:
    """A mistake in words: those of the bank, or for one that the answer kinds know by themselves, theirs."""
    known = bank.mistakes.get(name)
    if known is not None:
        return " ".join(known.says.split()) if "$" not in known.says else ""
    from quizengine.answers.slips import NAMES

    return f"{NAMES[name].capitalize()}." if name in NAMES else ""


def _days(terminal: Terminal, scores: Progress) -> None:
    terminal.print("\nLast days", "strong")
    rows = [(f"{day:%a} {day}", _bar(tally), _day(tally)) for day, tally in scores.days]
    terminal.table(rows)


def _bar(tally: Tally) -> str:
    return "█" * min(tally.first, 30) + "░" * min(tally.parts - tally.first, 30)


def _day(tally: Tally) -> str:
    return f"{tally.first} of {tally.parts} right, {tally.minutes:g} min" if tally.parts else "–"


def _due(due: object) -> str:
    return f"due {str(due)[:10]}" if due else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
