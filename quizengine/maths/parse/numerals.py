"""Numbers typed in more than one piece: 10 %, and the mixed numbers 2½, 2 1/2 and 2\\frac{1}{2}; 2e-3 as 2·e - 3."""

from __future__ import annotations

import re

from quizengine.maths.parse.numbers import exact, hundredth
from quizengine.maths.parse.student import Student
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


def eulers(parser: Student) -> None:
    """Tell that 2e-3, with a sign, may be 2·e - 3; under the other rule make it so."""
    for at in range(len(parser.kinds) - 1, -1, -1):
        typed = parser.values[at].typed if parser.kinds[at] == "0" else ""
        found = _SIGNED.fullmatch(typed) if typed else None
        if found is None:
            continue
        offset = parser.offsets[at]
        parser.told["scientific"] = offset
        if parser.rules.scientific == "euler":
            pieces = [("0", exact(found[1])), parser.tokens.names.entries["e"], ("-+"[found[3] == "+"],) * 2]
            pieces.append(("0", exact(found[4])))
            starts = [offset, *(offset + found.start(group) for group in (2, 3, 4))]
            parser.kinds[at : at + 1] = [kind for kind, _ in pieces]
            parser.values[at : at + 1] = [value for _, value in pieces]
            parser.offsets[at : at + 1] = starts


def join_numerals(parser: Student) -> None:
    """Make one token of every number that is typed in pieces."""
    kinds = parser.kinds
    at = 0
    while at < len(kinds) - 1:
        if kinds[at] == "0" and kinds[at + 1] in ("0", "frac", "!"):
            _join(parser, at)
        at += 1


def _join(parser: Student, at: int) -> None:
    kinds, values = parser.kinds, parser.values
    whole: Number = values[at]
    if values[at + 1] == "%" and kinds[at + 1] == "!":
        if parser.expected.percent and kinds[at + 2] in _ENDS:
            parser.told.setdefault("percent", parser.offsets[at + 1])
            _replace(parser, at, 2, hundredth(whole) if parser.rules.percent == "hundredth" else whole)
    elif not whole.typed and whole.denominator == 1:
        if kinds[at + 1] == "0" and _is_sign(parser, at + 1):
            _mixed(parser, at, 2, whole, values[at + 1])
        elif parser.expected.mixed_numbers and (at == 0 or kinds[at - 1] in _BEFORE):
            _spelled(parser, at, whole)


def _is_sign(parser: Student, at: int) -> bool:
    """Whether the number at token `at` is a single sign such as ½."""
    return not parser.tokens.text[parser.offsets[at]].isascii()


def _spelled(parser: Student, at: int, whole: Number) -> None:
    """2 1/2 and 2\\frac{1}{2}, where nothing but a sum goes on after them."""
    for form in _FRACTIONS:
        end = at + 1 + len(form)
        if tuple(parser.kinds[at + 1 : end]) != form or parser.kinds[end] not in _AFTER:
            continue
        above, below = (parser.values[at + 1 + place] for place, kind in enumerate(form) if kind == "0")
        if form[0] == "frac":
            parser.told.setdefault("mixed", parser.offsets[at + 1])
            if parser.rules.mixed == "product":
                continue
        if above.denominator == below.denominator == 1 and below.numerator:
            _mixed(parser, at, 1 + len(form), whole, Number(above.numerator, below.numerator))


def _mixed(parser: Student, at: int, count: int, whole: Number, part: Number) -> None:
    """`whole` and `part` as one number, if `part` is less than 1."""
    if part.numerator < part.denominator:
        total = whole.numerator * part.denominator + part.numerator
        _replace(parser, at, count, Number(total, part.denominator))


def _replace(parser: Student, at: int, count: int, number: Number) -> None:
    """Put `number` in the place of `count` tokens from `at` on."""
    parser.values[at] = number
    parser.drop(at + 1, count - 1)
