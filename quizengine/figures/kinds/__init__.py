"""All kinds of figures, one file for each, with its model and its figure: what lies in this folder is a kind.

    KINDS["contours"]     the ContoursModel of contours.py, what an author writes

The name of the file is the key that names the kind under [figure]. To add a kind, write its file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.lazy import LazyTable

if TYPE_CHECKING:
    from quizengine.figures.figure import FigureModel


def _names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def _model(kind: str) -> str:
    return f"{''.join(word.capitalize() for word in kind.split('_'))}Model"


# a figure of one kind needs nothing of the others
KINDS: Mapping[str, type[FigureModel]] = LazyTable(__name__, _names, _model)
