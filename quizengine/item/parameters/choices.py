"""One of some numbers, expressions, texts or lists of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, field_validator

from quizengine.item.parameters.base import MAX_CHOICES, Parameter, integer
from quizengine.maths.language import Workspace

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.seeded import Chance


MAX_LENGTH = 2_000


class Choices(Parameter):
    """{ choices = [2, '1/2', 'sin(x)', [3, 4, 5]] }: numbers, expressions in quotes, texts in both kinds of quotes, or
    lists that may mix them.
    """

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

    def listed(self) -> tuple[Value, ...]:
        return tuple(map(_value, self.choices))

    def expressions(self) -> tuple[str, ...]:
        from quizengine.maths.language.parsed_text import text_literal

        return tuple(text for text in _texts(self.choices) if text_literal(text) is None)

    def texts_inside(self) -> tuple[str, ...]:
        from quizengine.maths.language.parsed_text import text_literal

        return tuple(words for text in _texts(self.choices) if (words := text_literal(text)) is not None)


def _exact(choice: Any) -> Any:
    """Whole numbers and texts as they are, lists of them too; a float is refused since it is not what was written."""
    if isinstance(choice, str) and len(choice) > MAX_LENGTH:
        raise ValueError(f"a choice of {len(choice):,} characters; at most {MAX_LENGTH:,}")
    if isinstance(choice, list | tuple):
        if len(choice) > MAX_CHOICES:
            raise ValueError(f"a list of {len(choice):,} entries; at most {MAX_CHOICES}")
        return tuple(_exact(part) for part in choice)
    if isinstance(choice, bool):
        raise ValueError("true and false are no values to choose from; write words, '\"true\"'")
    if not isinstance(choice, int | str):
        raise ValueError(f"{choice} is no exact value; write it in quotes: '{choice}' or '1/2'")
    return choice


def _texts(choice: Any) -> tuple[str, ...]:
    """All that stands in quotes among the choices and their lists."""
    if isinstance(choice, tuple):
        return tuple(text for part in choice for text in _texts(part))
    return (choice,) if isinstance(choice, str) else ()


def _value(choice: Any) -> Value:
    """A choice as a value; a text keeps its fill-ins, since names get their values later."""
    from quizengine.maths.language.parsed_text import text_literal
    from quizengine.maths.language.values import listed

    if isinstance(choice, int):
        return integer(choice)
    if isinstance(choice, str):
        words = text_literal(choice)
        return Workspace().evaluate(choice) if words is None else words
    return listed(tuple(_value(part) for part in choice))
