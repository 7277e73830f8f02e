"""The changes from an older format to that of today, each on the lines of a file.

A change takes the lines, the tables they hold and their text with plain line ends; it gives new lines, what it did, and
the tables that the new lines have to hold, so that a slip of ours cannot spoil a file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from quizengine.item.faults import Finding
from quizengine.item.line_numbers import comments, key_lines
from quizengine.item.renamed_keys import RENAMED

Rewritten: TypeAlias = "tuple[list[str], list[Finding], Mapping[str, Any]]"

_KEY = re.compile(r"([ \t]*)([\w-]+)([ \t]*)=")
KEEP = "keep only what this part trains"


class CannotRewrite(Exception):
    """The lines from `line` on have to be changed by hand, since `why`."""

    def __init__(self, line: int, why: str) -> None:
        self.line, self.why = line, why
        super().__init__(why)


def renamed_keys(lines: Sequence[str], data: Mapping[str, Any], source: str) -> Rewritten:
    """Return the lines with the keys of today for those with another name. Raises CannotRewrite where both stand."""
    places = key_lines(source)
    new, changes = list(lines), list[Finding]()
    for old, name in RENAMED.items():
        if old not in data:
            continue
        number = places.get((old,), 1)
        if name in data:
            raise CannotRewrite(number, f"has '{old}' and '{name}', which are the same; keep '{name}'")
        new[number - 1] = _with_name(new[number - 1], old, name)
        changes.append((number, f"'{old}' is '{name}' now"))
    return new, changes, {RENAMED.get(key, key): value for key, value in data.items()}


def moved_skills(lines: Sequence[str], data: Mapping[str, Any], source: str) -> Rewritten:
    """Return the lines with the skills of an item in each of its [[parts]] that has none of its own, and none at the
    top. Raises CannotRewrite for parts that are not written as [[parts]].
    """
    parts, skills = data.get("parts"), data.get("skills")
    if not isinstance(parts, list) or not isinstance(skills, list) or not parts:
        return list(lines), [], data
    places = key_lines(source)
    start = places.get(("skills",), 1)
    headings = [places.get(("parts", number), 0) for number in range(len(parts))]
    if not all(isinstance(part, dict) for part in parts) or not all(headings):
        raise CannotRewrite(start, "write each part as [[parts]]: then its skills can be moved into it")
    new, changes = list(lines), list[Finding]()
    for heading, part in reversed(list(zip(headings, parts, strict=True))):
        if "skills" not in part:
            new.insert(heading, _skills_line(skills, new, heading))
            changes.append((heading, f"'skills' stand in this part now; {KEEP}"))
    end = _end_of_value(lines, start)
    kept = comments("\n".join(line.rstrip("\r") for line in lines[start - 1 : end]))
    new[start - 1 : end] = [text + _line_end(lines[start - 1]) for text in kept]
    changes.append((start, "'skills' of an item with [[parts]] stand in its parts"))
    top = {key: value for key, value in data.items() if key != "skills"}
    return new, changes, {**top, "parts": [{"skills": skills, **part} for part in parts]}


def _with_name(line: str, old: str, name: str) -> str:
    """A line with its key renamed, the = where it stood if there is room."""
    found = re.match(rf"([ \t]*)(['\"]?){old}\2([ \t]*)=", line)
    if found is None:
        return line
    room = len(found[3]) - (len(name) - len(old))
    return f"{found[1]}{name}{' ' * max(room, min(len(found[3]), 1))}={line[found.end() :]}"


def _skills_line(skills: Sequence[str], lines: Sequence[str], heading: int) -> str:
    """The line for a part, its = below the one of the key that follows."""
    key = _KEY.match(lines[heading]) if heading < len(lines) else None
    indent, width = (key[1], len(key[2] + key[3])) if key else ("", 7)
    names = ", ".join(f"'{name}'" if "'" not in str(name) else f'"{name}"' for name in skills)
    return f"{indent}{'skills'.ljust(max(width, 7))}= [{names}]  # {KEEP}{_line_end(lines[heading - 1])}"


def _end_of_value(lines: Sequence[str], start: int) -> int:
    """The number of the last line of the value that begins on line `start`."""
    for end in range(start, len(lines) + 1):
        try:
            tomllib.loads("\n".join(line.rstrip("\r") for line in lines[start - 1 : end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    return start


def _line_end(line: str) -> str:
    return "\r" if line.endswith("\r") else ""
