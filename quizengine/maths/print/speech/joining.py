"""How the parts of a formula are joined in speech: where `times` must be heard, and what is said in one breath."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizengine.maths.print.layout import (
    Accent,
    Digits,
    Fence,
    Fraction,
    Layout,
    Letter,
    Row,
    Scripts,
    Sign,
    Space,
    Text,
    Word,
    parts_of,
)
from quizengine.maths.print.layout_queries import is_large
from quizengine.maths.print.speech.fractions import is_operator, small_fraction
from quizengine.maths.print.symbols import Symbol

Say = Callable[[Layout], str]

_NABLA = {"cdot": "the divergence of", "times": "the curl of"}  # by the sign after it
_OF_VECTORS = {"cdot": "dot", "times": "cross"}
_BRIEF = {"2": "squared", "3": "cubed", "⊤": "transposed", "T": "transposed", "∗": "star", "⋆": "star", "∘": "degrees"}


def said_row(layout: Row, say: Say) -> str:
    """Return the parts one after the other, with the words that speech needs between them."""
    out: list[str] = []
    parts = layout.parts
    for index, part in enumerate(parts):
        if isinstance(part, Sign) and part.symbol.name == "implied":
            out.append(_between(parts[index - 1], parts[index + 1]) if 0 < index < len(parts) - 1 else "")
            continue
        if index:
            out.append(_between(parts[index - 1], part))
        out.append(_sign(parts, index) if isinstance(part, Sign) else say(part))
    return " ".join(out)


def _between(before: Layout, after: Layout) -> str:
    """The word for a product that is not written: "", "times", or "of" after an operator such as d/dx."""
    starts = not isinstance(after, (Sign, Text, Space)) or (
        isinstance(after, Sign) and (after.symbol.kind == "large" or after.symbol.name in ("nabla", "negative"))
    )
    if not starts or isinstance(before, (Sign, Text, Space, Word)) or is_large(before):
        return ""
    if isinstance(before, Scripts) and isinstance(before.base, Sign) and before.base.symbol.kind == "prefix":
        return ""
    if isinstance(before, Fraction) and is_operator(before):
        return "of"
    if isinstance(after, Fence) and not after.left:
        return ""
    return "" if is_brief(before) and is_brief(after) else "times"


def _sign(parts: Sequence[Layout], index: int) -> str:
    """The sign at `index`, which may be said in another way before or between vectors."""
    symbol = _symbol(parts, index)
    before, after = _symbol(parts, index - 1), _symbol(parts, index + 1)
    if symbol is None or symbol.kind == "punctuation":
        return "" if symbol is None else symbol.character
    if symbol.name == "nabla" and index + 1 < len(parts):
        return _NABLA.get(after.name if after else "", "the gradient of")
    if symbol.name in _NABLA and before is not None and before.name == "nabla":
        return ""
    if symbol.name in _OF_VECTORS and (is_vector(parts, index - 1) or is_vector(parts, index + 1)):
        return _OF_VECTORS[symbol.name]
    return f"{symbol.spoken} of" if symbol.kind == "large" and index + 1 < len(parts) else symbol.spoken


def _symbol(parts: Sequence[Layout], index: int) -> Symbol | None:
    """The symbol of the sign at `index`; None where there is no sign."""
    part = parts[index] if 0 <= index < len(parts) else None
    return part.symbol if isinstance(part, Sign) else None


def is_vector(parts: Sequence[Layout], index: int) -> bool:
    """Return whether the part at `index` shows itself to be a vector: bold, under an arrow, or a gradient."""
    part = parts[index] if 0 <= index < len(parts) else None
    while isinstance(part, Scripts):
        part = part.base
    known = isinstance(part, Letter) and part.style == "bold"
    before = _symbol(parts, index - 1)
    gradient = any(symbol and symbol.name == "nabla" for symbol in (before, _symbol(parts, index)))
    return known or gradient or (isinstance(part, Accent) and part.mark == "vec")


def is_simple(layout: Layout) -> bool:
    """Return whether the layout is said in one breath, so that nobody needs to hear where it ends."""
    parts = list(parts_of(layout))
    if parts and isinstance(parts[0], Sign) and parts[0].symbol.kind == "prefix":
        parts = parts[1:]
    if len(parts) == 1 and isinstance(parts[0], Fraction):
        return bool(small_fraction(parts[0]))
    return len(parts) <= 4 and all(is_brief(part) for part in parts)


def is_brief(part: Layout) -> bool:
    """Return whether the part is a number, a letter, or one of these with a short script."""
    if isinstance(part, Sign):
        return part.symbol.name == "implied" or part.symbol.kind in ("ordinary", "letter")
    if isinstance(part, Scripts):
        above = part.sup.inside if isinstance(part.sup, Fence) else part.sup
        return is_brief(part.base) and (above is None or bool(brief_power(above)) or above is not part.sup)
    return isinstance(part, (Digits, Letter, Accent, Text))


def brief_power(sup: Layout) -> str:
    """Return `squared`, `cubed`, `transposed`, `prime` and the like; "" for any other exponent."""
    parts = parts_of(sup)
    if parts and all(isinstance(part, Sign) and part.symbol.name == "prime" for part in parts):
        return ("prime", "double prime", "triple prime")[min(len(parts), 3) - 1]
    if isinstance(sup, Sign):
        return _BRIEF.get(sup.symbol.character, "")
    return _BRIEF.get(sup.text, "") if isinstance(sup, (Digits, Letter)) else ""
