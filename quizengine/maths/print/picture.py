"""A picture among the words of an author: what the texts of a question need to know of a figure."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.maths.print.layout import Layout


class Picture(ABC):
    """A figure that stands among words, on lines of its own. Figures with the same numbers are equal."""

    __slots__ = ()

    @abstractmethod
    def description(self) -> tuple[str | Layout, ...]:
        """Return what it shows in words and formulas, for who cannot see it: readings, no conclusions."""
