"""Layout over several lines of a terminal: fractions, roots and matrices as on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.show import boxes
from quizengine.maths.show.alphabet import UNICODE
from quizengine.maths.show.boxes import Box
from quizengine.maths.show.layout import EMPTY, Apply, Fence, Fraction, Layout, Root, Row, Scripts, Table
from quizengine.maths.show.shape import below, is_large, juxtaposed
from quizengine.maths.show.text import line, needs_gap


def tall(layout: Layout) -> list[str]:
    """The layout as lines of Unicode text, none with spaces at its end; one line where one is enough."""
    return [text.rstrip() for text in block(layout).lines]


def block(layout: Layout) -> Box:
    """The same lines, all of one width, with the base line that words beside the formula stand on."""
    return _box(juxtaposed(layout))


def _box(layout: Layout) -> Box:
    if not _needs_lines(layout):
        return Box((line(layout, UNICODE),))
    return _PRINTERS[type(layout)](layout)


def _needs_lines(layout: Layout) -> bool:
    if isinstance(layout, Fraction) or (isinstance(layout, Table) and len(layout.rows) > 1):
        return True
    if isinstance(layout, Scripts) and "^" in line(Scripts(EMPTY, sup=layout.sup), UNICODE):
        return True
    if isinstance(layout, Scripts) and is_large(layout.base):
        return "_" in line(layout, UNICODE)
    return any(_needs_lines(part) for part in below(layout))


def _row(layout: Row) -> Box:
    found: list[Box] = []
    before: Layout | None = None
    for part in layout.parts:
        box = _spaced(part)
        if before is not None:
            said, text = found[-1].lines[found[-1].base], box.lines[box.base]
            bar = isinstance(part, Fraction) or isinstance(before, Fraction)
            if (bar and said[-1:] != " " and text[:1] not in (" ", ",")) or needs_gap(before, said, part, text):
                found.append(Box((" ",)))
        found.append(box)
        before = part
    return boxes.beside(found)


def _spaced(part: Layout) -> Box:
    return _box(part)


def _scripts(layout: Scripts) -> Box:
    base = _box(layout.base)
    above = () if layout.sup is None else _box(layout.sup).lines
    under = () if layout.sub is None else _box(layout.sub).lines
    if is_large(layout.base):
        return boxes.stacked(above, base, under)
    if layout.sub is not None and not _needs_lines(layout.sub):
        base = boxes.beside((base, _low(line(Scripts(EMPTY, sub=layout.sub), UNICODE), base)))
        under = ()
    width = max(map(boxes.columns, (*above, *under)), default=0)
    beside = [boxes.left(text, width) for text in (*above, *[""] * len(base.lines), *under)]
    blank = " " * base.width
    lines = [blank] * len(above) + list(base.lines) + [blank] * len(under)
    return Box(tuple(a + b for a, b in zip(lines, beside, strict=True)), base.base + len(above))


def _low(text: str, base: Box) -> Box:
    """The text beside the last line of `base`."""
    return Box((*[" " * boxes.columns(text)] * (len(base.lines) - base.base - 1), text))


def _root(layout: Root) -> Box:
    index = "" if layout.index is None else line(layout.index, UNICODE)
    return boxes.root(_box(layout.inside), index)


def _apply(layout: Apply) -> Box:
    gap = () if isinstance(layout.argument, Fence) else (Box((" ",)),)
    return boxes.beside((_box(layout.function), *gap, _box(layout.argument)))


def _table(layout: Table) -> Box:
    cells = [[_box(cell) for cell in row] for row in layout.rows]
    count = max(map(len, cells))
    widths = [max((row[at].width for row in cells if at < len(row)), default=0) for at in range(count)]
    lines: list[str] = []
    for row in cells:
        placed = [_cell(layout.kind, at, row[at] if at < len(row) else Box(("",)), widths[at]) for at in range(count)]
        lines += boxes.beside(placed).lines
    return Box(tuple(lines), (len(lines) - 1) // 2)


def _cell(kind: str, at: int, box: Box, width: int) -> Box:
    place = {"matrix": boxes.centred, "cases": boxes.left, "aligned": (boxes.right, boxes.left)[at % 2]}[kind]
    gap = "" if not at else " " if kind == "aligned" else "  "
    return Box(tuple(gap + place(text, width) for text in box.lines), box.base)


_PRINTERS: Mapping[type, Callable[..., Box]] = {
    Row: _row,
    Fraction: lambda layout: boxes.fraction(_box(layout.top), _box(layout.bottom)),
    Scripts: _scripts,
    Root: _root,
    Fence: lambda layout: boxes.fenced(layout.left, _box(layout.inside), layout.right),
    Apply: _apply,
    Table: _table,
}
