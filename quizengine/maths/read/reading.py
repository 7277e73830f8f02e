"""read: the one way from a text to a tree."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.read.commas import decimal_commas
from quizengine.maths.read.faults import fault
from quizengine.maths.read.labelled import colons, labelled
from quizengine.maths.read.notation import DOCUMENTED, PLAIN, Notation, Reading, Rules
from quizengine.maths.read.numerals import join_numerals
from quizengine.maths.read.student import Student
from quizengine.maths.read.tokens import tokenize
from quizengine.maths.read.words import names_of
from quizengine.maths.tree import MAX_LENGTH, Node, Vector

_DELIMITERS = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))


def read(text: str, notation: Notation = PLAIN, rules: Rules = DOCUMENTED) -> Reading:
    """What `text` says in `notation` under `rules`.

    Any text up to any length ends quickly: one longer than MAX_LENGTH is refused at once. Raises Unreadable and
    nothing else.
    """
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an answer has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        if not notation.variables and notation.wants == "any" and "i" in text and "j" in text:
            return _with_axes(text, rules)
        return _read(text, notation, rules)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; write it with fewer brackets and powers") from None


def _read(text: str, notation: Notation, rules: Rules) -> Reading:
    if "$" in text or "\\" in text:
        text = _undelimited(text)
    parser = Student(tokenize(text, names_of(notation)), rules, notation)
    kinds = parser.kinds
    _trim(parser)
    if "0" in kinds:
        join_numerals(parser)
    if "," in kinds and (notation.wants in ("number", "expression", "equation") or ";" in kinds):
        decimal_commas(parser)
    if "→" in kinds and notation.wants == "sequence":
        kinds[:] = ["," if kind == "→" else kind for kind in kinds]
    if "!" in kinds and "=" not in kinds:
        colons(parser)
    if "=" in kinds and "=" in kinds[parser.at + 1 :]:
        tree, label = labelled(parser)
    else:
        tree, label = parser.whole(), ""
    _not_a_set(parser, tree)
    return Reading(parser.settled(tree), parser.ambiguities() if parser.told else (), label)


def _with_axes(text: str, rules: Rules) -> Reading:
    """Where nothing is declared or asked, `2x i + 2y j` is a vector, and all other i and j are variables."""
    try:
        reading = _read(text, Notation((), "vector"), rules)
        if isinstance(reading.tree, Vector) and not reading.tree.brackets and "," not in text and ";" not in text:
            return reading
    except Unreadable:
        pass
    return _read(text, PLAIN, rules)


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
    about = parser.wants == "number" and parser.values[0] in ("≈", "~", "∼")
    if about or (kinds[0] == "=" and parser.values[0] == "="):
        parser.at = 1


def _not_a_set(parser: Student, tree: Node) -> None:
    """Refuse one expression in braces: {…} is a set, or the hole of a template."""
    kinds = parser.kinds
    if kinds[0] != "{" or parser.tokens.text.lstrip().startswith("{\\displaystyle"):
        return
    if (
        parser.tokens.text[: parser.offsets[0]].strip()
        or "over" in kinds
        or isinstance(tree, Vector)
        or parser.wants == "points"
    ):
        return
    level = 0
    for at, kind in enumerate(kinds):
        level += (kind == "{") - (kind == "}")
        if level == 0:
            if kinds[at + 1] == "":
                raise fault("braces", parser.offsets[0], "braces make a set; write the expression without them")
            return
