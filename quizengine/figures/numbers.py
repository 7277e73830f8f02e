"""Numbers on axes and in descriptions: round steps, and how they are written."""

from __future__ import annotations

import math

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def nice_steps(low: float, high: float, count: int) -> list[float]:
    """Return about `count` round numbers, evenly spaced, from `low` to `high`; both ends may be among them."""
    if not high > low or count < 1:
        return []
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = power * min((1, 2, 5, 10), key=lambda digit: abs(math.log(digit * power / raw)))
    slack = 1e-9 * step  # an end that is a step, but for rounding
    first, last = math.ceil((low - slack) / step), math.floor((high + slack) / step)
    return [number * step for number in range(first, last + 1)]


def powers_of_ten(low: float, high: float, count: int) -> list[float]:
    """Return at most some `count` powers of ten from `low` to `high`, which are positive."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    apart = max(1, math.ceil((last - first + 1) / max(1, count)))
    return [10.0**exponent for exponent in range(first, last + 1, apart)]


def number_text(value: float, figures: int = 6) -> str:
    """Return a number as it is printed, with at most `figures` significant figures and a true minus sign."""
    text = f"{value:.{figures}g}"
    mantissa, exponential, exponent = text.partition("e")
    if exponential:
        text = f"{mantissa}·10{str(int(exponent)).translate(_RAISED)}".removeprefix("1·")
    return "0" if text == "-0" else text.replace("-", "−")


def listed(texts: list[str]) -> str:
    """Return texts as a sentence lists them: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else ""
