"""Fractions that English has words for: one half, and derivatives."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.maths.print.layout import (
    IMPLIED,
    NEGATIVE,
    SLASH,
    Digits,
    Fraction,
    Layout,
    Letter,
    Row,
    Scripts,
    Sign,
    Space,
    parts_of,
    row,
)

_ORDINALS = {"2": "half", "3": "third", "4": "quarter", "5": "fifth", "6": "sixth", "8": "eighth", "10": "tenth"}
_COUNTS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "7": "seven"}
_ORDERS = {"": "", "2": "second ", "3": "third ", "4": "fourth "}


def small_fraction(layout: Fraction) -> str:
    """Return `three quarters` for 3/4; "" where the fraction has no such name."""
    top, bottom = layout.top, layout.bottom
    if not isinstance(top, Digits) or not isinstance(bottom, Digits):
        return ""
    count, part = _COUNTS.get(top.text), _ORDINALS.get(bottom.text)
    if count is None or part is None:
        return ""
    if top.text == "1":
        return f"one {part}"
    return f"{count} {'halves' if part == 'half' else part + 's'}"


def slash_as_fraction(layout: Layout) -> Layout:
    """Return `-1/2`, as an exponent is printed, as the fraction it is; anything else as it stands."""
    match parts_of(layout):
        case (*sign, Digits() as top, slash, Digits() as bottom) if slash == SLASH and sign in ([], [NEGATIVE]):
            return row((*sign, Fraction(top, bottom)))
    return layout


def says_over(layout: Layout) -> bool:
    """Return whether `over` is said of the parts of the layout, so that one more would not tell which is meant."""
    fractions = [part for part in parts_of(layout) if isinstance(part, Fraction)]
    unnamed = any(not (small_fraction(part) or derivative(part, lambda _: "x")) for part in fractions)
    return unnamed or SLASH in parts_of(layout)


def derivative(layout: Fraction, say: Callable[[Layout], str]) -> str:
    """Return `the second partial derivative of f with respect to x and y`; "" where the fraction is no derivative."""
    top = _solid(layout.top)
    bottom = _solid(layout.bottom)
    mark = _mark(top[0]) if top else ""
    order = _order(top[0]) if mark else ""
    if not mark or order not in _ORDERS or not bottom or _mark(bottom[0]) != mark:
        return ""
    variables = _variables(bottom, mark, say)
    if not variables:
        return ""
    of = f" of {say(row(top[1:]))}" if len(top) > 1 else ""
    name = "partial derivative" if mark == "∂" else "derivative"
    return f"the {_ORDERS[order]}{name}{of} with respect to {' and '.join(variables)}"


def _solid(layout: Layout) -> tuple[Layout, ...]:
    return tuple(part for part in parts_of(layout) if not isinstance(part, Space) and part != IMPLIED)


def _mark(part: Layout) -> str:
    """`∂` or `d` if `part` is one, with its order or without."""
    if isinstance(part, Scripts) and part.sub is None:
        part = part.base
    if isinstance(part, Sign) and part.symbol.name == "partial":
        return "∂"
    return "d" if isinstance(part, Letter) and part.text == "d" else ""


def _order(part: Layout) -> str:
    if not isinstance(part, Scripts):
        return ""
    return part.sup.text if isinstance(part.sup, Digits) else "?"


def _variables(bottom: tuple[Layout, ...], mark: str, say: Callable[[Layout], str]) -> list[str]:
    """The variables of `∂x∂y` or `∂x²`; [] if the layout is anything else."""
    found: list[str] = []
    expecting = True
    for part in bottom:
        if expecting != bool(_mark(part) == mark):
            return []
        if not expecting:
            if isinstance(part, Scripts):  # the power of ∂x² is no part of the variable
                part = part.base if part.sub is None else Scripts(part.base, part.sub)
            if not isinstance(part, (Letter, Scripts, Row)):
                return []
            found.append(say(part))
        expecting = not expecting
    return found if expecting else []


def is_operator(layout: Fraction) -> bool:
    """Return whether the fraction is `d/dx` or `∂/∂x`, waiting for what it differentiates."""
    top = _solid(layout.top)
    return len(top) == 1 and bool(_mark(top[0])) and bool(derivative(layout, lambda _: ""))
