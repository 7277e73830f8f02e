"""PDF in large letters, for readers with low vision."""

from __future__ import annotations

from quizengine.sheet.formats.template_set import Format
from quizengine.sheet.formats.typst import TEMPLATES
from quizengine.sheet.page_estimate import LARGE
from quizengine.sheet.typst_compiler import Compiler

FORMAT = Format("-large-print.pdf", TEMPLATES, LARGE, Compiler.pdf)
