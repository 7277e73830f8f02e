"""Parts that speak of parts: of one that is not there or of themselves, and two that ask in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.lettered_options import LETTERS
from quizengine.check.texts.places import sentences
from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.item.faults import Where

_PART = re.compile(r"\bparts?\s+\(([a-z])\)|\banswers?\s+(?:to|of|from|in)\s+\(([a-z])\)", re.IGNORECASE)


def references_to_nothing(item: Item) -> Iterator[Fault]:
    """Yield texts that send a learner to a part that is not there, or to the part in which they stand."""
    many = len(item.parts)
    for where, text in sentences(item.body) if many > 1 else ():
        for letter in dict.fromkeys(_letters(text)):
            if LETTERS.index(letter) >= many:
                message = f"there is no part ({letter}); the last one is ({LETTERS[many - 1]})"
                yield Fault(item.path, item.line(*where), message)
            elif _own(where) == LETTERS.index(letter):
                message = f"this stands in part ({letter}) itself; name the part that is meant, or say 'here'"
                yield Fault(item.path, item.line(*where), message)


def prompts_alike(item: Item) -> Iterator[Fault]:
    """Yield parts whose prompt is that of an earlier part."""
    asked: dict[str, int] = {}
    for number, part in enumerate(item.parts):
        said = " ".join(part.prompt.split())
        earlier = asked.setdefault(said, number)
        if said and earlier != number:
            message = f"this asks what part ({LETTERS[earlier]}) asks, word for word; ask for the answer of this part"
            yield Fault(item.path, item.line("parts", number, "prompt"), message)


def _letters(text: str) -> Iterator[str]:
    for found in _PART.finditer(text):
        yield (found[1] or found[2]).lower()


def _own(where: Where) -> int | None:
    """The part in which a text stands, from 0."""
    return where[1] if where[:1] == ("parts",) and isinstance(where[1], int) else None
