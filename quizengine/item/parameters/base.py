"""What every parameter kind gives: a model for its author, which draws its value from a seed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import Field, model_validator

from quizengine.item.base import Model, Whole

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.maths.tree import Node
    from quizengine.seeded import Chance

MAX_CHOICES = 500
MAX_COUNT = 12


class Parameter(Model, ABC):
    """How many values are drawn: one, or a list of `count`, all different if `distinct`.

    A kind adds the field that names it, and what it chooses from. `form` tells authors how it is written.
    """

    form: ClassVar[str]
    count: Annotated[Whole, Field(ge=1, le=MAX_COUNT)] | None = None
    distinct: Annotated[bool, Field(strict=True)] = False

    @abstractmethod
    def size(self) -> int:
        """Return how many different values one draw can give."""

    @abstractmethod
    def draw_one(self, chance: Chance) -> Value:
        """Return one value; raise CannotCompute for an author's text that has none."""

    def listed(self) -> tuple[Value, ...]:
        """Return the values to choose from where an author lists them, () for a range; raise as `draw_one`."""
        return ()

    def expressions(self) -> tuple[str, ...]:
        """Return the author's expressions that values are worked out from; other parameters are no names there."""
        return ()

    def texts_inside(self) -> tuple[str, ...]:
        """Return the texts that may be drawn, with their fill-ins: these are worked out when all names have values."""
        return ()

    def draw(self, chance: Chance) -> Value:
        """Return the value, or the list of `count` values, that `chance` gives; raise CannotCompute as `draw_one`."""
        if self.count is None:
            return self.draw_one(chance)
        drawn: list[Value] = []
        attempt = 0
        while len(drawn) < self.count:  # ends: it is made sure below that there are enough different values
            value = self.draw_one(chance.below(len(drawn), attempt))
            attempt += 1
            if not self.distinct or value not in drawn:
                drawn.append(value)
        from quizengine.maths.language.values import listed

        return listed(tuple(drawn))

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.size() == 0:
            raise ValueError("no value is left to choose from")
        if self.distinct and (self.count or 1) > self.size():
            raise ValueError(f"only {self.size()} different values for a list of {self.count}")
        return self


# What computes is imported when there is something to draw: an item of words alone needs none of it.


def integer(number: int) -> Node:
    """Return the tree of an integer, with its sign in front as a typed one has."""
    from quizengine.maths.tree import Negative, Number

    return Negative(Number(-number)) if number < 0 else Number(number)
