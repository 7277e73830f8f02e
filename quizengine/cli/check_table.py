"""What the author's checker saw of each item, as a table: questions, redrawing, confirmation, spread, time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizengine.check.variety import ENOUGH

if TYPE_CHECKING:
    from quizengine.check.seen import Seen
    from quizengine.cli.checking import Checked
    from quizengine.cli.terminal import Terminal

OFTEN_LOST = 0.25  # the share of questions from which on it is worth a line that a mistake is lost
OFTEN_REDRAWN = 0.75  # the share of attempts from which on it is worth a line which requirement fails
HEADER = ("item", "questions", "redrawn", "confirmed by", "steps true", "spread", "time")
_RIGHT = (1, 2, 4, 5, 6)


def print_table(terminal: Terminal, checked: Sequence[Checked], files: dict[str, str]) -> None:
    """Print a row for each item, and below what many questions cannot tell and what throws most numbers away.

    files: the file of each item, by id.
    """
    terminal.print()
    terminal.table([HEADER, *map(_row, checked)], _RIGHT)
    many = "Mistakes that many questions cannot tell, and the share of those questions:"
    _list(terminal, many, _lost(checked, files))
    most = "Requirements that throw most numbers away, and the share of attempts:"
    _list(terminal, most, _redrawn(checked, files))


def _row(one: Checked) -> tuple[str, ...]:
    seen = one.seen
    family = seen.draws > 1
    pairs = seen.steps_true + seen.steps_open
    return (
        one.id,
        _questions(seen) if family else "–",
        f"{100 * seen.redrawn:.0f} %" if family else "–",
        confirmed(seen.confirmed),
        f"{seen.steps_true} of {pairs}" if pairs else "–",
        f"{seen.spread:.1f}" if seen.spread else "–",
        f"{one.seconds:.1f} s",
    )


def _questions(seen: Seen) -> str:
    """How many were counted, or that there are enough where counting stopped there."""
    if seen.enough and seen.distinct <= ENOUGH:
        return f">{ENOUGH}"
    return f"{seen.distinct} in {seen.draws}"


def confirmed(parts: Sequence[Sequence[str]]) -> str:
    """Return the paths that confirm the keys, in words: those of all parts, or part by part where they differ."""
    labels: dict[str, str] = {}
    for label, paths in zip("abcdefgh", parts, strict=False):
        told = ", ".join(paths) or "words"
        labels[told] = labels.get(told, "") + label
    if len(labels) < 2:
        return "".join(labels)
    return "; ".join(f"{' '.join(letters)}: {told}" for told, letters in labels.items())


def _lost(checked: Sequence[Checked], files: dict[str, str]) -> Iterator[str]:
    for one in checked:
        for lost in one.seen.lost:
            if lost.share >= OFTEN_LOST:
                yield f"{files[one.id]}:{lost.line}: {lost.name}  {100 * lost.share:.0f} %"


def _redrawn(checked: Sequence[Checked], files: dict[str, str]) -> Iterator[str]:
    for one in checked:
        if one.seen.redrawn >= OFTEN_REDRAWN:
            line, _, name = one.seen.redrawn_by.partition(" ")
            yield f"{files[one.id]}:{line}: {name}  {100 * one.seen.redrawn:.0f} %"


def _list(terminal: Terminal, title: str, lines: Iterator[str]) -> None:
    found = list(lines)
    if found:
        terminal.print(f"\n{title}")
        for line in found:
            terminal.print(f"  {line}")
