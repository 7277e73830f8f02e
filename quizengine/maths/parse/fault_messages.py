"""Faults in words: what is wrong, at which character, and the cure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from quizengine.errors import Unreadable
from quizengine.maths.parse.lexer.characters import LOOK_ALIKES, name_of

MAX_MESSAGE = 200

#: Signs that people type and we refuse: reason and cure.
SIGN_FAULTS: dict[str, tuple[str, str]] = {
    "!": ("no-factorial", "factorials are not used here; write the product out, as 3*2*1"),
    "%": ("percent", "a percent sign is read only after a number by itself; write 0.1 or 1/10 for 10 percent"),
    **{
        sign: (
            "plus-minus",
            f"{sign} stands for two answers; write one, or where several are asked both with a comma between",
        )
        for sign in "±∓"
    },
    "≈": ("approximately", "≈ is not read; type the number alone"),
    "°": ("degrees", "degrees are not read; angles are in radians: 45° is pi/4"),
    "'": ("prime", "a prime belongs before the = sign only, as in f' = 2x; type the derivative itself"),
    "$": ("dollar", "dollar signs are read only in pairs around formulas: $2x$"),
    ":": ("colon", "the colon is not read; write / to divide, and = after a name"),
    ".": ("dot", "this dot belongs to no number; write * to multiply and 0.5 for a decimal"),
    "_": ("subscript", "a subscript is a number or a letter right after a name: x_1"),
    "\\": ("backslash", "this backslash begins no command; write / to divide"),
    "?": ("question-mark", "a question mark is not mathematics; type your best answer"),
    "∫": ("calculus-sign", "work the integral out; only its value is read"),
    "∑": ("calculus-sign", "write the sum out, term by term"),
    "∏": ("calculus-sign", "write the product out, factor by factor"),
    "∇": ("calculus-sign", "work the gradient out; ∇ is read only before the = sign, as in ∇f = (2x, 2y)"),
    "∂": ("calculus-sign", "work the derivative out; ∂ is read only before the = sign, as in ∂f/∂x = 2x"),
    "…": ("dots", "dots are not read; write all of it, or a fraction such as 1/3"),
    "∪": ("union", "one interval is read at a time; ∪ is not read"),
    "→": ("arrow", "an arrow is read only between the steps of a sequence"),
}


def fault(reason: str, offset: int, message: str, length: int = 1) -> Unreadable:
    """Return an Unreadable whose message is one short line."""
    if len(message) > MAX_MESSAGE:
        message = message[: MAX_MESSAGE - 1] + "…"
    return Unreadable(reason, offset, message, length)


def sign_fault(sign: str, offset: int, variables: Iterable[str]) -> Unreadable:
    """Return the fault of a character that begins nothing: a look-alike, a hidden or control character, or any
    other.
    """
    if sign in SIGN_FAULTS:
        return fault(SIGN_FAULTS[sign][0], offset, SIGN_FAULTS[sign][1])
    if sign in "’′‘`´":
        return fault("prime", offset, SIGN_FAULTS["'"][1])
    if sign in LOOK_ALIKES:
        return look_alike(sign, offset, variables)
    category = unicodedata.category(sign)
    if category in ("Cc", "Cs", "Cn", "Co"):
        return fault(
            "control-character", offset, f"{name_of(sign)} cannot be read; delete it and type the answer again"
        )
    if category == "Cf":
        return fault("hidden-character", offset, f"a hidden character ({name_of(sign)}) is in the text; delete it")
    if category in ("Mn", "Me", "Mc"):
        return fault("mark", offset, f"a mark ({name_of(sign)}) is on the character before it; type that one plainly")
    if category == "Nd":
        digit = unicodedata.digit(sign)
        return fault("foreign-digit", offset, f"{name_of(sign)} is not read; type the digit {digit}")
    if category.startswith("L"):
        return fault("foreign-letter", offset, f"the letter {name_of(sign)} is not used here; {known(variables)}")
    return fault("unknown-character", offset, f"the character {name_of(sign)} is not used here; delete it")


def look_alike(sign: str, offset: int, variables: Iterable[str]) -> Unreadable:
    """Return the fault of a letter that looks like a Latin one."""
    latin = LOOK_ALIKES[sign]
    near = latin if latin in variables else latin.lower() if latin.lower() in variables else latin
    message = f"{name_of(sign)} only looks like the Latin letter {latin}; type {near} on the keyboard"
    return fault("look-alike", offset, message)


def known(variables: Iterable[str]) -> str:
    """Return the names that are known, as the end of a sentence."""
    names = list(variables)
    if not names:
        return "a number is asked, without names"
    listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"the known names are {listed}" if len(names) > 1 else f"the only known name is {listed}"


def clipped(word: str) -> str:
    """Return `word`, cut to a length that fits into a sentence."""
    return word if len(word) <= 26 else word[:25] + "…"


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that `word` was probably meant to be, or ""."""
    from difflib import get_close_matches  # needed for faults only

    typed, names = word[:30].lower(), sorted(set(candidates))
    turned = (name for name in names if sorted(name.lower()) == sorted(typed))  # sni for sin
    close = get_close_matches(typed, names, n=1, cutoff=0.7)
    return next(turned, close[0] if close else "")


def visible(text: str) -> str:
    """Return `text` on one line: control, hidden and half characters as signs of one column."""
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(sign)
    return "\ufffd" if category.startswith("C") or category in ("Zl", "Zp") else sign
