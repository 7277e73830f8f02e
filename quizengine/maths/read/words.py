"""The words of a notation: functions, constants and variables in every spelling that is taken for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quizengine.maths.read.fold import GREEK, SIGNS, SUBSCRIPTS
from quizengine.maths.read.notation import Notation
from quizengine.maths.tree import FUNCTIONS, MAX_DIGITS, Constant, Name, Number

Entry = tuple[str, Any]  # the kind of a token and its value

#: Spellings of functions beside their own names; the value is a function of the tree, or a word that calls.py expands.
ALIASES: dict[str, str] = {
    **{f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan", "sec", "csc", "cot")},
    **{f"ar{name}": f"a{name}" for name in ("sinh", "cosh", "tanh", "sech", "csch", "coth")},
    **{f"arc{name}": f"a{name}" for name in ("sinh", "cosh", "tanh", "sech", "csch", "coth")},
    **{f"a{name}": f"a{name}" for name in ("sec", "csc", "cot", "sech", "csch", "coth")},
    **{"tg": "tan", "ctg": "cot", "cotan": "cot", "arctg": "atan", "cosec": "csc", "arccosec": "acsc"},
    **{"sine": "sin", "cosine": "cos", "tangent": "tan", "secant": "sec"},
    **{"log": "log", "lg": "lg", "expo": "exp", "sgn": "sign", "signum": "sign", "root": "root"},
    **{
        "logistic": "sigmoid",
        "sigm": "sigmoid",
        "ReLU": "relu",
        "heaviside": "step",
        "vector": "vector",
        "vec": "vector",
    },
}
CONSTANT_WORDS = {"pi": "pi", "Pi": "pi", "PI": "pi", "e": "e", "E": "e"}
INFINITE_WORDS = ("inf", "Inf", "infinity", "Infinity", "infty", "oo")
SHORT_GREEK = {"lam": "lambda", "lmbda": "lambda", "eps": "epsilon", "th": "theta"}
GREEK_NAMES = frozenset(GREEK.values()) - {"pi", "omicron"}
_SHORTENED = {"lambda": "lam", "epsilon": "eps"}
UNIT_AXES = {"i": 0, "j": 1, "k": 2}
VECTOR_WANTS = ("vector", "points", "sequence")

_NAME = re.compile(r"([^\W\d_]+)(?:_?([0-9]+)|_([A-Za-z]+)|_\{([A-Za-z0-9]+)\})?")
_LOW = "".join(map(chr, SUBSCRIPTS))
_RUN = re.compile(rf"([A-Za-z]+)(_?)\{{?([A-Za-z0-9{_LOW}]*)\}}?")
_LOWERED = re.compile(f"[{_LOW}]+")


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
        """The function `word` whatever its capitals, as ArcTan."""
        entry = self.entries.get(word.lower()) if len(word) > 2 and not self.free else None
        return entry if entry is not None and entry[0] == "f" else None


def canonical(name: str) -> str:
    """The one spelling behind `x1`, `x_1`, `x₁`, `x_{1}` (x_1) and behind `λ`, `lam`, `lambda` (lambda)."""
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
    """The words of `notation`. A declared variable wins over a function, a constant or an axis of the same name."""
    with_axes = notation.wants in VECTOR_WANTS
    free = not notation.variables and notation.wants != "number"
    entries = {**_spellings(), "sigma": ("s", None)}
    if free:
        entries |= _free_names(with_axes)
    elif with_axes or notation.wants == "any":
        entries |= {letter: ("u", axis) for letter, axis in UNIT_AXES.items()}
    if with_axes:
        entries |= {"and": (",", ","), "or": (",", ",")}
        for axis, variable in enumerate(notation.variables or ("x", "y", "z")):
            entries |= {f"e_{axis + 1}": ("u", axis), f"e_{variable}": ("u", axis)}
    for variable in notation.variables:
        entry = ("x", Name(variable))
        key = canonical(variable)
        short = _SHORTENED.get(key, key)
        entries |= {short: entry, key: entry, key.replace("_", "", 1): entry, variable: entry}
    return Names(entries, free, with_axes or notation.wants == "any", notation.variables)


def split(letters: str, entries: Mapping[str, Entry]) -> list[str] | None:
    """`letters` cut into known words, longest first, or None: `xsin` is x·sin, `2pix` has π·x.

    One pass from the right; a word is at most twelve letters long, so the work is linear. An axis ends its run: `2xi`.
    """
    size = len(letters)
    longest = [0] * (size + 1)
    reachable = [False] * size + [True]
    for start in range(size - 1, -1, -1):
        for length in range(min(12, size - start), 0, -1):
            piece = letters[start : start + length]
            if not reachable[start + length] or piece in INFINITE_WORDS:
                continue
            kind = entries[piece][0] if piece in entries else ""
            if kind in ("x", "f") or (kind == "u" and start + length == size):
                reachable[start], longest[start] = True, length
                break
    if not reachable[0]:
        return None
    pieces, start = [], 0
    while start < size:
        pieces.append(letters[start : start + longest[start]])
        start += longest[start]
    return pieces


def run(word: str, names: Names, before_bracket: bool) -> list[tuple[str, Any, int]] | None:
    """`word` as several known words run together, the last with the subscript: (kind, value, shift) each, or None."""
    parts = _RUN.fullmatch(word)
    pieces = split(parts[1], names.entries) if parts else None
    if parts is None or not pieces or (names.free and len(pieces) > 6):
        return None
    tokens: list[tuple[str, Any, int]] = []
    shift = 0
    for piece in pieces:
        tokens.append((*names.entries[piece], shift))
        shift += len(piece)
    if not parts[3]:
        return tokens
    kind, value, shift = tokens.pop()
    index = parts[3].translate(SUBSCRIPTS)
    last = _subscripted(kind, pieces[-1], index, names)
    if last is not None:
        return [*tokens, (*last, shift)]
    literal = _operand(index, parts.start(3), names)
    if kind != "f" or literal is None or (value != "log" and not index.isdigit()):
        return None
    if value == "log":
        return [*tokens, ("f", "log", shift), ("_", "_", parts.start(2)), literal]
    if parts[2] or before_bracket:  # sin_2 means nothing, and sin2(x) is as likely sin(x)^2 as sin(2x)
        return None
    return [*tokens, ("f", value, shift), literal]


def _operand(index: str, shift: int, names: Names) -> tuple[str, Any, int] | None:
    """The number or name that stands as the base of a logarithm, or right after a function."""
    if index.isdigit():
        return ("0", Number(int(index)), shift) if len(index) <= MAX_DIGITS else None
    entry = names.entries.get(index)
    return (*entry, shift) if entry is not None and entry[0] == "x" else None


def _subscripted(kind: str, base: str, index: str, names: Names) -> Entry | None:
    """The variable `base` with subscript `index`, if there is one."""
    name = f"{canonical(base)}_{index}"
    if name in names.entries:
        return names.entries[name]
    return ("x", Name(name)) if names.free and kind in "xs" and base not in CONSTANT_WORDS else None
