"""What all text passes on its way to a terminal: control characters become visible, and where the
terminal has no Unicode, letters and signs become ASCII.

    escape_controls("a\\x1b[31mb")   'a\\\\x1b[31mb': nothing in a text can move the cursor or change the screen
    to_ascii("∇f ≤ 2·x²")            'grad f <= 2*x^2'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from quizengine.unseen import escaped, make_visible

# control, format (bidirectional and invisible), surrogate, private, unassigned, line and paragraph separators
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

SIGNS: Mapping[str, str] = {
    **{"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "...", "·": "*", "⋅": "*", "×": "x", "÷": "/", "⁄": "/"},
    **{
        "✓": "[right]",
        "✗": "[wrong]",
        "•": "*",
        "→": "->",
        "←": "<-",
        "↑": "^",
        "↓": "v",
        "⇒": "=>",
        "⟨": "<",
        "⟩": ">",
    },
    **{"∇": "grad ", "∂": "d", "∫": "integral ", "Σ": "sum ", "∑": "sum ", "√": "sqrt ", "∛": "cbrt ", "∞": "infinity"},
    **{"≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "≡": "==", "±": "+-", "∓": "-+", "∝": "~", "∈": " in ", "°": " deg"},
    **{"€": "EUR", "£": "GBP", "µ": "u"},
    **{
        "‖": "||",
        "∥": "||",
        "∣": "|",
        "⊤": "^T",
        "ᵀ": "^T",
        "′": "'",
        "″": "''",
        "ℝ": "R",
        "½": "1/2",
        "¼": "1/4",
        "¾": "3/4",
    },
    **{"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "─": "-", "│": "|", "█": "#", "░": "."},
    **{"⎛": "/", "⎝": "\\", "⎞": "\\", "⎠": "/", "⎡": "[", "⎣": "[", "⎤": "]", "⎦": "]"},
    **{"⎜": "|", "⎟": "|", "⎢": "|", "⎥": "|"},
    **dict(zip("₀₁₂₃₄₅₆₇₈₉", (f"_{n}" for n in range(10)), strict=True)),
}
RAISED: Mapping[str, str] = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣ", "0123456789+-()nix", strict=True))


def escape_controls(text: str) -> str:
    """`text` with every character that a terminal would obey, hide or turn around written as \\x1b or \\u202e.

    Line breaks stay; tabs become spaces.
    """
    if text.isascii() and all(line.isprintable() for line in text.split("\n")):
        return text
    return "".join(_shown(character) for character in make_visible(text))


def _shown(character: str) -> str:
    if character == "\n":
        return character
    if character == "\t":
        return "    "
    return escaped(character) if unicodedata.category(character) in HIDDEN else character


def to_ascii(text: str) -> str:
    """Return `text` in ASCII: signs and Greek letters by name, raised digits after ^, accents left out, ? for
    the rest.
    """
    if text.isascii():
        return text
    out: list[str] = []
    raised = False
    for character in text:
        if character in RAISED:
            out.append(RAISED[character] if raised else "^" + RAISED[character])
        else:
            out.append(_folded(character))
        raised = character in RAISED
    return "".join(out)


def _folded(character: str) -> str:
    if character.isascii():
        return character
    if character in SIGNS:
        return SIGNS[character]
    name = unicodedata.name(character, "").split()
    if name[:1] == ["GREEK"] and "LETTER" in name:
        letter = name[name.index("LETTER") + 1].lower()
        return letter.capitalize() if "CAPITAL" in name else letter
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(character) else "?")
