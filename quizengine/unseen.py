"""Characters of a text that nobody sees: those that control, that turn its direction, that have no width.

Of one item a learner would read something else than its author and whoever looked it over: a sign may stand before the
number that it seems to follow. In items they are faults; in all that is put out they are made visible.
"""

from __future__ import annotations

import re
from functools import cache

#: marks of direction, joiners and spaces without width, fillers, tags, surrogates, what is no character
_SETS = (
    "\x80-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U0010fffe\U0010ffff"
)
#: text and emoji style belong to a sign in front of them, and are suspicious after a letter, a space or each other
_STYLES = r"(?<![\u2190-\u2bff\u3030-\u33ff\U0001f000-\U0001faff])[\ufe0e\ufe0f]"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f"

_NAMES = (
    (("\u202a", "\u202e"), "turns the direction of the text"),
    (("\u2066", "\u2069"), "turns the direction of the text"),
    (("\u200e", "\u200f"), "turns the direction of the text"),
)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{_SETS}]|{_STYLES}")


@cache
def _unseen_or_control() -> re.Pattern[str]:
    return re.compile(f"[{_CONTROLS}{_SETS}]|{_STYLES}")


def first_unseen(text: str) -> tuple[int, str] | None:
    """Return where the first character stands that nobody sees, and its name: 'U+202E, which turns the direction of the
    text,'; None where there is none. The controls of ASCII are not looked for: TOML has none.
    """
    found = None if text.isascii() else _unseen().search(text)
    if found is None:
        return None
    does = next((does for (low, high), does in _NAMES if low <= found[0] <= high), "has no width")
    return found.start(), f"U+{ord(found[0]):04X}, which {does},"


def make_visible(text: str) -> str:
    """Return `text` with control characters as \\x1b, and all others that nobody sees as \\u202e; tabs and line ends
    stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return _unseen_or_control().sub(lambda found: escaped(found[0]), text)


def escaped(character: str) -> str:
    """Return a character as \\x1b, \\u202e or \\U000e0001."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
