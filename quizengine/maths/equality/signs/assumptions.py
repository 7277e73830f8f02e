"""A field as if other signs had been taken in its case, for as long as something is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import Poly


@contextmanager
def on_whole_domain(field: Field) -> Iterator[None]:
    """Yield the field as if no sign had been taken."""
    taken, ranges = field.assumed, field.ranges
    field.assumed, field.ranges = [], {}
    try:
        yield
    finally:
        field.assumed, field.ranges = taken, ranges


@contextmanager
def without(field: Field, poly: Poly) -> Iterator[None]:
    """Yield the field as if the sign of `poly` had not been taken."""
    taken, ranges = field.assumed, field.ranges
    with on_whole_domain(field):
        field.assumed = [(other, sign) for other, sign in taken if other != poly]
        field.ranges = {index: ends for index, ends in ranges.items() if field.stands[index].kind == "name"}
        yield
