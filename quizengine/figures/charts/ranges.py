"""The ends of a vertical axis, found from the values that it shows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quizengine.figures.charts.sampled_curve import Values
from quizengine.figures.numbers import nice_step

PARTS = 200  # of the horizontal axis, at whose ends values are looked at
CLOSER, TIMES = 10, 3  # so many times closer, so often, a largest value is looked at
POLE = 8.0  # times larger is a value there that has no end
EDGE = 0.04  # of the values' range that stays free above and below them
AROUND_ONE = 1e-3  # of a value that all have, which is shown above and below it, and at least 1
WIDEST = 1e12  # a logarithmic axis goes over so many at most
LARGEST = 1e100  # a number on an axis

Ends = tuple[float, float]


def ends_of(values: Iterable[float], from_zero: bool = False) -> Ends:
    """Return round numbers around all values that are finite; from_zero: 0 is an end when no value is below it and
    the values come near it.
    """
    finite = [value for value in values if abs(value) < LARGEST] or [0.0, 1.0]
    low, high = min(finite), max(finite)
    if high - low < 1e-9 * max(1.0, abs(high)):
        around = max(1.0, AROUND_ONE * abs(high))
        low, high = low - around, high + around
    ground = from_zero and 0 <= low <= 0.5 * high
    sky = from_zero and 0 >= high >= 0.5 * low
    edge = EDGE * (high - low)
    low, high = (0.0 if ground else low - edge), (0.0 if sky else high + edge)
    step = nice_step(low, high, 6)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def decades_of(values: Iterable[float]) -> Ends:
    """Return powers of ten around all values that are positive."""
    positive = [value for value in values if 1 / LARGEST < value < LARGEST] or [1.0]
    high = max(positive)
    low = max(min(positive), high / WIDEST)
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    return 10.0**first, 10.0 ** max(last, first + 1)


def shown_values(values: Values, low: float, high: float) -> list[float]:
    """Return the values of a function at places from `low` to `high` that are finite, without those near a pole."""
    places = [low + (high - low) * part / PARTS for part in range(PARTS + 1)]
    finite = [(value, place) for value, place in zip(values(places), places, strict=True) if abs(value) < LARGEST]
    if not finite:
        return []
    seen = sorted(value for value, _ in finite)
    step, size = (high - low) / PARTS, max(abs(seen[0]), abs(seen[-1]))
    if all(_largest_near(values, extreme, step, (low, high)) <= POLE * size for extreme in (min(finite), max(finite))):
        return seen
    tenth, last = seen[len(seen) // 10], seen[-1 - len(seen) // 10]
    around = 0.5 * (last - tenth)
    return [value for value in seen if tenth - around <= value <= last + around]


def _largest_near(values: Values, extreme: tuple[float, float], step: float, within: Ends) -> float:
    """The size of the largest value near the place of an extreme one, which is looked at closer and closer."""
    largest, place = abs(extreme[0]), extreme[1]
    for _ in range(TIMES):
        near = _near(place, step, within)
        sizes = [abs(value) if math.isfinite(value) else 0.0 for value in values(near)]
        if max(sizes) > largest:
            largest, place = max(zip(sizes, near, strict=True))
        step /= CLOSER
    return largest


def _near(place: float, step: float, within: Ends) -> Sequence[float]:
    around = [place + step * part / CLOSER for part in range(-CLOSER, CLOSER + 1)]
    return [min(max(at, within[0]), within[1]) for at in around]
