"""Numbers typed in more than one piece: 10 %, and the mixed numbers 2½, 2 1/2 and 2\\frac{1}{2}; 2e-3 as 2·e - 3."""

from __future__ import annotations

import re

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.numbers import exact, hundredth
from quizengine.maths.tree import Number

#: Kinds of tokens before and after a number that stands by itself.
_BEFORE = ("+", "-", "(", "=", ",", ";", "≈")
_AFTER = ("", "+", "-", ")", "=", ",", ";")
_ENDS = ("", ")", "]", ",", ";")
_SIGNED = re.compile(r"(.*)([eE])([-+])(.*)")
#: How the two numbers of a proper fraction stand after the whole number.
_FRACTIONS = (
    ("0", "/", "0"),
    ("frac", "0", "0"),
    ("frac", "{", "0", "}", "{", "0", "}"),
)


def eulers(cursor: Cursor) -> None:
    """Tell that 2e-3, with a sign, may be 2·e - 3; under the other rule make it so."""
    for at in range(len(cursor.kinds) - 1, -1, -1):
        typed = cursor.values[at].typed if cursor.kinds[at] == "0" else ""
        found = _SIGNED.fullmatch(typed) if typed else None
        if found is None:
            continue
        offset = cursor.offsets[at]
        cursor.told["scientific"] = offset
        if cursor.conventions.scientific == "euler":
            pieces = [("0", exact(found[1])), cursor.tokens.names.entries["e"], ("-+"[found[3] == "+"],) * 2]
            pieces.append(("0", exact(found[4])))
            starts = [offset, *(offset + found.start(group) for group in (2, 3, 4))]
            cursor.kinds[at : at + 1] = [kind for kind, _ in pieces]
            cursor.values[at : at + 1] = [value for _, value in pieces]
            cursor.offsets[at : at + 1] = starts


def join_numerals(cursor: Cursor) -> None:
    """Make one token of every number that is typed in pieces."""
    kinds = cursor.kinds
    at = 0
    while at < len(kinds) - 1:
        if kinds[at] == "0" and kinds[at + 1] in ("0", "frac", "!"):
            _join(cursor, at)
        at += 1


def _join(cursor: Cursor, at: int) -> None:
    kinds, values = cursor.kinds, cursor.values
    whole: Number = values[at]
    if values[at + 1] == "%" and kinds[at + 1] == "!":
        if cursor.expected.percent and kinds[at + 2] in _ENDS:
            cursor.tell("percent", at + 1)
            _replace(cursor, at, 2, hundredth(whole) if cursor.conventions.percent == "hundredth" else whole)
    elif not whole.typed and whole.denominator == 1:
        if kinds[at + 1] == "0" and _is_sign(cursor, at + 1):
            _mixed(cursor, at, 2, whole, values[at + 1])
        elif cursor.expected.mixed_numbers and (at == 0 or kinds[at - 1] in _BEFORE):
            _spelled(cursor, at, whole)


def _is_sign(cursor: Cursor, at: int) -> bool:
    """Whether the number at token `at` is a single sign such as ½."""
    return not cursor.tokens.text[cursor.offsets[at]].isascii()


def _spelled(cursor: Cursor, at: int, whole: Number) -> None:
    """2 1/2 and 2\\frac{1}{2}, where nothing but a sum goes on after them."""
    for form in _FRACTIONS:
        end = at + 1 + len(form)
        if tuple(cursor.kinds[at + 1 : end]) != form or cursor.kinds[end] not in _AFTER:
            continue
        above, below = (cursor.values[at + 1 + place] for place, kind in enumerate(form) if kind == "0")
        if form[0] == "frac":
            cursor.tell("mixed", at + 1)
            if cursor.conventions.mixed == "product":
                continue
        if above.denominator == below.denominator == 1 and below.numerator:
            _mixed(cursor, at, 1 + len(form), whole, Number(above.numerator, below.numerator))


def _mixed(cursor: Cursor, at: int, count: int, whole: Number, part: Number) -> None:
    """`whole` and `part` as one number, if `part` is less than 1."""
    if part.numerator < part.denominator:
        total = whole.numerator * part.denominator + part.numerator
        _replace(cursor, at, count, Number(total, part.denominator))


def _replace(cursor: Cursor, at: int, count: int, number: Number) -> None:
    """Put `number` in the place of `count` tokens from `at` on."""
    cursor.values[at] = number
    cursor.drop(at + 1, count - 1)
