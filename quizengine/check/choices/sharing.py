"""Words that the right option shares with the question alone, and parts that it shares with most other options."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.lettered_options import is_figure
from quizengine.check.choices.offered import Offered, spoken_of, stems_in
from quizengine.check.question_fault import QuestionFault

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.item.faults import Where

FEWEST_OPTIONS = 4  # of which the right one shares the most with the others
FEWEST_LETTERS = 5  # of the stem of a word that is rare enough to be noticed by itself
FEWEST_SHARED = 2  # words of the question that are noticed together, whatever others have
_PARTS = re.compile(r",\s+|;\s+|:\s+|\s+and\s+|\s+but\s+")


def sharing(offered: Offered) -> Iterator[QuestionFault]:
    """Yield a word that only question and right option have, and a right option that lies between all others."""
    key = offered.key
    if key is None or len(offered.wrong) < FEWEST_OPTIONS - 1:
        return
    where = offered.answer
    asked = stems_in(offered.spoken)
    shared = (asked & key.stems).difference(*(option.stems for option in offered.wrong))
    rare = any(len(stem) >= FEWEST_LETTERS for stem in shared)
    if len(shared) >= FEWEST_SHARED or (rare and not any(asked & option.stems for option in offered.wrong)):
        words = ", ".join(f"'{_whole(stem, key.words)}'" for stem in sorted(shared))
        message = "only the right option has words of the question; say it in others, or give them to wrong ones, too"
        yield QuestionFault(where, message, "blemish", words)
    if _in_the_middle(offered):
        message = "the right option can be put together from what most options share; vary the others in pairs"
        yield QuestionFault(where, message, "telling", f"'{key.text}'")


def echoes(key: Key[object], at: Where) -> Iterator[QuestionFault]:
    """Yield pairs of a matching that share a word which no other left side and no other right side has."""
    lefts, options = getattr(key, "lefts", ()), key.options
    if any(map(is_figure, (*lefts, *options))):
        return
    ours = [stems_in(spoken_of(left)) for left in lefts]
    theirs = [stems_in(spoken_of(right)) for right in getattr(key, "rights", ())]
    counted = Counter(stem for option in options for stem in stems_in(spoken_of(option)))
    for place, (left, right) in enumerate(zip(ours, theirs, strict=True)):
        others = frozenset().union(*(ours[:place] + ours[place + 1 :]))
        for stem in sorted(left & right - others):
            if len(stem) >= FEWEST_LETTERS and counted[stem] == 1:
                message = "a pair gives itself away by a word that only its two sides have; say one side otherwise"
                yield QuestionFault((*at, "answer", "matching"), message, "blemish", f"'{stem}'")


def _in_the_middle(offered: Offered) -> bool:
    """Whether options have equally many parts, and the right one has at each place what most options have there."""
    rows = [_parts(option.text) for option in offered.options]
    key = next(place for place, option in enumerate(offered.options) if option.right)
    if len(rows[key]) < 2 or any(len(row) != len(rows[key]) for row in rows):
        return False
    columns = [Counter(column) for column in zip(*rows, strict=True)]
    if all(len(column) == 1 for column in columns):
        return False
    for part, column in zip(rows[key], columns, strict=True):
        most = max(column.values())
        if column[part] < most or sum(times == most for times in column.values()) > 1 or most < 2:
            return False
    return True


def _parts(text: str) -> tuple[str, ...]:
    bare = text.casefold().strip()
    inner = bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare
    return tuple(part.strip() for part in _PARTS.split(inner))


def _whole(stem: str, words: tuple[str, ...]) -> str:
    return next((word for word in words if word.startswith(stem)), stem)
