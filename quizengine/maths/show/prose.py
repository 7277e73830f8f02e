"""Sentences with formulas: what an author writes in prompts, hints, steps and mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from quizengine.errors import Unreadable
from quizengine.maths.show.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizengine.maths.show.layout import Format, Layout
    from quizengine.maths.tree import Node

    Fill = Callable[[str], Node | str]

#: Words and formulas in turn; paragraphs are parted by an empty line inside the words.
Prose: TypeAlias = "tuple[str | Layout, ...]"

_MARK = re.compile(r"\\\$|\$|<<")
_END_OF_FORMULA = re.compile(r"(?:[^\\$]|\\.)*\$", re.DOTALL)


def prose(source: str, fill: Fill) -> Prose:
    """The words and formulas of `source`.

    `$…$` is a formula, `<< expression >>` is filled in by `fill` (a tree becomes a formula, a text stays words), `\\$`
    is a dollar. Raises Unreadable with the offset in `source`, and whatever `fill` raises.
    """
    out: list[str | Layout] = []
    text = ""
    at = 0
    while (mark := _MARK.search(source, at)) is not None:
        text += source[at : mark.start()]
        piece, at = _piece(source, mark, fill)
        if isinstance(piece, str):
            text += piece
            continue
        if text:
            out.append(text)
        out.append(piece)
        text = ""
    text += source[at:]
    return (*out, text) if text else tuple(out)


def _piece(source: str, mark: re.Match[str], fill: Fill) -> tuple[str | Layout, int]:
    start, after = mark.start(), mark.end()
    if mark.group() == "\\$":
        return "$", after
    if mark.group() == "<<":
        end = source.find(">>", after)
        if end < 0:
            raise Unreadable("fill-in-not-closed", start, "this << has no >>", 2)
        value = fill(source[after:end].strip())
        return (value if isinstance(value, str) else _arranged(value)), end + 2
    closing = _END_OF_FORMULA.match(source, after)
    if closing is None:
        raise Unreadable("formula-not-closed", start, "this $ opens a formula that is not closed; for money write \\$")
    if closing.end() == after + 1:
        raise Unreadable("formula-empty", start, "nothing stands between these $; write one $ on each side", 2)
    from quizengine.maths.show.formulas import formula  # not at the top: most sentences have no formula

    try:
        return formula(source[after : closing.end() - 1], fill), closing.end()
    except Unreadable as fault:
        raise Unreadable(fault.reason, after + fault.offset, fault.message, fault.length) from None


def _arranged(value: Node) -> Layout:
    from quizengine.maths.show.arranging import arrange

    return arrange(value)


def show_prose(prose: Prose, format: Format, escape: Callable[[str], str] = str) -> str:
    """The prose in `format`: words pass through `escape`, formulas are wrapped as the format's own inline formulas."""
    return "".join(escape(part) if isinstance(part, str) else inline(part, format) for part in prose)


def inline(layout: Layout, format: Format) -> str:
    """A formula to stand inside a sentence of `format`; in Typst it carries its spoken form for screen readers."""
    source = render(layout, format)
    if format == "latex":
        return f"\\({source}\\)"
    if format == "typst":
        from quizengine.maths.show.typst import string

        return f"#math.equation(alt: {string(render(layout, 'spoken'))}, ${source}$);"
    return source
