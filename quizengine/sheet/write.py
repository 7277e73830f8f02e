"""Sheets and keys of a paper to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizengine.paper import Paper
from quizengine.sheet.render import Format


def write(paper: Paper, variants: Sequence[int], formats: Sequence[Format], folder: Path) -> tuple[Path, ...]:
    """Write sheet and key of each variant in each format to `folder`, made if it is not there; gives the files' paths.

    Names: gradients-a.pdf, gradients-a-key.pdf. Each file appears whole or not at all; no other file is touched.
    Raises CannotWrite, CannotDraw.
    """
    raise NotImplementedError
