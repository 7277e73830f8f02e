"""A whole number between two, without those that are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, field_validator

from quizengine.item.base import Whole
from quizengine.item.parameters.base import MAX_CHOICES, Parameter, integer

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.seeded import Chance


class Integers(Parameter):
    """{ integers = [lowest, highest], except = [0] }"""

    form: ClassVar[str] = "integers = [lowest, highest]"
    integers: tuple[Whole, Whole]
    excluded: tuple[Whole, ...] = Field(default=(), alias="except", max_length=MAX_CHOICES)

    @field_validator("integers")
    @classmethod
    def _in_order(cls, bounds: tuple[int, int]) -> tuple[int, int]:
        if bounds[0] > bounds[1]:
            raise ValueError(f"the lowest stands first: [{bounds[1]}, {bounds[0]}]")
        if bounds[1] - bounds[0] > 1_000_000:
            raise ValueError("at most 1,000,000 integers")
        return bounds

    def size(self) -> int:
        low, high = self.integers
        return high - low + 1 - len(self._holes())

    def draw_one(self, chance: Chance) -> Value:
        number = self.integers[0] + chance.integer(self.size())
        for hole in sorted(self._holes()):  # counts past the holes, so each value left is equally likely
            number += number >= hole
        return integer(number)

    def _holes(self) -> set[int]:
        low, high = self.integers
        return {number for number in self.excluded if low <= number <= high}
