"""An author's text with its fill-ins done: << expression >> becomes its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute, NeverComputes, Unreadable

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose
    from quizengine.maths.tree import Node

_NAME = re.compile(r"[A-Za-z]\w*")
_BRACES = re.compile(r"\{\{\s*([A-Za-z]\w*)\s*\}\}")


def fill_ins(written: str) -> list[str]:
    """Return the expressions in the fill-ins of an author's text."""
    return _parted(written)[1]


def _parted(written: str) -> tuple[str, list[str]]:
    """A text without its fill-ins, and these. A regular expression would look for the end of each << anew."""
    outside: list[str] = []
    inside: list[str] = []
    at = 0
    while (start := written.find("<<", at)) >= 0 and (end := written.find(">>", start + 2)) >= 0:
        outside.append(written[at:start])
        inside.append(written[start + 2 : end])
        at = end + 2
    return "".join([*outside, written[at:]]), inside


def prose_of(workspace: Workspace, written: str) -> Prose:
    """Return an author's text with its formulas and << fill-ins >> done; raises CannotCompute or Unreadable."""
    from quizengine.maths.print import prose

    def fill(expression: str) -> Node | str | Prose:
        value = workspace.evaluate(expression)
        if isinstance(value, bool):
            raise CannotCompute(expression, 'a condition cannot be printed; write if(…, "yes", "no")')
        if _NAME.fullmatch(expression) and expression not in workspace.values and not isinstance(value, str | tuple):
            raise NeverComputes(expression, f"{expression} has no value; write it without << and >>")
        text = ", ".join(value) if isinstance(value, tuple) else value
        return prose(text, _once) if isinstance(text, str) and "$" in text else text

    outside, _ = _parted(written)
    if ">>" in outside:
        raise Unreadable(
            "fill-in-not-open", outside.index(">>"), "this >> has no <<; for 'much more than' write \\gg", 2
        )
    for name in _BRACES.findall(outside):
        if name in workspace.values:
            raise Unreadable("fill-in-in-braces", 0, f"braces fill nothing in; write << {name} >>")
    return prose(written.strip(), fill)


def _once(expression: str) -> str:
    raise Unreadable("fill-in-filled-in", 0, f"what is filled in holds << {expression} >> itself; fill in its value")


def words_of(prose: Prose) -> str:
    """Return a text as one line of Unicode."""
    from quizengine.maths.print import show_prose

    return " ".join(show_prose(prose, "text").split())
