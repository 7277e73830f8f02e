"""The words of a notation: functions, constants and variables in every spelling that is taken for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.lexer.characters import GREEK, SIGNS, SUBSCRIPT_SIGNS, SUBSCRIPTS
from quizengine.maths.parse.notation import Notation
from quizengine.maths.tree import Constant, Name, Number

Entry = tuple[str, Any]  # the kind of a token and its value

#: Words for functions beside their own names; the value is a function of the tree, or a word that function_calls knows.
ALIASES: dict[str, str] = {
    **{spelling: row.name for row in FUNCTIONS.values() for spelling in row.spellings},
    **{f"arc{name}": f"a{name}" for name in ("sec", "csc", "cot", "sech", "csch", "coth")},
    **{f"ar{name}": f"a{name}" for name in ("sech", "csch", "coth")},
    **{f"a{name}": f"a{name}" for name in ("sec", "csc", "cot", "sech", "csch", "coth")},
    **{"arccosec": "acsc", "lg": "lg", "vector": "vector", "vec": "vector"},
}
CONSTANT_WORDS = {"pi": "pi", "Pi": "pi", "PI": "pi", "e": "e", "E": "e"}
INFINITE_WORDS = ("inf", "Inf", "infinity", "Infinity", "infty", "oo")
SHORT_GREEK = {"lam": "lambda", "lmbda": "lambda", "eps": "epsilon", "th": "theta"}
GREEK_NAMES = frozenset(GREEK.values()) - {"pi", "omicron"}
_SHORTENED = {"lambda": "lam", "epsilon": "eps"}
UNIT_AXES = {"i": 0, "j": 1, "k": 2}

_NAME = re.compile(r"([^\W\d_]+)(?:_?([0-9]+)|_([A-Za-z]+)|_\{([A-Za-z0-9]+)\})?")
_LOWERED = re.compile(f"[{SUBSCRIPT_SIGNS}]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The words of one notation.

    entries: tokens by spelling; free: whether undeclared letters are variables; axes: whether i, j, k and letters
    with a hat may be unit vectors; variables: those declared.
    """

    entries: Mapping[str, Entry]
    free: bool
    axes: bool
    variables: tuple[str, ...]

    def function(self, word: str) -> Entry | None:
        """Return the function `word` whatever its capitals, as ArcTan."""
        entry = self.entries.get(word.lower()) if len(word) > 2 and not self.free else None
        return entry if entry is not None and entry[0] == "f" else None


def canonical(name: str) -> str:
    """Return the one spelling behind `x1`, `x_1`, `x₁`, `x_{1}` (x_1) and behind `λ`, `lam`, `lambda` (lambda)."""
    found = _NAME.fullmatch(_LOWERED.sub(lambda part: "_" + part[0].translate(SUBSCRIPTS), name))
    if found is None:
        return name
    base = GREEK.get(found[1], found[1])
    base = SHORT_GREEK.get(base, base)
    index = found[2] or found[3] or found[4]
    return f"{base}_{index}" if index else base


@lru_cache(maxsize=1)
def _spellings() -> dict[str, Entry]:
    """Signs, small numbers, functions and constants, which every notation knows; a function also as `Sin` and `SIN`."""
    entries: dict[str, Entry] = dict(SIGNS)
    entries |= {str(number): ("0", Number(number)) for number in range(101)}
    for spelling, function in {**{name: name for name in FUNCTIONS}, **ALIASES}.items():
        for form in (spelling, spelling.capitalize(), spelling.upper()):
            entries[form] = ("f", function)
    for spelling, constant in CONSTANT_WORDS.items():
        entries[spelling] = ("x", Constant(constant))
    for spelling in INFINITE_WORDS:
        entries[spelling] = ("x", Constant("infinity"))
    return entries


def _free_names(with_axes: bool) -> dict[str, Entry]:
    """Every letter and every Greek name as a variable; i, j and k are axes in a vector."""
    letters = [letter for code in range(26) for letter in (chr(97 + code), chr(65 + code)) if letter not in "eE"]
    entries: dict[str, Entry] = {name: ("x", Name(name)) for name in (*letters, *sorted(GREEK_NAMES))}
    entries["sigma"] = ("s", Name("sigma"))
    if with_axes:
        entries.pop("xi")  # `2xi + 2yj` is far more often x·i than ξ
        entries |= {letter: ("u", axis) for letter, axis in UNIT_AXES.items()}
    return entries


@lru_cache(maxsize=256)
def names_of(notation: Notation) -> Names:
    """Return the words of `notation`. A declared variable wins over a function, a constant or an axis of the
    same name.
    """
    asked = notation.expected
    free = not notation.variables and asked.free_letters
    entries = {**_spellings(), "sigma": ("s", None)}
    if free:
        entries |= _free_names(asked.unit_axes)
    elif asked.unit_axes or asked.guesses_axes:
        entries |= {letter: ("u", axis) for letter, axis in UNIT_AXES.items()}
    entries |= asked.words
    if asked.unit_axes:
        for letter, axis in UNIT_AXES.items():
            entries |= {f"{letter}hat": ("u", axis), f"{letter}_hat": ("u", axis)}
        for axis, variable in enumerate(notation.variables or ("x", "y", "z")):
            for spelling in (f"e_{axis + 1}", f"e_{variable}", f"{variable}hat", f"{variable}_hat"):
                entries[spelling] = ("u", axis)
    for variable in notation.variables:
        entry = ("x", Name(variable))
        key = canonical(variable)
        short = _SHORTENED.get(key, key)
        entries |= {short: entry, key: entry, key.replace("_", "", 1): entry, variable: entry}
    return Names(entries, free, asked.unit_axes or asked.guesses_axes, notation.variables)
