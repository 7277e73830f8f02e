"""What may stand before the = sign of an answer: ∇f, f_x, ∂f/∂x, df/dx, f'(x), f(x, y), z, (x, y), |∇f|, slope.

What stands there asserts something. So a label is only the name of a value: what computes with one (-∇f, f_x + 1,
ln(m), |x|) is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.labels.arguments import are_sound, place_of
from quizengine.maths.parse.labels.phrases import WORDS, component_of, is_phrase, ordinal_of
from quizengine.maths.parse.labels.plain import is_turned, plain, shown, unevaluated, without_place
from quizengine.maths.parse.lexer.characters import SUBSCRIPTS
from quizengine.maths.parse.lexer.words import ALIASES, GREEK_NAMES, SHORT_GREEK, canonical

MAX_LABEL = 160
Kind = Literal[
    "gradient", "second", "derivative", "prime", "name", "glued", "function", "scalar", "word", "component", "tuple"
]

_WORDS = ("Loss", "loss", "MSE", "mse", "Cost", "cost", "error", "slope", "rate")
_WORDY = "|".join(sorted((*GREEK_NAMES, *SHORT_GREEK, *_WORDS), key=len)[::-1])
_SIGN = r"[^\W¹²³⁰-⁹¼-¾⅐-⅟]"  # a letter, digit or _, but no raised digit and no fraction
_LETTER = r"[^\W\d_¹²³⁰-₟¼-¾⅐-⅟]"
_HEAD = rf"(?:{_WORDY}|{_LETTER})"
_BY = rf"(?:(?:{_WORDY}|{_LETTER})(?:_?\d{{1,2}}|_[a-z]|[₀-ₜᵢⱼᵣᵤᵥᵧ]+)?|\d{{1,2}}|[₀-ₜᵢⱼᵣᵤᵥᵧ]+)"
_WORD_BY = rf"{_LETTER}{{2,12}}"
_ONCE = r"(?:\((?:[^()]|\([^()]*\))*\))?"
_ARGUMENTS = _ONCE * 2  # grad(f)(x, y)
_FACTOR = rf"(?:[·⋅*](?:{_SIGN}{{1,8}}|\([^()]*\)))"
_GRADIENT = re.compile(
    rf"(?:∇|[Gg]rad(?:ient)?|D(?=[f-hF-HLJ²]))(?P<twice>²?)(?:_(?P<by>{_SIGN}{{1,4}}?))?"
    rf" ?(?:{_HEAD}(?:_?\d)?)?{_ARGUMENTS}(?P<along>{_FACTOR}?)"
)
_SECOND = re.compile(rf"[∂d]² ?{_HEAD}?{_ARGUMENTS}/[∂d]({_BY})(?:²|[∂d]({_BY}))(?: ?{_HEAD})?{_ARGUMENTS}")
_PARTIAL = re.compile(
    rf"[∂dδ] ?({_HEAD}(?:_?\d)?)?{_ARGUMENTS}/[∂dδ] ?(?:({_BY})(?: ?({_HEAD}))?|({_WORD_BY})){_ARGUMENTS}"
)
_OPERATOR = re.compile(rf"[∂D](?:_|(?=[₀-ₜ])|(?<=D))({_BY})(?: ?({_HEAD}))?{_ARGUMENTS}")
_PRIMED = re.compile(rf"({_HEAD})(?:_?({_BY}))?(['’′]{{1,3}})(?:_({_BY}))?{_ARGUMENTS}")
_NAME = re.compile(rf"({_LETTER}+?)(?:_({_SIGN}{{1,12}})|(\d{{1,3}})|([₀-ₜᵢⱼᵣᵤᵥᵧ]+))?({_ONCE})")
_LENGTH = re.compile(r"(?:norm\((?P<of>.+)\)|(?P<bars>[|‖]{1,2})(?P<inside>[^|‖]+)[|‖]{1,2}(?:_2|₂)?)")
#: Between single bars, what is surely a vector: |∇f|, |v|, |(3, 4)|.
_VECTOR = re.compile(rf"(?:∇|grad)[^+\-−/²^*]*|[abdgnpqru-wAFHJPQ](?:_?{_SIGN}{{1,3}})?|\(.+,.+\)|[⟨<].+,.+[⟩>]")
#: Between double bars, what is surely a number of its own, so that the bars change it: ‖f‖, ‖f_x‖.
_NUMBER = re.compile(rf"[f-h](?:_?{_LETTER})?'?{_ARGUMENTS}|[∂d].*")
_OF_MATRIX = re.compile(rf"(?:det|tr|div)(?: ?[A-Z]{_SIGN}{{0,3}}|\([^()]*\))", re.IGNORECASE)
_TUPLE = re.compile(r"[(<⟨\[](.+[,;].+)[)>⟩\]]")
_BETWEEN = re.compile(r"[,;](?![^()]*\))")
_TERM = re.compile(r"(.+?)[ *·]?([ijk])")
_BOLD = re.compile(r"\\(?:mathbf|boldsymbol|bm|vec)(?![a-z])")
_SAYS = (frozenset((*FUNCTIONS, *ALIASES)) | {"exp"}) - GREEK_NAMES
_ORDERED = ("i", "j", "k")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was understood.

    text: as it is repeated; head: what is named or derived, `f` of f_x and `x` of x_1; by: what it is derived by, or
    the subscript of a name. step: the mark of an iterate or of a new value; parts: the labels of a tuple; is_bold:
    whether it was typed as a vector; is_turned: whether a transpose was; place: where it is taken. Names are canonical.
    """

    text: str
    kind: Kind
    head: str = ""
    by: tuple[str, ...] = ()
    step: str = ""
    parts: tuple[Label, ...] = ()
    is_bold: bool = False
    is_turned: bool = False
    place: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def label_of(text: str) -> Label | None:
    """Return the label that `text` is, or None if it is something else."""
    typed = text.strip()
    if not typed or len(typed) > MAX_LABEL:
        return None
    bare, step = plain(typed)
    label = _label(bare) or _phrase(" ".join(typed.split()))
    if label is None:
        return None
    told = shown(typed, bare, step)
    is_bold = _BOLD.search(typed) is not None
    if is_bold and label.kind == "derivative":
        told = f"∇{label.head}"  # ∂f/∂𝐱
    return replace(label, text=told, step=step, is_bold=is_bold, is_turned=is_turned(typed), place=place_of(typed))


