"""What the texts that are chosen hold: the names inside them, and their faults at the line where they stand.

A text drawn from [parameters], as 'at most << c >>', keeps its fill-ins until it is asked for, so a line that uses the
text needs their names too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.draw.failures import at
from quizengine.maths.language.fill_in import fill_ins, prose_of

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.item.parameters.base import Parameter
    from quizengine.maths.language import Value, Workspace

Hidden = tuple[tuple[str, tuple[str, ...]], ...]  # parameters, each with the expressions inside its texts


def hidden_in(parameters: Mapping[str, Parameter]) -> Hidden:
    """Return the expressions inside the texts that may be drawn, by the name of the parameter."""
    found = ((name, tuple(_fill_ins(parameter.texts_inside()))) for name, parameter in parameters.items())
    return tuple((name, inside) for name, inside in found if inside)


def with_hidden(texts: Iterable[str], hidden: Hidden) -> tuple[str, ...]:
    """Return expressions, and those inside the texts that they ask for."""
    found, waiting = dict.fromkeys(texts), list(hidden)
    while reached := [entry for entry in waiting if any(_asks(text, entry[0]) for text in found)]:
        waiting = [entry for entry in waiting if entry not in reached]
        found |= dict.fromkeys(text for _, inside in reached for text in inside)
    return tuple(found)


def check_texts(body: Body, workspace: Workspace) -> None:
    """Raise ItemError, with the line where it stands, for a text among the values that cannot be printed."""
    for where, name in texts_to_check(body, workspace):
        with at(*where):
            prose_of(workspace, f"<< {name} >>")


def texts_to_check(body: Body, workspace: Workspace) -> Iterator[tuple[Where, str]]:
    """Yield the place and the name of each value that holds a text with formulas or fill-ins."""
    for table, names in (("parameters", body.parameters), ("let", body.let)):
        for name in names:
            if name in workspace.values and _is_marked(workspace.values[name]):
                yield (table, name), name


def _is_marked(value: Value) -> bool:
    if isinstance(value, tuple):
        return any(map(_is_marked, value))
    return isinstance(value, str) and ("$" in value or "<<" in value or ">>" in value)


def _fill_ins(texts: Iterable[str]) -> list[str]:
    return [expression for text in texts for expression in fill_ins(text)]


@lru_cache(maxsize=4096)
def _asks(text: str, name: str) -> bool:
    from quizengine.maths.language.names_used import names_in
    from quizengine.maths.language.values import canonical

    return canonical(name) in names_in(text)
