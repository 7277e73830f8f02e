"""What every kind of figure gives: a model for its author, and a figure with its numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from quizengine.maths.language.fill_in import prose_of
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.figures.drawing import Drawing
    from quizengine.figures.scale import Scale, ScaleName
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose
    from quizengine.maths.print.layout import Layout


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty; without it the figure describes itself")
    return text


Expression = Annotated[str, Field(min_length=1, max_length=2_000)]  # the author's language
Words = Annotated[str, Field(max_length=8_000), AfterValidator(_not_blank)]  # prose with $formulas$ and << fill-ins >>
ShortText = Annotated[str, Field(min_length=1, max_length=60)]  # a short text in a figure, with << fill-ins >>
Number = Annotated[int, Field(strict=True)] | Expression
Side = tuple[Number, Number]  # the ends of an axis

KEPT = 64  # drawings


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an author says of a figure: `says` instead of its own description, `adds` after it."""

    says: Prose = ()
    adds: Prose = ()


class Figure(Picture):
    """A figure with its numbers: a frozen dataclass of each kind. Its field `words` holds what the author says."""

    __slots__ = ()
    words: OwnWords

    @abstractmethod
    def drawing(self, width: float) -> Drawing:
        """Return the figure as a drawing at most `width` ems wide, of which drawing.py has the usual ones; never
        raises.
        """

    def drawn(self, width: float) -> Drawing:
        """Return the same as `drawing`. It is kept for who asks next: windows try widths, a check holds options against
        each other, a sheet and its key show the same.
        """
        return _drawing(self, width)

    @abstractmethod
    def readings(self) -> str:
        """Return in plain sentences what is to be read off: what is shown, axes with their ranges, curves by their
        places, what is marked. No verdict, and nothing that is not to be seen.
        """

    def scales(self) -> Mapping[ScaleName, Scale]:
        """Return by what numbers are read off it on half a page, and how finely; none where none are."""
        return {}

    def faults(self) -> Iterator[str]:
        """Yield why there is nothing to see, or why it cannot be read, each with its cure."""
        return iter(())

    def description(self) -> tuple[str | Layout, ...]:
        from quizengine.maths.print.display import inline_only

        said = inline_only(self.words.says) or (_readings(self),)
        return (*said, " ", *inline_only(self.words.adds)) if self.words.adds else said


@lru_cache(maxsize=KEPT)
def _drawing(figure: Figure, width: float) -> Drawing:
    return figure.drawing(width)


@lru_cache(maxsize=256)
def _readings(figure: Figure) -> str:
    """What is to be read off; options are compared by it again and again."""
    return figure.readings()


class FigureModel(BaseModel, ABC):
    """What an author writes under [figure], or as an entry of [figures]: one key names the kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    kind: ClassVar[str]
    says: Words | None = None
    adds: Words | None = None

    @abstractmethod
    def draw(self, workspace: Workspace) -> Figure:
        """Return the figure with its numbers; raises CannotCompute or Unreadable."""

    def own_words(self, workspace: Workspace) -> OwnWords:
        """Return what the author says of it, filled in."""
        return OwnWords(*(prose_of(workspace, text) if text else () for text in (self.says, self.adds)))
