"""parse: the one way from a text to a tree."""

from __future__ import annotations

import re

from quizengine.errors import Unreadable
from quizengine.maths.parse.commas import decimal_commas, decimal_pairs
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import fault
from quizengine.maths.parse.lexer.lexer import tokenize
from quizengine.maths.parse.lexer.words import names_of
from quizengine.maths.parse.no_answer import NONE, before_none
from quizengine.maths.parse.notation import DOCUMENTED, PLAIN, Conventions, Notation, Reading
from quizengine.maths.parse.numerals import eulers, join_numerals
from quizengine.maths.parse.rules.whole import whole
from quizengine.maths.parse.separators import separators
from quizengine.maths.parse.shaping import shaped
from quizengine.maths.parse.student_grammar import STUDENT
from quizengine.maths.tree import MAX_LENGTH, Vector

_DELIMITER = re.compile(r"(\$\$?|(?<!\\)\\[()\[\]])")
_SCIENTIFIC = re.compile(r"[0-9.][eE][-+−–][0-9]")
_COMMA = re.compile(r"[0-9],[0-9]")
_PAIRS = {"$$": "$$", "$": "$", "\\(": "\\)", "\\[": "\\]"}


def parse(text: str, notation: Notation = PLAIN, conventions: Conventions = DOCUMENTED) -> Reading:
    """Return what `text` says in `notation` under `conventions`.

    Any text up to any length ends quickly: one longer than MAX_LENGTH is refused at once. Raises Unreadable and
    nothing else.
    """
    if len(text) > MAX_LENGTH:
        raise fault("too-long", MAX_LENGTH, f"an answer has at most {MAX_LENGTH} characters; this has {len(text)}")
    try:
        if "$" in text or "\\" in text:
            text = _undelimited(text)
        if (label := before_none(text, notation)) is not None:
            return _read_none(label, notation, conventions)
        if not notation.variables and notation.expected.guesses_axes and "i" in text and "j" in text:
            return _with_axes(text, conventions)
        return _read(text, notation, conventions)
    except RecursionError:
        raise fault("too-deep", 0, "this is nested too deeply; write it with fewer brackets and powers") from None


def _read_none(label: str, notation: Notation, conventions: Conventions) -> Reading:
    """That there is none, after a label that must fit what is asked as before any other answer."""
    named = _read(f"{label} {notation.expected.example}", notation, conventions) if label else None
    return Reading(NONE, (), named.labels if named else ())


def _read(text: str, notation: Notation, conventions: Conventions) -> Reading:
    cursor = Cursor(tokenize(text, names_of(notation)), conventions, notation, STUDENT)
    kinds = cursor.kinds
    _trim(cursor)
    separators(cursor)
    if "0" in kinds:
        if _SCIENTIFIC.search(text):
            eulers(cursor)
        join_numerals(cursor)
    if "," in kinds:
        _join_decimals(cursor, text)
    # what reads labels takes as long to load as a tenth of the way to the first question, whose keys have none
    if "!" in kinds and "=" not in kinds:
        from quizengine.maths.parse.labels.positions import colons

        colons(cursor)
    if "=" in kinds and "=" in kinds[cursor.at + 1 :]:
        from quizengine.maths.parse.labels.labelled_values import labelled

        tree, labels = labelled(cursor)
    else:
        tree, labels = whole(cursor), ()
    return Reading(shaped(cursor, tree), cursor.ambiguities() if cursor.told else (), labels)


def _join_decimals(cursor: Cursor, text: str) -> None:
    """Join the numbers with decimal commas, where what is asked says that a comma may be one."""
    kinds, asked, commas = cursor.kinds, cursor.notation, cursor.expected.decimal_commas
    if commas.outside_brackets or ";" in kinds or "&" in kinds:
        decimal_commas(cursor)
    elif commas.in_lists(asked.count, len(asked.variables), kinds.count(",")) and _COMMA.search(text):
        decimal_pairs(cursor)


def _with_axes(text: str, conventions: Conventions) -> Reading:
    """Where nothing is declared or asked, `2x i + 2y j` is a vector, and all other i and j are variables."""
    try:
        reading = _read(text, Notation((), "vector"), conventions)
        if isinstance(reading.tree, Vector) and not reading.tree.brackets and "," not in text and ";" not in text:
            return reading
    except Unreadable:
        pass
    return _read(text, PLAIN, conventions)


def _undelimited(text: str) -> str:
    r"""`text` with the pairs of $…$ and \(…\) blanked out, so that offsets stay."""
    pieces = _DELIMITER.split(text)
    for at in range(1, len(pieces), 4):
        closing = pieces[at + 2] if at + 2 < len(pieces) else ""
        if _PAIRS.get(pieces[at]) != closing or not pieces[at + 1].strip():
            break
        pieces[at], pieces[at + 2] = " " * len(pieces[at]), " " * len(closing)
    return "".join(pieces)


def _trim(cursor: Cursor) -> None:
    """Step over an = sign in front, drop a full stop or semicolon at the end, turn the [ that ends an interval.

    Refuses an empty text.
    """
    kinds = cursor.kinds
    if len(kinds) > 2 and kinds[-2] in (".", ";"):
        cursor.drop(len(kinds) - 2)
    if len(kinds) == 1:
        raise fault("empty", 0, "nothing was typed")
    if cursor.expected.open_brackets and kinds[-2] == "[":
        kinds[-2] = ")"  # [0, 1[
    about = cursor.expected.approximately and cursor.values[0] in ("≈", "~", "∼")
    if about or (kinds[0] == "=" and cursor.values[0] == "="):
        cursor.at = 1
