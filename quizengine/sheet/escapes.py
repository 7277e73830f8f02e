"""Control characters, and those that turn the direction of a text or show nothing, made visible on paper."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(
    r"[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0010fffe\U0010ffff]"
)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def make_visible(text: str) -> str:
    """`text` with control characters as \\x1b, and those that turn the direction or show nothing as \\u202e."""
    text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def on_one_line(text: str) -> str:
    """Return `text` made visible, with a blank for each end of a line."""
    return _LINE_END.sub(" ", make_visible(text))
