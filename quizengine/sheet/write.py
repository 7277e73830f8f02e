"""Sheets and keys of a paper to files."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import product
from pathlib import Path

from quizengine import paper as papers
from quizengine.draw import Question
from quizengine.errors import CannotWrite
from quizengine.one_question import one_question
from quizengine.paper import Paper
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.render import Document, Renderer, renderer
from quizengine.sheet.view import head, numbered

DOCUMENTS: tuple[Document, ...] = ("sheet", "key")
Sheets = Mapping[int, Sequence[Question]]


def write_sheets(paper: Paper, sheets: Sheets, formats: Sequence[str], folder: Path) -> Iterator[Path]:
    """Write sheet and key of each variant in each format to `folder`, and give each file's path when it is written.

    sheets: the questions of each variant that is wanted. The folder is made if it is not there. Each file appears whole
    or not at all; one of the same name is replaced (see `files`), no other is touched. Raises CannotWrite,
    and CannotDraw with the question that cannot be printed.
    """
    _prepare(folder)
    paths = iter(files(paper, tuple(sheets), formats, folder))
    with renderer() as one:
        for variant, questions in sheets.items():
            with _naming(questions, lambda question: numbered((question,))):
                shown = numbered(questions)
            top = head(shown, paper, variant)
            for format, document in product(formats, DOCUMENTS):
                path = next(paths)
                with _naming(questions, partial(_alone, one, paper, variant, format, document)):
                    content = one.print(top, shown, format, document)
                write_whole(path, content)
                yield path


@contextmanager
def _naming(questions: Sequence[Question], alone: Callable[[Question], object]) -> Iterator[None]:
    """What cannot be printed is told with the question that is to blame: the one that cannot be printed `alone`."""
    try:
        yield
    except (CannotWrite, OSError):
        raise
    except Exception:
        for question in questions:
            with one_question(question.item.id, question.seed, "printed"):
                alone(question)
        raise


def _alone(one: Renderer, paper: Paper, variant: int, format: str, document: Document, question: Question) -> bytes:
    shown = numbered((question,))
    return one.print(head(shown, paper, variant), shown, format, document)


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


def write_whole(path: Path, content: bytes) -> None:
    """Write the whole file or nothing: beside its place, then moved there; raises CannotWrite."""
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
