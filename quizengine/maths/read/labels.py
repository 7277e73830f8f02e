"""What may stand before the = sign of an answer: ∇f, f_x, ∂f/∂x, df/dx, f'(x), f(x, y), z, (x, y)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from quizengine.maths.read.notation import Notation
from quizengine.maths.read.runs import run
from quizengine.maths.read.words import GREEK_NAMES, canonical, names_of

MAX_LABEL = 160
#: Words that announce an answer, before an = sign or a colon.
WORDS = (
    *("slope", "gradient", "grad", "loss", "cost", "mse", "error", "direction", "rate", "step", "lr"),
    *("answer", "ans", "result", "solution", "value", "length", "norm", "max", "min", "maximum", "minimum"),
)

_NOISE = re.compile(
    r"\\(?:left\.|left|right|math(?:rm|bf|cal|it)|operatorname|boldsymbol|bm|vec|overrightarrow|text(?:rm|bf|it)?)"
    r"|\\(?:(?:wide)?(?:hat|tilde)|bar|displaystyle|[bB]igg?|[,;:! ])|[\s{}$&\u0300-\u036f\u200b\u2061-\u2064\u20d7]"
)
_WRITTEN = {  # LaTeX by what stands for it in a label
    **{"\\partial": "∂", "\\nabla": "∇", "\\prime": "'", "\\cdot": "·", "\\top": "T", "\\intercal": "T", "\\\\": ","},
    **{f"\\begin{{{kind}matrix}}": "(" for kind in ("", "p", "b", "B")},
    **{f"\\end{{{kind}matrix}}": ")" for kind in ("", "p", "b", "B")},
}
_IN_BRACKETS = re.compile(r"\(([∂d]\w{1,8})\)")  # (∂f)/(∂x)
_BRACED = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
_FRACTION = re.compile(rf"\\[dt]?frac\s*{_BRACED}\s*{_BRACED}")
_BAR = re.compile(r"\\[lr]?[vV]ert(?![A-Za-z])|\\\|")
_ARGUMENTS = r"(?:\([^()]*\))?"
_GRADIENT = re.compile(
    rf"[-−–]?(?:∇(?:²|\^2)?|D(?:²|\^2)?(?=[f-hF-HL])|[Gg]rad(?:ient)?)(?:_?\w{{1,8}})?{_ARGUMENTS}{_ARGUMENTS}(?:[·⋅*]\w{{1,8}})?"
)
_PARTIAL = re.compile(rf"[∂dδ]\w{{0,4}}{_ARGUMENTS}/[∂dδ](\w{{1,8}}){_ARGUMENTS}")
_SECOND = re.compile(rf"[∂d](?:²|\^2)\w{{0,4}}{_ARGUMENTS}/[∂d]\w{{1,8}}(?:(?:²|\^2)|[∂d]\w{{1,8}}){_ARGUMENTS}")
_SUBSCRIPT = re.compile(rf"(?:[^\W\d_]['’′]?_|[∂D]_?)(\w{{1,8}}){_ARGUMENTS}")
_PRIMED = re.compile(rf"[^\W\d_](?:_?\w{{1,8}})?['’′]{{1,3}}{_ARGUMENTS}")
_FUNCTION = re.compile(r"[^\W\d_](?:_?\w{1,8})?\([^()]*\)")
_LENGTH = re.compile(rf"[|‖]{{1,2}}∇?\w{{0,6}}{_ARGUMENTS}[|‖]{{1,2}}")
_TUPLE = re.compile(r"[(<⟨\[]([^()<>⟨⟩\[\],]+(?:,[^()<>⟨⟩\[\],]+)+)[)>⟩\]]")
#: The number of a step, or what marks a new or best value: w^{(1)}, w^{t+1}, w⁺, w*, w^{new}.
_LAYER = re.compile(r"\^(?:[(\[]\w+(?:[+-]\w+)?[)\]]|\w+[+-]\w+|[+*]|new|next)|(?<=\w)[*⁺]$|(?<=[)\]⟩])\^?[Tᵀ]$")
_COMPONENT = rf"(?:[^\W\d_]_\w|[∂d]\w{{1,4}}/[∂d]\w){_ARGUMENTS}[ijk]"
_COMBINATION = re.compile(rf"{_COMPONENT}(?:\+{_COMPONENT})+")  # f_x i + f_y j
_INDEXED = re.compile(r"[^\W\d_]+(?:_\w{1,12}|_[a-z][+-]\d|\d{1,3})?")  # w_1, w_new, w_t+1, w1
_PHRASE = re.compile(r"[A-Za-z]+(?: +[A-Za-z]+){1,6}")
_EVALUATED = re.compile(r"(?<=.)\|(?:_?\([^()|]*\)|_?\w+=[^|]*)$")

Kind = Literal["gradient", "component", "derivative", "function", "name", "variable", "point"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label as plain text, its kind, and the place of the variable that it belongs to (-1: none)."""

    text: str
    kind: Kind
    place: int = -1


