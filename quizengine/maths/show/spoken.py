"""Layout as spoken English, for screen readers and as the alternative text of formulas in PDFs.

f_x(x, y) = 2x + 3       f sub x of x, y equals 2 x plus 3
∂f/∂x                    the partial derivative of f with respect to x
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.show.layout import (
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
    Table,
    Text,
    Word,
    parts_of,
)
from quizengine.maths.show.shape import is_large
from quizengine.maths.show.spoken_fractions import derivative, small_fraction
from quizengine.maths.show.symbols import BY_CHARACTER
from quizengine.maths.show.words import KNOWN_WORDS

_ACCENTS = {"vec": "vector {}", "dot": "{} dot"}
_BRACKETS = {
    "(": "open parenthesis",
    ")": "close parenthesis",
    "[": "open bracket",
    "]": "close bracket",
    "{": "open brace",
    "}": "close brace",
    "⟨": "open angle bracket",
    "⟩": "close angle bracket",
    "|": "bar",
    "‖": "double bar",
}
_PAIRS = {"||": "the absolute value of", "‖‖": "the norm of", "⌊⌋": "the floor of", "⌈⌉": "the ceiling of"}
_POWERS = {"2": "squared", "3": "cubed", "⊤": "transposed", "T": "transposed", "∗": "star", "⋆": "star"}


def spoken(layout: Layout) -> str:
    """The layout in English words."""
    return " ".join(_say(layout).replace(" ,", ",").split())


def _say(layout: Layout) -> str:
    return _PRINTERS[type(layout)](layout)


def is_simple(layout: Layout) -> bool:
    """Whether the layout is said in one breath, so that nobody needs to hear where it ends."""
    if isinstance(layout, Row):
        parts = layout.parts
        if parts and isinstance(parts[0], Sign) and parts[0].symbol.name in ("negative", "partial", "nabla"):
            parts = parts[1:]
        return len(parts) <= 3 and all(_is_plain_factor(part) for part in parts)
    return not isinstance(layout, (Fraction, Root, Table))


def _is_plain_factor(part: Layout) -> bool:
    if isinstance(part, Sign):
        return part.symbol.kind in ("times", "ordinary")
    return isinstance(part, (Digits, Letter, Accent)) or (isinstance(part, Scripts) and _is_plain_factor(part.base))


def _row(layout: Row) -> str:
    out: list[str] = []
    parts = layout.parts
    for index, part in enumerate(parts):
        if isinstance(part, Sign):
            out.append(_sign_between(parts, index))
        else:
            out.append(_say(part))
    return " ".join(out)


def _sign_between(parts: tuple[Layout, ...], index: int) -> str:
    symbol = parts[index].symbol  # type: ignore[union-attr]
    if symbol.name == "implied":
        both = parts[index - 1 : index + 2]
        return "" if all(_is_plain_factor(part) or isinstance(part, Sign) for part in both) else "times"
    if symbol.kind == "punctuation":
        return symbol.character
    last = index + 1 == len(parts)
    if symbol.name == "nabla" and not last:
        return "the gradient of"
    if symbol.kind == "large" and not last:
        return f"{symbol.spoken} of"
    return symbol.spoken


def _letter(layout: Letter) -> str:
    symbol = BY_CHARACTER.get(layout.text)
    return symbol.spoken if symbol is not None else layout.text


def _word(layout: Word) -> str:
    known = KNOWN_WORDS.get(layout.text)
    return f"the {known.spoken}" if known is not None else layout.text


def _fraction(layout: Fraction) -> str:
    special = small_fraction(layout) or derivative(layout, _say)
    if special:
        return special
    top, bottom = _say(layout.top), _say(layout.bottom)
    if is_simple(layout.top) and is_simple(layout.bottom):
        return f"{top} over {bottom}"
    return f"the fraction {top} over {bottom}, end fraction,"


def _scripts(layout: Scripts) -> str:
    if is_large(layout.base):
        return _limits(layout)
    base = _say(layout.base)
    if isinstance(layout.base, Sign) and layout.base.symbol.name == "nabla":
        base = "nabla"
    if isinstance(layout.base, Fence) and not layout.base.left and layout.sub is not None:
        return f"{base} evaluated at {_say(layout.sub)}"
    if layout.sub is not None:
        base += f" sub {_say(layout.sub)}"
    return base if layout.sup is None else f"{base} {_raised(layout.sup)}"


def _raised(sup: Layout) -> str:
    text = _say(sup)
    if isinstance(sup, (Digits, Letter, Sign)):
        known = _POWERS.get(sup.symbol.character if isinstance(sup, Sign) else sup.text)
        if known:
            return known
    parts = parts_of(sup)
    if parts and all(isinstance(part, Sign) and part.symbol.name == "prime" for part in parts):
        return ("prime", "double prime", "triple prime")[min(len(parts), 3) - 1]
    if isinstance(sup, Fence):
        return f"superscript {_say(sup.inside)}"
    return f"to the power {text}" if is_simple(sup) else f"to the power {text}, end power,"


def _limits(layout: Scripts) -> str:
    base = _say(layout.base)
    sub = "" if layout.sub is None else _say(layout.sub)
    sup = "" if layout.sup is None else _say(layout.sup)
    if isinstance(layout.base, Word):
        if layout.base.text == "lim":
            return f"{base} as {sub.replace('to', 'approaches', 1)} of"
        return f"{base} over {sub} of"
    if sub and sup:
        return f"{base} from {sub} to {sup} of"
    return f"{base} over {sub or sup} of"


def _root(layout: Root) -> str:
    index = "" if layout.index is None else _say(layout.index)
    kind = {"": "square", "2": "square", "3": "cube"}.get(index, f"{index}-th")
    end = "" if is_simple(layout.inside) else ", end root,"
    return f"the {kind} root of {_say(layout.inside)}{end}"


def _fence(layout: Fence) -> str:
    inside = _say(layout.inside)
    if isinstance(layout.inside, Table):
        return inside
    if not layout.left:
        return inside
    pair = _PAIRS.get(layout.left + layout.right)
    if pair:
        return f"{pair} {inside}" if is_simple(layout.inside) else f"{pair} {inside}, end {pair.split()[-2]},"
    return f"{_BRACKETS.get(layout.left, '')} {inside} {_BRACKETS.get(layout.right, '')}"


def _apply(layout: Apply) -> str:
    argument = layout.argument
    inside = argument.inside if isinstance(argument, Fence) and argument.left == "(" else argument
    said = _say(inside)
    end = "" if is_simple(inside) or _has_comma(inside) else ", end of argument,"
    function = _say(layout.function)
    return f"{function} of {said}{end}"


def _has_comma(layout: Layout) -> bool:
    return any(isinstance(part, Sign) and part.symbol.kind == "punctuation" for part in parts_of(layout))


def _table(layout: Table) -> str:
    rows = [", ".join(map(_say, cells)) for cells in layout.rows]
    if layout.kind != "matrix":
        return "; ".join(" ".join(map(_say, cells)) for cells in layout.rows)
    if all(len(cells) == 1 for cells in layout.rows):
        return f"the column vector {', '.join(rows)}, end vector,"
    told = "; ".join(f"row {number}: {cells}" for number, cells in enumerate(rows, 1))
    return f"the {len(rows)} by {len(layout.rows[0])} matrix with {told}; end matrix,"


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: _row,
    Digits: lambda layout: layout.text,
    Letter: _letter,
    Word: _word,
    Sign: lambda layout: layout.symbol.spoken,
    Fraction: _fraction,
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: _table,
    Accent: lambda layout: _ACCENTS.get(layout.mark, "{} " + layout.mark).format(_say(layout.base)),
    Space: lambda layout: "",
    Text: lambda layout: layout.text,
}
