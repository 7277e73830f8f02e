"""The closed table of characters: what each sign that people type or paste stands for, and the look-alikes we refuse.

Folding never changes the length of a text, so every offset is an offset into what was typed.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Constant, Number

SPACES = " \t\n\r\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u2061\u2028\u2029\u3000\ufeff\ufe0f\u00ad"

SPACE = frozenset(SPACES.replace("\u2000-\u200d", "".join(map(chr, range(0x2000, 0x200E)))))

#: Token kinds of single signs; the value is what the parser needs to know beyond the kind.
SIGNS: dict[str, tuple[str, object]] = {
    **dict.fromkeys("*·×⋅∙∗•‧・✕✖⨯⨉\u2062", ("*", "*")),
    **dict.fromkeys("/÷∕⁄", ("/", "/")),
    **dict.fromkeys("-−–—‐‑‒﹣˗", ("-", "-")),
    **dict.fromkeys("+＋", ("+", "+")),
    **dict.fromkeys("^ˆ˄↑", ("^", "^")),
    **{".*": ("*", "*"), "./": ("/", "/"), ".^": ("^", "^")},  # componentwise, as in Matlab and Julia
    **dict.fromkeys("=＝", ("=", "=")),
    **dict.fromkeys("≤⩽≦", ("=", "≤")),
    **dict.fromkeys("≥⩾≧", ("=", "≥")),
    **{"≔": ("=", ":="), ":=": ("=", ":="), "←": ("=", "←")},
    "∈": ("=", "∈"),
    **dict.fromkeys(",、", (",", ",")),
    **dict.fromkeys(("→", "⟶", "->"), ("→", "→")),
    **dict.fromkeys("⟨〈〈‹", ("⟨", "⟨")),
    **dict.fromkeys("⟩〉〉›", ("⟩", "⟩")),
    **dict.fromkeys("|∣❘│", ("|", "|")),
    **dict.fromkeys("‖∥", ("‖", "‖")),
    **{sign: (sign, sign) for sign in "()[]{};&_."},
    **{"。": (".", "."), "〖": ("{", "〖"), "〗": ("}", "〗")},  # the last two group in Word's linear notation
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

SUPERSCRIPTS = str.maketrans(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᐟᐩᐨᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵅᵝᵞᵟᶿ", "0123456789+-=()/+-abcdefghijklmnoprstuvwxyzTαβγδθ"
)
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵧ", "0123456789aeoxhklmnpstijruvy")
SUPERSCRIPT_SIGNS, SUBSCRIPT_SIGNS = ("".join(map(chr, table)) for table in (SUPERSCRIPTS, SUBSCRIPTS))

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

_GROUPED_FUNCTION = re.compile(rf"〖({'|'.join(FUNCTIONS)})〗")

#: Letters that carry a hat: the unit vectors of the axes.
HATTED = {"î": "i", "ĵ": "j", "ẑ": "z", "ŷ": "y", "ŵ": "w", "û": "u"}


@lru_cache(maxsize=1)
def styled() -> dict[int, str]:
    """Return the plain letter, digit or sign of every styled one (𝑥, 𝐱, full-width ｘ), one character for one."""
    codes = (*range(0x1D400, 0x1D800), *range(0xFE50, 0xFE6C), *range(0xFF01, 0xFF5F), 0x210E, 0x2113)
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: letter for code, letter in plain.items() if len(letter) == 1 and letter != chr(code)}


def folded(text: str) -> str:
    """Return `text` with styled signs made plain, and Word's linear notation: ■(a&b@c&d) is (a&b;c&d), 〖sin〗^2 x is
    sin^2 x.

    The length stays.
    """
    if text.isascii():
        return text
    plain = text.translate(styled())
    if "■(" in plain or "█(" in plain:
        plain = plain.replace("■(", " (").replace("█(", " (").replace("@", ";")
    return _GROUPED_FUNCTION.sub(r" \1 ", plain) if "〖" in plain else plain


def name_of(sign: str) -> str:
    """Return a character in words, safe to print: `х (Cyrillic small letter ha, U+0445)`."""
    code = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").capitalize()
    category = unicodedata.category(sign)
    if category[0] in "CM" or category in ("Zl", "Zp"):
        return f"{name} {code}" if name else f"the {'control character' if category == 'Cc' else 'code'} {code}"
    return f"{sign} ({name}, {code})" if name else f"the code {code}"
