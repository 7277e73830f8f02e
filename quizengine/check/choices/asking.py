"""What is asked, and options that speak of other options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from quizengine.check.choices.offered import PICKED, Offered
from quizengine.check.question_fault import QuestionFault

FEWEST_NUMBERS = 3  # options that are numbers, which have an order
_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|any|some|most|neither) (?:of )?(?:the |these )?(?:above|other options|options above)\b"
    r"|\b(?:all|none) of (?:the )?others\b",
    re.IGNORECASE,
)
#: as a whole option; what is matched may truly be none of the kinds that stand there
_OF_THESE = re.compile(r"(?:all|none|both|neither|any) of (?:these|them|those)[.!]?", re.IGNORECASE)
_OF_LETTERS = re.compile(r"\b(?i:both|neither|either) \(?([a-hA-H])\)? (?:and|or|nor) \(?([a-hA-H])\)?(?![\w'])")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
#: in small letters: NOT and EXCEPT in capitals are seen
_NEGATIVE = re.compile(
    r"\b(?:which|what|who|where|when|why|how|choose|select|pick|mark|name)\b.*?"
    r"(?:\b(?:not|except|cannot|never)\b|n['’]t\b|\bleast (?:likely|true|correct|suitable|useful|important)\b"
    r"|\b(?:is|are) (?:false|wrong|incorrect|untrue)\b)",
    re.DOTALL,
)
_NO_NEGATION = re.compile(r"\bnot only\b|\bor not\b|\bwhether or not\b|\bwhy not\b")
_NOTHING = re.compile(
    r"(?:(?:which|what|choose|select|pick|mark|tick|find)\b)"
    r"(?:\s+(?:one|of|the|these|those|following|statements?|options?|sentences?|claims?|answers?|right|correct|true|best"
    r"|is|are|wrong|false|incorrect|holds?|applies|apply|below|that|here|about|this|a|an|NOT))+\s*[.?:]?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s+about\s+[^.?,]+(?=\s+(?:is|are|holds?)\b|[.?]?$)", re.IGNORECASE)
_NUMBER = re.compile(r"([−-]?\d+(?:\.\d+)?)(?:/(\d+))?(?:\s*(?:%|[^\W\d_]+))?")


def asking(offered: Offered) -> Iterator[QuestionFault]:
    """Yield questions that are negative or ask nothing by themselves, and options that speak of the others."""
    yield from _of_others(offered)
    if offered.listed:
        yield from _in_no_order(offered)
    if offered.kind not in PICKED or offered.kind == "statement":
        return
    asked = [sentence for sentence in _SENTENCE.split(offered.stem) if sentence.strip()]
    if any(_NEGATIVE.search(_NO_NEGATION.sub("", _begun(sentence))) for sentence in asked[-1:]):
        message = "what is asked is negative, which is easily missed; ask for what is right, or write NOT in capitals"
        yield QuestionFault(offered.asked, message, "blemish")
    if offered.kind == "choice" and len(asked) == 1 and _NOTHING.fullmatch(_ABOUT.sub("", asked[0])):
        message = "this asks nothing by itself; ask such that it can be answered with the options covered"
        yield QuestionFault(offered.asked, message, "blemish")


def _begun(sentence: str) -> str:
    """The sentence with its first letter small, as it is compared."""
    return sentence[:1].lower() + sentence[1:]


def _of_others(offered: Offered) -> Iterator[QuestionFault]:
    for option in offered.options:
        letters = _OF_LETTERS.search(option.spoken)
        named = letters is not None and any(re.search(rf"\b{name}\b", offered.stem) for name in letters.groups())
        of_these = offered.kind in PICKED and _OF_THESE.fullmatch(option.spoken.strip())
        if not _ALL_OR_NONE.search(option.spoken) and not of_these and (letters is None or named):
            continue
        if offered.listed or ("(" not in option.text and letters is None and offered.kind == "matching"):
            message = "an option speaks of the other options: write one that stands by itself"
            yield QuestionFault(option.where, message, "blemish", f"'{option.text}'")
        else:
            message = "an option speaks of the other options, and these are shuffled; write one that stands by itself"
            yield QuestionFault(option.where, message, example=f"'{option.text}'")


def _in_no_order(offered: Offered) -> Iterator[QuestionFault]:
    texts = [option.text for option in offered.options]
    letters = texts if all(len(text) == 1 and text.isalpha() for text in texts) else []
    numbers = [number_of(text) for text in _without_common(texts)]
    values = [number for number in numbers if number is not None]
    if len(texts) < FEWEST_NUMBERS or (not letters and len(values) < len(texts)):
        return
    if letters != sorted(letters) or values not in (sorted(values), sorted(values, reverse=True)):
        message = "the options have an order, as numbers or letters, and stand in no order; write them in theirs"
        yield QuestionFault((*offered.at, "answer", "options"), message, "blemish")


def _without_common(texts: list[str]) -> list[str]:
    """The texts without the words that all of them begin with: "line 1" and "line 2" give the numbers."""
    words = [text.split() for text in texts]
    common = next((place for place, column in enumerate(zip(*words, strict=False)) if len(set(column)) > 1), 0)
    return [" ".join(each[common:]) for each in words]


def number_of(text: str) -> Fraction | None:
    """Return the value of an option that is a number, perhaps with a unit; None for what is none."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or found[2] == "0":
        return None
    return Fraction(found[1].replace("−", "-")) / int(found[2] or 1)
