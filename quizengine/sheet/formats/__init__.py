"""The formats of sheets: one file for each, which is all that a format needs beside its folder of templates.

    FORMATS["pdf"]         the Format of pdf.py, loaded when it is asked for
    list(FORMATS)          the names of all formats: the names of the files, with hyphens

`template_set` has the Format and the TemplateSet that these files fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.sheet.formats.template_set import Format

_NO_FORMAT = ("template_set", "svg")


class _Formats(Mapping[str, "Format"]):
    """The format of each file of this folder. Names can be listed without loading any."""

    def __getitem__(self, name: str) -> Format:
        if name not in set(self):
            raise KeyError(name)
        found: Format = import_module(f"{__name__}.{name.replace('-', '_')}").FORMAT
        return found

    def __iter__(self) -> Iterator[str]:
        names = {module.name for module in iter_modules(__path__)} - set(_NO_FORMAT)
        return iter(sorted(name.replace("_", "-") for name in names))

    def __len__(self) -> int:
        return sum(1 for _ in self)


FORMATS: Mapping[str, Format] = _Formats()
