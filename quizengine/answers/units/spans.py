"""Where units stand in what a learner typed, and the numbers without them.

    typed_units("(3 N/C, -2 N/C)", own)     two places; without("(3 N/C, -2 N/C)", places) is "(3    , -2    )"

A unit stands after a value, at the end of the text or before a sign that parts values: , ; ) ] = < ≤ and or. Money may
stand before its number; none stands inside brackets that are worked with, as in 8/(2 m). Every character stays at its
place, so that a fault of the number is told where it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizengine.answers.units.brackets import parts, worked_with
from quizengine.answers.units.grammar import unit_at
from quizengine.answers.units.table import CURRENCIES, SYMBOLS
from quizengine.answers.units.terms import Found
from quizengine.answers.units.tokens import Token, tokens_of
from quizengine.answers.units.unit import Unit

#: What a text with a unit has: a letter behind a digit, bracket, letter or blank, or the sign of a unit.
LIKELY = re.compile(r"[^\W\d_]|[%‰°º˚€$£¥℃℉]|\\(?:circ|degree)")
_VALUE_ENDS = frozenset("[|½⅓⅔¼¾⅕⅛.!⟩")
_ANGLES = re.compile(r"[^<>]*=?\s*<[^<>]*>[^<>]*\Z")  # ⟨3, -2⟩ typed with < and >
_BETWEEN = ("and", "or")
_WHOLE = (("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))
MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that stands from `start` to `end` of the text; money: the sign that stands before the number, if any."""

    start: int
    end: int
    found: Found
    money: Token | None = None

    @property
    def readings(self) -> tuple[Unit, ...]:
        if self.money is None:
            return self.found.readings
        before = SYMBOLS[self.money.text]
        return tuple((before * reading).settled() for reading in self.found.readings) or (before,)

    @property
    def shown(self) -> str:
        if self.money is None:
            return self.found.shown
        behind = self.found.shown.removeprefix("1")
        return f"{self.money.text}{'' if behind[:1] in ('', '/') else ' '}{behind}"


@lru_cache(maxsize=64)
def typed_units(text: str, own: frozenset[str] = frozenset()) -> tuple[tuple[Place, ...], ...]:
    """Return the units in `text`, each as the places at which it may begin, the first of them leftmost.

    own: words of an author's own that are units here.
    """
    if not LIKELY.search(text):
        return ()
    tokens = tokens_of(bare(text))
    angles = _ANGLES.match(text) is not None
    found: dict[int, list[Place]] = {}
    money: Token | None = None
    inside = worked_with(tokens)
    for at, token in enumerate(tokens):
        if parts(token) or token.kind == ")":
            _alone(found, money, token.start)
            money = None
        elif at in inside:
            continue
        elif _is_money(tokens, at):
            money = token
        elif (place := _place(tokens, at, own, money, angles)) is not None and len(found) < MOST_PLACES:
            found.setdefault(place.end, []).append(place)
    _alone(found, money, len(text))
    return tuple(_outermost([tuple(places) for places in found.values()]))


def _outermost(units: list[tuple[Place, ...]]) -> Iterator[tuple[Place, ...]]:
    r"""Units without those that stand inside another, as the one inside the braces of \text{m/s}."""
    reached = 0
    for places in sorted(units, key=lambda places: (places[0].start, -places[0].end)):
        if places[0].end > reached or places[0].money:
            yield places
            reached = max(reached, places[0].end)


def is_unit(text: str, own: frozenset[str] = frozenset()) -> bool:
    """Return whether `text` is a unit and nothing else."""
    tokens = tokens_of(bare(text))
    found = unit_at(tokens, 0, own)
    return found is not None and found.end == len(tokens) and bool(found.readings)


def _alone(found: dict[int, list[Place]], money: Token | None, end: int) -> None:
    """Money before a number behind which no other unit stands."""
    if money is not None and not any(place.money == money for places in found.values() for place in places):
        found.setdefault(end + len(found), []).append(Place(end, end, Found((), 0), money))


def without(text: str, places: Sequence[Place]) -> str:
    """Return `text` with blanks in place of its units."""
    signs = list(bare(text))
    for place in places:
        for start, end in ((place.start, place.end), *(((place.money.start, place.money.end),) if place.money else ())):
            signs[start:end] = " " * (end - start)
    return "".join(signs)


def bare(text: str) -> str:
    r"""Return `text` with blanks for the $ … $ or \( … \) around the whole of it."""
    inner = text.strip()
    for opening, closing in _WHOLE:
        within = inner[len(opening) : -len(closing)]
        if inner.startswith(opening) and inner.endswith(closing) and within and opening not in within:
            if opening == "$" and within.endswith("\\"):
                continue
            start = text.index(inner)
            end = start + len(inner)
            filled = " " * len(opening) + within + " " * len(closing)
            return text[:start] + filled + text[end:]
    return text


def _place(tokens: Sequence[Token], at: int, own: frozenset[str], money: Token | None, angles: bool) -> Place | None:
    """The unit that begins with token `at` behind a value, and reaches to where another may begin."""
    before = at - 1
    if angles and before > 0 and tokens[before].text == ">":
        tokens = (*tokens[:before], replace(tokens[before], kind=")"), *tokens[at:])
    if before < 0 or not (_can_begin(tokens, at) and _ends_value(tokens[before])):
        if before < 1 or tokens[before].kind != "*" or not _ends_value(tokens[before - 1]):
            return None
        start = tokens[before].start
    else:
        start = tokens[at].start
    found = unit_at(tokens, at, own)
    if found is None or (money is None and not found.readings):
        return None
    end = found.end
    last = tokens[end - 1].end
    if end < len(tokens) and tokens[end].text == "." and (end + 1 == len(tokens) or parts(tokens[end + 1])):
        last, end = tokens[end].end, end + 1  # sec.
    if end < len(tokens) and not (parts(tokens[end]) or tokens[end].kind == ")"):
        return None
    return Place(start, last, found, money)


def _can_begin(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "number":  # 3 1/s, with a blank before it
        return tokens[at - 1].end < token.start and at + 1 < len(tokens) and tokens[at + 1].kind == "/"
    return token.kind in ("word", "°", "(", "/", "fraction")


def _ends_value(token: Token) -> bool:
    if token.kind == "word":
        return token.text.lower() not in _BETWEEN
    return token.kind in ("number", "raised", ")", "°") or token.text in _VALUE_ENDS or token.text[:1] == "\\"


def _is_money(tokens: Sequence[Token], at: int) -> bool:
    """Is token `at` money before its number, at the beginning of a value?"""
    if tokens[at].text not in CURRENCIES or at + 1 == len(tokens):
        return False
    follows = tokens[at + 1]
    after = tokens[at + 2] if follows.kind == "-" and at + 2 < len(tokens) else follows
    begins = at == 0 or tokens[at - 1].kind in ("(", "-") or tokens[at - 1].text == "+" or parts(tokens[at - 1])
    return begins and (after.kind == "number" or after.text == ".")
