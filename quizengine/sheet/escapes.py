"""Text for paper: what nobody sees made visible, and ends of lines as blanks."""

from __future__ import annotations

import re

from quizengine.unseen import make_visible

__all__ = ["make_visible", "on_one_line"]

_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def on_one_line(text: str) -> str:
    """Return `text` made visible, with a blank for each end of a line."""
    return _LINE_END.sub(" ", make_visible(text))
