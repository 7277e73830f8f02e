"""One of some numbers, expressions or lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, field_validator

from quizengine.item.parameters.base import MAX_CHOICES, Parameter, integer, list_of
from quizengine.maths.language import Workspace

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.seeded import Chance


MAX_LENGTH = 2_000


class Choices(Parameter):
    """{ choices = [2, '1/2', 'sin(x)', [3, 4, 5]] }: numbers, expressions in quotes, or lists of them."""

    form: ClassVar[str] = "choices = […]"
    choices: tuple[Any, ...] = Field(min_length=1, max_length=MAX_CHOICES)

    @field_validator("choices", mode="before")
    @classmethod
    def _all_exact(cls, choices: Any) -> Any:
        return _exact(choices) if isinstance(choices, list) else choices

    def size(self) -> int:
        return len(set(self.choices))

    def draw_one(self, chance: Chance) -> Value:
        return _value(chance.choose(self.choices))

    def expressions(self) -> tuple[str, ...]:
        return tuple(choice for choice in self.choices if isinstance(choice, str))


def _exact(choice: Any) -> Any:
    """Whole numbers and texts as they are, lists of them too; a float is refused since it is not what was written."""
    if isinstance(choice, str) and len(choice) > MAX_LENGTH:
        raise ValueError(f"a choice of {len(choice):,} characters; at most {MAX_LENGTH:,}")
    if isinstance(choice, list | tuple):
        if len(choice) > MAX_CHOICES:
            raise ValueError(f"a list of {len(choice):,} entries; at most {MAX_CHOICES}")
        return tuple(_exact(part) for part in choice)
    if isinstance(choice, bool) or not isinstance(choice, int | str):
        raise ValueError(f"{choice!r} is no exact value; write it in quotes: '{choice}' or '1/2'")
    return choice


def _value(choice: Any) -> Value:
    if isinstance(choice, int):
        return integer(choice)
    if isinstance(choice, str):
        return Workspace().evaluate(choice)
    return list_of([_value(part) for part in choice])
