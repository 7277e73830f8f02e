"""What an author writes of the nodes of a graph in layers: values by their names, and names that there are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quizengine.figures.figure import Number
from quizengine.figures.texts import value_text

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

Values = dict[str, Number] | list[str]  # by the names of nodes, or the names of those whose values are in [let]


def value_texts(written: Values, workspace: Workspace) -> Mapping[str, str]:
    """Return what stands at nodes, by their names; raises CannotCompute or Unreadable."""
    asked = written if isinstance(written, dict) else {name: name for name in written}
    return {name: value_text(text, workspace) for name, text in asked.items()}


def unknown_nodes(written: Iterable[str], names: Iterable[str]) -> str:
    """Return what an author is told of those names in `written` that are names of no node; "" where there are none."""
    known = sorted(set(names))
    return "; ".join(_unknown(name, known) for name in written if name not in known)


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches  # needed for faults only

    near = get_close_matches(name, known, n=1)
    return f"'{name}' is no node; " + (f"did you mean '{near[0]}'?" if near else f"the nodes are {', '.join(known)}")
