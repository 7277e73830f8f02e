"""A decimal between two, in steps."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, model_validator

from quizengine.item.parameters.base import Parameter
from quizengine.maths.language import Workspace

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.seeded import Chance

_DECIMAL = re.compile(r"-?\d{1,9}(\.\d{1,9})?")


def _written(number: Any) -> Any:
    if not isinstance(number, str):
        raise ValueError(f"write {number} in quotes: '{number}'")
    if not _DECIMAL.fullmatch(number):
        raise ValueError(f"'{number}' is no decimal such as '0.25'")
    return number


Written = Annotated[str, BeforeValidator(_written)]


class Decimals(Parameter):
    """{ decimals = ['0.1', '0.7'], step = '0.2' }: 0.1, 0.3, 0.5 or 0.7, printed with the digits of the step."""

    form: ClassVar[str] = "decimals = ['lowest', 'highest']"
    decimals: tuple[Written, Written]
    step: Written

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        low, high = map(Decimal, self.decimals)
        if low > high or Decimal(self.step) <= 0:
            raise ValueError("the lowest stands first, and the step is greater than 0")
        return self

    def size(self) -> int:
        low, high = map(Decimal, self.decimals)
        step = Decimal(self.step)
        return int((high - low) / step) + 1 if step > 0 else 1

    def draw_one(self, chance: Chance) -> Value:
        number = Decimal(self.decimals[0]) + chance.integer(self.size()) * Decimal(self.step)
        return Workspace().evaluate(f"{number:f}")
