"""The fill-ins of an author's sentences at which some values print as nobody writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quizengine.check.texts.formulas import tokens_of, words_between
from quizengine.maths.print.symbols import BY_NAME
from quizengine.maths.print.upright_names import KNOWN_WORDS

if TYPE_CHECKING:
    from quizengine.maths.print.from_latex.tokens import Token

Role = Literal["factor", "power", "below", "signed"]

#: commands that begin a factor with an argument of their own
ACCENTED = {"\\mathbf", "\\boldsymbol", "\\bm", "\\sqrt", "\\nabla", "\\partial", "\\hat", "\\bar", "\\vec"}
#: a sign of a sum in words: not the dash of a sentence, nor that of a list
_BEHIND = re.compile(r"(?:(\+)|(?<=[>)\d])\s*([-−]))\s*<<(.*?)>>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """A fill-in in a formula at which some values print badly.

    role: what it is there: a factor of what follows, a whole power, all below a fraction bar, or behind two signs;
    beside: what it takes hold of; before: the sign in front of it; follows: the expression of the fill-in right behind
    it, "" for none.
    """

    expression: str
    role: Role
    beside: str = ""
    before: str = ""
    follows: str = ""


@lru_cache(maxsize=4096)
def spots(formula: str) -> tuple[Spot, ...]:
    """Return the fill-ins of a formula at which some values print badly, from left to right."""
    stream = tokens_of(formula)
    return tuple(spot for place, token in enumerate(stream) if token.kind == "fill" for spot in _spot(stream, place))


def _spot(stream: tuple[Token, ...], place: int) -> Iterator[Spot]:
    expression = stream[place].text
    before = [token.text for token in reversed(stream[max(0, place - 3) : place])] + ["", "", ""]
    after = stream[place + 1]
    alone = before[0] == "{" and after.text == "}"
    if before[0] == "^" or (alone and before[1] == "^"):
        base = stream[place - 2 - (before[0] == "{")] if place > 1 + (before[0] == "{") else None
        if base is not None and _is_letter(base):
            yield Spot(expression, "power", base.text)
    elif before[0] == "_" or _inside_index(stream, place):
        return
    elif alone and before[1] == "}" and _opens_fraction(stream, place - 2):
        yield Spot(expression, "below")
    elif before[0] == "-" and before[1] in ("+", "-"):
        yield Spot(expression, "signed")
    if before[0] == "^":
        return
    if after.kind == "fill":
        yield Spot(expression, "factor", before=before[0], follows=after.text)
    elif _is_letter(after) or after.text in ACCENTED or after.text[1:] in KNOWN_WORDS or after.text == "(":
        yield Spot(expression, "factor", after.text, before[0])


def _inside_index(stream: tuple[Token, ...], place: int) -> bool:
    """Whether a token stands in the braces of a subscript: there, 1j is no product."""
    depth = 0
    for at in range(place - 1, -1, -1):
        depth += stream[at].text == "}"
        if stream[at].text == "{":
            if depth == 0 and at and stream[at - 1].text == "_":
                return True
            depth -= depth > 0
    return False


def _opens_fraction(stream: tuple[Token, ...], closing: int) -> bool:
    """Whether the braces that close here are the upper half of a fraction."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += (stream[at].text == "}") - (stream[at].text == "{")
        if depth == 0:
            return at > 0 and stream[at - 1].text in ("\\frac", "\\dfrac", "\\tfrac")
    return False


def _is_letter(token: Token) -> bool:
    if token.kind == "command":
        return token.text[1:] in BY_NAME and BY_NAME[token.text[1:]].kind == "letter"
    return token.kind == "sign" and token.text.isalpha()


@lru_cache(maxsize=4096)
def behind_signs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the expressions that are filled in among words right behind a + or −, each with its sign."""
    found = (each for words in words_between(text) for each in _BEHIND.finditer(words))
    return tuple((each[1] or each[2], each[3].strip()) for each in found)
