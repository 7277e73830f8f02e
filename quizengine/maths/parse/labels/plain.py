"""A label as it is typed, made plain: ∂f/∂x of `\\frac{\\partial f}{\\partial x}`, w_1 of `\\mathbf{w}_{1}`."""

from __future__ import annotations

import re
import unicodedata

_WRITTEN = {  # LaTeX by what stands for it in a label
    **{"\\partial": "∂", "\\nabla": "∇", "\\prime": "'", "\\cdot": "·", "\\top": "T", "\\intercal": "T"},
    **{"\\star": "*", "\\ast": "*", "\\langle": "⟨", "\\rangle": "⟩", "\\\\": ","},
    **{f"\\begin{{{kind}matrix}}": "(" for kind in ("", "p", "b", "B")},
    **{f"\\end{{{kind}matrix}}": ")" for kind in ("", "p", "b", "B")},
}
_BAR = re.compile(r"\\[lr]?[vV]ert(?![A-Za-z])|\\\|")
_BRACED = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
_FRACTION = re.compile(rf"\\[dt]?frac\s*{_BRACED}\s*{_BRACED}")
_NOISE = re.compile(
    r"\\(?:left\.|left|right|math(?:rm|bf|cal|it|sf)|operatorname|boldsymbol|bm|vec|overrightarrow|text(?:rm|bf|it)?)"
    r"|\\(?:(?:wide)?(?:hat|tilde)|bar|displaystyle|[bB]igg?[lr]?|[,;:! ]|q?quad)|\\var(?=phi|theta|epsilon)|[$&]"
)
_MARKS = re.compile("[\u0300-\u036f\u200b\u2061-\u2064\u20d7]")  # accents and what is not seen
_SPACES = re.compile(r"(?<![^\W_])\s+|\s+(?![^\W_])")  # all but one between two letters: `grad f`
_AT = re.compile(r"\s+at\s+(?:the\s+point\s+)?(?:\([^()]*\)|[A-Za-z]\w*)\s*$")
_EVALUATED = re.compile(r"(?<=.)\|(?:_?\{?\([^()|]*\)\}?|_?\{?\w+=[^|]*|_\{?\w+\}?)$")
_GROUP = re.compile(r"(?<![_^])\{([^{}]*)\}")
_LOWERED = re.compile(r"_(?:\{([^{}]*)\}|\(([A-Za-z][+-]\d|\d(?:,\d)?)\))")
_SHORT = re.compile(r"(?<=_)\{\s*(\w+)\s*\}|(?<=\^)\{\s*(\d)\s*\}")
_INDEX = r"(\w{1,4}(?:[+-]\w)?)"
#: The number of a step, or what marks a new or best value: w^{(1)}, w^(1), w^{t+1}, w^[2], w^{new}, w*, w⁺.
_STEP = re.compile(
    rf"\^(?:\{{(?:[(\[]{_INDEX}[)\]]|([a-z][+-]\d|new|next|old|[*+]))\}}|[(\[]{_INDEX}[)\]]|(new|next|old|[*+]))|(?<=\w)([*⁺])$"
)
_RAISED = re.compile(r"⁽([⁰¹²³⁴-⁹ᵗᵏⁿ⁺⁻]+)⁾")
_SMALL, _PLAIN = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵗᵏⁿ⁺⁻", "0123456789tkn+-"
_SECOND = re.compile(r"[∂dDδ∇](?:\^2|²)")
_TURNED = re.compile(r"\^(?:\{[Tᵀ]\}|[Tᵀ])$|(?<=[)\]⟩>])[Tᵀ]$")
_TRANSPOSED = re.compile(r"(?:\^\s*\{?\s*(?:[Tt⊤]|\\top|\\intercal)\s*\}?|[ᵀ⊤])\s*$")
_IN_BRACKETS = re.compile(r"\(([∂d]\w{0,8}²?(?:[∂d]\w{1,8}²?)?)\)")  # (∂f)/(∂x)


def plain(text: str) -> tuple[str, str]:
    """Return `text` without LaTeX, typefaces, accents, spaces and the place of evaluation; and the mark of its step."""
    bare = _BAR.sub("|", unicodedata.normalize("NFD", text))
    for command, sign in _WRITTEN.items():
        bare = bare.replace(command, sign)
    bare = _NOISE.sub(" ", _FRACTION.sub(r"{\1}/{\2} ", without_place(bare)))
    bare = _SPACES.sub("", " ".join(_ungrouped(_MARKS.sub("", bare)).split()))
    bare = unevaluated(bare.replace("\\", "").replace("^'", "'"))
    bare = _TURNED.sub("", _RAISED.sub(lambda found: f"^({found[1].translate(str.maketrans(_SMALL, _PLAIN))})", bare))
    if _SECOND.match(bare):
        bare = bare.replace("^2", "²").replace("² ", "²")
    steps = [next(filter(None, found.groups())) for found in _STEP.finditer(bare)]
    bare = _LOWERED.sub(lambda found: _lowered(found[1] or found[2] or "", steps), _STEP.sub("", bare))
    return _IN_BRACKETS.sub(r"\1", bare), "".join(steps)


def is_turned(text: str) -> bool:
    """Return whether a transpose stands at the end of a label: A^T."""
    return _TRANSPOSED.search(text) is not None


def without_place(text: str) -> str:
    """Return `text` without `at (1, 2)` at its end."""
    return _AT.sub("", text)


def unevaluated(text: str) -> str:
    """Return `text` without the place where a derivative is taken: f_x of f_x|_(1,2)."""
    return _EVALUATED.sub("", text)


def _ungrouped(text: str) -> str:
    """`text` without the braces that only group."""
    text = _SHORT.sub(r"\1\2", text)
    while "{" in text and (without := _GROUP.sub(r"\1", text)) != text:
        text = without
    return text


def _lowered(index: str, steps: list[str]) -> str:
    """A subscript in braces as one word, `_12` for `_{1,2}`; t+1 is the number of a step."""
    if "+" in index or "-" in index:
        steps.append(index)
        return ""
    return f"_{index.replace(',', '')}"


def shown(text: str, bare: str, step: str) -> str:
    """Return the label as it is repeated to its learner: as it was typed, or plain where LaTeX was typed."""
    if not set("\\${&").isdisjoint(text):
        return bare + _raised(step)
    return " ".join(text.split())


def _raised(step: str) -> str:
    """The mark of a step as it is read again: x⁽²⁾, w^(new)."""
    if not step or not set(step) <= set(_PLAIN):
        return step and f"^({step})"
    return f"⁽{step.translate(str.maketrans(_PLAIN, _SMALL))}⁾"
