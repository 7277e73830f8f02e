"""Questions about the shape of a layout that several printers ask."""

from __future__ import annotations

from collections.abc import Iterator

from quizengine.maths.show.layout import (
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
    Word,
    row,
)


def below(layout: Layout) -> Iterator[Layout]:
    """The layouts directly inside `layout`."""
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
    """Whether the layout is taller than a line, so that brackets around it must grow."""
    if isinstance(layout, (Fraction, Table)):
        return True
    if isinstance(layout, Scripts):
        return is_large(layout.base) or is_tall(layout.base)
    return any(is_tall(part) for part in below(layout))


def is_large(layout: Layout) -> bool:
    """Whether the layout is a big operator such as ∑ or lim, with its scripts if any."""
    if isinstance(layout, Scripts):
        return is_large(layout.base)
    return (isinstance(layout, Word) and layout.limits) or (isinstance(layout, Sign) and layout.symbol.kind == "large")


def juxtaposed(layout: Layout) -> Layout:
    """The layout without its implied product signs: `2xy` as print has it."""
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
