"""Sheets and keys of a paper to files."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from quizengine import paper as papers
from quizengine.draw import Question
from quizengine.errors import CannotWrite
from quizengine.paper import Paper
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.render import Document, renderer
from quizengine.sheet.view import head, numbered

DOCUMENTS: tuple[Document, ...] = ("sheet", "key")
Sheets = Mapping[int, Sequence[Question]]


def write_sheets(paper: Paper, sheets: Sheets, formats: Sequence[str], folder: Path) -> Iterator[Path]:
    """Write sheet and key of each variant in each format to `folder`, and give each file's path when it is written.

    sheets: the questions of each variant that is wanted. The folder is made if it is not there. Each file appears whole
    or not at all; one of the same name is replaced (see `files`), no other is touched. Raises CannotWrite.
    """
    _prepare(folder)
    paths = iter(files(paper, tuple(sheets), formats, folder))
    with renderer() as one:
        for variant, questions in sheets.items():
            shown = numbered(questions)
            top = head(shown, paper, variant)
            for format, document in product(formats, DOCUMENTS):
                path = next(paths)
                _write(path, one.print(top, shown, format, document))
                yield path


def files(paper: Paper, variants: Sequence[int], formats: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Return the paths that `write_sheets` writes to, in its order."""
    return tuple(folder / file_name(paper, *which) for which in product(variants, formats, DOCUMENTS))


def file_name(paper: Paper, variant: int, format: str, document: Document) -> str:
    """ "gradients-a.pdf", "gradients-a-key.pdf"; of the title only letters, digits and hyphens are kept."""
    plain = unicodedata.normalize("NFKD", paper.title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "sheet"
    return f"{stem}-{papers.label(variant).lower()}{'-key' if document == 'key' else ''}{FORMATS[format].suffix}"


def _prepare(folder: Path) -> None:
    """Makes the folder and finds out that it can be written before anything is drawn."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotWrite(folder, _why(error)) from None


def _write(path: Path, content: bytes) -> None:
    """The whole file or nothing: written beside its place, then moved there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(path)
    except OSError as error:
        raise CannotWrite(path, _why(error)) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)  # still there where something failed or a Ctrl-C came


def _why(error: OSError) -> str:
    return error.strerror.lower() if error.strerror else str(error)
