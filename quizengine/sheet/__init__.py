"""Questions to sheets and keys, on paper and screen.

write            the sheets and keys of a paper to files
render           one sheet or key as bytes, through the templates of its format; environment   Jinja2's for a format
trial            one question printed on trial, so that none that cannot be printed comes upon a sheet
formats/         the formats of sheets
view             what the templates see: the head of a sheet and its questions; printed_part   each part of them
finalizers       how a value of a question becomes text of a format; escapes   control characters made visible
page_estimate    how much of a page something fills
pictures         figures in their places; outlines   a figure as lines, outlines and texts, all that SVG and TikZ need
typst_compiler   Typst source to PDF
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names
from quizengine.sheet.formats import FORMATS

if TYPE_CHECKING:
    from quizengine.sheet.render import Document, render_sheet
    from quizengine.sheet.trial import print_on_trial
    from quizengine.sheet.write import files, write_sheets

__all__ = ["FORMATS", "Document", "files", "print_on_trial", "render_sheet", "write_sheets"]

# the names of the formats alone, for `--help`, need nothing of what prints
__getattr__ = lazy_names(
    __name__,
    {
        **{"Document": "render", "render_sheet": "render", "print_on_trial": "trial"},
        **{"files": "write", "write_sheets": "write"},
    },
)
