"""PDF, by way of Typst."""

from __future__ import annotations

from quizengine.sheet.formats.template_set import Format
from quizengine.sheet.formats.typst import TEMPLATES
from quizengine.sheet.typst_compiler import Compiler

FORMAT = Format(".pdf", TEMPLATES, to_bytes=Compiler.pdf)
