"""The formats of sheets: one file for each, which is all that a format needs beside its folder of templates.

    FORMATS["pdf"]         the Format of pdf.py, loaded when it is asked for
    list(FORMATS)          the names of all formats: the names of the files, with hyphens

`template_set` has the Format and the TemplateSet that these files fill in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from quizengine.lazy import LazyTable

if TYPE_CHECKING:
    from quizengine.sheet.formats.template_set import Format

_NO_FORMAT = {"template_set", "svg"}


def _names() -> list[str]:
    names = {file.stem for folder in __path__ for file in Path(folder).glob("[a-z]*.py")} - _NO_FORMAT
    return sorted(name.replace("_", "-") for name in names)


FORMATS: Mapping[str, Format] = LazyTable(__name__, _names, lambda _: "FORMAT")
