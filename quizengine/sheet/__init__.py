"""Questions to sheets and keys, on paper and screen.

write            the sheets and keys of a paper to files
render           one sheet or key as bytes, through the templates of its format; environment   Jinja2's for a format
preview          one item for its author; previewed_question   each of its questions
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
    from quizengine.sheet.preview import Preview, is_preview, render_preview
    from quizengine.sheet.render import Document, render_sheet
    from quizengine.sheet.trial import print_on_trial
    from quizengine.sheet.write import files, write_sheets, write_whole

__all__ = [
    "FORMATS",
    "Document",
    "Preview",
    "files",
    "is_preview",
    "print_on_trial",
    "render_preview",
    "render_sheet",
    "write_sheets",
    "write_whole",
]

# the names of the formats alone, for `--help`, need nothing of what prints
__getattr__ = lazy_names(
    __name__,
    {
        **{"Document": "render", "render_sheet": "render", "print_on_trial": "trial"},
        **{"Preview": "preview", "is_preview": "preview", "render_preview": "preview"},
        **{"files": "write", "write_sheets": "write", "write_whole": "write"},
    },
)
