"""Figures on pages: how wide they are, and which stand small beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from quizengine.figures.drawing import OPTION, PAGE
from quizengine.maths.print import Prose
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.figures import Figure
    from quizengine.figures.drawing import Drawing
    from quizengine.maths.print.layout import Layout

ABOVE = 16.0  # ems: the width of a figure above options that are figures
BESIDE = 2  # small figures that stand beside each other, also in large print


@dataclass(frozen=True, slots=True)
class Placed(Picture):
    """A figure in its place on a page; small: it is an option, so that two stand beside each other, or on the key;
    width: of one that is not, in ems.
    """

    figure: Figure
    small: bool = False
    width: float = PAGE

    def description(self) -> tuple[str | Layout, ...]:
        return self.figure.description()

    def drawing(self) -> Drawing:
        """Return it as wide as it is on a page."""
        return self.figure.drawn(OPTION if self.small else self.width)


def placed(picture: Picture) -> Placed:
    """Return a figure of a text in its place."""
    return picture if isinstance(picture, Placed) else Placed(cast("Figure", picture))


def above_options(figure: Figure | None, options: Iterable[Prose]) -> Placed | None:
    """Return the figure below a prompt in its place: narrower where options are figures, too, so that all of them fit
    on a page.
    """
    return None if figure is None else Placed(figure, width=ABOVE if pictured(options) else PAGE)


def small(prose: Prose) -> Prose:
    """Return a text of an option or of the key, its figures small."""
    return tuple(Placed(placed(piece).figure, True) if isinstance(piece, Picture) else piece for piece in prose)


def pictured(texts: Iterable[Prose]) -> bool:
    """Return whether there is a figure in one of the texts."""
    return any(isinstance(piece, Picture) for text in texts for piece in text)
