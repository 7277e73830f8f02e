"""The closed table of characters: what each sign that people type or paste stands for, and the look-alikes we refuse.

Folding never changes the length of a text, so every offset is an offset into what was typed.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache

from quizengine.maths.tree import Constant, Number

SPACES = " \t\n\r\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u2061\u2028\u2029\u3000\ufeff\ufe0f\u00ad"

SPACE = frozenset(SPACES.replace("\u2000-\u200d", "".join(map(chr, range(0x2000, 0x200E)))))

#: Token kinds of single signs; the value is what the parser needs to know beyond the kind.
SIGNS: dict[str, tuple[str, object]] = {
    **dict.fromkeys("*·×⋅∙∗•‧・✕✖⨯⨉\u2062", ("*", "*")),
    **dict.fromkeys("/÷∕⁄", ("/", "/")),
    **dict.fromkeys("-−–—‐‑‒﹣˗", ("-", "-")),
    **dict.fromkeys("+＋", ("+", "+")),
    **dict.fromkeys("^ˆ", ("^", "^")),
    **dict.fromkeys("=＝", ("=", "=")),
    **dict.fromkeys("≤⩽≦", ("=", "≤")),
    **dict.fromkeys("≥⩾≧", ("=", "≥")),
    **dict.fromkeys(("≔", "←", ":="), ("=", ":=")),
    "∈": ("=", "∈"),
    **dict.fromkeys(",、", (",", ",")),
    **dict.fromkeys(("→", "⟶", "->"), ("→", "→")),
    **dict.fromkeys("⟨〈〈", ("⟨", "⟨")),
    **dict.fromkeys("⟩〉〉", ("⟩", "⟩")),
    **dict.fromkeys("|∣❘", ("|", "|")),
    **dict.fromkeys("‖∥", ("‖", "‖")),
    **{sign: (sign, sign) for sign in "()[]{};&_."},
    "**": ("^", "^"),
    "==": ("=", "="),
    "≠": ("=", "≠"),
    "!=": ("=", "≠"),
    "<>": ("=", "≠"),
    "<": ("<", "<"),
    ">": (">", ">"),
    "<=": ("=", "≤"),
    ">=": ("=", "≥"),
    "√": ("√", 2),
    "∛": ("√", 3),
    "∜": ("√", 4),
    "∞": ("x", Constant("infinity")),
    "ℯ": ("x", Constant("e")),
    "ⅇ": ("x", Constant("e")),
    **{
        sign: ("0", Number(value.numerator, value.denominator))
        for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
        for value in [Fraction(unicodedata.numeric(sign)).limit_denominator(10)]
    },
}

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᶻᵃᵇᶜᵈᵉᵏᵐᵖᵗᵘᵛʷᵀ", "0123456789+-=()nixyzabcdekmptuvwT")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "0123456789aeoxhklmnpstijruv")

_SMALL = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
)
_CAPITAL = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
#: Greek letters by name; the capitals that look Latin are not among them.
GREEK: dict[str, str] = {
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _SMALL.split(), strict=True)),
    **dict(zip("ΓΔΘΛΞΠΣΥΦΨΩ", _CAPITAL.split(), strict=True)),
    **{
        "ϵ": "epsilon",
        "ϕ": "phi",
        "ϑ": "theta",
        "ϱ": "rho",
        "ϖ": "pi",
        "ϰ": "kappa",
        "ς": "sigma",
        "µ": "mu",
        "Ω": "Omega",
    },
}

#: Letters of other alphabets and the Latin letter that they look like.
LOOK_ALIKES: dict[str, str] = {
    **dict(zip("авекмнорстухѕіјԁһԛԝѵЬ", "abekmhopctyxsijdhqwvb", strict=True)),
    **dict(zip("АВЕКМНОРСТУХЅІЈԌ", "ABEKMHOPCTYXSIJG", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αγικνορτυχωη", "ayikvoptuxwn", strict=True)),
    **{"ı": "i", "ȷ": "j", "ɡ": "g", "ɑ": "a", "K": "K", "Å": "A", "ſ": "s", "ℓ": "l"},
}

#: Letters that carry a hat: the unit vectors of the axes.
HATTED = {"î": "i", "ĵ": "j", "ẑ": "z", "ŷ": "y", "ŵ": "w", "û": "u"}


@lru_cache(maxsize=1)
def styled() -> dict[int, str]:
    """The plain letter, digit or sign of every styled one (𝑥, 𝐱, full-width ｘ), one character for one."""
    codes = (*range(0x1D400, 0x1D800), *range(0xFF01, 0xFF5F), 0x210E, 0x2113)
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: letter for code, letter in plain.items() if len(letter) == 1 and letter != chr(code)}


def name_of(sign: str) -> str:
    """A character in words, safe to print: `х (Cyrillic small letter ha, U+0445)`."""
    code = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").capitalize()
    category = unicodedata.category(sign)
    if category.startswith("C") or category.startswith("M") or category in ("Zl", "Zp"):
        return f"{name} {code}" if name else f"the {'control character' if category == 'Cc' else 'code'} {code}"
    return f"{sign} ({name}, {code})" if name else f"the code {code}"
