"""The short texts in a figure: names of points, curves and axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


def short_text(written: str, workspace: Workspace) -> str:
    """Return an author's short text in one line, its formulas and << fill-ins >> done; raises CannotCompute or
    Unreadable.
    """
    if "$" not in written and "<<" not in written:
        return written
    from quizengine.maths.language.fill_in import prose_of, words_of

    return words_of(prose_of(workspace, written))


def name_text(name: str, workspace: Workspace) -> str:
    """Return the name of a point or a curve as it stands in a figure: x_0 with its subscript."""
    return short_text(f"${name}$", workspace) if "_" in name and " " not in name else short_text(name, workspace)
