"""Words as a label: `slope`, `rate of change`, `unit vector`, `the x-component`; nothing that takes a word back.

A phrase is read only where each of its words announces an answer. So `not equal` and `anything but` are no labels.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from quizengine.maths.parse.lexer.words import GREEK_NAMES, SHORT_GREEK
from quizengine.maths.parse.shape_properties import ExpectedShape

_ANNOUNCE = """
slope gradient grad derivative rate steepness direction vector step lr loss cost mse error answer answers ans result
solution solutions value values point points limit domain interval matrix hessian jacobian iterate iterates sequence
coordinates tangent minimizer maximizer
"""
_STAND_BESIDE = """
the my our final of in at is a an to for change new next updated partial directional unit normal first second steepest
ascent descent learning mean critical stationary saddle local global greatest largest smallest lowest highest fastest
growth least increase decrease function plane line curve respect weight weights bias parameter parameters probability
probabilities score scores
"""
EXTREMES = frozenset(("max", "min", "maximum", "minimum"))
OF_NUMBERS = frozenset(("length", "norm", "magnitude"))
#: Words that announce an answer by themselves, before an = sign or a colon; and words that may stand beside them.
WORDS = EXTREMES | OF_NUMBERS | frozenset(_ANNOUNCE.split())
BESIDE = frozenset(_STAND_BESIDE.split())
_WITH_RESPECT = re.compile(r"\b(?:with respect to|w\.?r\.?t\.?)(?= )")
_SQUARED = re.compile(r"\bmean squared(?= )")  # of an error; what else is squared is another value
_LETTERS = "|".join(sorted((*GREEK_NAMES, *SHORT_GREEK), key=len)[::-1])
_COMPONENT = re.compile(
    rf"(?:the )?((?:{_LETTERS}|[^\W\d_])(?:_?\d{{1,2}}|_[a-z])?)[- ](?:component|coordinate|value|part)"
)
_FIRST = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.compile(
    rf"(?:the )?({'|'.join(_FIRST)}) (?:component|entry|coordinate|iterate)|(?:component|iterate) (\d)"
)
_WORD = re.compile(r"[A-Za-z]+")
MOST = 8
#: What a phrase says of the value that it announces, besides that it is one.
_GENERIC = frozenset(
    ("answer", "answers", "ans", "result", "solution", "solutions", "value", "values", "the", "my", "our", "final")
)
_DERIVED = frozenset(("slope", "gradient", "grad", "derivative", "rate", "steepness"))
_TWICE = frozenset((("second", "derivative"), ("second", "partial"), ("second", "order")))
_TURNED = frozenset(("decrease", "descent"))


def component_of(text: str) -> str:
    """Return the name x of `x-component` and `the x-coordinate`; "" for all else."""
    found = _COMPONENT.fullmatch(text.replace("{", "").replace("}", ""))
    return found[1] if found else ""


def ordinal_of(text: str) -> int:
    """Return the number 2 of `component 2` and `the second component`; 0 for all else."""
    found = _ORDINAL.fullmatch(text.lower())
    return 0 if found is None else int(found[2]) if found[2] else _FIRST.index(found[1]) + 1


def is_phrase(text: str) -> bool:
    """Return whether `text` announces an answer: words of the two lists, one of the first; a single letter names
    something.
    """
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


def is_generic(text: str) -> bool:
    """Return whether a phrase says only that an answer follows: `the answer`, `final result`."""
    return _GENERIC.issuperset(text.lower().split())


def is_alien(text: str, asked: ExpectedShape) -> bool:
    """Return whether a phrase announces something else than what is asked: the Hessian, where a vector is."""
    words = _words(text)
    if asked.one_vector and _times(words) > 1:
        return True
    return not set(words).isdisjoint(asked.alien_words.split()) and set(words).isdisjoint(asked.own_words.split())


def derived_by(text: str, letters: Collection[str]) -> tuple[int, tuple[str, ...]]:
    """Return how often a phrase derives, and by what: (1, ("y",)) for `derivative with respect to y`, (0, ()) for
    `length`.

    letters: those that `slope in x` may name.
    """
    words = _words(text)
    pairs = list(pairwise(words))
    named = [word for before, word in pairs if before == "respect" and len(word) == 1]
    within = [word for before, word in pairs if before == "in" and word in letters]
    return _times(words), (*named, *within)


def _times(words: list[str]) -> int:
    """How often what the words announce is derived."""
    if "hessian" in words or any(pair in _TWICE for pair in pairwise(words)):
        return 2
    other = "learning" in words or not (OF_NUMBERS | EXTREMES | _TURNED).isdisjoint(words)
    return 0 if other or _DERIVED.isdisjoint(words) else 1


def _words(text: str) -> list[str]:
    """The words of a phrase; `with respect to` and `wrt` are one."""
    return _WITH_RESPECT.sub("respect", text.lower()).replace("respect to", "respect").split()


def is_number(text: str) -> bool:
    """Return whether a phrase announces a number, and no vector: the length."""
    return not OF_NUMBERS.isdisjoint(text.lower().split())


def is_extreme(text: str) -> bool:
    """Return whether a phrase announces the greatest or least of some values, and no formula: max f."""
    return not EXTREMES.isdisjoint(text.lower().split())
