"""Labels taken off an answer: ∇f = (…), and f_y = …, f_x = … put in the order of the variables."""

from __future__ import annotations

from quizengine.maths.read.arithmetic import LISTS, ONE
from quizengine.maths.read.brackets import CLOSING, enclosing
from quizengine.maths.read.labels import WORDS, Label, label_of, place_of
from quizengine.maths.read.student import Student
from quizengine.maths.read.words import canonical
from quizengine.maths.tree import FUNCTIONS, Name, Node, Relation, Vector

OF_GRADIENT = ("gradient", "component")
MAX_LABELS = 3
UPDATE = "←"  # w ← w - 2ηw tells the new w


def labelled(parser: Student) -> tuple[Node, str]:
    """The tree of a text with = signs: labels taken off, labelled components put in the order of the variables."""
    pieces = _pieces(parser)
    if parser.wants in LISTS and len(pieces) == 1 and pieces[0][1] < 0 and _unwrap(parser):
        pieces = _pieces(parser)
    labels = [_label(parser, start, equals) for start, equals in pieces]
    if len(pieces) > 1 and all(label is not None for label in labels):
        return _components(parser, pieces, [label for label in labels if label is not None])
    first = labels[0]
    if first is not None:
        parser.at = pieces[0][1] + 1
        _skip_labels(parser)
        tree = parser.whole(labelled=True)
        height = _height(parser, first)
        return (Relation((height, tree), ("=",)) if height else tree), first.text
    return parser.whole(), ""


def _height(parser: Student, label: Label) -> Name | None:
    """The variable that L(x, y) stands for where an equation in x, y, z is asked: the one not among its arguments."""
    if parser.wants != "equation" or label.kind != "function":
        return None
    arguments = {canonical(name) for name in label.text.partition("(")[2].rstrip(")").split(",")}
    rest = [name for name in parser.notation.variables if canonical(name) not in arguments]
    return Name(rest[0]) if len(rest) == 1 else None


def colons(parser: Student) -> None:
    """Make an = sign of the colon in `f_x: 2x` and `grad f: (2x, 2y)`."""
    start = 0
    for at, kind in enumerate(parser.kinds):
        if kind in (",", ";"):
            start = at + 1
        elif kind == "!" and parser.values[at] == ":" and start >= 0:
            label = label_of(parser.tokens.text[parser.offsets[start] : parser.offsets[at]], parser.notation)
            named = label is not None and (label.kind in OF_GRADIENT or label.text.lower() in WORDS)
            bare = label is not None and label.kind == "variable" and parser.kinds[start] == "x"  # not {x: 1}
            if named or (bare and parser.wants in LISTS):
                parser.kinds[at], parser.values[at] = "=", ":="
            start = -1  # one colon in each piece


def _skip_labels(parser: Student) -> None:
    """Step over the labels that follow a first one: ∇f = (f_x, f_y) = (2x, 2y)."""
    for _ in range(MAX_LABELS):
        start, equals = _pieces(parser)[0]
        label = _label(parser, start, equals)
        if label is None or label.kind not in OF_GRADIENT:
            return
        parser.at = equals + 1


def _unwrap(parser: Student) -> bool:
    """Take off the brackets of (x = 1, y = 2); whether there were any."""
    kinds, first = parser.kinds, parser.at
    if CLOSING.get(kinds[first]) != kinds[-2]:
        return False
    parser.drop(len(kinds) - 2)
    parser.drop(first)
    return True


def _pieces(parser: Student) -> list[tuple[int, int]]:
    """Where each piece between separators begins, and where its first = stands (-1: none), outside brackets."""
    pieces, start, equals = [], parser.at, -1
    inside = enclosing(parser.kinds, parser.wants)
    for at in range(parser.at, len(parser.kinds)):
        kind, outside = parser.kinds[at], inside[at] < 0
        if outside and kind == "=" and equals < 0 and parser.values[at] in ("=", ":=", "∈", UPDATE):
            equals = at
        elif (outside and kind in (",", ";")) or kind == "":
            pieces.append((start, equals))
            start, equals = at + 1, -1
    return pieces


def _label(parser: Student, start: int, equals: int) -> Label | None:
    """The label of a piece, if what stands before its = sign is one for what is asked."""
    if equals < 0:
        return None
    text = parser.tokens.text[parser.offsets[start] : parser.offsets[equals]]
    label = label_of(text, parser.notation)
    if label is None:
        return None
    wants = parser.wants
    if wants == "equation" and _is_side(label, parser):
        return None
    if parser.values[equals] == "∈":
        return label if label.kind in ("variable", "name") and wants == "interval" else None
    if wants in ("equation", "interval", "any"):
        allowed = label.kind in ("gradient", "component", "derivative", "function")
        return label if allowed and not (label.kind == "component" and "_" in label.text and wants == "any") else None
    if parser.values[equals] == UPDATE and label.kind == "variable":
        return label
    if label.kind in ("variable", "point"):
        return label if wants in ("number", "vector", "points", "sequence") else None
    return label


def _is_side(label: Label, parser: Student) -> bool:
    """Is it the left side of an equation, such as sqrt(x² + y²), |(x, y)| or x(y + 1), and no name of the right one?"""
    head = label.text.partition("(")[0]
    return head[:1] in "|‖" or head in FUNCTIONS or place_of(head, parser.notation) >= 0


def _components(parser: Student, pieces: list[tuple[int, int]], labels: list[Label]) -> tuple[Node, str]:
    """Labelled components as one vector, in the order of the variables where every label names one."""
    items: list[Node] = []
    for number, (_, equals) in enumerate(pieces):
        parser.at = equals + 1
        items.append(parser.side(labelled=True))
        end = pieces[number + 1][0] - 1 if number + 1 < len(pieces) else len(parser.kinds) - 1
        if parser.at != end:
            raise parser.leftover()
    if parser.wants in ONE:
        raise parser.several(pieces[1][0] - 1)
    places = [label.place for label in labels]
    if parser.wants == "vector" and not parser.notation.variables:
        places = ["xyz".find(label.text) if label.kind == "name" else label.place for label in labels]
    if all(place >= 0 for place in places):
        are_points = parser.wants == "points" and len(parser.notation.variables) == 1  # x = 1, x = -1
        if len(set(places)) < len(places) and not are_points:
            twice = next(at for at, place in enumerate(places) if place in places[:at])
            raise parser.fault("label-twice", f"{labels[twice].text} is given twice", pieces[twice][0])
        items = [items[at] for at in sorted(range(len(items)), key=places.__getitem__)]
    parser.lists.append(0)
    return Vector(tuple(items), ""), ", ".join(label.text for label in labels)
