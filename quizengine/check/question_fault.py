"""One thing wrong with one drawn question, such that it can be counted over many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from quizengine.item.faults import Where

#: grave: must be mended even if it came once. lost: a mistake that this question cannot tell, to be mended if none can.
#: The others are advice: misprint if one question has it, blemish and often lost if they are common, telling if nearly
#: all questions have it.
Kind = Literal["grave", "lost", "misprint", "blemish", "often lost", "telling"]

ENOUGH = 8  # questions of a family, below which a mistake that came in none may come in others
#: the share from which on it is told
COMMON: dict[Kind, float] = {"misprint": 0, "blemish": 0.4, "often lost": 0.4, "telling": 0.9}


@dataclass(frozen=True, slots=True)
class QuestionFault:
    """What is wrong at a place of the file, without the numbers of the seed; the example has them."""

    where: Where
    message: str
    kind: Kind = "grave"
    example: str = field(default="", compare=False)

    @property
    def lost(self) -> bool:
        """Whether it is a mistake that the question cannot tell."""
        return "lost" in self.kind

    def to_mend(self, times: int, of: int, needed: int = ENOUGH) -> bool:
        """Return whether it is a fault, when `times` of so many questions have it; a mistake that is lost is one where
        all questions lose it, and there are as many as `needed`.
        """
        return self.kind == "grave" or (self.lost and times >= max(of, needed))

    def to_see(self, times: int, of: int, needed: int = ENOUGH) -> bool:
        """Return whether it is advice, as in `to_mend`."""
        return not self.to_mend(times, of, needed) and self.kind in COMMON and times >= COMMON[self.kind] * of
