"""Blocks of characters put beside, above and around each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.display_width import display_width

_SIDES = {
    "(": "⎛⎜⎝",
    ")": "⎞⎟⎠",
    "[": "⎡⎢⎣",
    "]": "⎤⎥⎦",
    "|": "│││",
    "‖": "║║║",
    "⟨": "╱│╲",
    "⟩": "╲│╱",
    "⌊": "││⎣",
    "⌋": "││⎦",
    "⌈": "⎡││",
    "⌉": "⎤││",
}
_BRACES = {"{": "⎧⎪⎨⎩", "}": "⎫⎪⎬⎭"}


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of one width; `base` is the line that neighbours align with."""

    lines: tuple[str, ...]
    base: int = 0

    @property
    def width(self) -> int:
        """Columns on the screen."""
        return display_width(self.lines[0])


def left(text: str, width: int) -> str:
    """Return the text at the left of `width` columns."""
    return text + " " * (width - display_width(text))


def right(text: str, width: int) -> str:
    """Return the text at the right of `width` columns."""
    return " " * (width - display_width(text)) + text


def centred(text: str, width: int) -> str:
    """Return the text in the middle of `width` columns."""
    return left(" " * ((width - display_width(text)) // 2) + text, width)


def beside(boxes: Sequence[Box]) -> Box:
    """Return the boxes one after the other, their base lines aligned."""
    if not boxes:
        return Box(("",))
    above = max(box.base for box in boxes)
    under = max(len(box.lines) - box.base for box in boxes)
    padded = [_padded(box, above - box.base, under - len(box.lines) + box.base) for box in boxes]
    return Box(tuple("".join(lines) for lines in zip(*padded, strict=True)), above)


def _padded(box: Box, above: int, under: int) -> list[str]:
    blank = " " * box.width
    return [blank] * above + list(box.lines) + [blank] * under


def stacked(above: Sequence[str], base: Box, under: Sequence[str]) -> Box:
    """Return lines above and below a box, centred."""
    lines = (*above, *base.lines, *under)
    width = max(map(display_width, lines))
    return Box(tuple(centred(line, width) for line in lines), len(above) + base.base)


def corner(base: Box, script: Box, *, above: bool) -> Box:
    """Return the box `script` above or below the right corner of `base`."""
    corner = Box((*script.lines, *[" " * script.width] * len(base.lines)), len(script.lines) + base.base)
    if not above:
        corner = Box((*[" " * script.width] * len(base.lines), *script.lines), base.base)
    return beside((base, corner))


def trimmed(box: Box) -> Box:
    """The box without blank columns at its ends."""
    lines = box.lines
    start = min(len(line) - len(line.lstrip(" ")) for line in lines)
    ends = [display_width(line.rstrip(" ")) for line in lines]
    return Box(tuple(left(line.rstrip(" ")[start:], max(ends) - start) for line in lines), box.base)


def fraction(top: Box, bottom: Box) -> Box:
    """top over bottom with a bar between them."""
    nested = len(top.lines) > 1 or len(bottom.lines) > 1  # then the outer bar must be the longer one
    bar = Box(("─" * (max(top.width, bottom.width) + 2 * nested),))
    return stacked(top.lines, bar, bottom.lines)


def root(inside: Box, index: str) -> Box:
    """inside under a root sign with `index` in its crook."""
    indent = " " * len(index)
    signs = [f"{indent} │"] * (len(inside.lines) - 1) + [f"{index}╲│"]
    lines = (sign + line for sign, line in zip(signs, inside.lines, strict=True))
    return Box((f"{indent} ┌{'─' * inside.width}", *lines), inside.base + 1)


def fenced(opener: str, inside: Box, closer: str) -> Box:
    """inside between brackets of its height."""
    height = len(inside.lines)
    sides = (_side(opener, height), inside.lines, _side(closer, height))
    return Box(tuple("".join(pieces) for pieces in zip(*sides, strict=True)), inside.base)


def _side(character: str, height: int) -> list[str]:
    if not character or height == 1:
        return [character] * height
    if character in _BRACES:
        if height == 2:
            return ["⎰", "⎱"] if character == "{" else ["⎱", "⎰"]
        lines = [_BRACES[character][0], *_BRACES[character][1] * (height - 2), _BRACES[character][3]]
        lines[height // 2] = _BRACES[character][2]
        return lines
    top, middle, bottom = tuple(_SIDES[character])
    return [top, *[middle] * (height - 2), bottom]
