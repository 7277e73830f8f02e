"""Whether a text gives an answer away, and of what an answer consists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.print import Prose
    from quizengine.maths.tree import Node

SHORT = 3  # characters below which an answer stands in a text by chance
#: where a formula is not a piece of a longer one
_ALONE = r"(?<![\w.−/·^√(]){}(?![\w/·^⁰-⁹²³]|\.\d)"


def holds(text: Prose, names: Iterable[str]) -> bool:
    """Return whether one of `names`, such as those of `Key.giveaways`, stands in a text by itself."""
    from quizengine.maths.print import show_prose

    return stands_in(show_prose(text, "text"), names)


def stands_in(text: str, names: Iterable[str]) -> bool:
    """Return whether one of `names` stands in a text of Unicode by itself; capitals and line breaks do not matter."""
    shown = " ".join(text.split()).casefold()
    return any(_alone(name.casefold(), shown) for name in names)


def _alone(name: str, shown: str) -> bool:
    """Most names stand nowhere, and then no pattern is made of them."""
    return name in shown and re.search(_ALONE.format(re.escape(name)), shown) is not None


def pieces_shown(key: Key[Any]) -> tuple[frozenset[str], ...]:
    """Return the texts by which each piece of a key is shown, exact, with decimals or rounded; () for words.

    Pieces are the components of a vector, the right side of an equation, else the whole.
    """
    from quizengine.maths.print import show

    forms = ([show(piece, "text") for piece in pieces_of(node)] for node in key.nodes_shown())
    return tuple(map(frozenset, zip(*forms, strict=True)))


def pieces_of(node: Node) -> Iterator[Node]:
    """Yield the components of a vector, the right side of an equation, else the whole."""
    from quizengine.maths.tree import Relation, Vector

    match node:
        case Vector(items):
            for item in items:
                yield from pieces_of(item)
        case Relation(sides):
            yield sides[-1]
        case _:
            yield node
