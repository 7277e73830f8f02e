"""Words that take whole lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cmp_to_key

from quizengine.maths.language.arithmetic import add, divide, multiply
from quizengine.maths.language.comparing import equal_items, order_of
from quizengine.maths.language.values import MAX_ITEMS, Value, fail, items, listed, refuse, scalar, vector, whole
from quizengine.maths.normalise import node_of_fraction
from quizengine.maths.tree import Number, Vector

MAX_COMPARED = 100  # each with each


def product(parts: tuple[Value, ...]) -> Value:
    """Return the product of any number of values; 1 for none."""
    return multiply(parts) if len(parts) > 1 else (parts[0] if parts else Number(1))


def _mean(value: Value) -> Value:
    parts = vector(value, "what mean is taken of").items
    if not parts:
        fail("the mean of an empty list has no value")
    return divide(add(parts), Number(len(parts)))


def _integers(low: Value, high: Value) -> Value:
    first = whole(low, "the first whole number")
    last = whole(high, "the last whole number", first - 1, first + MAX_ITEMS)
    return Vector(tuple(node_of_fraction(Fraction(number)) for number in range(first, last + 1)))


def _repeat(value: Value, times: Value) -> Value:
    return listed((value,) * whole(times, "how often repeat repeats", 0, MAX_ITEMS))


def _length(value: Value) -> Value:
    return Number(len(items(value, "what length is taken of")))


def _take(value: Value, count: Value) -> Value:
    parts = items(value, "what take takes from")
    return listed(parts[: whole(count, "how many items take takes", 0, len(parts))])


def _join(*values: Value) -> Value:
    return listed(tuple(part for value in values for part in items(value, "what join joins")))


def _reverse(value: Value) -> Value:
    return listed(tuple(reversed(items(value, "what reverse reverses"))))


def _sort(value: Value) -> Value:
    return _order_by(value, value)


def _order_by(value: Value, numbers: Value) -> Value:
    """Items with equal numbers keep their order."""
    parts, keys = items(value, "what is put in order"), vector(numbers, "the numbers to order by").items
    if len(parts) != len(keys):
        fail(f"order_by wants one number for each item: there are {len(parts)} items and {len(keys)} numbers")

    def by_number(left: int, right: int) -> int:
        return order_of(keys[left], keys[right])

    return listed(tuple(parts[place] for place in sorted(range(len(parts)), key=cmp_to_key(by_number))))


def _position(value: Value, wanted: Value) -> Value:
    for place, item in enumerate(items(value, "what position looks in"), 1):
        if equal_items(item, wanted):
            return Number(place)
    fail("position finds no such item in the list")


def _contains(value: Value, wanted: Value) -> bool:
    return any(equal_items(item, wanted) for item in items(value, "what contains looks in"))


def _distinct(*values: Value) -> bool:
    parts = items(values[0], "what distinct looks in") if len(values) == 1 else values
    if len(parts) > MAX_COMPARED:
        refuse(f"distinct compares at most {MAX_COMPARED} items")
    return not any(equal_items(part, other) for place, part in enumerate(parts) for other in parts[:place])


def _sum(value: Value) -> Value:
    return add(vector(value, "what sum is taken of").items)


def _product(value: Value) -> Value:
    return product(tuple(scalar(part, "a factor") for part in vector(value, "what product is taken of").items))


LIST_WORDS: Mapping[str, Callable[..., Value]] = {
    "sum": _sum,
    "product": _product,
    "mean": _mean,
    "integers": _integers,
    "repeat": _repeat,
    "length": _length,
    "take": _take,
    "join": _join,
    "reverse": _reverse,
    "sort": _sort,
    "order_by": _order_by,
    "position": _position,
    "contains": _contains,
    "distinct": _distinct,
}
