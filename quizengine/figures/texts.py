"""An author's short texts in a figure as one line of Unicode: names, values and labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute
from quizengine.maths.language.fill_in import prose_of, prose_of_value, words_of
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace

ASKED = "?"  # a value that is asked for
_NUMBERED = re.compile(r"([A-Za-z]+)(\d+)")
_VARIABLE = re.compile(r"[^\W\d_][₀-₉₊₋ₐ-ₜ′']*")
_NAME = re.compile(r"[A-Za-z]+(?:_?\w+)?'*")


def value_text(written: int | str, workspace: Workspace) -> str:
    """Return what stands in a figure for an expression, its value as the workspace shows it, or for a text with
    << fill-ins >>. A question mark stands for itself. Raises CannotCompute or Unreadable.
    """
    text = str(written).strip()
    if text == ASKED:
        return text
    if "<<" in text or "$" in text:
        return label_text(text, workspace)
    return shown_text(workspace.evaluate(text), workspace)


def shown_text(value: Value, workspace: Workspace) -> str:
    """Return a value as the workspace shows it, on one line; raises Unreadable."""
    return words_of(prose_of_value(workspace, value))


def label_text(written: int | str, workspace: Workspace) -> str:
    """Return an author's words with their formulas and << fill-ins >> done; raises CannotCompute or Unreadable."""
    if "$" not in str(written) and "<<" not in str(written):
        return str(written)
    prose = prose_of(workspace, str(written))
    if any(isinstance(piece, Picture) for piece in prose):
        raise CannotCompute(str(written), "a figure cannot stand in a figure")
    return words_of(prose)


def label_name(written: str, workspace: Workspace) -> str:
    """Return a name that an author writes, perhaps with << fill-ins >>, as it is printed; raises CannotCompute or
    Unreadable.
    """
    return name_text(label_text(written, workspace))


def name_text(name: str) -> str:
    """Return a name as it is printed: `h_1` and `h1` as h₁, words as they are."""
    if not _NAME.fullmatch(name):
        return name
    from quizengine.maths.print import render
    from quizengine.maths.print.variable_names import variable

    numbered = _NUMBERED.fullmatch(name)
    return render(variable("_".join(numbered.groups()) if numbered else name), "text")


def is_variable(text: str) -> bool:
    """Return whether a printed text is the name of a variable: one letter, perhaps with an index or primes."""
    return _VARIABLE.fullmatch(text) is not None
