"""An author's text to tokens: whole words are names, a word before a bracket is a call, quotes hold a text."""

from __future__ import annotations

import re

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.lexer.characters import SIGNS, SPACES
from quizengine.maths.parse.lexer.lexer import GREEK_OR_RAISED, unlisted
from quizengine.maths.parse.lexer.tokens import Cutter, Tokens
from quizengine.maths.parse.lexer.words import Names
from quizengine.maths.tree import CONSTANTS, Constant, Name

LOGIC = ("and", "or", "not")
FUNCTION_WORDS = {name: name for name in (*FUNCTIONS, "vector")}
#: Functions whose names may also be names of values.
ALSO_NAMES = ("step", "sign", "norm", "max", "min", "root", "vector")

_TOKEN = re.compile(
    rf"[{SPACES}]*+(?:([A-Za-z][A-Za-z0-9_]*)([ ]*\()?|((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
    r"|\"((?:<<(?:[^>]|>(?!>))*+>>|[^\"])*+)\"|(\*\*|[=!<>]=|[-+*/^(),\[\]{}|=<>;])"
    rf"|({GREEK_OR_RAISED}|.))",
    re.DOTALL,
)


def _cut(tokens: Tokens, text: str, base: int) -> None:
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        group = found.lastindex or 6
        if group <= 2:
            at = found.end(1)
            _identifier(tokens, found[1], base + found.start(1), called=bool(found[2]))
        elif group == 3:
            tokens.number(found[3], base + found.start(3))
        elif group == 4:
            tokens.push('"', found[4], base + found.start(4) - 1)
        elif group == 5:
            tokens.push(*SIGNS[found[5]], base + found.start(5))
        elif found[6] in SIGNS:
            tokens.push(*SIGNS[found[6]], base + found.start(6))
        else:
            unlisted(tokens, found[6], base + found.start(6))


def _word(tokens: Tokens, word: str, offset: int, end: int) -> None:
    _identifier(tokens, word, offset, called=False)


def _identifier(tokens: Tokens, word: str, offset: int, *, called: bool) -> None:
    if word in LOGIC:
        tokens.push(word, word, offset)
    elif called and word in FUNCTION_WORDS:
        tokens.push("f", FUNCTION_WORDS[word], offset)
    elif called:
        tokens.push("w", word, offset)
    elif word in FUNCTION_WORDS and word not in ALSO_NAMES:
        tokens.push("f", word, offset)
    elif word in CONSTANTS:
        tokens.push("x", Constant(word), offset)
    else:
        tokens.push("x", Name(word), offset)


AUTHOR_CUTTER = Cutter(_cut, _word)


def tokenize_author(text: str) -> Tokens:
    """Return the tokens of `text`, closed by one of kind ""."""
    tokens = Tokens(text, Names({}, True, False, ()), AUTHOR_CUTTER)
    tokens.scan(text, 0)
    tokens.push("", "", len(text))
    return tokens
