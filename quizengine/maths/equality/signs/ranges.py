"""The sign of a polynomial from a ball around all its values, where its variables have finite ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from flint import arb, fmpq

from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import Poly, TooHard
from quizengine.maths.equality.normal_form.values import Evaluation, Real
from quizengine.maths.evaluate import precision

_BITS = 64
_PARTS = 4  # into which the range of a variable is cut
_MOST_VARIABLES = 2
_MOST_TERMS = 20


def sign_on_box(field: Field, poly: Poly) -> int:
    """Return 1 or -1 if `poly` has this sign everywhere on the closed box of its variables; 0 if not found."""
    if len(poly) > _MOST_TERMS:
        return 0
    ends = {}
    for index, there in field.stands.items():
        if there.kind == "name" and (low_high := field.ends(index))[0] is not None and low_high[1] is not None:
            ends[there.name] = low_high
    if not 0 < len(ends) <= _MOST_VARIABLES:
        return 0
    number = Real(field, poly)
    signs = set()
    with precision(_BITS):
        for where in _boxes(ends):
            try:
                found = Evaluation(field, where).real(number)
            except (KeyError, TooHard):
                return 0
            signs.add(1 if found > 0 else -1 if found < 0 else 0)
            if len(signs) > 1 or 0 in signs:
                return 0
    return signs.pop()


def _boxes(ends: Mapping[str, tuple[Any, Any]]) -> Iterator[dict[str, Any]]:
    """The box cut into parts, as balls that hold them."""
    for places in product(range(_PARTS), repeat=len(ends)):
        yield {name: _part(low, high, place) for (name, (low, high)), place in zip(ends.items(), places, strict=True)}


def _part(low: Any, high: Any, place: int) -> Any:
    half = (high - low) / (2 * _PARTS)
    return arb(arb(low + half * (2 * place + 1)), arb(fmpq(half)).upper())
