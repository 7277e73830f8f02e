"""What our reader cannot spell, under names that it can: \\hat{m}_2, w_{\\text{new}}, a derivative of what is unknown.

The same formula has the same name everywhere, so what one step says of it is known in the next.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi"
    "|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|ell"
)
_INDEX = r"(?:_(?:\{\w+\}|\w))?"
#: a name with its index behind a d, as in dL/dw
BEHIND_D = rf"(?:\\(?:{GREEK})(?![A-Za-z])|[A-Za-z](?![A-Za-z])){_INDEX}"
#: a name with its index; no command such as \cdot
NAME = rf"(?:\\(?:{GREEK})(?![A-Za-z])|(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])){_INDEX}"
_ANY_INDEX = r"(?:_(?:\{[^{}]*\}|\w))?"
_ACCENTED = rf"\\(?:hat|bar|tilde|vec|dot|mathbf|boldsymbol)\s*(?:\{{[^{{}}]*\}}|[A-Za-z]){_ANY_INDEX}"
_IN_WORDS = rf"(?:{NAME}|{_ACCENTED})(?:_|\^)\{{\\(?:text|mathrm)\{{[^{{}}]*\}}\}}"
_DERIVATIVE = r"\\frac\{(?:\\partial|d)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\{(?:\\partial|d)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
_GRADIENT = rf"\\nabla\s*(?:{NAME}|{_ACCENTED})"
_PRIMED = rf"{NAME}(?:'+|\\prime)"
_CONSTANT = r"(?<![A-Za-z\\])E(?![A-Za-z_])"  # e, to our reader
_CALLED = rf"(?P<called>{NAME})(?=\s*(?:\\left)?\()"
_SYMBOLS = (_DERIVATIVE, _GRADIENT, _PRIMED, _IN_WORDS, _ACCENTED, _CONSTANT, _CALLED)
_SYMBOL = re.compile("|".join(_SYMBOLS))
_PI = rf"\\pi(?![A-Za-z]){_ANY_INDEX}"
_SYMBOL_OR_PI = re.compile("|".join((*_SYMBOLS, _PI)))
NO_FUNCTIONS = frozenset({"e", "pi", "sigma"})  # a number each, and one that our reader knows
_FIRST_LETTER = "Z"
_PI_IS_A_NAME = "\\pi"  # among the symbols


def spelled(formula: str, symbols: dict[str, str], factors: Collection[str]) -> str:
    """Return `formula` with the names that `symbols` has for what cannot be read; it is given new ones.

    factors: the names that are known as values or variables; before brackets another one stands for a function.
    """
    out, at, start = "", 0, 0
    pattern = _SYMBOL_OR_PI if _PI_IS_A_NAME in symbols else _SYMBOL
    while (found := pattern.search(formula, start)) is not None:
        end = end_of_arguments(formula, found.end())
        if found["called"] and (end == found.end() or _spelling(found["called"]) in factors):
            start = found.end()
            continue
        text = re.sub(r"\s+", "", formula[found.start() : end])
        out += f"{formula[at : found.start()]} {_symbol(text, symbols)} "
        at = start = end
    return out + formula[at:]


def call_pi_a_name(left: str, symbols: dict[str, str]) -> None:
    """Take π for a name from here on if `left`, of a definition, is π, π(θ) or π_1, as a policy is called."""
    found = re.match(_PI, left)
    if found is not None and not left[end_of_arguments(left, found.end()) :].strip():
        _symbol(_PI_IS_A_NAME, symbols)


def _symbol(text: str, symbols: dict[str, str]) -> str:
    return symbols.setdefault(text, f"{_FIRST_LETTER}_{{{len(symbols) + 1}}}")


def _spelling(written: str) -> str:
    return re.sub(r"[\\{}]", "", written)


def is_symbol(name: str) -> bool:
    """Return whether a name stands for what our reader cannot spell."""
    return name.startswith(f"{_FIRST_LETTER}_")


def end_of_arguments(formula: str, start: int) -> int:
    """Return where the arguments in brackets end that begin at `start`, or `start` if none do."""
    opening = re.compile(r"\s*(?:\\left)?\(").match(formula, start)
    if opening is None:
        return start
    depth = 0
    for place in range(opening.end() - 1, len(formula)):
        depth += (formula[place] == "(") - (formula[place] == ")")
        if depth == 0:
            return place + 1
    return start


def arguments(formula: str, start: int, end: int) -> Iterator[str]:
    """Yield the arguments between brackets at `start` and `end`, as end_of_arguments finds them."""
    inside = re.sub(r"^\s*(?:\\left)?\(|(?:\\right)?\)$", "", formula[start:end])
    depth, piece = 0, ""
    for sign in inside:
        depth += (sign in "({[") - (sign in ")}]")
        if sign == "," and depth == 0:
            yield piece.strip()
            piece = ""
        else:
            piece += sign
    if piece.strip():
        yield piece.strip()
