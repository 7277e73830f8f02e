"""What the checker saw of an item, beside faults: how many questions there are, what confirms keys, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizengine.check.difficulty import spread

if TYPE_CHECKING:
    from quizengine.check.second_path import Confirmation
    from quizengine.check.tally import Tally
    from quizengine.check.variety import Variety
    from quizengine.item import Item

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Lost:
    """A mistake that some questions cannot tell: its name, the line where it stands, and the share of questions."""

    name: str
    line: int
    share: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one item.

    distinct: different questions among so many `draws`; enough: whether there are surely as many as a family of the
    shipped bank needs; redrawn: the share of attempts whose numbers were thrown away; redrawn_by: the line, and the
    name, for which most were. confirmed: for each part the paths that confirm its key, ("nothing",) where none does, ()
    where the answer is in words. steps_true, steps_open: pairs of sides in the formulas of the steps, equal, and not
    comparable. spread: see difficulty.spread.
    """

    distinct: int = 0
    draws: int = 0
    enough: bool = False
    redrawn: float = 0.0
    redrawn_by: str = ""
    confirmed: tuple[tuple[str, ...], ...] = ()
    lost: tuple[Lost, ...] = ()
    steps_true: int = 0
    steps_open: int = 0
    spread: float | None = None

    @property
    def unconfirmed(self) -> tuple[int, ...]:
        """The numbers of the parts, from 0, whose keys nothing confirms."""
        return tuple(number for number, paths in enumerate(self.confirmed) if paths == (NOTHING,))


def seen(item: Item, tally: Tally, variety: Variety) -> Seen:
    """Return what the drawn questions of `item` show."""
    where = variety.line_redrawn
    lost = sorted(tally.lost.items())
    return Seen(
        distinct=variety.distinct,
        draws=variety.draws,
        enough=variety.enough,
        redrawn=round(variety.share_redrawn, 3),
        redrawn_by=f"{item.line(*where)} {where[-1]}" if where else "",
        confirmed=tuple(_paths(tally.confirmed.get(number, [])) for number in range(len(item.parts))),
        lost=tuple(
            Lost(name, item.line("parts", part, "mistakes", place), round(times / tally.drawn, 3))
            for (part, place, name), times in lost
        ),
        steps_true=tally.steps_true,
        steps_open=tally.steps_open,
        spread=spread(tally.work),
    )


def _paths(confirmations: list[Confirmation]) -> tuple[str, ...]:
    """The paths that confirm the key in every question that was looked at."""
    found = [one for one in confirmations if one.mathematics]
    if not found:
        return ()
    return tuple(path for path in found[0].paths if all(path in one.paths for one in found)) or (NOTHING,)
