"""Layout over several lines of a terminal: fractions, roots and matrices as on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.display_width import display_width
from quizengine.maths.print import character_boxes
from quizengine.maths.print.character_boxes import Box
from quizengine.maths.print.layout import Apply, Fence, Fraction, Layout, Root, Row, Scripts, Table
from quizengine.maths.print.layout_queries import is_large, juxtaposed
from quizengine.maths.print.text import line, root, small_script
from quizengine.maths.print.text.alphabet import UNICODE
from quizengine.maths.print.text.spacing import needs_gap


def tall(layout: Layout) -> list[str]:
    """Return the layout as lines of Unicode text, none with spaces at its end; one line where one is enough."""
    return [text.rstrip() for text in block(layout).lines]


def block(layout: Layout) -> Box:
    """Return the same lines, all of one width, with the base line that words beside the formula stand on."""
    return _box(juxtaposed(layout))


def _box(layout: Layout) -> Box:
    printer = _PRINTERS.get(type(layout))
    return Box((line(layout, UNICODE),)) if printer is None else printer(layout)


def _row(layout: Row) -> Box:
    found: list[Box] = []
    before: Layout | None = None
    for part in layout.parts:
        box = _box(part)
        if before is not None:
            said, text = found[-1].lines[found[-1].base], box.lines[box.base]
            bar = isinstance(part, Fraction) or isinstance(before, Fraction)
            if (bar and said[-1:] != " " and text[:1] not in (" ", *",.;:!?")) or needs_gap(before, said, part, text):
                found.append(Box((" ",)))
        found.append(box)
        before = part
    return character_boxes.trimmed(character_boxes.beside(found))


def _scripts(layout: Scripts) -> Box:
    base = _box(layout.base)
    if is_large(layout.base):
        return _limits(layout, base)
    if isinstance(layout.base, (Row, Fraction, Root, Scripts)) and layout.base != Row(()):
        base = character_boxes.fenced("(", base, ")")
    if layout.sub is not None:
        base = _lowered(base, layout.sub)
    return base if layout.sup is None else _raised(base, layout.sup)


def _limits(layout: Scripts, base: Box) -> Box:
    sup = Box(()) if layout.sup is None else _box(layout.sup)
    sub = Box(()) if layout.sub is None else _box(layout.sub)
    small = (_small(sub, UNICODE.lowered), _small(sup, UNICODE.raised))
    if None not in small:
        return Box((f"{base.lines[0]}{small[0]}{small[1]}",))
    return character_boxes.stacked(sup.lines, base, sub.lines)


def _small(box: Box, small: Mapping[str, str]) -> str | None:
    """The box in small letters on one line; None where that cannot be."""
    if not box.lines:
        return ""
    return (small_script(box.lines[0], small) if len(box.lines) == 1 else "") or None


def _lowered(base: Box, sub: Layout) -> Box:
    box = _box(sub)
    small = _small(box, UNICODE.lowered)
    if small is None and len(base.lines) == len(box.lines) == 1:
        small = f"_{box.lines[0]}" if box.lines[0].isalnum() else None
    if small is not None:
        lines = (*[" " * display_width(small)] * (len(base.lines) - base.base - 1), small)
        return character_boxes.beside((base, Box(lines)))
    return character_boxes.corner(base, box, above=False)


def _raised(base: Box, sup: Layout) -> Box:
    box = _box(sup)
    small = _small(box, UNICODE.raised)
    if small is not None and len(base.lines) == 1:
        return character_boxes.beside((base, Box((small,))))
    return character_boxes.corner(base, box, above=True)


def _root(layout: Root) -> Box:
    inside = _box(layout.inside)
    if len(inside.lines) == 1:
        return Box((root(layout, inside.lines[0], UNICODE),))
    return character_boxes.root(inside, "" if layout.index is None else line(layout.index, UNICODE))


def _fence(layout: Fence) -> Box:
    inside = _box(layout.inside)
    if isinstance(layout.inside, Table) and len(inside.lines) == 1:
        return Box((line(layout, UNICODE),))
    return character_boxes.fenced(layout.left, inside, layout.right)


def _apply(layout: Apply) -> Box:
    gap = () if isinstance(layout.argument, Fence) else (Box((" ",)),)
    return character_boxes.beside((_box(layout.function), *gap, _box(layout.argument)))


def _table(layout: Table) -> Box:
    cells = [[_box(cell) for cell in row] for row in layout.rows]
    count = max(map(len, cells), default=0)
    widths = [max((row[at].width for row in cells if at < len(row)), default=0) for at in range(count)]
    lines: list[str] = []
    for row in cells:
        placed = [_cell(layout.kind, at, row[at] if at < len(row) else Box(("",)), widths[at]) for at in range(count)]
        lines += character_boxes.beside(placed).lines
    return Box(tuple(lines) or ("",), max(len(lines) - 1, 0) // 2)


def _cell(kind: str, at: int, box: Box, width: int) -> Box:
    place = {
        "matrix": character_boxes.centred,
        "cases": character_boxes.left,
        "aligned": (character_boxes.right, character_boxes.left)[at % 2],
    }[kind]
    gap = "" if not at else " " if kind == "aligned" else "  "
    return Box(tuple(gap + place(text, width) for text in box.lines), box.base)


_PRINTERS: Mapping[type, Callable[..., Box]] = {
    Row: _row,
    Fraction: lambda layout: character_boxes.fraction(_box(layout.top), _box(layout.bottom)),
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: _table,
}
