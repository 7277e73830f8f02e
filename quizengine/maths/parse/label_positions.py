"""The pieces of a text with = signs, and the label before each: `f_x` of f_x = 2x, f_y = 3."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.brackets import CLOSING, enclosing
from quizengine.maths.parse.labels import Label, asked_of, fits, label_in
from quizengine.maths.parse.messages import clipped
from quizengine.maths.parse.student import Student
from quizengine.maths.parse.words import canonical

UPDATE = "←"  # w ← w - 2ηw tells the new w
NAMES_SHOWN = 6


def pieces_of(parser: Student) -> list[tuple[int, int]]:
    """Where each piece between separators begins, and where its first = stands (-1: none), outside brackets."""
    pieces, start, equals = [], parser.at, -1
    inside = enclosing(parser.kinds, parser.expected.is_list)
    for at in range(parser.at, len(parser.kinds)):
        kind, outside = parser.kinds[at], inside[at] < 0
        if outside and kind == "=" and equals < 0 and parser.values[at] in ("=", ":=", "∈", UPDATE):
            equals = at
        elif (outside and kind in (",", ";")) or kind == "":
            pieces.append((start, equals))
            start, equals = at + 1, -1
    return pieces


def unwrap(parser: Student) -> bool:
    """Take off the brackets of (x = 1, y = 2); whether there were any."""
    kinds, first = parser.kinds, parser.at
    if CLOSING.get(kinds[first]) != kinds[-2]:
        return False
    parser.drop(len(kinds) - 2)
    parser.drop(first)
    return True


def label_before(parser: Student, start: int, equals: int) -> Label | None:
    """The label before the = sign of a piece, None where there is none; raises Unreadable where it says more."""
    if equals < 0:
        return None
    label = label_in(_between(parser, start, equals), parser.notation)
    if parser.values[equals] == "∈" and not parser.expected.membership:
        return None
    if label is None:
        return None
    if not parser.expected.checks_labels:
        return label if label.kind in parser.expected.label_kinds else None
    if parser.expected.keeps_relations:
        return label if fits(label, parser.notation) and not _is_side(label, parser, equals) else None
    if parser.expected.is_formula and _is_variable(label, parser) and parser.values[equals] != UPDATE:
        return None
    if not fits(label, parser.notation):
        raise misfit(parser, label, start)
    return label


def _is_variable(label: Label, parser: Student) -> bool:
    name = "_".join((label.head, *label.by))
    return label.kind in ("name", "function") and name in map(canonical, parser.notation.variables)


def _is_side(label: Label, parser: Student, equals: int) -> bool:
    """Is it the left side of an equation, such as x(y + 1), or a variable that is no name of an interval?"""
    if parser.expected.membership:
        return parser.values[equals] != "∈" and _is_variable(label, parser)
    given = arguments(label)
    return label.head in FUNCTIONS or _is_variable(label, parser) or not all(map(str.isidentifier, given))


def arguments(label: Label) -> list[str]:
    """What stands in the brackets of a label such as L(x, y)."""
    return label.text.replace(" ", "").partition("(")[2].rstrip(")").split(",")


def _between(parser: Student, start: int, end: int) -> str:
    return parser.tokens.text[parser.offsets[start] : parser.offsets[end]]


def misfit(parser: Student, label: Label, at: int) -> Unreadable:
    """The fault of a label that is none of what is asked."""
    shown = clipped(label.text)
    if parser.expected.one_value:
        called = parser.notation.names
        what = f"not what is asked, {called[0]}" if called else "no name of what is asked"
        return parser.fault("label", f"{shown} is {what}; type the answer alone", at)
    names = asked_of(parser.notation).names
    if not names:
        return parser.fault("label", f"nothing tells where {shown} belongs; type the values alone, in order", at)
    listed = ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")
    return parser.fault("label", f"{shown} is none of what is asked: {listed}; without labels the order counts", at)


def colons(parser: Student) -> None:
    """Make an = sign of the colon in `f_x: 2x` and `grad f: (2x, 2y)`."""
    start = 0
    for at, kind in enumerate(parser.kinds):
        if kind in (",", ";"):
            start = at + 1
        elif kind == "!" and parser.values[at] == ":" and start >= 0:
            if _takes_colon(parser, start, at):
                parser.kinds[at], parser.values[at] = "=", ":="
            start = -1  # one colon in each piece


def _takes_colon(parser: Student, start: int, colon: int) -> bool:
    """Whether what stands before a colon is surely a label: f_x, ∇f, slope; x where a list is asked, but not {x: 1}."""
    label = label_in(_between(parser, start, colon), parser.notation)
    if label is None or (label.kind == "glued" and not fits(label, parser.notation)):
        return False
    if label.kind == "name" and not label.by:
        asked = asked_of(parser.notation)
        is_placed = asked.place(label) >= 0 or (not asked.names and label.head in ("x", "y", "z"))
        return is_placed and parser.kinds[start] in ("x", "?") and parser.expected.is_list
    return label.kind not in ("function", "tuple", "scalar")
