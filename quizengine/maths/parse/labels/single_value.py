"""Whether a label names the one value that is asked: f_x and slope, but not f_y, where ∂f/∂x is asked."""

from __future__ import annotations

import re

from quizengine.maths.parse.labels.expected_names import MARKS
from quizengine.maths.parse.labels.grammar import Label, label_of
from quizengine.maths.parse.labels.indices import letters_of, pair_of
from quizengine.maths.parse.labels.phrases import derived_by, is_extreme, is_generic
from quizengine.maths.parse.notation import Notation

Derived = tuple[int, tuple[str, ...]]  # how often a function is derived, and by what: () where that is not said

_HEADS = frozenset("fghuvwzyFGHLJTV") | {"phi", "psi"}  # of functions: σ_xy is no derivative
_POWER = re.compile(r"\^\([2-9]")  # x^(2) is a power as likely as an iterate


def names_value(label: Label, notation: Notation) -> bool:
    """Return whether a label may stand before the one value that is asked."""
    if label.kind == "tuple" or _POWER.search(label.text):
        return False
    asked = label_of(notation.names[0]) if notation.names else None
    if label.kind == "word" and is_generic(label.head):
        return True
    if asked is not None and asked.kind not in ("word", "component"):
        return _is_asked(label, asked, notation)
    if label.kind == "word" and notation.expected.is_formula and is_extreme(label.head):
        return False
    times, by = _derived(label, "", notation)
    if label.kind in ("derivative", "word") and notation.variables and not set(by) <= set(notation.variables):
        return False  # df/dy where there is no y
    return not notation.expected.is_formula or times < 2  # a second derivative that is a formula is asked by its name


def _is_asked(label: Label, asked: Label, notation: Notation) -> bool:
    """Whether a label says the same as the author's, or less: m, or f' where there is one variable."""
    times, by = _derived(label, asked.head, notation)
    wanted, wanted_by = _derived(asked, asked.head, notation)
    if label.kind == "component":
        return _is_component(label, asked, wanted, wanted_by, notation)
    if label.kind == "word" and not times:
        return not wanted
    if label.kind == "scalar":
        is_along = wanted == 1 and not _is_length(label)  # ∇f·u is D_u f
        return asked.kind == "scalar" or (is_along and (not label.by or label.by == (wanted_by or label.by)))
    if not times:
        return not wanted or (label.head != asked.head and label.head not in letters_of(notation))
    if label.kind == "word" and asked.kind == "scalar":
        return True
    if times != wanted or asked.head in by:  # dx/df
        return False
    if label.kind == "word" and not by:
        return True
    if by and wanted_by:
        return sorted(by) == sorted(wanted_by)
    known = len(notation.variables)
    return by == wanted_by or known == 1 or (known == 0 and label.kind != "gradient")


def _is_component(label: Label, asked: Label, wanted: int, by: tuple[str, ...], notation: Notation) -> bool:
    """Whether `the x-component` or `component 2` is a derivative, or `the x-coordinate` a value."""
    if not wanted:
        return asked.kind != "name" or label.head in (asked.head, "_".join((asked.head, *asked.by)))
    if wanted > 1 or not label.text.endswith(("component", "part")):
        return False
    if label.by:
        return letters_of(notation).get("".join(by), -1) == int(label.by[0]) - 1
    return by in ((), (label.head,))


def _is_length(label: Label) -> bool:
    return not {"|", "‖"}.isdisjoint(label.text)


def _derived(label: Label, head: str, notation: Notation) -> Derived:
    """What is derived by a label; `head` is a function, whatever its name."""
    match label.kind:
        case "second":
            return 2, label.by
        case "derivative" | "gradient" | "prime":
            return 1, label.by
        case "word":
            return derived_by(label.head, letters_of(notation))
        case "component":
            return (1, (label.head,)) if not label.by else (0, ())
        case "glued" if label.head == "d":  # dw
            return 1, label.by
        case "name" | "glued" if label.by and (label.head in _HEADS or label.head == head):
            if len(label.by[0]) > 1 and label.by[0] in MARKS:  # w_new
                return 0, ()
            return _by_index(label.by[0], notation)
    return 0, ()


def _by_index(index: str, notation: Notation) -> Derived:
    """f_x and f_xy are derivatives, f_1 is none."""
    if index.isdigit():
        return 0, ()
    letters = letters_of(notation)
    names, pair = tuple(letters), pair_of(index, letters)
    if index in letters or min(pair) < 0:
        return (2, tuple(index)) if len(index) == 2 and index[0] == index[1] else (1, (index,))
    return 2, (names[pair[0]], names[pair[1]])
