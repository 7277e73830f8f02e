"""The right option stands out: by its length, by what it makes exact, by its care."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizengine.check.choices.offered import Offered, Option, in_file
from quizengine.check.choices.vocabulary import ABSOLUTE, HEDGE, STRONGEST
from quizengine.check.question_fault import QuestionFault

LONGER, MARGIN = 1.5, 6  # an option stands out that is this much longer than all others, and so many characters
FEWEST_OTHERS = 2  # wrong options, of which one stands out
_BRACKETS = re.compile(r"\([^()]*[^\W\d_]{3}[^()]*\)")
_DIGIT = re.compile(r"\d")


def standing_out(offered: Offered) -> Iterator[QuestionFault]:
    """Yield how the right options can be told from the wrong ones without knowing anything."""
    right = [option for option in offered.options if option.right]
    if not right or len(offered.wrong) < FEWEST_OTHERS:
        return
    for message in _by_length(right, offered.wrong):
        yield QuestionFault(offered.answer, message, "blemish")
    if all(option.in_words for option in offered.options):
        for message, example in _more_exact(right, offered.wrong):
            yield QuestionFault(offered.answer, message, "blemish", example)
        yield from _absolute(right, offered.wrong)


def _by_length(right: list[Option], wrong: tuple[Option, ...]) -> Iterator[str]:
    """The right options are all longer, or all shorter, than every wrong one by far."""
    ours, theirs = [len(option.text) for option in right], [len(option.text) for option in wrong]
    said = "right option is" if len(right) == 1 else "right options are"
    if min(ours) > LONGER * max(theirs) + MARGIN:
        yield f"the {said} by far the longest; make the others as full"
    if LONGER * max(ours) + MARGIN < min(theirs):
        yield f"the {said} by far the shortest; make the others as short"


def _more_exact(right: list[Option], wrong: tuple[Option, ...]) -> Iterator[tuple[str, str]]:
    """What only right options have, and all of them."""
    for pattern, what in ((_BRACKETS, "a remark in brackets"), (HEDGE, "a word that hedges"), (_DIGIT, "a number")):
        if all(pattern.search(option.text) for option in right) and not any(map(pattern.search, _texts(wrong))):
            told = next(filter(None, (pattern.search(option.text) for option in right)))
            example = told.group() if pattern is not _DIGIT else right[0].text
            cure = "take it out, or let others have one, too"
            yield f"only what is right has {what}, as whoever guesses will look for; {cure}", f"'{example}'"


def _absolute(right: list[Option], wrong: tuple[Option, ...]) -> Iterator[QuestionFault]:
    """Absolute words in half of the wrong options or more, or the strongest of them in one, and in no right one."""
    if any(map(ABSOLUTE.search, _texts(right))):
        if all(map(STRONGEST.search, _texts(right))) and not any(map(ABSOLUTE.search, _texts(wrong))):
            cure = "say when, or let wrong ones say so, too"
            message = f"only what is right says 'always' or 'never': whoever guesses will avoid it; {cure}"
            yield QuestionFault(right[0].where, message, "blemish")
        return
    found = [option for option in wrong if ABSOLUTE.search(option.text)]
    strongest = [option for option in wrong if STRONGEST.search(option.text)]
    if strongest or (len(found) >= FEWEST_OTHERS and 2 * len(found) >= len(wrong)):
        message = "absolute words stand in wrong options only, and tell them; say it without, or use them everywhere"
        pattern, first = (STRONGEST, strongest) if strongest else (ABSOLUTE, found)
        words = dict.fromkeys(word.casefold() for option in first for word in pattern.findall(option.text))
        where = min((option.where for option in first), key=in_file)
        yield QuestionFault(where, message, "blemish", ", ".join(f"'{word}'" for word in words))


def _texts(options: tuple[Option, ...] | list[Option]) -> tuple[str, ...]:
    return tuple(option.text for option in options)
