"""What an author writes under [parameters]: the numbers, expressions and words that a seed chooses."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, field_validator, model_validator

MAX_CHOICES = 500
MAX_COUNT = 12


class Model(BaseModel):
    """The ground of all models of a file: nothing may be changed, nothing unknown may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Drawn(Model):
    """How many values are drawn: one, or a list of `count`, all different if `distinct`."""

    count: Annotated[int, Field(ge=1, le=MAX_COUNT)] | None = None
    distinct: bool = False

    def size(self) -> int:
        """How many different values one draw can give."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.size() == 0:
            raise ValueError("no value is left to choose from")
        if self.distinct and (self.count or 1) > self.size():
            raise ValueError(f"only {self.size()} different values for a list of {self.count}")
        return self


class Integers(Drawn):
    """{ integers = [lowest, highest], except = [0] }"""

    integers: tuple[int, int]
    excluded: tuple[int, ...] = Field(default=(), alias="except")

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
        return high - low + 1 - len({number for number in self.excluded if low <= number <= high})


def _exact(choice: Any) -> Any:
    """Whole numbers and texts as they are, lists of them too; a float is refused since it is not what was written."""
    if isinstance(choice, list | tuple):
        return tuple(_exact(part) for part in choice)
    if isinstance(choice, bool) or not isinstance(choice, int | str):
        raise ValueError(f"{choice!r} is no exact value; write it in quotes: '{choice}' or '1/2'")
    return choice


Exact = int | str | tuple["Exact", ...]


class Choices(Drawn):
    """{ choices = [2, '1/2', 'sin(x)', [3, 4, 5]] }: numbers, expressions in quotes, or lists of them."""

    choices: tuple[Any, ...] = Field(min_length=1, max_length=MAX_CHOICES)

    @field_validator("choices", mode="before")
    @classmethod
    def _all_exact(cls, choices: Any) -> Any:
        return _exact(choices) if isinstance(choices, list) else choices

    def size(self) -> int:
        return len(set(self.choices))


class Texts(Drawn):
    """{ texts = ['forward', 'central'] }: words, as they are printed."""

    texts: tuple[str, ...] = Field(min_length=1, max_length=MAX_CHOICES)

    def size(self) -> int:
        return len(set(self.texts))


def _which(value: Any) -> str | None:
    names = value if isinstance(value, dict) else dir(value)
    return next((name for name in ("integers", "choices", "texts") if name in names), None)


Parameter = Annotated[
    Annotated[Integers, Tag("integers")] | Annotated[Choices, Tag("choices")] | Annotated[Texts, Tag("texts")],
    Discriminator(_which),
]
