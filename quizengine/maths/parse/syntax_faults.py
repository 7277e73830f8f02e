"""The fault of a token that cannot stand where it stands: which one, and the cure."""

from __future__ import annotations

import re

from quizengine.errors import Unreadable
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import clipped, fault, known, look_alike, nearest, sign_fault, visible
from quizengine.maths.parse.lexer.characters import GREEK, LOOK_ALIKES
from quizengine.maths.parse.lexer.token_kinds import CLOSERS, CLOSING, RELATIONS
from quizengine.maths.tree import MAX_DIGITS


def unexpected(cursor: Cursor) -> Unreadable:
    """Return the fault of the current token, where something else should stand."""
    kind, value = cursor.kinds[cursor.at], cursor.values[cursor.at]
    if kind == "!":
        return _refused(cursor, str(value))
    if kind == "?":
        return _unknown(cursor, str(value))
    if kind == "" and cursor.kinds[cursor.at - 1] in (",", ";"):
        return cursor.fault("item-missing", "something is missing after the comma", cursor.at - 1)
    if kind == "":
        return cursor.fault("ends-too-early", "the text ends where a number, a name or a bracket should follow")
    if kind in CLOSERS:
        return _stray_closer(cursor)
    if kind in RELATIONS:
        return cursor.fault("relation-misplaced", "a relation sign cannot stand here; type one expression")
    if kind in (",", ";", "&"):
        return cursor.fault("item-missing", "something is missing before this separator")
    if kind == "." and cursor.kinds[cursor.at + 1] == "." and cursor.kinds[cursor.at + 2] in (".", ""):
        return sign_fault("…", cursor.offsets[cursor.at], ())
    if kind in (".", "_", "→"):
        return sign_fault(kind, cursor.offsets[cursor.at], cursor.notation.variables)
    if kind in ("*", "/", "^", "+", "-"):
        return cursor.fault("operand-missing", f"a number, a name or a bracket is missing before this {kind}")
    return cursor.fault("unexpected", "this cannot stand here; write * between factors")


def leftover(cursor: Cursor) -> Unreadable:
    """Return the fault of the current token, where the text should have ended."""
    return number_after(cursor) if cursor.peek() == "0" else unexpected(cursor)


def unclosed(cursor: Cursor, start: int) -> Unreadable:
    """Return the fault of the opening bracket at token `start` where something else than its partner is met."""
    kind, met = cursor.kinds[start], cursor.peek()
    if met == "":
        wanted = "\\end{…}" if kind == "M" else CLOSING[kind]
        return cursor.fault("bracket-not-closed", f"this bracket is never closed; add {wanted}", start)
    if met in CLOSERS:
        typed = cursor.tokens.text[cursor.offsets[start]]
        return cursor.fault("bracket-mismatch", f"this closes a bracket that was opened as {typed}")
    return unexpected(cursor)


def several(cursor: Cursor, at: int) -> Unreadable:
    """Return the fault of two values, parted at token `at`, where one is asked."""
    what = "value" if cursor.expected.one_value else cursor.expected.name
    return cursor.fault("several-values", f"one {what} is asked; type the one that is right", at)


def number_after(cursor: Cursor) -> Unreadable:
    """Return the fault of a number right after a factor: a lost `^`, a lost `*`, or two numbers."""
    if cursor.peek(-1) == "0":
        signs = "a comma" if cursor.expected.is_list else "*, +, or a decimal point"
        if re.match(r"[0-9]{3}(?![0-9])", cursor.tokens.text[cursor.offsets[cursor.at] :]):
            signs = f"a long number without spaces, or {signs}"
        return cursor.fault("two-numbers", f"two numbers stand side by side; write {signs} between them")
    return cursor.fault(
        "number-after", "a number right after a factor is unclear; write * to multiply or ^ for a power"
    )


def _stray_closer(cursor: Cursor) -> Unreadable:
    if cursor.kinds[cursor.at - 1] in (",", ";", "&"):
        return cursor.fault("item-missing", "something is missing after the comma", cursor.at - 1)
    if cursor.inside == "":
        return cursor.fault("bracket-not-opened", "this bracket closes nothing; delete it or open one before")
    if cursor.kinds[cursor.at - 1] in CLOSING:
        return cursor.fault("empty-brackets", "nothing stands between these brackets")
    return cursor.fault("operand-missing", "a number, a name or a bracket is missing before this bracket closes")


def _refused(cursor: Cursor, value: str) -> Unreadable:
    offset = cursor.offsets[cursor.at]
    if value == "or" or (value in ("±", "∓") and cursor.expected.one_value):
        return several(cursor, cursor.at)
    if value.startswith("\\") and len(value) > 1:
        return fault("latex-unknown", offset, f"the LaTeX command {visible(value[:30])} is not read here", len(value))
    if len(value) > 1:
        message = f"a number has at most {MAX_DIGITS} digits and an exponent of at most 308"
        return fault("number-too-long", offset, message, min(len(value), MAX_DIGITS))
    if value in "'’" and cursor.kinds[cursor.at - 1] == "0" and cursor.kinds[cursor.at + 1] == "0":
        return fault("two-numbers", offset, "type a number without signs between its digits: 1000")
    return sign_fault(value, offset, cursor.notation.variables)


def _unknown(cursor: Cursor, word: str) -> Unreadable:
    """The fault of a word that is no name here, with the nearest that is."""
    variables, entries = cursor.notation.variables, cursor.tokens.names.entries
    offset = cursor.offsets[cursor.at]
    typed = cursor.tokens.text[offset]
    if LOOK_ALIKES.get(typed) in variables:
        return look_alike(typed, offset, variables)
    if cursor.kinds[cursor.at + 1] == "=" and cursor.at > 0 and cursor.expected.is_list:
        return fault("item-missing", offset, f"a comma is missing before {clipped(word)} =", len(clipped(word)))
    base = word.rstrip("0123456789")
    index = word[len(base) :]
    if index and entries.get(base, ("", 0))[0] == "x":
        shown = base if typed.isascii() else typed
        near = f"{shown}^{index} or {shown}*{index}"
    else:
        functions = (name for name, entry in entries.items() if entry[0] == "f" and name.islower() and len(name) > 1)
        near = next((name for name in variables if name.lower() == word.lower()), "")
        near = near or (nearest(word, (*variables, *functions)) if len(word) > 1 and typed not in GREEK else "")
    shown = f"'{typed}' (Greek {word})" if typed in GREEK else f"'{word}'"
    meant = f"did you mean {near}? " if near else ""
    return fault(
        "name-unknown", offset, f"{clipped(shown)} is not known; {meant}{known(variables)}", len(clipped(word))
    )
