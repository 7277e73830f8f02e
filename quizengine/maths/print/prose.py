"""Sentences with formulas: what an author writes in prompts, hints, steps and mistakes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from quizengine.errors import Unreadable
from quizengine.maths.print.display import INDENT, Display, on_own_lines
from quizengine.maths.print.picture import Picture
from quizengine.maths.print.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizengine.maths.print.layout import Format, Layout
    from quizengine.maths.tree import Itself, Node

    Fill = Callable[[str], "Node | str | Prose"]

#: Words, formulas and figures in turn; paragraphs are parted by an empty line inside the words.
Prose: TypeAlias = "tuple[str | Layout | Display | Picture, ...]"

_MARK = re.compile(r"\\\$|\$\$?|<<")
_END_OF_FORMULA = re.compile(r"(?:[^\\$]|\\.)*\$", re.DOTALL)
_EMPTY_LINES = re.compile(r"\n{3,}")
_END_OF_DISPLAY = re.compile(r"(?:[^\\$]|\\.)*\$\$", re.DOTALL)


def prose(source: str, fill: Fill) -> Prose:
    """The words and formulas of `source`.

    `$…$` is a formula, `$$…$$` one on a line of its own, `<< expression >>` is filled in by `fill` (a tree becomes a
    formula, a text stays words, prose, as with a figure, is taken as it is), `\\$` is a dollar.

    Raises Unreadable with the offset in `source`, and whatever `fill` raises.
    """
    out: list[str | Layout | Display | Picture] = []
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
    return on_own_lines([*out, text] if text else out)


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
    if mark.group() == "$$":
        layout, end = _formula(source, mark, _END_OF_DISPLAY, fill)
        return (Display(layout),), end
    layout, end = _formula(source, mark, _END_OF_FORMULA, fill)
    return (layout,), end


def _formula(source: str, mark: re.Match[str], closed: re.Pattern[str], fill: Fill) -> tuple[Layout, int]:
    """The formula that one or two $ open, and where it ends."""
    start, after, sign = mark.start(), mark.end(), mark.group()
    closing = closed.match(source, after)
    if closing is None:
        cure = "for money write \\$" if sign == "$" else "two $ open a formula on a line of its own, and two close it"
        raise Unreadable("formula-not-closed", start, f"this {sign} opens a formula that is not closed; {cure}")
    written = source[after : closing.end() - len(sign)]
    if not written.strip():
        raise Unreadable("formula-empty", start, f"nothing stands between these {sign}", 2)
    from quizengine.maths.print.from_latex import formula  # not at the top: most sentences have no formula

    try:
        return formula(written, _in_formula(fill)), closing.end()
    except Unreadable as fault:
        raise Unreadable(fault.reason, after + fault.offset, fault.message, fault.length) from None


def _in_formula(fill: Fill) -> Callable[[str], Node | str]:
    def filled(expression: str) -> Node | str:
        value = fill(expression)
        if isinstance(value, tuple) or (isinstance(value, str) and "\\" in value):
            raise Unreadable(
                "formula-in-formula",
                0,
                "a text with formulas or values of its own cannot stand inside a formula; put it between words, with "
                "its formulas in dollars",
            )
        return value

    return filled


def _arranged(value: Node) -> Layout:
    from quizengine.maths.print.from_tree import layout_of

    return layout_of(value)


def show_prose(prose: Prose, format: Format, escape: Callable[[str], str] = str) -> str:
    """Return the prose in `format`: words pass through `escape`, formulas are wrapped as the format's own inline
    formulas. Instead of a figure its description stands there.
    """
    if format == "text" and escape is str and not all(type(part) is str for part in prose):
        from quizengine.maths.tree import Itself  # not at the top: words alone need no mathematics

        return _as_text(Itself(prose))
    return _joined(prose, format, escape)


@lru_cache(maxsize=2_048)
def _as_text(itself: Itself) -> str:
    """The same words and formulas are compared many times, and shown in between."""
    return _joined(itself.node, "text", str)


def _joined(prose: Prose, format: Format, escape: Callable[[str], str]) -> str:
    text = "".join(_shown(part, format, escape) for part in prose)
    if format in ("text", "ascii") and any(isinstance(part, Display | Picture) for part in prose):
        return _EMPTY_LINES.sub("\n\n", text).strip("\n")
    return text


def _shown(part: str | Layout | Display | Picture, format: Format, escape: Callable[[str], str]) -> str:
    if isinstance(part, str):
        return escape(part)
    if isinstance(part, Picture):
        return f"\n\n{show_prose(part.description(), format, escape)}\n\n"
    return inline(part, format)


def inline(layout: Layout | Display, format: Format) -> str:
    """A formula to stand inside a sentence of `format`, or between two of its lines.

    In Typst it carries its spoken form for screen readers.
    """
    source, own_line = render(layout, format), isinstance(layout, Display)
    match format:
        case "latex":
            return f"\n\\[{source}\\]\n" if own_line else f"\\({source}\\)"
        case "typst":
            from quizengine.maths.print.typst import string

            block = "block: true, " if own_line else ""
            return f"#math.equation({block}alt: {string(render(layout, 'spoken'))}, ${source}$);"
        case "text" | "ascii" if own_line:
            return f"\n\n{INDENT}{source}\n\n"
        case "spoken" if own_line:
            return f" {source} "
    return source
