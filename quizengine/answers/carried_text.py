"""What a chosen text stands for in place of a text of the author's: that with which a learner goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizengine.maths.language.fill_in import words_of

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.maths.print import Prose

FEWEST_OPTIONS = 3  # of two options, ours and theirs are all there is to choose from


def text_in_place_of(ours: Value, right: Prose, chosen: Prose) -> str | None:
    """Return a chosen text where the right one is the text `ours`; None where it is not, or holds formulas."""
    return _written(chosen) if isinstance(ours, str) and _written(right) == " ".join(ours.split()) else None


def texts_in_place_of(ours: Value, right: Sequence[Prose], chosen: Sequence[Prose]) -> tuple[str, ...] | None:
    """Return chosen texts where the right ones are the list of texts `ours`; None where they are not, or hold
    formulas.
    """
    words = [" ".join(text.split()) for text in ours if isinstance(text, str)] if isinstance(ours, tuple) else []
    if not isinstance(ours, tuple) or len(words) < len(ours) or [_written(text) for text in right] != words:
        return None
    found = [text for prose in chosen if (text := _written(prose)) is not None]
    return tuple(found) if len(found) == len(chosen) else None


def _written(text: Prose) -> str | None:
    return words_of(text) if all(isinstance(piece, str) for piece in text) else None
