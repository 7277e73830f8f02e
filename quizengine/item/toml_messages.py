"""What tomllib complains of, in the words of the file, with the cure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizengine.item.faults import Finding

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_DECLARED = re.compile(r"Cannot declare \(.*?\)")  # tomllib shows a tuple of names
_QUOTED = re.compile(r"'([^']+)'")

#: What tomllib says, and the cure.
TOML_CURES: Mapping[str, str] = {
    "invalid character '\\n'": "a text in '…' ends on its own line; a longer one stands in '''…'''",
    "illegal character '\\n'": "a text ends on its own line; a longer one stands in '''…'''",
    "illegal character": "delete that character, it cannot be seen",
    "invalid character": "delete that character, it cannot be seen",
    "after a statement": "a text with an apostrophe needs ''' around it",
    "after a key": "write key = value; a key with blanks or signs stands in quotes",
    "invalid value": "a text stands in single quotes, a number without",
    "cannot overwrite": "this stands twice; keep one, or write [[parts]], [[mistakes]] for each entry of a list",
    "cannot declare": "this table stands twice; keep one, or write [[mistakes]] for each entry of a list",
    "unclosed array": "a comma between two entries or the ] at the end is missing, or ''' around an apostrophe",
    "invalid statement": "write key = value, or [table]",
    "end of a table declaration": "a name in brackets has small letters, digits and hyphens, no blanks",
    "expected \"'''\"": "the closing ''' is missing",
}


def message_of_toml(told: str, source: str) -> Finding:
    """Return what tomllib told of a text."""
    line = int(found[1]) if (found := _AT_LINE.search(told)) else source.rstrip("\n").count("\n") + 1
    plain = _AT_LINE.sub("", told).replace("(at end of document)", "").strip()
    if table := _DECLARED.search(plain):
        plain = f"cannot declare [{'.'.join(_QUOTED.findall(table[0]))}] twice"
    cure = next((f"; {cure}" for sign, cure in TOML_CURES.items() if sign in plain.casefold()), "")
    return line, f"no TOML: {plain}{cure}"