def _label(bare: str) -> Label | None:
    """The label that plain text is; each of the ways to write one in turn."""
    for way in (_derivative, _gradient, _length, _tuple, _combined, _primed, _named):
        if (label := way(bare)) is not None:
            return label if label.kind in ("scalar", "tuple") or are_sound(bare) else None
    return None


def _gradient(bare: str) -> Label | None:
    """∇f, grad f, Df, ∇²f; ∇f·u is a number."""
    found = _GRADIENT.fullmatch(bare)
    if found is None:
        return None
    by = (canonical(found["by"]),) if found["by"] else ()
    if found["along"] and (direction := found["along"][1:]).isalpha():
        by = (canonical(direction),)
    return Label(bare, "second" if found["twice"] else "scalar" if found["along"] else "gradient", by=by)


def _length(bare: str) -> Label | None:
    """|∇f|, ‖x‖, norm(v), det H"""
    found = _LENGTH.fullmatch(bare)
    if found is None:
        return Label(bare, "scalar") if _OF_MATRIX.fullmatch(bare) else None
    if found["bars"] == "|":
        return Label(bare, "scalar") if _VECTOR.fullmatch(found["inside"]) else None
    return None if _NUMBER.fullmatch(found["of"] or found["inside"]) else Label(bare, "scalar")


def _primed(bare: str) -> Label | None:
    """f', f'(x), f'_x, f''"""
    found = _PRIMED.fullmatch(bare)
    if found is None:
        return None
    by = found[2] or found[4]
    kind: Kind = "second" if len(found[3]) > 1 else "derivative" if by else "prime"
    return Label(bare, kind, canonical(found[1]), (canonical(by),) if by else ())


def _derivative(bare: str) -> Label | None:
    """∂f/∂x, d/dx f, ∂_x f, D_u f, ∂²f/∂x∂y"""
    if "/" not in bare and bare[:1] not in ("∂", "D"):
        return None
    if (found := _SECOND.fullmatch(bare)) is not None:
        first = canonical(found[1])
        return Label(bare, "second", by=(first, canonical(found[2]) if found[2] else first))
    if (found := _PARTIAL.fullmatch(bare)) is not None:
        return Label(bare, "derivative", canonical(found[1] or found[3] or ""), (canonical(found[2] or found[4]),))
    if (found := _OPERATOR.fullmatch(bare)) is not None and not _GRADIENT.fullmatch(bare):
        return Label(bare, "derivative", canonical(found[2] or ""), (canonical(found[1].translate(SUBSCRIPTS)),))
    return None


def _named(bare: str) -> Label | None:
    """A letter or Greek name, with subscript and arguments, or a word; `fx` and `dw` are f and d with what follows."""
    if bare.lower() in WORDS:
        return Label(bare, "word", bare.lower())
    found = _NAME.fullmatch(bare)
    if found is None:
        return None
    word, index, arguments = found[1], (found[2] or found[3] or found[4] or "").translate(SUBSCRIPTS), found[5]
    text = found[0]
    if word in _SAYS and (arguments or len(word) > 1):
        return None
    is_head = len(word) == 1 or re.fullmatch(_WORDY, word) is not None
    if is_head:
        by = (canonical(index),) if index else ()
        return Label(text, "function" if arguments and not index else "name", canonical(word), by)
    if len(word) > 6 or (found[2] is not None and len(word) > 2):
        return None
    return Label(text, "glued", canonical(word[0]), (canonical(f"{word[1:]}{index and '_'}{index}"),))


def _tuple(bare: str) -> Label | None:
    """(x, y) and (f_x, f_y)"""
    found = _TUPLE.fullmatch(bare)
    return None if found is None else _of_parts(bare, [_label(unevaluated(part)) for part in _BETWEEN.split(found[1])])


def _of_parts(bare: str, parts: list[Label | None]) -> Label | None:
    known = tuple(part for part in parts if part is not None)
    return Label(bare, "tuple", parts=known) if len(known) == len(parts) else None


def _combined(bare: str) -> Label | None:
    """f_x i + f_y j, as the tuple (f_x, f_y)"""
    if "+" not in bare:
        return None
    terms = [_TERM.fullmatch(term) for term in bare.split("+")]
    axes = {term[2]: _label(term[1]) for term in terms if term is not None}
    if len(axes) < len(terms) or len(terms) > len(_ORDERED) or set(axes) != set(_ORDERED[: len(terms)]):
        return None
    return _of_parts(bare, [axes[axis] for axis in _ORDERED[: len(terms)]])


def _phrase(text: str) -> Label | None:
    text = without_place(text)
    if (number := ordinal_of(text)) > 0:
        return Label(text, "component", "component", (str(number),))
    if (name := component_of(text)) != "":
        return Label(text, "component", canonical(name))
    return Label(text, "word", text.lower()) if is_phrase(text) else None
