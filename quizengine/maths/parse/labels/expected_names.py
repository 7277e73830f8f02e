"""What is asked, by the names of its places, and where labels belong among them.

Names come from the key (`names`, `gradient_of`), else from its variables where there is one for each place, else from
letters whose order everybody keeps: x y z, w b. Indices at the end say the place too: x_1, z₃, f_2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quizengine.maths.parse.labels.grammar import Label, label_of
from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.notation import Notation

#: Letters whose order everybody keeps, and others that are read only as they are typed: in this order.
ORDERED = (("x", "y", "z"), ("w", "b"))
USUAL = (("u", "v", "w"), ("r", "theta", "phi"), ("r", "theta", "z"), ("s", "t"), ("a", "b", "c", "d"), ("p", "q"))
MARKS = ("new", "next", "old", "opt", "min", "max", "star", "n", "k", "t")


class Misfit(Exception):
    """Label `at` of several belongs to no place, or (`twice`) to one that is taken."""

    def __init__(self, at: int, twice: bool = False) -> None:
        super().__init__(at)
        self.at = at
        self.twice = twice


@dataclass(frozen=True, slots=True)
class Asked:
    """Places by what they are called.

    count: how many there are, 0 where nobody says; names: as they are told, () where they have none; places: by
    canonical names; numbers: by index at the end, where the names have one; by: what is derived by at each place, where
    the names differ in what is derived (∂u/∂x, ∂v/∂x) and not in that.
    """

    count: int = 0
    names: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    by: tuple[str, ...] = ()

    def place(self, label: Label) -> int:
        """Return the place of a label by its names alone; -1 where it has none."""
        if self.by:
            head = label.by[0] if label.kind == "glued" and label.head == "d" else label.head  # dx of dx/dt
            place = self.places.get(head, -1) if label.kind != "second" else -1
            is_name = label.kind == "name" and _is_marked(label)
            by_ours = is_name or not label.by or head in label.by or label.by == (self.by[place],)
            return place if place >= 0 and by_ours else -1
        return next((self.places[name] for name in _addresses(label) if name in self.places), -1)

    def placed(self, labels: Sequence[Label]) -> tuple[int, ...]:
        """Return the places of several labels, each its own; raises Misfit."""
        found = tuple(self.place(label) for label in labels)
        if min(found) >= 0 and len(set(found)) == len(found) and _of_one_step(labels):
            return found
        numbered = self._by_numbers(labels)
        if numbered:
            return numbered
        if min(found) < 0:
            raise Misfit(found.index(-1))
        twice = next((at for at, place in enumerate(found) if place in found[:at]), -1)
        raise Misfit(twice, twice=True) if twice >= 0 else Misfit(len(found) - 1)

    def _by_numbers(self, labels: Sequence[Label]) -> tuple[int, ...]:
        """The places that x_1, x_2 … say; () where they say none, or one twice."""
        numbers = [number_of(label) for label in labels]
        if min(numbers) < 0 or len(set(numbers)) < len(numbers) or len({label.head for label in labels}) > 1:
            return ()
        if self.numbers:
            found = tuple(self.numbers.get(number, -1) for number in numbers)
            return found if min(found) >= 0 else ()
        first = 0 if 0 in numbers else 1
        return tuple(number - first for number in numbers) if max(numbers) - first < (self.count or len(labels)) else ()


def number_of(label: Label) -> int:
    """The index at the end of a label: 3 of x_3, z^{(3)}, ∂L/∂z_3; -1 where there is none."""
    last = label.step or (label.by[-1] if label.by else "")
    digits = last.rpartition("_")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else -1


def _of_one_step(labels: Sequence[Label]) -> bool:
    """Whether labels name values of one step: x_1 and y_1, or x and y, but not x_1 and y_2."""
    marks = {
        label.step or label.by[0] for label in labels if label.step or (label.kind == "name" and _is_marked(label))
    }
    heads = {label.head for label in labels}
    return len(marks) < 2 or len(heads) == 1


def _is_marked(label: Label) -> bool:
    return bool(label.by) and (label.by[0].isdigit() or label.by[0] in MARKS)


def _addresses(label: Label) -> Iterator[str]:
    """The names under which the place of a label may be known, the surest first."""
    by = label.by[0] if len(label.by) == 1 else ""
    if label.kind in ("name", "function"):
        if by:
            yield f"{label.head}_{by}"
        if by and not by.isdigit():
            yield from (f"{label.head}/{by}", by)
        if not by or _is_marked(label):
            yield label.head
    elif label.kind in ("derivative", "glued"):
        yield f"{label.head}/{by}"
        yield by
    elif label.kind == "gradient":
        yield by
    elif label.kind == "second":
        yield "".join(label.by)
    elif label.kind in ("word", "component", "prime"):
        yield label.head


def label_in(text: str, notation: Notation) -> Label | None:
    """Return the label that `text` is, also where only its author calls a place so; None if it is something else."""
    label = label_of(text)
    if label is None and notation.names and (name := text.strip().lower()) in asked_of(notation).places:
        return Label(" ".join(text.split()), "word", name)
    return label


@lru_cache(maxsize=256)
def asked_of(notation: Notation) -> Asked:
    """Return what a notation says of the places that are asked."""
    count = notation.count
    if notation.names:
        return _named(notation.names)
    variables = notation.variables
    if notation.expected.has_components and len(variables) > 1 and count in (0, len(variables)):
        return _of_names(variables)
    return Asked(count)


def customary(labels: Sequence[Label], count: int) -> tuple[Asked, tuple[int, ...]] | None:
    """Return the places of labels whose letters have an order of their own, such as x y z; None where they have
    none.
    """
    for letters in (*ORDERED, *USUAL):
        asked = _of_names(letters[: count or len(labels)])
        try:
            found = asked.placed(labels)
        except Misfit:
            continue
        if letters in ORDERED or found == tuple(sorted(found)):
            return asked, found
    return None


def _of_names(names: tuple[str, ...]) -> Asked:
    return Asked(len(names), names, {canonical(name): place for place, name in enumerate(names)}, _numbers(names))


def _named(names: tuple[str, ...]) -> Asked:
    """Places by names that an author wrote: ∂L/∂w, x₁, x, the x-component, intercept."""
    labels = [label_of(name) for name in names]
    for differs in (_by, _head, _both):
        keys = [differs(label, name) for label, name in zip(labels, names, strict=True)]
        if len(set(keys)) == len(keys):
            break
    places = {key: place for place, key in enumerate(keys)}
    by = tuple(label.by[0] if label and label.by else "" for label in labels) if differs is _head else ()
    return Asked(len(names), names, places, _numbers(tuple(keys)), by)


def _by(label: Label | None, name: str) -> str:
    if label is None:
        return name.lower()
    if label.kind == "name" and label.by and label.by[0].isdigit():
        return f"{label.head}_{label.by[0]}"
    return label.by[0] if len(label.by) == 1 and label.kind not in ("word", "component") else label.head or name.lower()


def _head(label: Label | None, name: str) -> str:
    return label.head if label is not None else name.lower()


def _both(label: Label | None, name: str) -> str:
    return f"{label.head}/{label.by[0]}" if label is not None and len(label.by) == 1 else name.lower()


def _numbers(keys: tuple[str, ...]) -> dict[int, int]:
    """Places by the index at the end of their names; {} where they have none."""
    digits = [canonical(key).rpartition("_")[2] for key in keys]
    if not all(digit.isascii() and digit.isdigit() for digit in digits) or len(set(digits)) < len(digits):
        return {}
    return {int(digit): place for place, digit in enumerate(digits)}
