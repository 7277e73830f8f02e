"""What a format is: a set of templates with the finalizer of their values, and how their text becomes a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quizengine.sheet.finalizers import Finalizer
from quizengine.sheet.page_estimate import NORMAL
from quizengine.sheet.typst_compiler import Compiler


@dataclass(frozen=True, eq=False)  # one set is itself alone: its environment is kept
class TemplateSet:
    """The templates `templates/FOLDER/sheet.SUFFIX.j2` and `key.SUFFIX.j2`, and those that they include.

    finalizer: what every value passes that they put out; filters: those beside the filters of all formats, by name.
    """

    folder: str
    suffix: str
    finalizer: Finalizer
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


def encoded(_compiler: Compiler, source: str) -> bytes:
    """Return `source` itself as the bytes of a file."""
    return source.encode("utf-8", "backslashreplace")


@dataclass(frozen=True)
class Format:
    """A format of sheets and keys.

    suffix: of the names of its files; size: of its letters, in points; to_bytes: from the filled templates to the
    bytes of a file.
    """

    suffix: str
    templates: TemplateSet
    size: int = NORMAL
    to_bytes: Callable[[Compiler, str], bytes] = encoded
