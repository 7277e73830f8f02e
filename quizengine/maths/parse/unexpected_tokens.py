"""The fault of a token that cannot stand where it stands: which one, and the cure."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.parse.arithmetic import RELATIONS, Arithmetic
from quizengine.maths.parse.brackets import CLOSERS, CLOSING
from quizengine.maths.parse.characters import GREEK, LOOK_ALIKES
from quizengine.maths.parse.messages import clipped, fault, known, look_alike, nearest, sign_fault, visible
from quizengine.maths.tree import MAX_DIGITS


def unexpected(parser: Arithmetic, kind: str) -> Unreadable:
    """The fault of a token of `kind` where something else should stand."""
    value = parser.values[parser.at]
    if kind == "!":
        return _refused(parser, str(value))
    if kind == "?":
        return _unknown(parser, str(value))
    if kind == "" and parser.kinds[parser.at - 1] in (",", ";"):
        return parser.fault("item-missing", "something is missing after the comma", parser.at - 1)
    if kind == "":
        return parser.fault("ends-too-early", "the text ends where a number, a name or a bracket should follow")
    if kind in CLOSERS:
        return _stray_closer(parser)
    if kind in RELATIONS:
        return parser.fault("relation-misplaced", "a relation sign cannot stand here; type one expression")
    if kind in (",", ";", "&"):
        return parser.fault("item-missing", "something is missing before this separator")
    if kind == "." and parser.kinds[parser.at + 1] == "." and parser.kinds[parser.at + 2] in (".", ""):
        return sign_fault("…", parser.offsets[parser.at], ())
    if kind in (".", "_", "→"):
        return sign_fault(kind, parser.offsets[parser.at], parser.notation.variables)
    if kind in ("*", "/", "^", "+", "-"):
        return parser.fault("operand-missing", f"a number, a name or a bracket is missing before this {kind}")
    return parser.fault("unexpected", "this cannot stand here; write * between factors")


def _stray_closer(parser: Arithmetic) -> Unreadable:
    if parser.kinds[parser.at - 1] in (",", ";", "&"):
        return parser.fault("item-missing", "something is missing after the comma", parser.at - 1)
    if parser.inside == "":
        return parser.fault("bracket-not-opened", "this bracket closes nothing; delete it or open one before")
    if parser.kinds[parser.at - 1] in CLOSING:
        return parser.fault("empty-brackets", "nothing stands between these brackets")
    return parser.fault("operand-missing", "a number, a name or a bracket is missing before this bracket closes")


def _refused(parser: Arithmetic, value: str) -> Unreadable:
    offset = parser.offsets[parser.at]
    if value == "or" or (value in ("±", "∓") and parser.expected.one_value):
        return parser.several(parser.at)
    if value.startswith("\\") and len(value) > 1:
        return fault("latex-unknown", offset, f"the LaTeX command {visible(value[:30])} is not read here", len(value))
    if len(value) > 1:
        message = f"a number has at most {MAX_DIGITS} digits and an exponent of at most 308"
        return fault("number-too-long", offset, message, min(len(value), MAX_DIGITS))
    if value in "'’" and parser.kinds[parser.at - 1] == "0" and parser.kinds[parser.at + 1] == "0":
        return fault("two-numbers", offset, "type a number without signs between its digits: 1000")
    return sign_fault(value, offset, parser.notation.variables)


def _unknown(parser: Arithmetic, word: str) -> Unreadable:
    """The fault of a word that is no name here, with the nearest that is."""
    variables, entries = parser.notation.variables, parser.tokens.names.entries
    offset = parser.offsets[parser.at]
    typed = parser.tokens.text[offset]
    if LOOK_ALIKES.get(typed) in variables:
        return look_alike(typed, offset, variables)
    if parser.kinds[parser.at + 1] == "=" and parser.at > 0 and parser.expected.is_list:
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
