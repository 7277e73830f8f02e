"""From the pieces of a formula in a row to layout: which minus is a sign, what a function applies to, where a
filled-in tree needs brackets."""

from __future__ import annotations

from dataclasses import dataclass

from quizengine.maths.print.from_tree import bracketed, needs_dot
from quizengine.maths.print.layout import (
    DOT,
    EITHER_SIGN,
    MINUS,
    NEGATIVE,
    PLUS,
    PLUS_MINUS,
    Accent,
    Apply,
    Digits,
    Fence,
    Fraction,
    Layout,
    Letter,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Text,
    Word,
    parts_of,
    row,
)
from quizengine.maths.print.precedence import ATOM, POWER, PRODUCT, RELATION, SIGNED, SUM
from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Filled:
    """A tree that a fill-in put into a formula, not yet bracketed."""

    node: Node


Piece = Layout | Filled

_FUNCTIONS = frozenset("fghFGHLJEPQRTVpqℓσφϕψ")
_OF_PRODUCTS = ("-", "negative", "pm", "mp", "eithersign", "setminus")  # a sum after one of these needs brackets
_AS_SIGN = {MINUS: NEGATIVE, PLUS_MINUS: EITHER_SIGN}
_OPENING = ("add", "times", "prefix", "relation", "punctuation", "large")  # after these a minus is a sign


def resolve(pieces: list[Piece]) -> Layout:
    """Return the layout of the pieces, filled-in trees bracketed as their neighbours need."""
    return row(tuple(_applied(_filled(_signed(pieces)))))


def _signed(pieces: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for piece in pieces:
        if piece in _AS_SIGN and _opens(out):
            piece = _AS_SIGN[piece]
        out.append(piece)
    return out


def _opens(before: list[Piece]) -> bool:
    solid = [piece for piece in before[-3:] if not isinstance(piece, Space)]
    return not solid or _kind(solid[-1]) in _OPENING


def _kind(piece: Piece | None) -> str:
    """The kind of a sign; "edge" at an end of the row or beside words; "solid" for anything else."""
    if piece is None or isinstance(piece, (Space, Text)):
        return "edge"
    if isinstance(piece, Sign):
        return "solid" if piece.symbol.kind in ("ordinary", "letter") else piece.symbol.kind
    return "word" if isinstance(piece, Word) or _is_raised_word(piece) else "solid"


def _is_raised_word(piece: Piece) -> bool:
    return isinstance(piece, Scripts) and isinstance(piece.base, (Word, Sign)) and _kind(piece.base) != "solid"


def _filled(pieces: list[Piece]) -> list[Layout]:
    out: list[Layout] = []
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Filled):
            after_fill_in = bool(index) and isinstance(pieces[index - 1], Filled)
            if out and ((after_fill_in and isinstance(piece, Digits)) or _power_of_digits(out[-1], piece)):
                out.append(DOT)
            out.append(piece)
            continue
        after = _follows(pieces[index + 1 :])
        before = out[-1] if out else None
        layout = bracketed(piece.node, _least(_kind(before), before, after))
        if before == PLUS and isinstance(layout, Row) and layout.parts[0] == NEGATIVE:
            out[-1] = MINUS
            layout = row(layout.parts[1:])
        elif before is not None and _kind(before) == "solid" and needs_dot(before, layout):
            out.append(DOT)
        out.append(layout)
    return out


def _power_of_digits(before: Layout, piece: Layout) -> bool:
    """Whether a number with a power stands right behind a factor: 20 · 0.4^n, which else would be 200.4^n."""
    return isinstance(piece, Scripts) and isinstance(piece.base, Digits) and _kind(before) == "solid"


def _follows(rest: list[Piece]) -> Piece | None:
    """Return what stands after a tree, None for nothing: a full stop that ends the formula is no factor."""
    stop = len(rest) == 1 and isinstance(rest[0], Sign) and rest[0].symbol.name == "."
    return rest[0] if rest and not stop else None


def _least(kind: str, before: Layout | None, after: Piece | None) -> int:
    """How strong a filled-in tree must be to stand between its neighbours without brackets."""
    if kind in ("word", "prefix") and before not in _AS_SIGN.values():
        left = ATOM
    elif (isinstance(before, Sign) and before.symbol.name in _OF_PRODUCTS) or kind in ("times", "solid"):
        left = POWER if isinstance(before, Sign) and before.symbol.name == "/" else PRODUCT
    else:
        left = SUM if kind in ("add", "relation") else RELATION
    follows = _kind(after)
    right = SIGNED if follows in ("times", "solid", "prefix", "word", "large") else SUM
    return max(left, RELATION if follows in ("edge", "punctuation") else right)


def _applied(parts: list[Layout]) -> list[Layout]:
    out: list[Layout] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        at += 1
        following = parts[at] if at < len(parts) else None
        if isinstance(following, Fence) and following.left and _is_function(part, following):
            out.append(Apply(part, following))
            at += 1
        elif _is_bare_word(part) and (stop := _argument_end(parts, at)) > at:
            out.append(Apply(part, row(tuple(_applied(parts[at:stop])))))
            at = stop
        else:
            out.append(part)
    return out


def _is_function(part: Layout, fence: Fence) -> bool:
    if isinstance(part, Scripts):
        part = part.base
    if isinstance(part, Word):
        return fence.left == "("
    if not isinstance(part, (Letter, Accent)) or fence.left != "(":
        return False
    inside = parts_of(fence.inside)
    several = any(isinstance(item, Sign) and item.symbol.kind == "punctuation" for item in inside)
    return several or len(inside) == 1 or (isinstance(part, Letter) and part.text in _FUNCTIONS)


def _is_bare_word(part: Layout) -> bool:
    if isinstance(part, Scripts):
        part = part.base
    return isinstance(part, Word) and not part.limits


def _argument_end(parts: list[Layout], at: int) -> int:
    """Where the argument of a function without brackets ends: `sin 2x` and `ln x_1` take what is multiplied."""
    if at < len(parts) and isinstance(parts[at], Space):
        at += 1
    end = at
    while end < len(parts) and _is_factor(parts[end]):
        end += 1
        if isinstance(parts[end - 1], (Fence, Apply)):
            break
    return end


def _is_factor(part: Layout) -> bool:
    if isinstance(part, Scripts):
        return _is_factor(part.base)
    return isinstance(part, (Digits, Letter, Fraction, Root, Fence, Accent))
