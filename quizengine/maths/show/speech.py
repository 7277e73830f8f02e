"""How the parts of a formula are joined in speech: where `times` must be heard, and what is said in one breath."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.maths.show.layout import (
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
from quizengine.maths.show.shape import is_large
from quizengine.maths.show.speech_fractions import is_operator, small_fraction

Say = Callable[[Layout], str]

_BRIEF = {"2": "squared", "3": "cubed", "⊤": "transposed", "T": "transposed", "∗": "star", "⋆": "star"}


def said_row(layout: Row, say: Say) -> str:
    """The parts one after the other, with the words that speech needs between them."""
    out: list[str] = []
    parts = layout.parts
    for index, part in enumerate(parts):
        if isinstance(part, Sign) and part.symbol.name == "implied":
            out.append(_between(parts[index - 1], parts[index + 1]) if 0 < index < len(parts) - 1 else "")
            continue
        if index:
            out.append(_between(parts[index - 1], part))
        out.append(_sign(part, last=index + 1 == len(parts)) if isinstance(part, Sign) else say(part))
    return " ".join(out)


def _between(before: Layout, after: Layout) -> str:
    """The word for a product that is not written: "", "times", or "of" after an operator such as d/dx."""
    starts = not isinstance(after, (Sign, Text, Space)) or (
        isinstance(after, Sign) and after.symbol.kind in ("large", "prefix") and after.symbol.name != "partial"
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


def _sign(part: Sign, *, last: bool) -> str:
    symbol = part.symbol
    if symbol.kind == "punctuation":
        return symbol.character
    if symbol.name == "nabla" and not last:
        return "the gradient of"
    return f"{symbol.spoken} of" if symbol.kind == "large" and not last else symbol.spoken


def is_simple(layout: Layout) -> bool:
    """Whether the layout is said in one breath, so that nobody needs to hear where it ends."""
    parts = list(parts_of(layout))
    if parts and isinstance(parts[0], Sign) and parts[0].symbol.kind == "prefix":
        parts = parts[1:]
    if len(parts) == 1 and isinstance(parts[0], Fraction):
        return bool(small_fraction(parts[0]))
    return len(parts) <= 4 and all(is_brief(part) for part in parts)


def is_brief(part: Layout) -> bool:
    """Whether the part is a number, a letter, or one of these with a short script."""
    if isinstance(part, Sign):
        return part.symbol.name == "implied" or part.symbol.kind in ("ordinary", "letter")
    if isinstance(part, Scripts):
        above = part.sup.inside if isinstance(part.sup, Fence) else part.sup
        return is_brief(part.base) and (above is None or bool(brief_power(above)) or above is not part.sup)
    return isinstance(part, (Digits, Letter, Accent, Text))


def brief_power(sup: Layout) -> str:
    """`squared`, `cubed`, `transposed`, `prime` and the like; "" for any other exponent."""
    parts = parts_of(sup)
    if parts and all(isinstance(part, Sign) and part.symbol.name == "prime" for part in parts):
        return ("prime", "double prime", "triple prime")[min(len(parts), 3) - 1]
    if isinstance(sup, Sign):
        return _BRIEF.get(sup.symbol.character, "")
    return _BRIEF.get(sup.text, "") if isinstance(sup, (Digits, Letter)) else ""
