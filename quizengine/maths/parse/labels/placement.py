"""Labelled values put where their labels say: components, coordinates, iterates, the entries of a matrix."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from quizengine.maths.parse.labels.expected_names import Asked, Misfit, number_of
from quizengine.maths.parse.labels.fit import derives, entry, places
from quizengine.maths.parse.labels.grammar import Label, label_of
from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.notation import Notation
from quizengine.maths.parse.shape_properties import Order
from quizengine.maths.tree import Node, Vector

Arranged = tuple[Node, tuple[str, ...]]  # the list, and its labels in the same order


class Missing(Exception):
    """Some places have no value; `names` are theirs, as far as they have names."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        super().__init__(*names)
        self.names = names


def arranged(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """Return the list that labelled values make, whatever order they were typed in; raises Misfit and Missing."""
    return _ORDERS[notation.expected.order](labels, items, notation)


def turned(label: Label, vector: Vector, notation: Notation) -> tuple[Vector, str]:
    """Return the vector of (f_y, f_x) = (3, 2x) in the order that is asked, and its label in that order; raises Misfit.

    Of several points each is turned.
    """
    points = [item for item in vector.items if isinstance(item, Vector)]
    if notation.expected.holds_points and points and len(points) == len(vector.items):
        told = [turned(label, point, notation) for point in points]
        return Vector(tuple(point for point, _ in told), vector.brackets), told[0][1]
    if len(vector.items) != len(label.parts):
        return vector, label.text
    _, found = places(label.parts, notation)
    order = sorted(range(len(found)), key=found.__getitem__)
    if order == list(range(len(order))):
        return vector, label.text
    parts = ", ".join(label.parts[at].text for at in order)
    return Vector(tuple(vector.items[at] for at in order), vector.brackets), f"({parts})"


def _as_typed(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """Values in the order of their labels where these have one, else as they were typed."""
    try:
        return _in_order(labels, items, notation)
    except Misfit:
        return Vector(tuple(items), ""), tuple(label.text for label in labels)


def _in_order(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    asked, found = places(labels, notation)
    if notation.count and len(items) < notation.count:
        raise Missing(missing(labels, found, asked, notation))
    order = sorted(range(len(items)), key=found.__getitem__)
    told = tuple(_told(labels[at], found[at], notation) for at in order)
    return Vector(tuple(items[at] for at in order), ""), told


def missing(labels: Sequence[Label], found: Sequence[int], asked: Asked, notation: Notation) -> tuple[str, ...]:
    """Return what the places are called that have no value yet; () where they have no names."""
    left = [place for place in range(len(asked.names)) if place not in found]
    return tuple(_like(labels[0], found[0], place, asked, notation) for place in left)


def _like(label: Label, place: int, other: int, asked: Asked, notation: Notation) -> str:
    """The name of place `other`: the author's own, or a label as `label` for `place`, f_y for f_x."""
    if notation.names and _is_symbol(notation.names[other]):
        return notation.names[other]
    if place >= len(asked.names):
        return asked.names[other]  # ∂f/∂x_3, where two are asked
    before, found, after = label.text.rpartition(asked.names[place])
    return f"{before}{asked.names[other]}{after}" if found and not notation.names else asked.names[other]


def _told(label: Label, place: int, notation: Notation) -> str:
    """The label as it is repeated: by the author's name of its place where there is one."""
    return notation.names[place] if notation.names and _is_symbol(notation.names[place]) else label.text


def _is_symbol(name: str) -> bool:
    label = label_of(name)
    return label is not None and label.kind not in ("word", "component")


def _by_number(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """Iterates x_0 = 1, x_1 = 2, and (x_0, y_0) = (1, 2)"""
    return _in_order([_numbered(label) for label in labels], items, notation)


def _numbered(label: Label) -> Label:
    """(x_1, y_1) as the label of iterate 1."""
    numbers = {number_of(part) for part in label.parts}
    if label.kind != "tuple" or len(numbers) != 1:
        return label
    heads = [part.head for part in label.parts]
    return replace(label, head=" ".join(heads), step=str(*numbers)) if heads == sorted(heads) else label


def _points(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """x = 1, y = 2 and x = -1, y = 0; A = (1, 2), B = (-1, 0); x = 1, x = -1"""
    told = tuple(label.text for label in labels)
    size = notation.count or len(notation.variables) or len(items)
    if size == 1:
        return Vector(tuple(items), ""), told
    if any(isinstance(item, Vector) for item in items):
        return _of_points(labels, items, notation)
    if len(items) <= size:
        return _in_order(labels, items, replace(notation, shape=(size,)))
    labels, items = _by_points(labels, items, notation)
    groups = [slice(at, at + size) for at in range(0, len(items), size)]
    pairs = [_group(labels, items, group, replace(notation, shape=(size,))) for group in groups]
    points = tuple(Vector(tree.items, "()") for tree, _ in pairs if isinstance(tree, Vector))
    return Vector(points, "{}"), tuple(text for _, texts in pairs for text in texts)


def _by_points(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> tuple[list[Label], list[Node]]:
    """The coordinates x_1, x_2, y_1, y_2 point by point; as they are where their names say no number of a point."""
    numbers = [number_of(label) for label in labels]
    names = set(map(canonical, notation.variables))
    heads = {label.head for label in labels}
    told = {f"{label.head}_{number}" for label, number in zip(labels, numbers, strict=True)}
    if min(numbers) < 0 or told & names or not heads <= (names or {"x", "y", "z"}) or len(told) < len(labels):
        return list(labels), list(items)
    order = sorted(range(len(items)), key=lambda at: numbers.index(numbers[at]))
    return [labels[at] for at in order], [items[at] for at in order]


def _group(labels: Sequence[Label], items: Sequence[Node], group: slice, notation: Notation) -> Arranged:
    """One point of several that are given by their coordinates."""
    try:
        return _in_order(labels[group], items[group], notation)
    except Misfit as misfit:
        raise Misfit(group.start + misfit.at, misfit.twice) from None


def _of_points(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """Labelled points: A = (1, 2), and (y, x) = (2, 1)."""
    found: list[tuple[Node, str]] = []
    for at, (label, item) in enumerate(zip(labels, items, strict=True)):
        try:
            if isinstance(item, Vector) and label.parts:
                found.append(turned(label, item, notation))
            else:
                found.append((item, label.text))
        except Misfit:
            raise Misfit(at) from None
    return Vector(tuple(item for item, _ in found), ""), tuple(text for _, text in found)


def _matrix(labels: Sequence[Label], items: Sequence[Node], notation: Notation) -> Arranged:
    """The entries of a matrix; a mixed derivative f_xy stands for f_yx too."""
    if any(isinstance(item, Vector) for item in items):  # r_1 = (1, 2), r_2 = (3, 4)
        for at, label in enumerate(labels):
            if label.kind == "component" or label.head.lower() == "c" or derives(label, notation):
                raise Misfit(at)  # ∂f/∂x and c_1 are columns
        return _in_order(labels, items, Notation((), "vector", notation.shape[:1]))
    given: dict[tuple[int, int], tuple[Node, str]] = {}
    for at, (label, item) in enumerate(zip(labels, items, strict=True)):
        place = entry(label, notation)
        if place is None or place in given:
            raise Misfit(at, twice=place is not None)
        given[place] = item, label.text
    rows, columns = notation.shape
    told = True
    if all(label.kind in ("second", "glued") or not label.by[-1].isdigit() for label in labels):
        mirrored = {(column, row): value for (row, column), value in given.items()} | given
        told, given = len(mirrored) == len(given), mirrored
    wanted = [(row, column) for row in range(rows) for column in range(columns)]
    if lost := [place for place in wanted if place not in given]:
        raise Missing(tuple(f"row {row + 1}, column {column + 1}" for row, column in lost))
    tree = Vector(
        tuple(Vector(tuple(given[row, column][0] for column in range(columns)), "[]") for row in range(rows)), "[]"
    )
    return tree, tuple(given[place][1] for place in wanted) if told else ()


_ORDERS: Mapping[Order, Callable[[Sequence[Label], Sequence[Node], Notation], Arranged]] = {
    "as typed": _as_typed,
    "by name": _in_order,
    "by number": _by_number,
    "by point": _points,
    "by entry": _matrix,
}
