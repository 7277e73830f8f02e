"""What a text is made of as far as printing goes: two texts with the same ingredients differ in their numbers alone.

    ingredients(prose)       its characters, and each kind of layout in it with the kinds that stand directly inside

So whoever prints a text only to see whether it can be printed need not print a second one that brings nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from quizengine.maths.print.display import Display
from quizengine.maths.print.layout import (
    Accent,
    Digits,
    Fence,
    Layout,
    Letter,
    Row,
    Scripts,
    Sign,
    Space,
    Table,
    Text,
    Word,
)
from quizengine.maths.print.layout_queries import below
from quizengine.maths.print.picture import Picture
from quizengine.maths.tree import Itself

if TYPE_CHECKING:
    from quizengine.maths.print.prose import Prose

_NUMBERS = str.maketrans("123456789", "0" * 9)


def ingredients(prose: Prose) -> frozenset[Hashable]:
    """Return what the words, formulas and figures of a text are made of; numbers count alike, short and long."""
    return frozenset(_of_prose(prose))


def _of_prose(prose: Prose) -> Iterator[Hashable]:
    for piece in prose:
        if isinstance(piece, str):
            yield from piece.translate(_NUMBERS)
        elif isinstance(piece, Picture):
            yield type(piece)
            yield from _of_prose(piece.description())
        elif isinstance(piece, Display):
            yield Display, piece.signs
            yield from _of_layout(Itself(piece.inside))
        else:
            yield from _of_layout(Itself(piece))


@lru_cache(maxsize=2_048)
def _of_layout(itself: Itself) -> frozenset[Hashable]:
    """Kept, since a formula without values is the same object in all questions of an item."""
    found: set[Hashable] = set()
    waiting: list[Layout] = [itself.node]
    while waiting:
        top = waiting.pop()
        inside = tuple(below(top))
        waiting += inside
        kinds = tuple(map(type, inside))
        if isinstance(top, Text):
            found.update((Text, character) for character in top.text.translate(_NUMBERS))
        elif isinstance(top, Row):
            found.update((Row, kind) for kind in kinds)
        elif isinstance(top, Table):
            found.add((Table, top.kind, tuple(map(len, top.rows)), frozenset(kinds)))
        else:
            own = _OWN.get(type(top))
            found.add((type(top), own(top) if own else "", kinds))
    return frozenset(found)


#: What a layout says itself, such as a letter or the brackets, beside what stands inside it.
_OWN: Mapping[type, Callable[[Any], Hashable]] = {
    Digits: lambda layout: "." in layout.text,
    Letter: attrgetter("text", "style"),
    Word: attrgetter("text", "limits"),
    Sign: attrgetter("symbol.name"),
    Scripts: lambda layout: (layout.sub is None, layout.sup is None),
    Fence: attrgetter("left", "right"),
    Accent: attrgetter("mark"),
    Space: attrgetter("width"),
}
