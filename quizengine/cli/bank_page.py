"""The page of `quizengine bank stats`: what a bank has, and what is thin in it; and the same as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from quizengine.answers.wording import counted
from quizengine.bank.statistics import FEWEST_ITEMS, FEWEST_LEVELS, FEWEST_OF_A_KIND, LEAST_SHARE, LEVELS, Statistics

if TYPE_CHECKING:
    from quizengine.bank.statistics import SkillCount
    from quizengine.cli.terminal import Terminal

NARROW = 80  # columns where there is no window
MOST = 12  # mistakes that are listed by name
_SIDES = 2 + 3 * 2  # blanks of a row of skills
_KEPT = "_"  # a blank where no line may end; no name has it


def print_page(terminal: Terminal, found: Statistics) -> None:
    """Print the page."""
    items = f"{counted(found.families, 'family')} and {counted(found.concepts, 'concept item')}"
    terminal.tell(f"{counted(found.items, 'item')}: {items}", "strong")
    terminal.tell(f"{counted(found.parts, 'part')}, {counted(found.marks, 'mark')}, about {found.minutes} minutes")
    _kinds(terminal, found)
    _skills(terminal, found)
    _texts(terminal, found)
    _mistakes(terminal, found)
    _thin(terminal, found)


def to_json(found: Statistics) -> dict[str, Any]:
    """Return all that was counted."""
    told = asdict(found)
    for row, skill in zip(told["skills"], found.skills, strict=True):
        row["items"] = skill.items
    for row, cell in zip(told["cells"], found.cells, strict=True):
        row["items"] = cell.items
    thin = found.thin
    told["thin"]["few_items"] = {skill.name: skill.items for skill in thin.few_items}
    told["thin"]["few_levels"] = {skill.name: _levels_of(skill) for skill in thin.few_levels}
    return {"items": found.items, **told}


def _heading(terminal: Terminal, text: str) -> None:
    terminal.print()
    terminal.tell(text, "strong")


def _kinds(terminal: Terminal, found: Statistics) -> None:
    """Kinds of answers by difficulty, those with most items first."""
    _heading(terminal, "Items by kind of answer and difficulty; an item may have several kinds")
    rows = [("", *map(str, LEVELS), "all", "families", "concept")]
    of_all = [cell for cell in found.cells if not cell.skill]
    for kind in sorted(filter(found.kinds.get, found.kinds), key=lambda kind: -found.kinds[kind]):
        cells = [cell for cell in of_all if cell.kind == kind]
        by_level = {cell.difficulty: cell.items for cell in cells}
        both = (sum(cell.families for cell in cells), sum(cell.concepts for cell in cells))
        rows.append((kind, *(_number(by_level.get(level, 0)) for level in LEVELS), str(sum(both)), *map(_number, both)))
    whole = (found.items, found.families, found.concepts)
    rows.append(("all items", *(_number(found.levels[level]) for level in LEVELS), *map(str, whole)))
    terminal.table(rows, right=range(1, len(rows[0])))


def _skills(terminal: Terminal, found: Statistics) -> None:
    """Each skill with its items by level, how many are families and concept items, and their kinds of answers."""
    there = [skill for skill in found.skills if skill.items]
    if not there:
        return
    _heading(terminal, "Skills: items of level 1 to 5, families + concept items, kinds of answers")
    levels = {skill.name: " ".join(_number(skill.levels[level]).rjust(2) for level in LEVELS) for skill in there}
    both = {skill.name: f"{skill.families}+{skill.concepts}" for skill in there}
    taken = _SIDES + max(map(len, levels)) + max(map(len, levels.values())) + max(map(len, both.values()))
    room = max((terminal.width or NARROW) - taken - 1, len("expression 10"))
    rows: list[tuple[str, str, str, str]] = []
    for skill in there:
        kinds = textwrap.wrap(", ".join(f"{kind}{_KEPT}{number}" for kind, number in skill.kinds.items()), room)
        first, *others = (line.replace(_KEPT, " ") for line in kinds)
        rows.append((skill.name, levels[skill.name], both[skill.name], first))
        rows += [("", "", "", more) for more in others]
    terminal.table(rows, right=(2,))


def _texts(terminal: Terminal, found: Statistics) -> None:
    if not found.texts:
        return
    _heading(terminal, "Statements of the source texts that are covered")
    for text in found.texts:
        told = f"{_percent(text.covered / text.total):>5}  {text.covered:>3} of {text.total:>3}  {text.text}"
        terminal.tell(told, indent="  ", below=" " * (len(told) - len(text.text)))


def _mistakes(terminal: Terminal, found: Statistics) -> None:
    _heading(terminal, f"Mistakes: {len(found.mistakes)} named by items, {len(found.unused)} of the catalogue by none")
    named = [f"{name} ({number})" for name, number in list(found.mistakes.items())[:MOST]]
    _listed(terminal, "most often named", named, len(found.mistakes) - len(named))
    _listed(terminal, "by no item", found.unused)


def _thin(terminal: Terminal, found: Statistics) -> None:
    thin = found.thin
    _heading(terminal, "What is thin")
    none = [skill.name for skill in thin.few_items if not skill.items]
    some = [f"{skill.name} ({skill.items})" for skill in thin.few_items if skill.items]
    few_levels = [f"{skill.name} ({_span(_levels_of(skill))})" for skill in thin.few_levels]
    levels = [f"level {level} ({_percent(share)})" for level, share in thin.levels.items()]
    kinds = [f"{kind} ({number})" for kind, number in thin.kinds.items()]
    lists = {
        "skills without an item": none,
        f"skills with fewer than {FEWEST_ITEMS} items": some,
        f"skills at fewer than {FEWEST_LEVELS} levels": few_levels,
        "skills without rules": list(thin.without_rules),
        f"levels with less than {_percent(LEAST_SHARE)} of the items": levels,
        f"kinds of answers in fewer than {FEWEST_OF_A_KIND} items": kinds,
    }
    for told, names in lists.items():
        _listed(terminal, told, names)
    if not any(lists.values()):
        terminal.tell("  nothing")


def _listed(terminal: Terminal, told: str, names: Iterable[str], more: int = 0) -> None:
    """All names, none apart from its number; nothing where there are none."""
    kept = [_KEPT.join(name.split(" ")) for name in names] + ([f"and {more} more"] if more > 0 else [])
    if kept:
        lines = terminal.measured().wrapped(f"{told}: {', '.join(kept)}", indent="  ", below="  ")
        terminal.print(lines.replace(_KEPT, " "))


def _levels_of(skill: SkillCount) -> list[int]:
    return [level for level, number in skill.levels.items() if number]


def _span(levels: Iterable[int]) -> str:
    return ", ".join(map(str, levels))


def _number(number: int) -> str:
    return str(number) if number else "·"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
