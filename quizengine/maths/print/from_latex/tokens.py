"""The tokens of an author's formula."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizengine.errors import Unreadable
from quizengine.maths.tree import MAX_LENGTH

#: Commands whose argument is words, not mathematics.
WORDY = frozenset({"text", "textrm", "textbf", "textit", "mbox", "operatorname", "operatorname*", "begin", "end"})

_TOKEN = re.compile(
    r"(?P<fill><<.*?>>)|(?P<command>\\(?:operatorname\*|[a-zA-Z]+|.|))|(?P<digits>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<space>\s+)|(?P<sign>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula.

    kind: command, digits, sign, fill or end; text: the command with its backslash, the expression of a fill-in, or
    the characters; words: the argument of a command of WORDY; offset and length: where it stands.
    """

    kind: str
    text: str
    offset: int
    length: int = 1
    words: str = ""


def tokens(source: str) -> list[Token]:
    """Return the tokens of `source`, an end token last; raises Unreadable."""
    if len(source) > MAX_LENGTH:
        raise Unreadable("too-long", MAX_LENGTH, f"a formula has at most {MAX_LENGTH} characters; split it")
    found: list[Token] = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None or (match.lastgroup == "sign" and source.startswith("<<", at)):
            raise Unreadable("fill-in-not-closed", at, "this << has no >>; for 'much less than' write \\ll", 2)
        kind, text = str(match.lastgroup), match.group()
        start, at = at, match.end()
        if kind == "space":
            continue
        words = ""
        if kind == "command":
            if text == "\\":
                raise Unreadable("lone-backslash", start, "a backslash needs the name of a command after it")
            if text[1:] in WORDY:
                words, at = _group(source, at, start, text)
        if kind == "fill":
            text = text[2:-2].strip()
        found.append(Token(kind, text, start, at - start, words))
    return [*found, Token("end", "", len(source), 1)]


def _group(source: str, at: int, start: int, command: str) -> tuple[str, int]:
    """The text in the braces that follow position `at`, and where they end."""
    opened = at
    while opened < len(source) and source[opened].isspace():
        opened += 1
    if not source.startswith("{", opened):
        raise Unreadable(
            "argument-missing", start, f"{command} needs its words in braces: {command}{{…}}", len(command)
        )
    depth, at = 0, opened
    while at < len(source):
        if source[at] == "\\":
            at += 1
        elif source[at] in "{}":
            depth += 1 if source[at] == "{" else -1
            if depth == 0:
                return source[opened + 1 : at], at + 1
        at += 1
    raise Unreadable("bracket-not-closed", opened, f"this brace of {command} is not closed: add }}")
