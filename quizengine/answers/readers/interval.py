"""An interval as it is typed: in brackets, or with < and ≤ about a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizengine.answers.constraints import INFINITY
from quizengine.answers.readers.formula import WORD
from quizengine.errors import Unreadable
from quizengine.maths.parse import Conventions, Notation, Reading, parse
from quizengine.maths.tree import Call, Name, Negative, Node, Relation, Vector

_CLOSING = {"(": ")", "[": "]"}
_FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}


@dataclass(frozen=True, slots=True)
class IntervalReader:
    """Reads an interval in `notation` under `conventions`: in `0 < η < 2/L`, with L known, η is the learner's."""

    notation: Notation
    conventions: Conventions

    def read(self, text: str) -> Reading:
        """Return the reading of `text`, about any one name; raise Unreadable."""
        try:
            return parse(text, self.notation, self.conventions)
        except Unreadable as fault:
            start = fault.offset + text.startswith("\\", fault.offset)  # \eta
            word = WORD.match(text, start) if fault.reason == "name-unknown" else None
            if word is None:
                raise
        return parse(text, replace(self.notation, variables=(*self.notation.variables, word[0])), self.conventions)


@dataclass(frozen=True, slots=True)
class Typed:
    """An interval as typed: its ends, and which of them belong to it."""

    low: Node
    high: Node
    brackets: str


def typed(tree: Node) -> Typed | None:
    """Return the interval that a list of two in round or square brackets, or < and ≤, say; None for all else."""
    if isinstance(tree, Relation):
        return _of_chain(tree)
    if not isinstance(tree, Vector) or len(tree.items) != 2:
        return None
    if any(isinstance(item, Relation) for item in tree.items):
        return _of_two(*tree.items)
    return Typed(*tree.items, tree.brackets) if len(tree.brackets) == 2 and set(tree.brackets) <= set("()[]") else None


def _of_chain(tree: Relation) -> Typed | None:
    sides, signs = tree.sides, tree.signs
    if all(sign in ">≥" for sign in signs):
        sides, signs = sides[::-1], tuple(_FLIPPED[sign] for sign in reversed(signs))
    if not all(sign in "<≤" for sign in signs):
        return None
    opening, closing = ("(" if sign == "<" else "[" for sign in (signs[0], signs[-1]))
    closing = _CLOSING[closing]
    match sides:
        case (low, Name(), high):
            return Typed(low, high, opening + closing)
        case (Name(), high):
            return Typed(Negative(INFINITY), high, "(" + closing)
        case (low, Name()):
            return Typed(low, INFINITY, opening + ")")
        case (Call("abs", (Name(),)), high):
            return Typed(Negative(high), high, opening + closing)
    return None


def _of_two(first: Node, second: Node) -> Typed | None:
    """One side each, about one name: `x > 0, x < 2` or `0 < x and x < 2/L`."""
    if not isinstance(first, Relation) or not isinstance(second, Relation):
        return None
    if not any(isinstance(side, Name) for side in {*first.sides} & {*second.sides}):
        return None
    sides = [_of_chain(first), _of_chain(second)]
    low = next((one for one in sides if one is not None and one.high == INFINITY), None)
    high = next((one for one in sides if one is not None and one.low == Negative(INFINITY)), None)
    return None if low is None or high is None else Typed(low.low, high.high, low.brackets[0] + high.brackets[1])
