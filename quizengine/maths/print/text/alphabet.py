"""What one-line text can spell: Unicode with small raised digits, or ASCII only."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from quizengine.maths.print.layout import Letter
from quizengine.maths.print.symbols import BY_CHARACTER, SYMBOLS, Symbol

# Only what every font draws well, and no letter that would stand beside one without a small form (f_x and f_y).
_RAISED = dict(zip("0123456789+−-()nkmijT⊤′∗⋆†°∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿᵏᵐⁱʲᵀᵀ′*⋆†°°", strict=True))
_LOWERED = dict(zip("0123456789+−-=()nkmijt", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙₖₘᵢⱼₜ", strict=True))
_DOUBLE = dict(zip("RNZQCEP", "ℝℕℤℚℂ𝔼ℙ", strict=True))


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The spelling of one-line text. `roots` is keyed by the text of the index, "" for a square root."""

    signs: Mapping[str, str]
    raised: Mapping[str, str]
    lowered: Mapping[str, str]
    fences: Mapping[str, str]
    accents: Mapping[str, str]
    roots: Mapping[str, str]
    unicode: bool

    @property
    def bare_roots(self) -> bool:
        """Whether a root of one letter or number needs no bracket."""
        return self.unicode

    def letter(self, letter: Letter) -> str:
        """Return the letter, or the name of a Greek letter where it cannot be printed."""
        if self.unicode:
            return _DOUBLE.get(letter.text, letter.text) if letter.style == "double" else letter.text
        symbol = BY_CHARACTER.get(letter.text)
        return symbol.ascii if symbol is not None else self.words(letter.text)

    def words(self, text: str) -> str:
        """Return the author's words; without Unicode an accent is dropped and any other letter is a question mark."""
        if self.unicode or text.isascii():
            return text
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        return plain.encode("ascii", "replace").decode()


def _spaced(symbol: Symbol, spelling: str) -> str:
    if symbol.kind in ("add", "relation"):
        return f" {spelling} "
    if symbol.kind == "punctuation" or (symbol.kind == "prefix" and len(spelling) > 1):
        return f"{spelling} "
    return spelling


UNICODE = Alphabet(
    signs={symbol.name: _spaced(symbol, symbol.character) for symbol in SYMBOLS},
    raised=_RAISED,
    lowered=_LOWERED,
    fences={},
    accents={"hat": "\u0302", "bar": "\u0304", "line": "\u0304", "vec": "\u20d7", "tilde": "\u0303", "dot": "\u0307"},
    roots={"": "√", "3": "∛"},
    unicode=True,
)

ASCII = Alphabet(
    signs={symbol.name: _spaced(symbol, symbol.ascii) for symbol in SYMBOLS},
    raised={"'": "'"},
    lowered={},
    fences={"⟨": "<", "⟩": ">", "‖": "||", "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")"},
    accents={},
    roots={"": "sqrt", "3": "cbrt"},
    unicode=False,
)
