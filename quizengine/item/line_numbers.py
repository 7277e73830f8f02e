"""On which line of a TOML file a table, a key or a text stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizengine.item.faults import Where

# the strings and comments of a TOML file, longest delimiters first
_STRING = re.compile(r"'''.*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|'[^'\n]*'|\"(?:\\.|[^\"\\\n])*\"|#[^\n]*", re.DOTALL)
_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*$")
_LIST = re.compile(r"=\s*\[\s*$")  # a list whose entries stand on lines of their own
_ENTRY = re.compile(r"\s*['\"{]")
_KEY = re.compile(r"\s*('[^'\n]*'|\"[^\"\n]*\"|[\w-]+)\s*=")


def backslash_line(source: str) -> int:
    """Return the line of the first string in double quotes that holds a backslash, 0 if there is none."""
    for found in _STRING.finditer(source):
        if found[0].startswith('"') and "\\" in found[0]:
            return source.count("\n", 0, found.start() + found[0].index("\\")) + 1
    return 0


def comments(source: str) -> tuple[str, ...]:
    """Return the comments of a TOML text, each from its # on."""
    return tuple(found[0] for found in _STRING.finditer(source) if found[0].startswith("#"))


def key_lines(source: str) -> Mapping[Where, int]:
    """Return the line of every table and key that begins a line of a TOML text, and of each text or table of a list
    that does.

    Keys inside inline tables are not told.
    """
    lines: dict[Where, int] = {}
    seen: dict[Where, int] = {}
    table: Where = ()
    of_list: Where = ()
    for number, line in enumerate(_hide_strings(source).split("\n"), 1):
        if heading := _TABLE.match(line):
            table, of_list = _enter(tuple(name.strip() for name in heading[2].split(".")), heading[1] == "[[", seen), ()
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name: Where = (*table, key[1].strip("'\""))
            lines.setdefault(name, number)
            of_list = name if _LIST.search(line) else ()
        elif of_list and _ENTRY.match(line):
            place = sum(other[:-1] == of_list for other in lines)
            lines[(*of_list, place)] = number
    return lines


def line_of(where: Where, lines: Mapping[Where, int]) -> int:
    """Return the line that stands nearest above `where`: its own, else that of what contains it, else 1."""
    for length in range(len(where), 0, -1):
        for found in (where[:length], (*where[:length], 0)):
            if found in lines:
                return lines[found]
    return 1


def _hide_strings(source: str) -> str:
    """`source` without comments and the insides of long strings; every line break stays, so lines keep their number."""

    def blank(found: re.Match[str]) -> str:
        text = found[0]
        if text.startswith("#"):
            return ""
        long = text.startswith(("'''", '"""'))
        return "''" + "\n" * text.count("\n") if long else text.replace("[", "(").replace("]", ")")

    return _STRING.sub(blank, source)


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
