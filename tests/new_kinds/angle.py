"""An angle in degrees: one number, the same after any whole number of turns, read with or without its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers.answer import Reader
from quizengine.answers.comparison import scalar
from quizengine.answers.constraints import Expression, FormulaModel, formula
from quizengine.answers.readers.formula import DOCUMENTED, FormulaReader
from quizengine.answers.scalar_key import ScalarKey
from quizengine.answers.verdict import Verdict
from quizengine.maths.evaluate import rational
from quizengine.maths.parse import Conventions, Reading
from quizengine.maths.tree import Negative, Node, Number, Sum, variables

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose

TURN = 360
_SIGN = re.compile(r"\s*(?:°|º|\^?\{?\\circ\}?|\bdeg(?:rees?)?\b)\s*$", re.IGNORECASE)


class AngleModel(FormulaModel):
    """angle = '45', in degrees; 405 and −315 are right, too."""

    angle: Expression

    def draw(self, workspace: Workspace) -> AngleKey:
        value = formula(workspace, self.angle)
        return AngleKey(value, self.constraints(workspace, value))


@dataclass(frozen=True, slots=True)
class AngleReader:
    """Reads a number with or without a sign of degrees behind it."""

    number: FormulaReader

    def read(self, text: str) -> Reading:
        """Return the reading of the number of degrees; raise Unreadable."""
        return self.number.read(without_sign(text))


@dataclass(frozen=True, slots=True)
class AngleKey(ScalarKey):
    """So many degrees."""

    kind: ClassVar[str] = "angle"
    wants: ClassVar = "number"

    def reader(self, rules: Conventions = DOCUMENTED) -> Reader[Reading]:
        return AngleReader(FormulaReader(self.notation(), rules))

    @classmethod
    def parse_key(cls, text: str, names: tuple[str, ...]) -> Node:
        """As any key, with or without a sign of degrees."""
        return super(AngleKey, cls).parse_key(without_sign(text), names)

    def judge(self, reading: Reading) -> Verdict:
        """All or nothing, beside the nearest of the equal angles."""
        return scalar.single(scalar.compare_scalars(self._beside(reading.tree), reading.tree, self.constraints))

    def is_right(self, reading: Reading) -> bool:
        return scalar.right(self._beside(reading.tree), reading.tree, self.constraints)

    def _beside(self, typed: Node) -> Node:
        """The key, turned by as many whole turns as bring it next to `typed`."""
        ours, theirs = rational(self.value), rational(typed)
        if ours is None or theirs is None:
            return self.value
        turned = TURN * round((theirs - ours) / TURN)
        by = Negative(Number(-turned)) if turned < 0 else Number(turned)
        return Sum((self.value, by)) if turned else self.value

    def unsound(self) -> Iterator[str]:
        """Nor does an angle hold variables."""
        if free := variables(self.value):
            yield f"angle = … still holds {', '.join(sorted(free))}; put in values"
        yield from ScalarKey.unsound(self)

    def echo(self, reading: Reading) -> str:
        return f"{ScalarKey.echo(self, reading)}°"

    def short(self) -> Prose:
        return (*ScalarKey.short(self), "°")

    def asks(self) -> str:
        return f"an angle in degrees, such as {self.unlike('30°', '75°')}{self.constraints.accuracy.asks()}"


def without_sign(text: str) -> str:
    """A text without °, `degrees` or ^\\circ at its end."""
    return _SIGN.sub("", text)
