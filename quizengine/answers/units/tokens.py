"""The signs and words of a text that may hold a unit; LaTeX is read in the same pass.

A token has a kind: `word`, `number` (digits only), `raised` (²), `^`, `*`, `/`, `-`, `(`, `)`, `°`, `fraction`
(\\frac) or `other`; and the place in the text that it takes up. Blanks and what only changes
how a formula looks are no tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizengine.maths.tree import MAX_LENGTH

_KINDS = r"""
(?P<degree>\^\s*\{?\s*\\(?:circ|degree)(?![A-Za-z])\s*\}?|\^\s*\{?\s*[°º˚∘]\s*\}?|\\(?:circ|degree|textdegree)(?![A-Za-z])|[°º˚])
|(?P<look>\\(?:mathrm|mathsf|mathup|mathit|text|textrm|textup|textnormal|mbox|operatorname|rm|si|unit)(?![A-Za-z]))
|(?P<blank>[\s\u00ad\u200b-\u200d\u2060\ufeff]+|\\[,;:!> ]|~|\\(?:q?quad|left|right|thinspace|displaystyle)(?![A-Za-z]))
|(?P<fraction>\\[dtc]?frac(?![A-Za-z]))
|(?P<greek>\\(?:mu|micro|Omega|ohm|euro|pounds)(?![A-Za-z]))
|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
|(?P<power>\*\*|\^)
|(?P<number>[0-9]+)
|(?P<times>[*·⋅∙•×]|\\(?:cdot|times)(?![A-Za-z]))
|(?P<over>[/÷⁄∕])
|(?P<minus>[-−–])
|(?P<open>[(\[{])
|(?P<close>[)\]}])
|(?P<word>[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+|\\?[%$]|[€£¥‰℃℉])
|(?P<other>\\[A-Za-z]+|.)
"""
_TOKEN = re.compile(_KINDS, re.VERBOSE | re.DOTALL)
TYPEFACE = "\\text{"  # braces that change only the look of what is in them
_SIGNS = {"degree": "°", "power": "^", "times": "*", "over": "/", "minus": "-"}
_GREEK = {"\\mu": "µ", "\\micro": "µ", "\\Omega": "Ω", "\\ohm": "Ω", "\\euro": "€", "\\pounds": "£"}
_LIKE = str.maketrans({"μ": "µ", "\u2126": "Ω", "\u212a": "K", "\u212b": "Å"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


@dataclass(frozen=True, slots=True)
class Token:
    """A sign or word, from `start` to `end` of the text; look: begins with a command that changes only the look."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def power(self) -> int:
        """Return the number of a `raised` or `number` token."""
        return int(self.text.translate(_RAISED))


@lru_cache(maxsize=64)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text`; of one that is too long to be an answer, none."""
    if len(text) > MAX_LENGTH:
        return ()
    found: list[Token] = []
    begun = None  # where a command began that belongs to the next token
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        start = match.start() if begun is None else begun
        if kind == "look":
            begun = start
        elif kind != "blank":
            typeface = begun is not None and match[0] == "{"
            found.append(_token(kind, TYPEFACE if typeface else match[0], start, match.end()))
            begun = None
    return tuple(_joined(found))


def _token(kind: str, text: str, start: int, end: int) -> Token:
    if kind in ("open", "close"):
        return Token("(" if kind == "open" else ")", text, start, end)
    if kind == "greek":
        return Token("word", _GREEK[text], start, end)
    if kind == "word":
        return Token("word", text.removeprefix("\\").translate(_LIKE), start, end)
    return Token(_SIGNS.get(kind, kind), text, start, end)


def _joined(tokens: list[Token]) -> list[Token]:
    r"""\mu m is µm, ℃ is ° and C, and °C written as one is two tokens in any case."""
    made: list[Token] = []
    for token in tokens:
        before = made[-1] if made else None
        if token.text in ("℃", "℉"):
            made.append(Token("°", "°", token.start, token.start))
            made.append(Token("word", "CF"["℃℉".index(token.text)], token.start, token.end))
        elif before and before.kind == "word" and before.text == "µ" and token.kind == "word":
            made[-1] = Token("word", "µ" + token.text, before.start, token.end)
        else:
            made.append(token)
    return made
