"""One verb for the six formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.show.alphabet import ASCII, UNICODE
from quizengine.maths.show.latex import latex
from quizengine.maths.show.layout import Format, Layout
from quizengine.maths.show.mathml import mathml
from quizengine.maths.show.spoken import spoken
from quizengine.maths.show.text import line
from quizengine.maths.show.typst import typst

_PRINTERS: Mapping[Format, Callable[[Layout], str]] = {
    "text": lambda layout: line(layout, UNICODE),
    "ascii": lambda layout: line(layout, ASCII),
    "latex": latex,
    "typst": typst,
    "mathml": mathml,
    "spoken": spoken,
}


def render(layout: Layout, format: Format) -> str:
    """The layout in `format`: source to stand between $…$ for latex and typst, a <math> element for mathml."""
    return _PRINTERS[format](layout)
