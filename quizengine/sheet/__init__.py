"""Questions to sheets and keys, on paper and screen.

write            the sheets and keys of a paper to files
render           one sheet or key as bytes, through the templates of its format
formats/         the formats of sheets
view             what the templates see: the head of a sheet and its questions; printed_part   each part of them
finalizers       how a value of a question becomes text of a format; escapes   control characters made visible
page_estimate    how much of a page something fills
figure, contours a contour map as curves, labels and ticks
typst_compiler   Typst source to PDF
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quizengine.sheet.formats import FORMATS

if TYPE_CHECKING:
    from quizengine.sheet.render import Document, render_sheet
    from quizengine.sheet.write import files, write_sheets

__all__ = ["FORMATS", "Document", "files", "render_sheet", "write_sheets"]

_HOMES = {"Document": "render", "render_sheet": "render", "files": "write", "write_sheets": "write"}


def __getattr__(name: str) -> Any:
    """Load what prints when it is asked for: the names of the formats alone, for `--help`, need nothing of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quizengine.sheet' has no attribute {name!r}")
    return getattr(import_module(f"quizengine.sheet.{_HOMES[name]}"), name)
