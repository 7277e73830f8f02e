"""What an author writes of a unit: unit = '°C/s', also = { '°C/min' = 60, 'K/s' = 1 }."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, Field, model_validator

from quizengine.answers.constraints import Expression, formula
from quizengine.answers.fill_in import prose_of, words_of
from quizengine.errors import CannotCompute, NeverComputes

if TYPE_CHECKING:
    from typing import Self

    from quizengine.answers.formula_key import FormulaKey
    from quizengine.answers.key import Key
    from quizengine.answers.units.asked import AskedUnits
    from quizengine.maths.language import Workspace

MOST_OTHERS = 12
UnitText = Annotated[str, Field(min_length=1, max_length=200)]


class UnitOptions(BaseModel):
    """The options of kinds whose values are numbers: the unit that is asked, and others with their factors.

    In the unit °C/min the answer's number is `also['°C/min']` times as large as in `unit`. Both may have fill-ins.
    """

    unit: UnitText | None = None
    also: Annotated[dict[UnitText, Expression], Field(max_length=MOST_OTHERS)] = Field(default={})

    @model_validator(mode="after")
    def _units_can_be_read(self) -> Self:
        """What holds for all draws is told when the file is read."""
        if self.also and self.unit is None:
            raise ValueError("also gives other units, and there is no unit; write unit = '…', too")
        if self.unit is not None:
            self._checked_units(self.unit)
        return self

    def _checked_units(self, unit: str) -> None:
        from quizengine.maths.language import Workspace

        if "<<" in "".join((unit, *self.also)) or not all(factor.isdigit() for factor in self.also.values()):
            return  # told when a question is drawn
        try:
            self._units(Workspace())
        except CannotCompute as error:
            raise ValueError(error.why) from None

    def with_unit(self, key: FormulaKey, workspace: Workspace) -> Key[Any]:
        """Return the key with the unit of the item, the very same where it has none; raises NeverComputes."""
        if self.unit is None:
            return key
        from quizengine.answers.units.unit_key import UnitKey

        return UnitKey(key, self._units(workspace))

    def _units(self, workspace: Workspace) -> AskedUnits:
        from quizengine.answers.units.asked import asked_units

        also = [(_filled(workspace, text), formula(workspace, factor)) for text, factor in self.also.items()]
        try:
            return asked_units(_filled(workspace, self.unit or ""), also)
        except NeverComputes:
            raise
        except CannotCompute as error:
            raise NeverComputes(error.expression, error.why) from None


def _filled(workspace: Workspace, text: str) -> str:
    """A unit with its fill-ins done; a dollar in it is money, and no formula."""
    return words_of(prose_of(workspace, text.replace("$", "\\$"))) if "<<" in text else text
