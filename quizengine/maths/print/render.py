"""One verb for the six formats."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from quizengine.maths.print.display import Display

if TYPE_CHECKING:
    from quizengine.maths.print.layout import Format, Layout


def render(layout: Layout | Display, format: Format) -> str:
    """Return the layout in `format`: source to stand between $…$ for latex and typst, a <math> element for mathml."""
    if not isinstance(layout, Display):
        return _printer(format)(layout)
    if format in ("latex", "typst", "mathml"):
        return _printer(format)(layout.whole()).replace("<math ", '<math display="block" ', 1)
    return f"{_printer(format)(layout.inside)}{layout.signs}"


@cache
def _printer(format: Format) -> Callable[[Layout], str]:
    """The printer of `format`, loaded when it is first used: a session needs only one of them."""
    match format:
        case "text" | "ascii":
            from quizengine.maths.print.text import line
            from quizengine.maths.print.text.alphabet import ASCII, UNICODE

            alphabet = UNICODE if format == "text" else ASCII
            return lambda layout: line(layout, alphabet)
        case "latex":
            from quizengine.maths.print.latex import latex

            return latex
        case "typst":
            from quizengine.maths.print.typst import typst

            return typst
        case "mathml":
            from quizengine.maths.print.mathml import mathml

            return mathml
        case "spoken":
            from quizengine.maths.print.speech import spoken

            return spoken
