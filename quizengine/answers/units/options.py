"""What an author writes of a unit: unit = '°C/s', also = { '°C/min' = 60, 'K/s' = 1 }."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from quizengine.answers.constraints import Expression, formula
from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.language.fill_in import prose_of, words_of

if TYPE_CHECKING:
    from quizengine.answers.formula_key import FormulaKey
    from quizengine.answers.key import Key
    from quizengine.answers.units.asked import AskedUnits
    from quizengine.maths.language import Workspace

MOST_OTHERS = 12
_LETTER = re.compile(r"[^\W\d_]")  # of a factor that may need the numbers of a question
UnitText = Annotated[str, Field(min_length=1, max_length=200)]


class UnitOptions(BaseModel):
    """The options of kinds whose values are numbers: the unit that is asked, and others with their factors.

    In the unit °C/min the answer's number is `also['°C/min']` times as large as in `unit`. Both may have fill-ins.
    """

    model_config = ConfigDict(defer_build=True)
    unit: UnitText | None = None
    also: Annotated[dict[UnitText, Expression], Field(max_length=MOST_OTHERS)] = Field(default={})

    @field_validator("unit")
    @classmethod
    def _unit_can_be_read(cls, unit: str) -> str:
        """What holds for all draws is told when the file is read."""
        _tell(unit, {})
        return unit

    @field_validator("also")
    @classmethod
    def _others_fit(cls, also: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        if info.data.get("unit", "") is None:
            raise ValueError("these are other units, and there is none that is asked; write unit = '…', too")
        if info.data.get("unit"):
            _tell(info.data["unit"], also)
        return also

    def with_unit(self, key: FormulaKey, workspace: Workspace) -> Key[Any]:
        """Return the key with the unit of the item, the very same where it has none; raises NeverComputes."""
        if self.unit is None:
            return key
        from quizengine.answers.units.unit_key import UnitKey

        return UnitKey(key, self._units(workspace))

    def _units(self, workspace: Workspace) -> AskedUnits:
        try:
            return _asked(workspace, self.unit or "", self.also)
        except NeverComputes:
            raise
        except CannotCompute as error:
            raise NeverComputes(error.expression, error.why) from None


def _asked(workspace: Workspace, unit: str, also: Mapping[str, str]) -> AskedUnits:
    from quizengine.answers.units.asked import asked_units

    others = [(_filled(workspace, text), formula(workspace, factor)) for text, factor in also.items()]
    return asked_units(_filled(workspace, unit), others)


def _tell(unit: str, also: Mapping[str, str]) -> None:
    """Raise ValueError for units and factors that are wrong whatever the numbers."""
    from quizengine.maths.language import Workspace

    fixed = {text: factor for text, factor in also.items() if "<<" not in text and not _LETTER.search(factor)}
    if "<<" in unit:
        return
    try:
        _asked(Workspace(), unit, fixed)
    except CannotCompute as error:
        raise ValueError(error.why) from None


def _filled(workspace: Workspace, text: str) -> str:
    """A unit with its fill-ins done; a dollar in it is money, and no formula."""
    return words_of(prose_of(workspace, text.replace("$", "\\$"))) if "<<" in text else text
