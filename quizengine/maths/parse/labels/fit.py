"""Whether a label says what is asked: one label before an answer, and where several belong."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.maths.parse.labels.arguments import derives_names, fits_place
from quizengine.maths.parse.labels.expected_names import ORDERED, USUAL, Asked, Misfit, asked_of, customary, number_of
from quizengine.maths.parse.labels.grammar import Label, label_of
from quizengine.maths.parse.labels.indices import letters_of, pair_of
from quizengine.maths.parse.labels.phrases import is_alien, is_number
from quizengine.maths.parse.labels.single_value import names_value
from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.notation import Notation

_NAMED_BY_CUSTOM = frozenset(letter for letters in (*ORDERED, *USUAL) for letter in letters)
_FUNCTIONS = frozenset("fghdDFGLJCE")
_MATRICES = frozenset("ABCMX")  # A' is a transpose, F' a derivative
_DIRECTIONS = ("u", "v", "n")


def fits(label: Label, notation: Notation) -> bool:
    """Return whether a label names what is asked, as a whole or one component of it."""
    if label.kind not in ("tuple", "word") and not _is_taken_so(label, notation):
        return False
    asked = notation.expected
    if asked.one_value:
        return (label.kind != "glued" or _is_glued(label, notation)) and names_value(label, notation)
    if notation.names and asked_of(notation).place(label) >= 0:
        return True
    if label.kind == "glued" and not _is_glued(label, notation):
        return False
    if asked.keeps_rows and (label.is_turned or (label.kind == "prime" and label.head in _MATRICES)):
        return False  # Aᵀ is another matrix
    if asked.holds_points and any(part.kind != "name" or derives(part, notation) for part in label.parts):
        return False
    if label.kind == "word" and (is_number(label.head) or is_alien(label.head, asked)):
        return False
    if label.kind == "derivative" and label.text.startswith("D") and label.by[0] in _DIRECTIONS:
        return asked_of(notation).place(label) >= 0  # D_u f is a number
    if label.kind in ("name", "glued") and label.by and not _may_have_index(label.by[0], notation):
        return False
    return label.kind in asked.label_kinds


def _may_have_index(index: str, notation: Notation) -> bool:
    """Whether a name with an index such as x or xy, by which a function is derived, may be what is asked."""
    asked, letters = notation.expected, letters_of(notation)
    if not asked.second_index and min(pair_of(index, letters)) >= 0:
        return False
    return asked.first_index or index not in letters


def _is_taken_so(label: Label, notation: Notation) -> bool:
    """Whether what stands in the brackets of a label is the function and the place that are asked."""
    called = label_of(notation.names[0]) if notation.names else None
    return derives_names(label.text, notation) and fits_place(label.place, called.place if called else ())


def _is_glued(label: Label, notation: Notation) -> bool:
    """Whether `fx` and `dw` are derivatives: a function or d before variables."""
    places = asked_of(notation).places
    names = {canonical(name) for name in notation.variables}.union(places)
    if label.head in names or not (names or label.head in _FUNCTIONS):
        return False
    known = names or _NAMED_BY_CUSTOM | {"t"}
    return label.by[0] in known or all(letter in known for letter in label.by[0])


def component(label: Label, notation: Notation, is_scalar: bool) -> int:
    """Return the place of the one component that a label before a scalar or a list names; -1 where it may name the
    whole.
    """
    if label.kind in ("gradient", "tuple", "scalar", "second") or (label.is_bold and not is_scalar):
        return -1
    asked = asked_of(notation)
    if not is_scalar:
        is_partial = label.kind in ("derivative", "glued") or (label.kind == "name" and _is_by_letter(label))
        if label.kind == "component":
            return max(asked.place(label), 0)
        return asked.place(label) if is_partial else -1
    if (place := asked.place(label)) >= 0:
        return place
    if notation.expected.keeps_rows:
        return 0 if entry(label, notation) is not None else -1
    if asked.count > 1 and (number := number_of(label)) >= 0:
        return asked.numbers.get(number, max(0, number - 1))
    if asked.places or asked.count < 2 or not notation.expected.has_components:
        return -1
    if label.kind in ("derivative", "glued"):
        return 0
    return asked_of(Notation(("x", "y", "z"), "vector")).place(label) if label.kind == "name" else -1


def derives(label: Label, notation: Notation) -> bool:
    """Return whether a label is by one of the variables, as f_x and ∂f/∂x are."""
    return bool(label.by) and label.by[0] in letters_of(notation)


def _is_by_letter(label: Label) -> bool:
    """Whether a name has a letter for its subscript, as f_x, and no number."""
    return bool(label.by) and not label.by[0][0].isdigit()


def places(labels: Sequence[Label], notation: Notation) -> tuple[Asked, tuple[int, ...]]:
    """Return what is asked, and the place of each of several labels in it; raises Misfit."""
    asked = asked_of(notation)
    if asked.names:
        return asked, asked.placed(labels)
    if notation.expected.customary_names:
        if 0 < asked.count < len(notation.variables):
            return asked, _among(labels, notation.variables, asked.count)
        if (found := customary(labels, asked.count)) is not None:
            return found
    return asked, asked.placed(labels)


def _among(labels: Sequence[Label], variables: tuple[str, ...], count: int) -> tuple[int, ...]:
    """The places of labels that name some of the variables.

    Variables in alphabetical order may be so because nobody gave them an order: then labels are read in that of the
    variables only if they were typed in it.
    """
    found = asked_of(Notation(variables, "vector")).placed(labels)
    in_order = tuple(sorted(found))
    if found == in_order and len(found) == count:
        return tuple(range(count))
    if in_order == tuple(range(len(found))) and tuple(sorted(variables)) != variables:
        return found
    raise Misfit(next((at for at, place in enumerate(found) if place != in_order[at]), len(found) - 1))


def entry(label: Label, notation: Notation) -> tuple[int, int] | None:
    """Row and column of the entry of a matrix that a label names: f_xy, ∂²f/∂x∂y, a_12, ∂f_1/∂y."""
    rows, columns = notation.shape or (0, 0)
    letters = letters_of(notation)
    if label.kind == "derivative" and len(label.by) == 1:
        row = label.head.rpartition("_")[2]
        pair = (int(row) - 1 if row.isascii() and row.isdigit() else -1, letters.get(label.by[0], -1))
        pair = pair if pair[0] >= 0 else pair_of(label.by[0], letters)
    elif len(label.by) == 2:
        pair = (letters.get(label.by[0], -1), letters.get(label.by[1], -1))
    else:
        pair = pair_of(label.by[0], letters) if label.by else (-1, -1)
    return pair if 0 <= pair[0] < rows and 0 <= pair[1] < columns else None
