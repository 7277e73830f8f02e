"""Options that do not go on from the question, or are written otherwise than all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizengine.check.choices.offered import WORD, Offered, Option
from quizengine.check.question_fault import QuestionFault

FEWEST = 3  # options, of which one is written otherwise
_ARTICLE = re.compile(r"\b(an?)\s*(?:…|\.\.\.|:)?\s*$", re.IGNORECASE)
_VERB = re.compile(r"\b(is|are|has|have|was|were)\s*(?:…|\.\.\.|:)?\s*$", re.IGNORECASE)
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni(?!n)|s[aeiu]|t[ei]))(?!ne?\b|nce\b)|hour|honest", re.IGNORECASE)
_FORMS = {"to": "as an aim", "because": "as a reason", "by": "as a means"}
_ARTICLES = {"the", "a", "an"}
_ONE_THING = re.compile(r"(?:an?|each|every|one)\s", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:both|two|three|four|many|several|all)\s", re.IGNORECASE)
_STOP = re.compile(r"[^.…]\.$")


def following(offered: Offered) -> Iterator[QuestionFault]:
    """Yield options that do not follow from the question in grammar, and single ones written otherwise."""
    yield from _after_article(offered)
    yield from _after_verb(offered)
    if len(offered.options) < FEWEST or not all(option.words for option in offered.options):
        return
    odd = _alone([bool(_STOP.search(option.text)) for option in offered.options])
    if odd is not None:
        ends = "with" if _STOP.search(offered.options[odd].text) else "without"
        message = f"one option ends {ends} a full stop, and the others do not so; write all alike"
        yield _told(offered.options[odd], message)
    odd = _alone([_capital(option) for option in offered.options])
    if odd is not None and not _is_name(offered.options[odd], offered):
        begins = "a capital" if _capital(offered.options[odd]) else "a small letter"
        yield _told(offered.options[odd], f"one option begins with {begins}, and the others do not so; write all alike")
    yield from _by_form(offered)
    yield from _by_first_word(offered)


def _told(option: Option, message: str) -> QuestionFault:
    """A single odd option gives itself away: as the right one, or as one that is not."""
    return QuestionFault(option.where, message, "blemish", f"'{option.text}'")


def _alone(flags: list[bool]) -> int | None:
    """The place of the one flag that is unlike all others."""
    for odd in (True, False):
        if flags.count(odd) == 1:
            return flags.index(odd)
    return None


def _after_article(offered: Offered) -> Iterator[QuestionFault]:
    article = _ARTICLE.search(offered.stem)
    if article is None or not all(option.words and option.text[:1].isalpha() for option in offered.options):
        return
    vowel = article[1].casefold() == "an"
    for option in offered.options:
        if bool(_VOWEL.match(option.text)) != vowel:
            message = f"the question ends with '{article[1]}', and this does not go on from it; move it to the options"
            yield _told(option, message)


def _after_verb(offered: Offered) -> Iterator[QuestionFault]:
    verb = _VERB.search(offered.stem)
    if verb is None:
        return
    plural = verb[1].casefold() in ("are", "have", "were")
    for option in offered.options:
        if (_ONE_THING if plural else _SEVERAL).match(option.text):
            message = f"the question ends with '{verb[1]}', and this does not follow; let the verb fit all options"
            yield _told(option, message)


def _capital(option: Option) -> bool:
    return option.text[:1].isalpha() and not option.text[:1].islower()


def _is_name(odd: Option, offered: Offered) -> bool:
    """Whether the first letter of an option has a reason: a name, an abbreviation, a formula, a letter alone."""
    options = offered.options
    firsts = [option for option in options if _capital(option) == _capital(odd)] or [odd]
    if not all(option.spoken[:1].isalpha() and option.spoken[0] == option.text[0] for option in options):
        return True
    word = WORD.match(odd.spoken)
    if word is None or len(word.group()) < 2 or not word.group()[1:].islower():
        return True
    if not _capital(odd):  # all others may begin with names
        return False
    known = f"{offered.stem} {' '.join(option.text for option in options if option not in firsts)}"
    return word.group().casefold() not in {*_OPENERS, *WORD.findall(known)}


_OPENERS = {"a", "an", "the", "it", "its", "they", "there", "to", "by", "in", "on", "at", "for", "from", "with", "no"}


def _by_form(offered: Offered) -> Iterator[QuestionFault]:
    """One option alone is an infinitive, a reason or the like, or is the only one that is not."""
    if not all(option.in_words for option in offered.options):
        return
    for form, said in _FORMS.items():
        odd = _alone([option.words[0] == form for option in offered.options])
        if odd is not None and (offered.options[odd].right or offered.options[odd].words[0] != form):
            alone = "alone begins" if offered.options[odd].words[0] == form else "alone does not begin"
            yield _told(offered.options[odd], f"this option {alone} with '{form}', {said}; begin all alike")


def _by_first_word(offered: Offered) -> Iterator[QuestionFault]:
    """The right option begins otherwise than all others, which begin with the same word."""
    key = offered.key
    if key is None or len(offered.wrong) < FEWEST:
        return
    first = {option.words[0] for option in offered.wrong}
    ours = key.words[0]
    if len(first) > 1 or ours in first or {*first, ours} & {*_ARTICLES, *_FORMS}:
        return
    if not all(option.in_words for option in offered.options):
        return
    message = "all wrong options begin with the same word, and the right one does not; begin them alike"
    yield QuestionFault(offered.answer, message, "blemish", f"'{next(iter(first))}'")
