"""Numbers on axes and in descriptions: round steps, and how they are written."""

from __future__ import annotations

import math

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def nice_step(low: float, high: float, count: int) -> float:
    """Return 1, 2 or 5 times a power of ten, by which one goes from `low` to `high` in about `count` steps."""
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    return power * min((1, 2, 5, 10), key=lambda digit: abs(math.log(digit * power / raw)))


def nice_steps(low: float, high: float, count: int) -> list[float]:
    """Return about `count` round numbers, evenly spaced, from `low` to `high`; both ends may be among them."""
    return multiples(nice_step(low, high, count), low, high) if high > low and count >= 1 else []


def multiples(step: float, low: float, high: float) -> list[float]:
    """Return the multiples of `step` from `low` to `high`; both ends may be among them."""
    slack = 1e-9  # of a step: an end that is one, but for rounding
    return [number * step for number in range(math.ceil(low / step - slack), math.floor(high / step + slack) + 1)]


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


def power_of_ten_text(value: float) -> str:
    """Return a power of ten as it stands on an axis with many of them: 1, 10, 10⁻³."""
    exponent = round(math.log10(value))
    return "10" + str(exponent).translate(_RAISED) if exponent not in (0, 1) else number_text(value)


def read_text(value: float, low: float, high: float, parts: int = 200) -> str:
    """Return a number as it can be read off an axis from `low` to `high`: to one of so many parts of it, or finer."""
    decimals = -math.floor(math.log10((high - low) / parts))
    return number_text(round(value, decimals), 12)


def rounded_text(value: float, figures: int = 2) -> str:
    """Return a number as it can be read off a logarithmic axis, to so many significant figures."""
    return number_text(float(f"{value:.{figures - 1}e}"))


def listed(texts: list[str]) -> str:
    """Return texts as a sentence lists them: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else ""
