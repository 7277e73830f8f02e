"""read: the one way from a text to a tree."""

from __future__ import annotations

import re

from quizengine.errors import Unreadable
from quizengine.maths.parse.commas import decimal_commas, decimal_pairs
from quizengine.maths.parse.label_positions import colons
from quizengine.maths.parse.labelled_values import labelled
from quizengine.maths.parse.lexer import tokenize
from quizengine.maths.parse.messages import fault
from quizengine.maths.parse.missing_commas import refuse_spaced
from quizengine.maths.parse.no_answer import NONE, before_none
from quizengine.maths.parse.notation import DOCUMENTED, PLAIN, Conventions, Notation, Reading
from quizengine.maths.parse.numerals import eulers, join_numerals
from quizengine.maths.parse.separators import separators
from quizengine.maths.parse.student import Student
from quizengine.maths.parse.words import names_of
from quizengine.maths.tree import MAX_LENGTH, Node, Relation, Vector

_DELIMITER = re.compile(r"(\$\$?|(?<!\\)\\[()\[\]])")
_SCIENTIFIC = re.compile(r"[0-9.][eE][-+−–][0-9]")
_COMMA = re.compile(r"[0-9],[0-9]")
_PAIRS = {"$$": "$$", "$": "$", "\\(": "\\)", "\\[": "\\]"}


def parse(text: str, notation: Notation = PLAIN, rules: Conventions = DOCUMENTED) -> Reading:
    """What `text` says in `notation` under `rules`.

    Any text up to any length ends quickly: one longer than MAX_LENGTH is refused at once. Raises Unreadable and
    nothing else.
    """
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an answer has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        if "$" in text or "\\" in text:
            text = _undelimited(text)
        if (label := before_none(text, notation)) is not None:
            return _read_none(label, notation, rules)
        if not notation.variables and notation.expected.guesses_axes and "i" in text and "j" in text:
            return _with_axes(text, rules)
        return _read(text, notation, rules)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; write it with fewer brackets and powers") from None


def _read_none(label: str, notation: Notation, rules: Conventions) -> Reading:
    """That there is none, after a label that must fit what is asked as before any other answer."""
    named = _read(f"{label} {notation.expected.example}", notation, rules) if label else None
    return Reading(NONE, (), named.labels if named else ())


def _read(text: str, notation: Notation, rules: Conventions) -> Reading:
    parser = Student(tokenize(text, names_of(notation)), rules, notation)
    kinds = parser.kinds
    _trim(parser)
    separators(parser)
    if "0" in kinds:
        if _SCIENTIFIC.search(text):
            eulers(parser)
        join_numerals(parser)
    commas = notation.expected.decimal_commas
    if "," in kinds and (commas.outside_brackets or ";" in kinds or "&" in kinds):
        decimal_commas(parser)
    elif commas.in_lists(notation.count, len(notation.variables), kinds.count(",")) and _COMMA.search(text):
        decimal_pairs(parser)
    if "!" in kinds and "=" not in kinds:
        colons(parser)
    if "=" in kinds and "=" in kinds[parser.at + 1 :]:
        tree, labels = labelled(parser)
    else:
        tree, labels = parser.whole(), ()
    _not_a_set(parser, tree)
    _not_computed(parser, tree)
    _not_several(parser, tree)
    if notation.count > 1 and len(parser.lists) == isinstance(tree, Vector):
        refuse_spaced(parser, tree)
    return Reading(parser.settled(tree), parser.ambiguities() if parser.told else (), labels)


def _with_axes(text: str, rules: Conventions) -> Reading:
    """Where nothing is declared or asked, `2x i + 2y j` is a vector, and all other i and j are variables."""
    try:
        reading = _read(text, Notation((), "vector"), rules)
        if isinstance(reading.tree, Vector) and not reading.tree.brackets and "," not in text and ";" not in text:
            return reading
    except Unreadable:
        pass
    return _read(text, PLAIN, rules)


def _undelimited(text: str) -> str:
    r"""`text` with the pairs of $…$ and \(…\) blanked out, so that offsets stay."""
    pieces = _DELIMITER.split(text)
    for at in range(1, len(pieces), 4):
        closing = pieces[at + 2] if at + 2 < len(pieces) else ""
        if _PAIRS.get(pieces[at]) != closing or not pieces[at + 1].strip():
            break
        pieces[at], pieces[at + 2] = " " * len(pieces[at]), " " * len(closing)
    return "".join(pieces)


def _trim(parser: Student) -> None:
    """Step over an = sign in front, drop a full stop or semicolon at the end, turn the [ that ends an interval.

    Refuses an empty text.
    """
    kinds = parser.kinds
    if len(kinds) > 2 and kinds[-2] in (".", ";"):
        parser.drop(len(kinds) - 2)
    if len(kinds) == 1:
        raise fault("empty", 0, "nothing was typed")
    if parser.expected.open_brackets and kinds[-2] == "[":
        kinds[-2] = ")"  # [0, 1[
    about = parser.expected.approximately and parser.values[0] in ("≈", "~", "∼")
    if about or (kinds[0] == "=" and parser.values[0] == "="):
        parser.at = 1


def _not_computed(parser: Student, tree: Node) -> None:
    """Refuse arithmetic on an interval: (0, 1]·2."""
    if parser.expected.is_single_list and parser.lists and not isinstance(tree, Vector | Relation):
        raise parser.interval_wanted(parser.lists[0])


def _not_several(parser: Student, tree: Node) -> None:
    """Refuse (1, 2), (3, 4) where one vector is asked."""
    count = parser.notation.count
    if not parser.expected.one_vector or count < 2 or not isinstance(tree, Vector) or tree.brackets not in ("", "{}"):
        return
    if len(tree.items) > 1 and all(isinstance(item, Vector) and len(item.items) == count for item in tree.items):
        raise parser.several(max(parser.lists[0], 0))


def _not_a_set(parser: Student, tree: Node) -> None:
    """Refuse braces around one expression outside LaTeX, a set or the hole of a template, and a set for one value."""
    kinds = parser.kinds
    if parser.expected.one_value and isinstance(tree, Vector) and tree.brackets == "{}":
        raise parser.several(max(parser.lists[0], 0))
    if kinds[0] != "{" or isinstance(tree, Vector) or parser.expected.in_braces:
        return
    if parser.values[0] != "set" and ("\\" in parser.tokens.text or parser.values[0] == "〖"):
        return  # braces only group
    level = 0
    for at, kind in enumerate(kinds):
        level += (kind == "{") - (kind == "}")
        if level == 0:
            if kinds[at + 1] == "":
                raise fault("braces", parser.offsets[0], "braces make a set; write the expression without them")
            return
