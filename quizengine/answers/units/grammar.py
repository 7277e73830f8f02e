"""Units in a text: °C/s, °C s^-1, m·s⁻², J/(kg K), degrees Celsius per second, square metres, \\frac{m}{s}.

found = unit_at(tokens, 1, own)       the longest unit that begins with token 1, and the token after it
found.readings                        the units that it may be: of J/kg K two, of degrees several
found.shown                           the unit as it is printed: m·s⁻²
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from quizengine.answers.units.table import NAMES
from quizengine.answers.units.terms import Found, Term
from quizengine.answers.units.tokens import TYPEFACE, Token
from quizengine.answers.units.unit import Unit
from quizengine.answers.units.words import SCALES, Meanings, meanings

MOST_TERMS, MOST_DEPTH, MOST_POWER, MOST_NUMBER = 12, 4, 12, 9
_PER = ("per", "a", "an", "each")
_NOISE = ("of", "the")
_BEFORE = {"square": 2, "sq": 2, "cubic": 3}
_AFTER = {"squared": 2, "cubed": 3}
_DEGREES = ("°", "deg", "degree", "degrees")


def unit_at(tokens: Sequence[Token], at: int, own: frozenset[str] = frozenset(), strange: bool = False) -> Found | None:
    """Return the unit that begins with token `at`, None where none does; strange: words that are known nowhere, too."""
    terms, end = _Reader(tokens, own, strange).terms(at, 0)
    return Found(terms, end) if terms else None


@dataclass(slots=True)
class _Reader:
    """Reads terms one after the other; each method returns what it read and the place after it."""

    tokens: Sequence[Token]
    own: frozenset[str]
    strange: bool
    nothing: tuple[None, int] = field(default=(None, 0), init=False)

    def text(self, at: int, kind: str = "word") -> str:
        """The text of token `at`, "" where it is of another kind or there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) and self.tokens[at].kind == kind else ""

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def terms(self, at: int, depth: int) -> tuple[tuple[Term, ...], int]:
        """Return the terms of the unit that begins at token `at`, inside `depth` brackets, and the token after it."""
        found: list[Term] = []
        end = at
        while len(found) < MOST_TERMS:
            by, after = self._joined(end, bool(found))
            if self.text(after, "(") == TYPEFACE and (inside := self._in_typeface(by, after, depth)):
                found += inside[0]
                end = inside[1]
                continue
            term, stop = self._term(by, after, depth)
            if term is None:
                break
            found.append(term)
            end = stop
        return tuple(found), end

    def _in_typeface(self, by: str, at: int, depth: int) -> tuple[tuple[Term, ...], int] | None:
        r"""The terms in \text{m/s}, which are read as they look: ^2 behind the brace belongs to the s."""
        group, stop = self.terms(at + 1, depth + 1) if depth < MOST_DEPTH else ((), at)
        if not group or self.kind(stop) != ")":
            return None
        power, end = self._power(stop + 1)
        first, *others = group
        *before, last = replace(first, by=first.by or by), *others
        raised = replace(last, power=last.power * power, exponent=last.exponent * power)
        return ((*before, raised), end) if 0 < abs(raised.power) <= MOST_POWER else None

    def _joined(self, at: int, begun: bool) -> tuple[str, int]:
        """How the term that follows is joined."""
        if not begun and self.text(at, "number") == "1" and self.kind(at + 1) == "/":
            return "/", at + 2
        if self.kind(at) == "/":
            return "/", at + 1
        if begun and self.kind(at) == "*":
            return "*", at + 1
        if begun and self._hyphen(at):
            return "", at + 1
        word = self.text(at).lower()
        if word == "per" or (word in _PER and begun and self.text(at + 1)):
            return "per", at + 1
        return "", at + 1 if begun and word in _NOISE else at

    def _hyphen(self, at: int) -> bool:
        """Is token `at` the hyphen of kilowatt-hours? Between symbols it would be a minus."""
        names = self.text(at - 1), self.text(at + 1)
        close = self.kind(at) == "-" and self.tokens[at - 1].end == self.tokens[at].start
        return (
            close and all(name.lower() in NAMES for name in names) and self.tokens[at].end == self.tokens[at + 1].start
        )

    def _term(self, by: str, at: int, depth: int) -> tuple[Term | None, int]:
        square = self.text(at)
        before = _BEFORE.get(square.lower(), 1)
        at += before != 1
        term, end = self._atom(by, at, depth)
        if term is None:
            return term, end
        power, end = self._power(end)
        after = _AFTER.get(self.text(end).lower(), 1)
        power *= after
        end += after != 1
        if not 0 < abs(power * before) <= MOST_POWER:
            return None, end
        shown = f"{square} {term.shown}" if before != 1 and term.shown else term.shown
        return Term(by, shown, term.meanings, term.group, power * before, power), end

    def _atom(self, by: str, at: int, depth: int) -> tuple[Term | None, int]:
        match self.kind(at):
            case "°":
                return self._degrees(by, at)
            case "word":
                return self._word(by, at)
            case "(" if depth < MOST_DEPTH:
                group, end = self.terms(at + 1, depth + 1)
                return (Term(by, "", None, group), end + 1) if group and self.kind(end) == ")" else (None, at)
            case "fraction" if depth < MOST_DEPTH:
                return self._fraction(by, at, depth)
            case "number" if by in ("/", "per") and len(self.text(at, "number")) <= MOST_NUMBER:
                return self._number(by, at)
        return None, at

    def _number(self, by: str, at: int) -> tuple[Term | None, int]:
        """The number in L/100 km, behind which a unit must stand."""
        number = int(self.text(at, "number"))
        if number < 2 or at < 2 or self.kind(at + 1) != "word" or self.kind(at - 2) not in ("word", "raised"):
            return None, at
        unit = Unit(Fraction(number), ())
        return Term(by, str(number), Meanings((unit,), (unit,))), at + 1

    def _fraction(self, by: str, at: int, depth: int) -> tuple[Term | None, int]:
        top, middle = self._atom("", at + 1, depth + 1)
        bottom, end = self._atom("/", middle, depth + 1)
        if top is None or bottom is None or self.kind(at + 1) != "(" or self.kind(middle) != "(":
            return None, at
        return Term(by, "", None, (*top.group, bottom)), end

    def _degrees(self, by: str, at: int) -> tuple[Term | None, int]:
        """°, deg or degrees, with the scale that follows."""
        end = at + 1
        scale = SCALES.get(self.text(end).lower())
        if scale:
            return Term(by, scale, meanings(scale)), end + 1
        if self.kind(end) == "(" and self.kind(end + 2) == ")" and (scale := SCALES.get(self.text(end + 1).lower())):
            return Term(by, scale, meanings(scale)), end + 3
        shown = "°" if self.kind(at) == "°" else self.tokens[at].text
        return Term(by, shown, meanings(shown)), end

    def _word(self, by: str, at: int) -> tuple[Term | None, int]:
        word = self.tokens[at].text
        if word.lower() in _DEGREES:
            return self._degrees(by, at)
        if word == "µ" and self.text(at + 1, "(") and self.text(at + 2) and self.text(at + 3, ")"):
            return Term(by, word + self.text(at + 2), meanings(word + self.text(at + 2))), at + 4
        found = meanings(word, self.own)
        if (found.folded and word.lower() not in ("and", "or")) or self.strange:
            return Term(by, word, found), at + 1
        return None, at

    def _power(self, at: int) -> tuple[int, int]:
        """The power that stands after a term, 1 without one: ², ^2, ^{-1}, ^(-1), and right after it 2 or -1."""
        if self.kind(at) == "raised":
            return self.tokens[at].power, at + 1
        if self.kind(at) != "^":
            return self._typed_small(at)
        end = at + 1
        opened = self.kind(end) == "("
        end += opened
        sign = -1 if self.kind(end) == "-" else 1
        end += sign < 0
        number = self.text(end, "number")
        if not number or len(number) > 2 or (opened and self.kind(end + 1) != ")"):
            return 0, end
        return sign * int(number), end + 1 + opened

    def _typed_small(self, at: int) -> tuple[int, int]:
        """m2 and s-1, without a blank."""
        sign = -1 if self.kind(at) == "-" else 1
        end = at + (sign < 0)
        number = self.text(end, "number")
        close = all(self.tokens[i].end == self.tokens[i + 1].start for i in range(at - 1, end)) if number else False
        return (sign * int(number), end + 1) if close and len(number) == 1 else (1, at)
