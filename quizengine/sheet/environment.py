"""Jinja2's environment of a format: every value that its templates put out passes its finalizer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quizengine.resources import shipped
from quizengine.sheet.finalizers import marked
from quizengine.sheet.pictures import pictured

if TYPE_CHECKING:
    from jinja2 import Environment

    from quizengine.sheet.formats.template_set import TemplateSet


@cache
def environment(templates: TemplateSet) -> Environment:
    """Return the environment for a set of templates, which keeps the templates that it has read."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(  # noqa: S701 - the finalizer escapes, for formats that autoescape does not know too
        loader=FileSystemLoader(shipped("templates")),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        finalize=templates.finalizer,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"marked": marked, **templates.filters}
    made.tests["drawn"] = lambda text: pictured((text,))
    return made
