"""The lines with which nearly all items begin, read without a reader for all of TOML: a bank has hundreds of them.

plain_lines("title = 'Slope'\nskills = ['slope']   # one\n")      {'title': 'Slope', 'skills': ['slope']}
"""

from __future__ import annotations

import re
from typing import Any

_TEXT = r"'[^'\n]*'"  # a literal string: nothing in it stands for anything else
# blanks are taken once, and never given back: so a line takes a time in proportion to its length
_LIST = rf"\[ *+(?:({_TEXT}(?: *+, *+{_TEXT})*+) *+)?\]"
_LINE = re.compile(rf"([a-z]{{1,20}}) *+= *+(?:({_TEXT})|([1-9][0-9]{{0,8}}|0)|(true|false)|{_LIST}) *+")
_COMMENT = re.compile(r"#[^\n]*\Z")
_ONE = re.compile(_TEXT)


def plain_lines(source: str) -> dict[str, Any] | None:
    """Return what a TOML text says whose lines are a key with a text in single quotes, a whole number, true or
    false, or a list of such texts; None where any line is something else, a key stands twice, or a character is not to
    be seen.
    """
    if not source.replace("\n", "").isprintable():
        return None
    found: dict[str, Any] = {}
    for line in source.split("\n"):
        rest = line
        if key := _LINE.match(line):
            name, *written = key.groups()
            if name in found:
                return None
            found[name] = _value(*written)
            rest = line[key.end() :]
        if rest and not _COMMENT.match(rest):
            return None
    return found


def _value(text: str | None, number: str | None, truth: str | None, texts: str | None) -> Any:
    if text is not None:
        return text[1:-1]
    if number is not None:
        return int(number)
    return [one[1:-1] for one in _ONE.findall(texts or "")] if truth is None else truth == "true"
