"""A preview that is written anew while the files are saved on which it depends, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from quizengine.cli.preview import Order, checked_page, drawn_page, look_up, look_up_again
from quizengine.cli.progress_line import count_of
from quizengine.cli.terminal import Terminal

if TYPE_CHECKING:
    from quizengine.sheet import Preview

PAUSE = 0.3  # seconds between two looks at the files

Stamp = tuple[int, int, int] | None  # changes whenever a file is saved; None for one that is not there


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day, and how to wait."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


def write_page(order: Order, output: Path, clock: Clock) -> Preview:
    """Write the page once to `output`; raises as `look_up` does, and CannotWrite."""
    found = look_up(order)
    page = checked_page(drawn_page(found, order.seeds, _time(clock)), found)
    _write(page, output, "")
    return page


def watch(order: Order, output: Path, terminal: Terminal, clock: Clock) -> None:
    """Write the page, and again whenever one of its files is saved, each time with a line of talk; return at a Ctrl-C,
    when the page that stands is written as one that stays. The questions are there before the checker has looked.

    Raises as `look_up` does for an item that is not there at the beginning, and CannotWrite.
    """
    found, page = look_up(order), None
    try:
        for number in count():
            stamps = _stamps(found.files)  # before they are read: what is saved meanwhile is read in the next round
            found = look_up_again(order, found)
            page = drawn_page(found, order.seeds, _time(clock))
            mark = f"{clock.now().timestamp():.0f}-{number}"
            _write(page, output, mark)
            if number == 0:
                terminal.print(str(output))
                terminal.out.flush()
                terminal.say(f"Open it in a browser; it renews itself while {found.path} is saved. Ctrl-C ends it.")
            if _stamps(found.files) == stamps:
                page = checked_page(page, found)
                _write(page, output, f"{mark}-checked" if page.checked else mark)
                terminal.say(f"{page.written} {told(page)}")
            while _stamps(found.files) == stamps:
                clock.sleep(PAUSE)
    except KeyboardInterrupt:
        if page is not None:
            _write(page, output, "")


def told(page: Preview) -> str:
    """Return a line on what a page shows."""
    drawn, faults = count_of(page.drawn, "question"), count_of(len(page.found), "fault")
    first = f", the first: {page.found[0]}" if page.found else ""
    return f"{drawn}, {faults}, {len(page.looks)} to look at{first}"


def _write(page: Preview, output: Path, mark: str) -> None:
    from quizengine.sheet import render_preview, write_whole

    write_whole(output, render_preview(page, mark))


def _time(clock: Clock) -> str:
    return f"{clock.now():%H:%M:%S}"


def _stamps(files: Iterable[Path]) -> tuple[Stamp, ...]:
    return tuple(map(_stamp, files))


def _stamp(file: Path) -> Stamp:
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
