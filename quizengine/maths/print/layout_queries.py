"""Questions about the shape of a layout that several printers ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizengine.maths.print.layout import (
    COMMA,
    IMPLIED,
    Accent,
    Apply,
    Fence,
    Fraction,
    Layout,
    Root,
    Row,
    Scripts,
    Sign,
    Table,
    Text,
    Word,
    parts_of,
    row,
)

BREAKS = ("add", "relation", "punctuation")  # a product ends at a sign of these kinds, and a line may


def below(layout: Layout) -> Iterator[Layout]:
    """Yield the layouts directly inside `layout`."""
    match layout:
        case Row(parts):
            yield from parts
        case Fraction(first, second) | Apply(first, second):
            yield first
            yield second
        case Scripts(base, sub, sup):
            yield from (part for part in (base, sub, sup) if part is not None)
        case Root(inside, index):
            yield from (part for part in (inside, index) if part is not None)
        case Fence(_, inside, _) | Accent(_, inside):
            yield inside
        case Table(rows):
            yield from (cell for cells in rows for cell in cells)


def is_tall(layout: Layout) -> bool:
    """Return whether the layout is taller than a line, so that brackets around it must grow."""
    if isinstance(layout, (Fraction, Table)):
        return True
    if isinstance(layout, Scripts):
        return is_large(layout.base) or is_tall(layout.base)
    return any(is_tall(part) for part in below(layout))


def is_large(layout: Layout) -> bool:
    """Return whether the layout is a big operator such as ∑ or lim, with its scripts if any."""
    if isinstance(layout, Scripts):
        return is_large(layout.base)
    return (isinstance(layout, Word) and layout.limits) or (isinstance(layout, Sign) and layout.symbol.kind == "large")


def breakable_pieces(layout: Layout) -> tuple[Layout, ...]:
    """Return the pieces of a long formula between which a line may end: after a relation, a sum's sign or a comma.

    A comma of a list in brackets counts, all else inside brackets stays together. Printed one after the other the
    pieces look as the whole does.
    """
    if isinstance(layout, Fence) and COMMA in parts_of(layout.inside):
        first, *others = breakable_pieces(layout.inside)
        *middle, last = others
        return (Fence(layout.left, first, ""), *middle, Fence("", last, layout.right))
    if not isinstance(layout, Row):
        return (layout,)
    pieces: list[Layout] = []
    begun: list[Layout] = []
    for part in layout.parts:
        *whole, last = breakable_pieces(part)
        for piece in whole:
            pieces.append(row((*begun, piece)))
            begun = []
        begun.append(last)
        if isinstance(part, Sign) and part.symbol.kind in BREAKS:
            pieces.append(row((*begun, Text(""))))  # an empty operand, so that the sign keeps its space
            begun = []
    return (*pieces, row(tuple(begun))) if begun else tuple(pieces)


def one_case(cells: tuple[Layout, ...], write: Callable[[Layout], str]) -> str:
    """Return a case of a function on one line: "x if x > 0"; words of the author, such as "otherwise", need no "if"."""
    value, *conditions = (write(cell).strip() for cell in cells)
    own = any(isinstance(part, Text) for cell in cells[1:] for part in parts_of(cell)[:1])
    return " ".join((value, *([] if own or not conditions else ["if"]), *conditions))


def juxtaposed(layout: Layout) -> Layout:
    """Return the layout without its implied product signs: `2xy` as print has it."""
    match layout:
        case Row(parts):
            return row(tuple(juxtaposed(part) for part in parts if part != IMPLIED))
        case Fraction(first, second):
            return Fraction(juxtaposed(first), juxtaposed(second))
        case Apply(first, second):
            return Apply(juxtaposed(first), juxtaposed(second))
        case Scripts(base, sub, sup):
            return Scripts(juxtaposed(base), sub and juxtaposed(sub), sup and juxtaposed(sup))
        case Root(inside, index):
            return Root(juxtaposed(inside), index)
        case Fence(left, inside, right):
            return Fence(left, juxtaposed(inside), right)
        case Table(rows, kind):
            return Table(tuple(tuple(map(juxtaposed, cells)) for cells in rows), kind)
        case _:
            return layout