def label_of(text: str, notation: Notation) -> Label | None:
    """The label that `text` is, or None if it is something else."""
    if len(text) > MAX_LABEL:
        return None
    plain = _stripped(text)
    place = place_of(plain, notation)
    if place >= 0:
        return Label(plain, "variable", place)
    if _GRADIENT.fullmatch(plain) or _COMBINATION.fullmatch(plain):
        return Label(plain, "gradient")
    if found := _PARTIAL.fullmatch(plain):
        return Label(plain, "component", _leading_place(found[1], notation))
    if _SECOND.fullmatch(plain) or _PRIMED.fullmatch(plain) or _LENGTH.fullmatch(plain):
        return Label(plain, "derivative")
    if found := _TUPLE.fullmatch(plain):
        return _tuple(plain, [label_of(part, notation) for part in found[1].split(",")])
    if found := _SUBSCRIPT.fullmatch(plain):
        place = place_of(found[1], notation) if plain[0] not in "∂D" else _leading_place(found[1], notation)
        return Label(plain, "component", place if place >= 0 else _counted(found[1]))
    if (place := place_of(plain[1:], notation)) >= 0 and plain[0].isalpha() and place_of(plain[0], notation) < 0:
        return Label(plain, "component", place)  # fx = 2x
    if _FUNCTION.fullmatch(plain):
        return Label(plain, "function")
    if _is_name(plain):
        return Label(plain, "name")
    return Label(text.strip(), "name") if _is_phrase(text.strip(), notation) else None


def _stripped(text: str) -> str:
    """`text` without LaTeX, typefaces, accents and the marks of a step: ∂f/∂x, w_1, (f_x,f_y)."""
    plain = _BAR.sub("|", unicodedata.normalize("NFD", text))
    for command, sign in _WRITTEN.items():
        plain = plain.replace(command, sign)
    plain = _NOISE.sub("", _FRACTION.sub(r"\1/\2", plain)).replace("\\", "").replace("^'", "'")
    plain = _LAYER.sub("", plain).replace("langle", "⟨").replace("rangle", "⟩")
    return _EVALUATED.sub("", _IN_BRACKETS.sub(r"\1", plain))


def _tuple(plain: str, parts: list[Label | None]) -> Label | None:
    """(x, y) is a point, (f_x, f_y) a gradient."""
    kinds = {part.kind if part is not None else None for part in parts}
    if kinds == {"variable"} or kinds == {"name"}:
        return Label(plain, "point")
    return Label(plain, "gradient") if kinds <= {"component", "derivative"} else None


def place_of(name: str, notation: Notation) -> int:
    """The place of the variable `name` among those of the notation, in any of its spellings; -1 if it is none."""
    key = canonical(name)
    return next((place for place, variable in enumerate(notation.variables) if canonical(variable) == key), -1)


def _leading_place(text: str, notation: Notation) -> int:
    """The place of the variable that `text` begins with: `x` of ∂/∂x f."""
    return next((place for end in range(len(text), 0, -1) if (place := place_of(text[:end], notation)) >= 0), -1)


def _counted(index: str) -> int:
    return int(index) - 1 if index.isascii() and index.isdigit() and index != "0" else -1


def _is_name(plain: str) -> bool:
    """One letter or Greek name with a subscript, or a word that announces an answer."""
    if plain in WORDS or plain.lower() in WORDS:
        return True
    base = canonical(plain.partition("_")[0]).partition("_")[0]
    named = (len(base) == 1 and base.isalpha() and base.isascii()) or base in GREEK_NAMES
    return named and _INDEXED.fullmatch(plain) is not None


def _is_phrase(text: str, notation: Notation) -> bool:
    """Several words that are no mathematics, one of them of three letters at least: `rate of change`, `unit vector`."""
    if _PHRASE.fullmatch(text) is None:
        return False
    names = names_of(notation)
    return any(len(word) > 2 and word not in names.entries and run(word, names, False) is None for word in text.split())
