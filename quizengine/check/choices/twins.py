"""Options that say the same, and right sides of a matching that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from quizengine.check.choices.offered import WORD, Offered, Option, in_file
from quizengine.check.choices.vocabulary import said
from quizengine.check.question_fault import QuestionFault
from quizengine.errors import Unreadable
from quizengine.maths.language.fill_in import words_of

if TYPE_CHECKING:
    from quizengine.draw import Question

FEWEST_OF_SLIP = 6  # letters of a word, from which on one wrong letter is a slip of the pen and not another word
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|[^\w\s]")
_SIGNS = re.compile(r"[.,;:!?\"'’“”()]")
_NO_SCALAR = re.compile(r"[=≠<>≤≥{}\[\],∇]")
_SAYS_SO = re.compile(r"\b(?:again|more than once|twice|several|same|any number|not all)\b", re.IGNORECASE)
_LITTLE = {"the", "a", "an", "is", "are", "its", "it", "of", "that", "which"}
_JOINED = re.compile(r"\s+(and|or)\s+")


def twins(offered: Offered) -> Iterator[QuestionFault]:
    """Yield pairs of options that say the same, at the line of the later one."""
    for one, other in combinations(sorted(offered.options, key=lambda option: in_file(option.where)), 2):
        where, pair = other.where, f"'{one.text}' and '{other.text}'"
        if _bare(one) == _bare(other) and not one.formula:
            yield QuestionFault(where, "two options say the same; let them differ by more than signs", example=pair)
        elif one.formula and other.formula and _same_value(one.text, other.text):
            message = "two options have the same value; ask for one form in words, or change one of them"
            yield QuestionFault(where, message, "blemish", pair)
        elif _alike(one, other):
            message = "two options say nearly the same; let each say a thing of its own"
            yield QuestionFault(where, message, "blemish", pair)


def doubled(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield what stands under `others` of a matching and is a right side, or stands there twice.

    Where a right side is filled in, others may list all that it can be.
    """
    written = question.item.parts[number].answer
    rights = [_folded(right) for right in getattr(written, "matching", {}).values() if "<<" not in right]
    if len(set(rights)) < len(rights) and not _SAYS_SO.search(_prompts(question, number)):
        message = (
            "two pairs have the same right side, which is shown once; say in the prompt that one may be used again"
        )
        yield QuestionFault(("parts", number, "answer", "matching"), message, "blemish")
    before: list[str] = []
    for other in getattr(written, "others", ()):
        text, where = _folded(other), ("parts", number, "answer", "others")
        if text in rights:
            message = "this stands under others, and is the right side of a pair; write what fits none"
            yield QuestionFault(where, message, example=f"'{other}'")
        elif text in before:
            yield QuestionFault(where, "this stands twice under others; take one out", example=f"'{other}'")
        before.append(text)


def _prompts(question: Question, number: int) -> str:
    return words_of(question.prompt) + words_of(question.parts[number].prompt)


def _same_value(one: str, other: str) -> bool:
    """Whether two formulas are scalars that are proven to be the same, however they are written."""
    from quizengine.maths.equality import same
    from quizengine.maths.parse import parse

    if any(WORD.fullmatch(text) or _NO_SCALAR.search(text) for text in (one, other)):
        return False
    try:
        ours, theirs = parse(one).tree, parse(other).tree
    except Unreadable:
        return False
    return same(ours, theirs, ()).equal is True


def _folded(text: str) -> str:
    return "".join(_SIGNS.sub(" ", text.casefold()).replace("−", "-").split())


def _bare(option: Option) -> str:
    """The text without signs, blanks and capitals; a minus, a letter of a formula and the like make another option."""
    words = " ".join(_SIGNS.sub(" ", option.text).replace("−", "-").split())
    return words.casefold() if len(words) > 1 and option.words else words


def _alike(one: Option, other: Option) -> bool:
    """Whether two options in words differ by words that mean the same, by a slip of the pen, or by the order of two
    halves around "and" or "or".
    """
    if not (one.in_words and other.in_words):
        return False
    ours, theirs = _meaning(one.text), _meaning(other.text)
    if ours == theirs:
        return True
    if len(ours) == len(theirs):
        unlike = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        if len(unlike) == 1 and _slip(*unlike[0]):
            return True
    return _turned(one.text) == _turned(other.text)


def _meaning(text: str) -> list[str]:
    """The words and signs of a text, one for all that mean the same, without articles and the like."""
    found = _TOKEN.findall(_SIGNS.sub(" ", text.casefold()))
    return [said(token) for token in found if token not in _LITTLE]


def _slip(one: str, other: str) -> bool:
    """Whether two long words differ in one letter that is not the first: a plural, or a slip of the pen."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < FEWEST_OF_SLIP or not (WORD.fullmatch(shorter) and WORD.fullmatch(longer)):
        return False
    if shorter[0] != longer[0] or len(longer) - len(shorter) > 1:
        return False
    if len(shorter) == len(longer):
        return sum(a != b for a, b in zip(shorter, longer, strict=True)) == 1
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(1, len(longer)))


def _turned(text: str) -> tuple[str, ...]:
    """The two halves around one "and" or "or", in an order of their own; else the text."""
    halves = _JOINED.split(text.casefold().rstrip("."))
    if len(halves) != 3 or "," in text or any(not WORD.search(half) for half in halves):
        return (text,)
    return (halves[1], *sorted((halves[0], halves[2])))
