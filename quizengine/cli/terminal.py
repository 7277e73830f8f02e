"""Where the program's words go: data to standard output, talk to standard error, both sanitized."""

from __future__ import annotations

import json
import os
import sys
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TextIO

from quizengine.cli.sanitize import escape_controls, to_ascii
from quizengine.display_width import display_width

Style = Literal["plain", "good", "bad", "dim", "strong"]

ESCAPES: Mapping[Style, str] = {"good": "\x1b[32m", "bad": "\x1b[31m", "dim": "\x1b[2m", "strong": "\x1b[1m"}
WIDEST = 92  # columns that are easy to read


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the two streams can show, and who reads it.

    live: both ends are a terminal that understands escape codes; width, height: of its window, None where there is
    none; follows: whether the window may change its size; pictures: whether figures are shown, else told in words.
    """

    out: TextIO
    err: TextIO
    live: bool = False
    colour: bool = False
    unicode: bool = True
    width: int | None = None
    height: int | None = None
    follows: bool = False
    pictures: bool = True

    @classmethod
    def here(cls, environ: Mapping[str, str] = os.environ) -> Terminal:
        """Return the terminal of this process."""
        for stream in (sys.stdout, sys.stderr, sys.stdin):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        if hasattr(sys.stdin, "reconfigure") and (sys.stdin.encoding or "").lower() in ("ascii", "us-ascii"):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # what cannot be shown can be typed all the same
        live = sys.stdin.isatty() and sys.stdout.isatty() and environ.get("TERM", "") not in ("", "dumb")
        live = live or (os.name == "nt" and sys.stdin.isatty() and sys.stdout.isatty())
        colour = live and not environ.get("NO_COLOR")
        window = sys.stdout.isatty()
        width, height = _size() if window else (None, None)
        return cls(sys.stdout, sys.stderr, live, colour, has_unicode(sys.stdout, environ), width, height, window)

    def plain(self) -> Terminal:
        """Return the same streams without escape codes or two-dimensional formulas."""
        return replace(self, live=False, colour=False)

    def measured(self) -> Terminal:
        """This terminal as large as its window is now."""
        if not self.follows:
            return self
        width, height = _size()
        return replace(self, width=width, height=height)

    @property
    def format(self) -> Literal["text", "ascii"]:
        """The format in which formulas are to be shown."""
        return "text" if self.unicode else "ascii"

    def fit(self, text: str) -> str:
        """Return `text` sanitized: what may reach this terminal."""
        seen = escape_controls(text)
        return seen if self.unicode else to_ascii(seen)

    def joined(self, pieces: Iterable[str]) -> str:
        """Short words beside each other; the dot between them would be a star in ASCII, as between factors."""
        return (" · " if self.unicode else ", ").join(pieces)

    def print(self, text: str = "", style: Style = "plain") -> None:
        """One or more lines of data to standard output."""
        self.out.write(self.styled(text, style) + "\n")

    def tell(self, text: str, style: Style = "plain", indent: str = "", below: str = "  ") -> None:
        """Words to standard output, broken into lines of the window as `wrapped` does."""
        self.print(self.measured().wrapped(text, indent, below), style)

    def say(self, text: str) -> None:
        """A line of talk to standard error."""
        self.err.write(self.fit(text) + "\n")
        self.err.flush()

    def json(self, value: object) -> None:
        """One JSON value a line; ASCII only, so nothing in it can harm a terminal."""
        self.out.write(json.dumps(value) + "\n")

    def styled(self, text: str, style: Style) -> str:
        seen = self.fit(text)
        escape = ESCAPES.get(style, "") if self.colour else ""
        return f"{escape}{seen}\x1b[0m" if escape else seen

    def wrapped(self, text: str, indent: str = "", below: str = "") -> str:
        """Return `text` broken into lines that fit, each after `indent`, those that continue one also after `below`.

        Where there is no width, lines are only indented.
        """
        lines: list[str] = []
        for line in self.fit(text).split("\n"):
            if self.width is None or len(indent) + display_width(line) <= self.width:
                lines.append((indent + line).rstrip())
            else:
                lines += textwrap.wrap(
                    line, self.width, initial_indent=indent, subsequent_indent=indent + below, break_on_hyphens=False
                )
        return "\n".join(lines)

    def table(self, rows: Iterable[Iterable[str]], right: Iterable[int] = ()) -> None:
        """Columns as wide as they need; those in `right` are set to the right, as numbers are.

        Where the window is too narrow, the first cell of each row stands above the others.
        """
        cells = [[self.fit(cell) for cell in row] for row in rows]
        widths = [max(map(display_width, column), default=0) for column in zip(*cells, strict=True)]
        if self.width is not None and sum(widths) + 2 * len(widths) > self.width:
            for first, *others in cells:
                self.tell(first, indent="  ")
                self.tell("  ".join(filter(None, others)), indent="      ", below="")
            return
        numbers = set(right)
        for row in cells:
            gaps = [" " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True)]
            padded = [
                gap + cell if column in numbers else cell + gap
                for column, (cell, gap) in enumerate(zip(row, gaps, strict=True))
            ]
            self.out.write(("  " + "  ".join(padded)).rstrip() + "\n")


def _size() -> tuple[int, int]:
    """The columns that are used, and the rows."""
    import shutil

    size = shutil.get_terminal_size()
    return min(size.columns, WIDEST), size.lines


def has_unicode(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether `stream` can show our signs.

    Python takes the C locale for UTF-8, so where that locale was asked for by name, the name decides.
    """
    try:
        "∇∂²₁√·✓–⎛".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    if environ.get("PYTHONUTF8") == "1" or environ.get("PYTHONIOENCODING"):
        return True
    asked = environ.get("LC_ALL") or environ.get("LANG") or ""
    return asked not in ("C", "POSIX")
