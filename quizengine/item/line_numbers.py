"""On which line of a TOML file a table, a key or a text stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from quizengine.item.faults import Where
from quizengine.item.toml_text import strings, without_strings

_KEY = re.compile(r"[ \t]*('[^'\n]*'|\"[^\"\n]*\"|[\w-]+)[ \t]*=")
_ENTRY = re.compile(r"[ \t]*['\"{]")


def backslash_line(source: str) -> int:
    """Return the line of the first string in double quotes that holds a backslash, 0 if there is none."""
    if "\\" not in source:
        return 0
    for start, end in strings(source):
        if source[start] == '"' and (place := source.find("\\", start, end)) >= 0:
            return source.count("\n", 0, place) + 1
    return 0


def comments(source: str) -> tuple[str, ...]:
    """Return the comments of a TOML text, each from its # on."""
    return tuple(source[start:end] for start, end in strings(source) if source[start] == "#")


def key_lines(source: str) -> Mapping[Where, int]:
    """Return the line of every table and key that begins a line of a TOML text, and of each text or table of a list
    that does.

    Keys inside inline tables are not told.
    """
    lines: dict[Where, int] = {}
    seen: dict[Where, int] = {}
    entries: Counter[Where] = Counter()  # of the lists whose entries stand on lines of their own
    table: Where = ()
    of_list: Where = ()
    for number, line in enumerate(without_strings(source, _as_key).split("\n"), 1):
        if (heading := _heading(line)) is not None:
            table, of_list = _enter(*heading, seen), ()
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name: Where = (*table, key[1].strip("'\""))
            lines.setdefault(name, number)
            of_list = name if line.rstrip().endswith("[") else ()
        elif of_list and _ENTRY.match(line):
            lines[(*of_list, entries[of_list])] = number
            entries[of_list] += 1
    return lines


def line_of(where: Where, lines: Mapping[Where, int]) -> int:
    """Return the line that stands nearest above `where`: its own, else that of what contains it, else 1."""
    for length in range(len(where), 0, -1):
        for found in (where[:length], (*where[:length], 0)):
            if found in lines:
                return lines[found]
    return 1


def _heading(line: str) -> tuple[tuple[str, ...], bool] | None:
    """The names of a line [table] or [[table]], and whether it is one of a list; None for every other line."""
    line = line.strip()
    if not (line.startswith("[") and line.endswith("]")):
        return None
    repeated = line.startswith("[[")
    inside = line.strip("[]").strip()
    if not inside or "[" in inside or "]" in inside:
        return None
    return tuple(name.strip() for name in inside.split(".")), repeated


def _as_key(string: str) -> str:
    """A string without brackets, since it may be a key; a long one is none."""
    return "''" if string.startswith(("'''", '"""')) else string.replace("[", "(").replace("]", ")")


def _enter(names: tuple[str, ...], repeated: bool, seen: dict[Where, int]) -> Where:
    """The full path of a [table] or the next [[table]]; parents that are lists stand at their last entry."""
    path: Where = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in seen:
            path = (*path, seen[path])
    path = (*path, names[-1])
    if repeated:
        seen[path] = seen.get(path, -1) + 1
        path = (*path, seen[path])
    return path
