"""Layout as spoken English: a rule for each kind of layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quizengine.maths.print.layout import (
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
    row,
)
from quizengine.maths.print.layout_queries import is_large, one_case
from quizengine.maths.print.speech.fractions import derivative, says_over, slash_as_fraction, small_fraction
from quizengine.maths.print.speech.joining import brief_power, is_simple, said_row
from quizengine.maths.print.symbols import BY_CHARACTER
from quizengine.maths.print.upright_names import KNOWN_WORDS

_ACCENTS = {"vec": "vector {}", "line": "{} bar"}
_BRACKETS = {
    "(": "open parenthesis",
    ")": "close parenthesis",
    "[": "open bracket",
    "]": "close bracket",
    "{": "open brace",
    "}": "close brace",
    "⟨": "open angle bracket",
    "⟩": "close angle bracket",
}
_PAIRS = {"||": "absolute value", "‖‖": "norm", "⌊⌋": "floor", "⌈⌉": "ceiling"}

_OPERATORS = {"nabla": "the gradient", "partial": "the partial derivative"}


def spoken(layout: Layout) -> str:
    """Return the layout in English words."""
    said = " ".join(_say(layout).split())
    return re.sub(r"\s*,(\s*,)*", ",", said).replace(",;", ";").strip(", ")


def _say(layout: Layout) -> str:
    return _PRINTERS[type(layout)](layout)


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
    if says_over(layout.top) or says_over(layout.bottom):
        return f"the fraction with numerator {top} and denominator {bottom}, end fraction,"
    return f"the fraction {top} over {bottom}, end fraction,"


def _scripts(layout: Scripts) -> str:
    if is_large(layout.base):
        return _limits(layout)
    base = _say(layout.base)
    if isinstance(layout.base, Fence) and not layout.base.left and layout.sub is not None:
        return f"{base} evaluated at {_say(layout.sub)}"
    if isinstance(layout.base, Sign) and layout.base.symbol.name in _OPERATORS and layout.sub and not layout.sup:
        return f"{_OPERATORS[layout.base.symbol.name]} with respect to {_say(layout.sub)} of"
    if layout.sub is not None:
        joint = "to base" if layout.base == Word("log") else "sub"
        base += f" {joint} {layout.sub.text if isinstance(layout.sub, Word) else _say(layout.sub)}"
    if layout.sup is None:
        return base
    pause = "," if isinstance(layout.base, (Apply, Root)) or _pair(layout.base) else ""
    return f"{base}{pause} {_raised(slash_as_fraction(layout.sup))}"


def _raised(sup: Layout) -> str:
    brief = brief_power(sup)
    if brief:
        return brief
    if isinstance(sup, Fence):
        return f"superscript {_say(sup.inside)},"
    return f"to the power {_say(sup)}," if is_simple(sup) else f"to the power {_say(sup)}, end power,"


def _limits(layout: Scripts) -> str:
    base = _say(layout.base)
    sub = "" if layout.sub is None else _say(layout.sub)
    sup = "" if layout.sup is None else _say(layout.sup)
    if layout.base == Word("lim", limits=True):
        return f"{base} as {re.sub(' to ', ' approaches ', sub, count=1)} of"
    if sub and sup:
        return f"{base} from {sub} to {sup} of"
    return f"{base} over {sub or sup} of"


def _root(layout: Root) -> str:
    index = "" if layout.index is None else _say(layout.index)
    kind = {"": "square", "2": "square", "3": "cube", "4": "fourth"}.get(index, f"{index}-th")
    end = "" if is_simple(layout.inside) else ", end root,"
    return f"the {kind} root of {_say(layout.inside)}{end}"


def _fence(layout: Fence) -> str:
    inside = _say(layout.inside)
    if isinstance(layout.inside, Table) and layout.left == "|":
        return f"the determinant of {inside}"
    if isinstance(layout.inside, Table) or not (layout.left and layout.right):
        return inside
    pair = _pair(layout)
    if pair:
        end = "" if is_simple(layout.inside) else f", end {pair},"
        return f"the {pair} of {inside}{end}"
    return f"{_BRACKETS.get(layout.left, '')} {inside} {_BRACKETS.get(layout.right, '')}"


def _pair(layout: Layout) -> str:
    """What bars around something are called; "" for brackets and all else."""
    return _PAIRS.get(layout.left + layout.right, "") if isinstance(layout, Fence) else ""


def _apply(layout: Apply) -> str:
    function, argument = _say(layout.function), layout.argument
    if not isinstance(argument, Fence) or argument.left != "(":
        return f"{function} of {_say(argument)}"
    items = _items(argument.inside)
    if not all(map(is_simple, items)):
        return f"{function} of {_say(argument)}"
    *first, last = map(_say, items)
    return f"{function} of {', '.join(first)}{' and ' if first else ''}{last}"


def _items(layout: Layout) -> list[Layout]:
    """What stands between the commas."""
    found: list[list[Layout]] = [[]]
    for part in parts_of(layout):
        if isinstance(part, Sign) and part.symbol.name == ",":
            found.append([])
        else:
            found[-1].append(part)
    return [row(tuple(parts)) for parts in found]


def _accent(layout: Accent) -> str:
    base = _say(layout.base)
    end = "" if is_simple(layout.base) else ", all of it,"
    return _ACCENTS.get(layout.mark, "{} " + layout.mark).format(f"{base}{end}")


def _table(layout: Table) -> str:
    rows = [", ".join(map(_say, cells)) for cells in layout.rows]
    if layout.kind == "cases":
        return "; ".join(one_case(cells, _say) for cells in layout.rows)
    if layout.kind != "matrix":
        return "; ".join(" ".join(map(_say, cells)) for cells in layout.rows)
    if all(len(cells) == 1 for cells in layout.rows):
        return f"the column vector {', '.join(rows)}, end vector,"
    told = "; ".join(f"row {number}: {cells}" for number, cells in enumerate(rows, 1))
    return f"the {len(rows)} by {len(layout.rows[0])} matrix with {told}; end matrix,"


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: lambda layout: said_row(layout, _say),
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
    Accent: _accent,
    Space: lambda layout: "",
    Text: lambda layout: layout.text,
}
