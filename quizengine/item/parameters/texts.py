"""One of some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from quizengine.item.parameters.base import MAX_CHOICES, Parameter

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.seeded import Chance


class Texts(Parameter):
    """{ texts = ['forward', 'at most << c >>'] }: words, as they are printed, with $formulas$ and << values >>."""

    form: ClassVar[str] = "texts = […]"
    texts: tuple[Annotated[str, Field(max_length=500)], ...] = Field(min_length=1, max_length=MAX_CHOICES)

    def size(self) -> int:
        return len(set(self.texts))

    def listed(self) -> tuple[Value, ...]:
        return self.texts

    def texts_inside(self) -> tuple[str, ...]:
        return self.texts

    def draw_one(self, chance: Chance) -> Value:
        return chance.choose(self.texts)
