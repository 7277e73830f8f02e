"""Sentences with formulas: what an author writes in prompts, hints, steps and mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from quizengine.errors import Unreadable
from quizengine.maths.print.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizengine.maths.print.layout import Format, Layout
    from quizengine.maths.tree import Node

    Fill = Callable[[str], "Node | str | Prose"]

#: Words and formulas in turn; paragraphs are parted by an empty line inside the words.
Prose: TypeAlias = "tuple[str | Layout, ...]"

_MARK = re.compile(r"\\\$|\$|<<")
_END_OF_FORMULA = re.compile(r"(?:[^\\$]|\\.)*\$", re.DOTALL)


def prose(source: str, fill: Fill) -> Prose:
    """The words and formulas of `source`.

    `$…$` is a formula, `<< expression >>` is filled in by `fill` (a tree becomes a formula, a text stays words,
    prose is taken as it is), `\\$` is a dollar.

    Raises Unreadable with the offset in `source`, and whatever `fill` raises.
    """
    out: list[str | Layout] = []
    text = ""
    at = 0
    while (mark := _MARK.search(source, at)) is not None:
        text += source[at : mark.start()]
        pieces, at = _pieces(source, mark, fill)
        for piece in pieces:
            if isinstance(piece, str):
                text += piece
                continue
            out += [text, piece] if text else [piece]
            text = ""
    text += source[at:]
    return (*out, text) if text else tuple(out)


def _pieces(source: str, mark: re.Match[str], fill: Fill) -> tuple[Prose, int]:
    start, after = mark.start(), mark.end()
    if mark.group() == "\\$":
        return ("$",), after
    if mark.group() == "<<":
        end = source.find(">>", after)
        if end < 0:
            raise Unreadable("fill-in-not-closed", start, "this << has no >>", 2)
        value = fill(source[after:end].strip())
        if isinstance(value, str):
            return (value,), end + 2
        return (value if isinstance(value, tuple) else (_arranged(value),)), end + 2
    closing = _END_OF_FORMULA.match(source, after)
    if closing is None:
        raise Unreadable("formula-not-closed", start, "this $ opens a formula that is not closed; for money write \\$")
    if closing.end() == after + 1:
        raise Unreadable("formula-empty", start, "nothing stands between these $; write one $ on each side", 2)
    from quizengine.maths.print.from_latex import formula  # not at the top: most sentences have no formula

    try:
        return (formula(source[after : closing.end() - 1], _in_formula(fill)),), closing.end()
    except Unreadable as fault:
        raise Unreadable(fault.reason, after + fault.offset, fault.message, fault.length) from None


def _in_formula(fill: Fill) -> Callable[[str], Node | str]:
    def filled(expression: str) -> Node | str:
        value = fill(expression)
        if isinstance(value, tuple):
            raise Unreadable(
                "formula-in-formula", 0, "a text with formulas or values of its own cannot stand inside a formula"
            )
        return value

    return filled


def _arranged(value: Node) -> Layout:
    from quizengine.maths.print.from_tree import layout_of

    return layout_of(value)


def show_prose(prose: Prose, format: Format, escape: Callable[[str], str] = str) -> str:
    """Return the prose in `format`: words pass through `escape`, formulas are wrapped as the format's own inline
    formulas.
    """
    return "".join(escape(part) if isinstance(part, str) else inline(part, format) for part in prose)


def inline(layout: Layout, format: Format) -> str:
    """A formula to stand inside a sentence of `format`; in Typst it carries its spoken form for screen readers."""
    source = render(layout, format)
    if format == "latex":
        return f"\\({source}\\)"
    if format == "typst":
        from quizengine.maths.print.typst import string

        return f"#math.equation(alt: {string(render(layout, 'spoken'))}, ${source}$);"
    return source
