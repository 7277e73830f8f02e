"""quizengine progress: the scores."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.options import Config, bank_option, now, store_option
from quizengine.cli.terminal import WIDEST

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.cli.terminal import Terminal
    from quizengine.practice import Progress, Skills, Tally

MOST = 10  # mistakes that are listed
BAR = 30  # the longest bar, in blocks


@click.command(short_help="Show how practice goes.")
@click.option("--json", "as_json", is_flag=True, help="All scores as one JSON value.")
@store_option
@bank_option
@click.pass_obj
def progress(config: Config, as_json: bool, store: Path | None, bank: tuple[Path, ...]) -> None:
    """Show how practice goes: answers, topics, skills, mistakes, the last days.

    \b
    Example:
      quizengine progress
      quizengine progress --json
    """
    from quizengine.practice import progress as fold

    config = config.with_paths(store, bank)
    items = config.bank()
    scores = fold(config.journal().history(), skills_of(items), now())
    if as_json:
        config.terminal.json(scores.to_json())
        return
    if scores.total.parts or scores.unreadable or scores.undecided:
        _show(config.terminal, scores, items)
    else:
        where = f" in {config.named_store}" if config.named_store else ""
        config.terminal.print(f"No answers yet{where}. Begin with: {config.again()}")
    if scores.open is not None:
        session, done = scores.open
        config.terminal.print(
            f"\nA session is open: {done} of {len(session.planned)} done. Go on with: {config.again()}"
        )


def skills_of(bank: Bank) -> Skills:
    """Return what the folds need to know of the bank."""
    from quizengine.practice import Skills

    names = {item.full_id: item for item in bank.items} | {item.id: item for item in bank.items}  # a journal has either
    of_item = {name: (item.skills_of_parts, item.difficulty) for name, item in names.items()}
    return Skills(of_item, {skill.name: skill.parent for skill in bank.skills.values()})


def _show(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    share = f", {scores.right} right ({_percent(scores.right, scores.answers)})" if scores.answers else ""
    unreadable = f", {scores.unreadable} could not be read" if scores.unreadable else ""
    undecided = f", {scores.undecided} could not be decided" if scores.undecided else ""
    told = f"{_count(scores.answers, 'answer')}{share}{unreadable}{undecided}"
    terminal.tell(told, "strong")
    total = scores.total
    if total.parts:
        told = f"{_count(total.parts, 'part')}: {total.first} right at the first try, {total.solved} in the end; "
        told += f"{total.earned:g} of {total.marks} marks; {span(total.minutes)}; streak {_count(scores.streak, 'day')}"
        terminal.tell(told)
    _topics(terminal, scores, bank)
    _skills(terminal, scores, bank)
    _mistakes(terminal, scores, bank)
    _days(terminal, scores)


def _topics(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    """The topics that were met, as the course goes."""
    if not scores.topics:
        return
    terminal.print()
    terminal.tell("Topics, as the course goes; right at the first try", "strong")
    tallies = dict(scores.topics)
    names = bank.course.names_in_order(tallies)
    rows = [(bank.title_of(name), f"{tallies[name].first} of {tallies[name].parts}") for name in names]
    terminal.table(rows, right=(1,))


def _skills(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    if not scores.skills:
        return
    terminal.print()
    told = "Skills, weakest first; right at the first try, and how likely that is on a question of level 3"
    terminal.tell(told, "strong")
    rows = []
    for estimate, tally in scores.skills:
        known = bank.skills.get(estimate.skill)
        title = known.title if known else estimate.skill
        between = f"{round(100 * estimate.low)}–{round(100 * estimate.high)} %"
        when = "" if estimate.due is None else _due((estimate.due - scores.today).days)
        rows.append((title, f"{tally.first} of {tally.parts}", between, estimate.level, when))
    terminal.table(rows, right=(1, 2))


def _mistakes(terminal: Terminal, scores: Progress, bank: Bank) -> None:
    if not scores.mistakes:
        return
    terminal.print("\nMistakes", "strong")
    for name, times in scores.mistakes[:MOST]:
        says = _meaning(bank, name)
        terminal.tell(f"{times:3} × {name}{f'  {says}' if says else ''}", indent="  ", below="      ")
    if len(scores.mistakes) > MOST:
        terminal.print(f"  and {len(scores.mistakes) - MOST} more: quizengine progress --json")


def _meaning(bank: Bank, name: str) -> str:
    """A mistake in words: those of the bank, or for one that the answer kinds know by themselves, theirs."""
    known = bank.mistakes.get(name)
    if known is not None:
        return " ".join(known.says.split()) if "$" not in known.says else ""
    from quizengine.answers.generic_mistakes import NAMES

    return f"{NAMES[name].capitalize()}." if name in NAMES else ""


def _days(terminal: Terminal, scores: Progress) -> None:
    terminal.print("\nLast days", "strong")
    told = [_day(tally) for _, tally in scores.days]
    room = (terminal.width or WIDEST) - len("  Mon 2025-03-10    ") - 2 - max(map(len, told))
    most = max(tally.parts for _, tally in scores.days)
    scale = min(1.0, min(room, BAR) / most) if most and room >= BAR // 4 else 0.0
    rows = [
        (f"{day:%a} {day}", _bar(tally, scale), words) for (day, tally), words in zip(scores.days, told, strict=True)
    ]
    terminal.table(rows if scale else [(day, words) for day, _, words in rows])


def _bar(tally: Tally, scale: float) -> str:
    """One block a part, or `scale` of one; what was right at the first try is solid."""
    whole = math.ceil(scale * tally.parts)
    solid = whole * tally.first // max(tally.parts, 1)
    return "█" * solid + "░" * (whole - solid)


def _day(tally: Tally) -> str:
    return f"{tally.first} of {tally.parts} right, {span(tally.minutes)}" if tally.parts else "–"


def _due(days: int) -> str:
    return "due today" if days <= 0 else "due tomorrow" if days == 1 else f"due in {days} days"


def span(minutes: float) -> str:
    """As people say it: under 1 min, 25 min, 26 h 19 min."""
    hours, rest = divmod(round(minutes), 60)
    if hours:
        return f"{hours} h {rest} min"
    return f"{rest} min" if rest else "under 1 min"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
