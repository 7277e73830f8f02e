"""Questions to sheets and keys, on paper and screen.

write            the sheets and keys of a paper to files
render           one sheet or key as bytes, through the templates of its format
view             what the templates see: the head of a sheet and its questions; printed_part   each part of them
finalizers       how a value of a question becomes text of a format; escapes   words that are never markup
page_estimate    how much of a page something fills
figure, contours a contour map as curves, labels and ticks
pdf              Typst source to PDF
"""

from quizengine.sheet.render import Document, Format, render_sheet
from quizengine.sheet.write import files, write, writing

__all__ = ["Document", "Format", "files", "render_sheet", "write", "writing"]
