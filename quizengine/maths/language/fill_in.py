"""An author's text with its fill-ins done: << expression >> becomes its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute, NeverComputes, Unreadable

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose
    from quizengine.maths.tree import Node

MOST_QUOTED = 30  # characters of a text in a message
_NAME = re.compile(r"[A-Za-z]\w*")
#: what may stand before and behind a value without taking hold of a part of it; "" at the ends of a text
_OPENING, _CLOSING = ("", *"(,;=[{<>≤≥"), ("", *"),;=]}<>≤≥")
_BRACES = re.compile(r"\{\{\s*([A-Za-z]\w*)\s*\}\}")


def fill_ins(written: str) -> list[str]:
    """Return the expressions in the fill-ins of an author's text."""
    return _parted(written)[1]


def _parted(written: str) -> tuple[list[str], list[str]]:
    """What stands before, between and after the fill-ins of a text, and these.

    A regular expression would look for the end of each << anew.
    """
    outside: list[str] = []
    inside: list[str] = []
    at = 0
    while (start := written.find("<<", at)) >= 0 and (end := written.find(">>", start + 2)) >= 0:
        outside.append(written[at:start])
        inside.append(written[start + 2 : end].strip())
        at = end + 2
    return [*outside, written[at:]], inside


def prose_of(workspace: Workspace, written: str) -> Prose:
    """Return an author's text with its formulas and << fill-ins >> done; raises CannotCompute or Unreadable."""
    from quizengine.maths.print import prose

    def fill(expression: str) -> Node | str | Prose:
        if expression in workspace.pictures:
            return (workspace.pictures[expression],)
        value = workspace.evaluate(expression)
        if isinstance(value, bool):
            raise CannotCompute(expression, 'a condition cannot be printed; write if(…, "yes", "no")')
        if _NAME.fullmatch(expression) and expression not in workspace.values and not isinstance(value, str | tuple):
            raise NeverComputes(expression, f"{expression} has no value; write it without << and >>")
        return filling(workspace, value)

    pieces, inside = _parted(written)
    outside = "".join(pieces)
    if ">>" in outside:
        nested = any("<<" in expression for expression in inside)
        cure = "a fill-in cannot stand inside another; give the text a name in [let]"
        told = cure if nested else "this >> has no <<; for 'much more than' write \\gg"
        raise Unreadable("fill-in-not-open", outside.index(">>"), told, 2)
    for name in _BRACES.findall(outside):
        if name in workspace.values:
            raise Unreadable("fill-in-in-braces", 0, f"braces fill nothing in; write << {name} >>")
    try:
        return prose(written.strip(), fill)
    except Unreadable as fault:
        raise _in_its_line(fault, written.strip()) from None


def _in_its_line(fault: Unreadable, text: str) -> Unreadable:
    """The same fault, with what stands at it where a text has several lines."""
    near = text[fault.offset :].partition("\n")[0].strip()[:MOST_QUOTED]
    told = f"{fault.message}, at '{near}'" if near and "\n" in text else fault.message
    return Unreadable(fault.reason, fault.offset, told, fault.length)


def typed_text(workspace: Workspace, written: str) -> str:
    """Return an author's text as a learner would type it; raises CannotCompute.

    Values stand in plain notation, in brackets beside what would take hold of a part of them, as in << a >>^2.
    """
    typed, *outside = _parted(written.strip())[0]
    for expression, after in zip(fill_ins(written), outside, strict=True):
        filled, alone = _typed_value(workspace, expression)
        before, behind = typed.rstrip()[-1:], after.lstrip()[:1]
        bare = alone or (before in _OPENING and behind in _CLOSING)
        typed += f"{filled if bare else f'({filled})'}{after}"
    return typed


def _typed_value(workspace: Workspace, expression: str) -> tuple[str, bool]:
    """A value as it is typed, and whether nothing beside it can take hold of a part of it."""
    from quizengine.maths.print import plain
    from quizengine.maths.tree import Name, Number, Vector

    if expression in workspace.pictures:
        raise CannotCompute(expression, "a figure cannot be typed")
    value = workspace.evaluate(expression)
    if isinstance(value, bool | tuple):
        raise CannotCompute(expression, "this cannot be typed; write a number, a formula or a text")
    if isinstance(value, str):
        return words_of(prose_of_value(workspace, value)), True
    return plain(value), isinstance(value, Name | Vector) or (isinstance(value, Number) and "/" not in plain(value))


def prose_of_value(workspace: Workspace, value: Value) -> Prose:
    """Return a value as it is printed by itself, as an option or in the cell of a table; raises Unreadable."""
    from quizengine.maths.print import prose

    return prose("<<>>", lambda _: filling(workspace, value))


def filling(workspace: Workspace, value: Value) -> Node | str | Prose:
    """Return what stands in a text for a value: a tree as the workspace shows it, words, or words with formulas, as for
    a list with commas.

    Raises Unreadable for a text whose formulas cannot be read.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        if all(type(item) is str and "$" not in item for item in value):
            return ", ".join(map(str, value))
        return _with_commas(workspace, value)
    if isinstance(value, str):
        return _text(workspace, value)
    return workspace.shown(value)


def _with_commas(workspace: Workspace, values: tuple[Value, ...]) -> Prose:
    """The items one after the other; one that is itself a list stands in brackets."""
    found: list[Prose] = []
    for value in values:
        shown = prose_of_value(workspace, value)
        found.append(("(", *shown, ")") if isinstance(value, tuple) else shown)
    return tuple(piece for place, shown in enumerate(found) for piece in ((", ", *shown) if place else shown))


def _text(workspace: Workspace, text: str) -> str | Prose:
    """A text that was filled in, with formulas and values of its own."""
    from quizengine.maths.language.filled_text import FilledText
    from quizengine.maths.print import prose

    if isinstance(text, FilledText):
        values = text.values
        return prose(text, lambda name: filling(workspace, values[name]))
    return prose(text, str) if "$" in text else text


def words_of(prose: Prose) -> str:
    """Return a text as one line of Unicode."""
    from quizengine.maths.print import show_prose

    return " ".join(show_prose(prose, "text").split())
