"""Decimal commas: 0,5 is one number where one is asked, and between semicolons: (0,5; 1,5)."""

from __future__ import annotations

import re

from quizengine.maths.read.brackets import CLOSERS, CLOSING
from quizengine.maths.read.numbers import exact
from quizengine.maths.read.student import Student
from quizengine.maths.tree import Number

_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![0-9.])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def decimal_commas(parser: Student) -> None:
    """Join `0,5` to one number: outside brackets where one number or expression is asked, and in (…; …)."""
    kinds, offsets = parser.kinds, parser.offsets
    outside = parser.wants in ("number", "expression", "equation") or (parser.wants == "vector" and kinds[0] != "[")
    inside = parser.wants == "vector" and kinds[0] == "(" and ";" in kinds
    level, at = 0, 0
    while at < len(kinds):
        kind = kinds[at]
        level += (kind in CLOSING and kind not in "<|‖") - (kind in CLOSERS and kind not in ">|‖")
        at += 1
        if kind == "0" and kinds[at] == "," and (level == 1 if inside else level == 0 and outside):
            at = _join(parser, at - 1, _COMMAS.match(parser.tokens.text, offsets[at - 1]))


def _join(parser: Student, at: int, found: re.Match[str] | None) -> int:
    """Make one number of `found`, which begins at token `at`; returns the token to go on with."""
    if found is None:
        return at + 1
    commas = found[0].count(",")
    if "." in found[0] and parser.wants == "vector":
        return at + 1 + 2 * commas  # 1,234.5 is a bare list
    number = _number(parser, found[0], parser.offsets[at])
    if number is None:
        return at + 1 + 2 * commas
    parser.values[at] = number
    for column in (parser.kinds, parser.values, parser.offsets):
        del column[at + 1 : at + 1 + 2 * commas]
    return at + 1


def _number(parser: Student, literal: str, offset: int) -> Number | None:
    """The number that `literal` is; None where its commas separate numbers."""
    thousands = _THOUSANDS.fullmatch(literal.partition(".")[0]) is not None
    if "." in literal or literal.count(",") > 1 or (thousands and parser.rules.comma == "thousands"):
        return exact(literal.replace(",", "")) if thousands else None
    if thousands:
        parser.told.setdefault("comma", offset)
    return exact(literal.replace(",", "."))
