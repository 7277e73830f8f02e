"""Prose of the lists that items share: words with $formulas$, where nothing is drawn, so nothing is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.errors import Unreadable
from quizengine.item.faults import Finding, Where
from quizengine.item.line_numbers import line_of
from quizengine.maths.print import prose


def findings_of_prose(text: str, where: Where, lines: Mapping[Where, int], source: str) -> tuple[Finding, ...]:
    """Return what is wrong with the prose `text` that stands at `where` of the TOML text `source`, at its own line;
    () if it can be shown.
    """
    try:
        prose(text, _nothing_to_fill_in)
    except Unreadable as fault:
        line = line_of(where, lines)
        written = source.split("\n")[line - 1].rstrip()
        below = written.endswith(("'''", '"""')) and where in lines  # a long text begins on the next line
        line += below + text.count("\n", 0, fault.offset) if below else 0
        return ((line, f"'{where[-1]}': {fault.message}"),)
    return ()


def _nothing_to_fill_in(expression: str) -> str:
    raise Unreadable("fill-in", 0, f"nothing is drawn here, so << {expression[:40]} >> has no value; write it out")
