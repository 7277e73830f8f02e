"""Words as a label: `slope`, `rate of change`, `unit vector`, `the x-component`; nothing that takes a word back.

A phrase is read only where each of its words announces an answer. So `not equal` and `anything but` are no labels.
"""

from __future__ import annotations

import re

_ANNOUNCE = """
slope gradient grad derivative rate steepness direction vector step lr loss cost mse error answer answers ans result
solution solutions value values point points limit domain interval matrix hessian jacobian iterate iterates sequence
coordinates tangent minimizer maximizer
"""
_STAND_BESIDE = """
the my our final of in at is a an to for change new next updated partial directional unit normal first second steepest
ascent descent learning mean critical stationary saddle local global greatest largest smallest lowest highest fastest
growth increase decrease function plane line curve respect weight weights bias parameter parameters probability
probabilities score scores
"""
EXTREMES = frozenset(("max", "min", "maximum", "minimum"))
OF_NUMBERS = frozenset(("length", "norm", "magnitude"))
#: Words that announce an answer by themselves, before an = sign or a colon; and words that may stand beside them.
WORDS = EXTREMES | OF_NUMBERS | frozenset(_ANNOUNCE.split())
BESIDE = frozenset(_STAND_BESIDE.split())
_WITH_RESPECT = re.compile(r"\b(?:with respect to|w\.?r\.?t\.?)(?= )")
_SQUARED = re.compile(r"\bmean squared(?= )")  # of an error; what else is squared is another value
_COMPONENT = re.compile(r"(?:the )?(\w{1,12})[- ](?:component|coordinate|value|part)")
_FIRST = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.compile(
    rf"(?:the )?({'|'.join(_FIRST)}) (?:component|entry|coordinate|iterate)|(?:component|iterate) (\d)"
)
_WORD = re.compile(r"[A-Za-z]+")
MOST = 8


def component_of(text: str) -> str:
    """The name x of `x-component` and `the x-coordinate`; "" for all else."""
    found = _COMPONENT.fullmatch(text.replace("{", "").replace("}", ""))
    return found[1] if found and (len(found[1]) == 1 or found[1].lower() not in WORDS | BESIDE) else ""


def ordinal_of(text: str) -> int:
    """The number 2 of `component 2` and `the second component`; 0 for all else."""
    found = _ORDINAL.fullmatch(text.lower())
    return 0 if found is None else int(found[2]) if found[2] else _FIRST.index(found[1]) + 1


def is_phrase(text: str) -> bool:
    """Whether `text` announces an answer: words of the two lists, one of the first; a single letter names something."""
    words = _SQUARED.sub("mean", _WITH_RESPECT.sub("respect", text.lower())).split()
    if not words or len(words) > MOST or not all(_WORD.fullmatch(word) for word in words):
        return False
    if len(set(words)) < len(words):
        return False
    announces = [word in WORDS for word in words]
    return any(announces) and all(
        known or word in BESIDE or (len(word) == 1 and at > 0)
        for at, (word, known) in enumerate(zip(words, announces, strict=True))
    )


def is_number(text: str) -> bool:
    """Whether a phrase announces a number, and no vector: the length."""
    return not OF_NUMBERS.isdisjoint(text.lower().split())


def is_extreme(text: str) -> bool:
    """Whether a phrase announces the greatest or least of some values, and no formula: max f."""
    return not EXTREMES.isdisjoint(text.lower().split())
