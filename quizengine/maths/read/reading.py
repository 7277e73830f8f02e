"""read: the one way from a text to a tree."""

from __future__ import annotations

import re

from quizengine.maths.read.brackets import CLOSERS, CLOSING
from quizengine.maths.read.faults import fault
from quizengine.maths.read.labels import Label, label_of
from quizengine.maths.read.notation import DOCUMENTED, PLAIN, Notation, Reading, Rules
from quizengine.maths.read.student import Student
from quizengine.maths.read.tokens import exact, tokenize
from quizengine.maths.read.words import names_of
from quizengine.maths.tree import MAX_LENGTH, Node, Number, Vector

_DELIMITERS = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))
_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+)+(?![0-9.])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def read(text: str, notation: Notation = PLAIN, rules: Rules = DOCUMENTED) -> Reading:
    """What `text` says in `notation` under `rules`.

    Any text up to any length ends quickly: one longer than MAX_LENGTH is refused at once. Raises Unreadable and
    nothing else.
    """
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an answer has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        return _read(text, notation, rules)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; write it with fewer brackets and powers") from None


def _read(text: str, notation: Notation, rules: Rules) -> Reading:
    if "$" in text or "\\" in text:
        text = _undelimited(text)
    parser = Student(tokenize(text, names_of(notation)), rules, notation)
    kinds = parser.kinds
    _trim(parser)
    if "," in kinds and notation.wants in ("number", "expression", "equation"):
        _decimal_commas(parser)
    if "=" in kinds[parser.at + 1 :]:
        tree, label = _labelled(parser)
    else:
        tree, label = parser.whole(), ""
    _not_a_set(parser, tree)
    return Reading(parser.settled(tree), parser.ambiguities() if parser.told else (), label)


def _undelimited(text: str) -> str:
    r"""`text` with the $…$ or \(…\) around it blanked out, so that offsets stay."""
    body = text.strip().rstrip(".;").rstrip()
    for opening, closing in _DELIMITERS:
        inner = len(body) - len(opening) - len(closing)
        if body.startswith(opening) and body.endswith(closing) and inner > 0:
            start = text.index(opening)
            end = text.rindex(closing)
            return (
                text[:start]
                + "  "[: len(opening)]
                + text[start + len(opening) : end]
                + "  "[: len(closing)]
                + text[end + len(closing) :]
            )
    return text


def _trim(parser: Student) -> None:
    """Step over an = sign in front, drop a full stop or semicolon at the end; refuse an empty text."""
    kinds = parser.kinds
    if len(kinds) > 2 and kinds[-2] in (".", ";"):
        for column in (kinds, parser.values, parser.offsets):
            del column[-2]
    if len(kinds) == 1:
        raise fault("empty", 0, "nothing was typed")
    if (kinds[0] == "=" and parser.values[0] == "=") or (parser.values[0] == "≈" and parser.wants == "number"):
        parser.at = 1


def _decimal_commas(parser: Student) -> None:
    """Join `0,5` to one number where one number or expression is asked; commas inside brackets stay."""
    text, level, at = parser.tokens.text, 0, 0
    kinds, values, offsets = parser.kinds, parser.values, parser.offsets
    while at < len(kinds):
        kind = kinds[at]
        level += (kind in CLOSING and kind not in "<|‖") - (kind in CLOSERS and kind not in ">|‖")
        found = _COMMAS.match(text, offsets[at]) if level == 0 and kind == "0" and kinds[at + 1] == "," else None
        if found is not None:
            number = _with_comma(parser, found[0], offsets[at])
            commas = found[0].count(",")
            if number is not None:
                values[at] = number
                for column in (kinds, values, offsets):
                    del column[at + 1 : at + 1 + 2 * commas]
        at += 1


def _with_comma(parser: Student, literal: str, offset: int) -> Number | None:
    thousands = _THOUSANDS.fullmatch(literal) is not None
    if literal.count(",") > 1 or (thousands and parser.rules.comma == "thousands"):
        return exact(literal.replace(",", "")) if thousands else None
    if thousands:
        parser.told.setdefault("comma", offset)
    return exact(literal.replace(",", "."))


def _labelled(parser: Student) -> tuple[Node, str]:
    """The tree of a text with = signs: labels taken off, labelled components put in the order of the variables."""
    pieces = _pieces(parser)
    labels = [_label(parser, start, equals) for start, equals in pieces]
    if len(pieces) > 1 and all(label is not None for label in labels):
        return _components(parser, pieces, [label for label in labels if label is not None])
    first = labels[0]
    if first is not None:
        parser.at = pieces[0][1] + 1
        return parser.whole(labelled=True), first.text
    return parser.whole(), ""


def _pieces(parser: Student) -> list[tuple[int, int]]:
    """Where each piece between separators begins, and where its first = stands (-1: none), outside brackets."""
    pieces, level, start, equals = [], 0, parser.at, -1
    for at in range(parser.at, len(parser.kinds)):
        kind = parser.kinds[at]
        if kind in CLOSING and kind not in "<|‖":
            level += 1
        elif kind in CLOSERS and kind not in ">|‖":
            level -= 1
        elif level == 0 and kind == "=" and equals < 0 and parser.values[at] in ("=", ":="):
            equals = at
        elif (level == 0 and kind in (",", ";")) or kind == "":
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
    if wants in ("equation", "interval", "any"):
        allowed = label.kind in ("gradient", "component", "derivative", "function")
        return label if allowed and not (label.kind == "component" and "_" in label.text and wants == "any") else None
    if label.kind in ("variable", "point"):
        return label if wants in ("number", "vector", "points", "sequence") else None
    return label


def _components(parser: Student, pieces: list[tuple[int, int]], labels: list[Label]) -> tuple[Node, str]:
    """Labelled components as one vector, in the order of the variables where every label names one."""
    items: list[Node] = []
    for number, (_, equals) in enumerate(pieces):
        parser.at = equals + 1
        items.append(parser.side(labelled=True))
        end = pieces[number + 1][0] - 1 if number + 1 < len(pieces) else len(parser.kinds) - 1
        if parser.at != end:
            raise parser._leftover()
    places = [label.place for label in labels]
    if all(place >= 0 for place in places):
        if len(set(places)) < len(places):
            twice = next(at for at, place in enumerate(places) if place in places[:at])
            raise parser.fault("label-twice", f"{labels[twice].text} is given twice", pieces[twice][0])
        items = [items[at] for at in sorted(range(len(items)), key=places.__getitem__)]
    parser.lists.append(0)
    return Vector(tuple(items), ""), ", ".join(label.text for label in labels)


def _not_a_set(parser: Student, tree: Node) -> None:
    """Refuse one expression in braces: {…} is a set, or the hole of a template."""
    if parser.kinds[0] != "{" or isinstance(tree, Vector) or parser.wants == "points":
        return
    level = 0
    for at, kind in enumerate(parser.kinds):
        level += (kind == "{") - (kind == "}")
        if level == 0:
            if parser.kinds[at + 1] == "":
                raise fault("braces", parser.offsets[0], "braces make a set; write the expression without them")
            return
