"""Decimal commas: 0,5 is one number where one is asked, and between semicolons: (0,5; 1,5)."""

from __future__ import annotations

import re

from quizengine.maths.parse.bracket_pairs import enclosing
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.numbers import exact
from quizengine.maths.tree import Number

_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![0-9.])")
_EULERS = re.compile(r"[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?(?![0-9.])")  # 0,5e-1 as 0,5·e - 1
_PAIR = re.compile(r"([0-9]+),([0-9]+)(?![0-9.eE])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_POINTS = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3}),([0-9]+)(?![0-9.,])")  # 1.234,5 as it is written in Europe


def decimal_commas(cursor: Cursor) -> None:
    """Join `0,5` to one number: outside brackets where one is asked, and in a list whose items semicolons separate."""
    kinds = cursor.kinds
    decimal = _decimal(cursor)
    at = 0
    while at < len(kinds):
        at += 1
        if kinds[at - 1] == "0" and kinds[at] == "," and decimal[at - 1]:
            at = _join(cursor, at - 1, decimal)


def decimal_pairs(cursor: Cursor) -> None:
    """Tell that `1,5, 2,5`, where a list is asked, may be 1.5 and 2.5; under the other rule make it so.

    What is asked says where (DecimalCommas.in_lists).
    """
    kinds, offsets, text = cursor.kinds, cursor.offsets, cursor.tokens.text
    at = 0
    while at < len(kinds) - 2:
        pair = _PAIR.match(text, offsets[at]) if kinds[at : at + 3] == ["0", ",", "0"] else None
        number = exact(f"{pair[1]}.{pair[2]}") if pair else None
        if pair and number and offsets[at + 2] == pair.start(2):
            cursor.told.setdefault("comma-list", offsets[at])
            if cursor.conventions.comma == "pairs":
                cursor.values[at] = number
                cursor.drop(at + 1, 2)
            else:
                at += 2
        at += 1


def _decimal(cursor: Cursor) -> list[bool]:
    """Of each token, whether a comma there would be a decimal one."""
    groups = enclosing(cursor)
    commas = cursor.expected.decimal_commas
    if commas.outside_brackets:
        return [group == -1 for group in groups]
    separated = {group for group, kind in zip(groups, cursor.kinds, strict=True) if kind in (";", "&")}
    brackets = commas.between_semicolons if len(cursor.notation.variables) < 2 else commas.of_points
    decimal = {group for group in separated if (cursor.kinds[group] if group >= 0 else "") in brackets}
    return [group in decimal for group in groups]


def _join(cursor: Cursor, at: int, decimal: list[bool]) -> int:
    """Make one number of what begins at token `at`, if it is one; returns the token to go on with."""
    text, offset = cursor.tokens.text, cursor.offsets[at]
    outside = cursor.expected.decimal_commas.outside_brackets
    if outside and (points := _POINTS.match(text, offset)):
        number, commas = exact(f"{points[1]}{points[2]}.{points[3]}"), 1
    elif found := (_EULERS if cursor.conventions.scientific == "euler" else _COMMAS).match(text, offset):
        commas = found[0].count(",")
        is_list = "." in found[0] and not outside  # 1,234.5
        number = None if is_list else _number(cursor, found[0], offset)
    else:
        return at + 1
    if number is None:
        return at + 1 + 2 * commas
    cursor.values[at] = number
    cursor.drop(at + 1, 2 * commas)
    del decimal[at + 1 : at + 1 + 2 * commas]
    return at + 1


def _number(cursor: Cursor, literal: str, offset: int) -> Number | None:
    """The number that `literal` is; None where its commas separate numbers."""
    thousands = _THOUSANDS.fullmatch(literal.partition(".")[0]) is not None
    if "." in literal or literal.count(",") > 1 or (thousands and cursor.conventions.comma == "thousands"):
        return exact(literal.replace(",", "")) if thousands else None
    if thousands:
        cursor.told.setdefault("comma", offset)
    return exact(literal.replace(",", "."))
