"""An author's text to tokens: whole words are names, a word before a bracket is a call, quotes hold a text."""

from __future__ import annotations

import re

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.characters import SIGNS, SPACES
from quizengine.maths.parse.lexer import GREEK_OR_RAISED, Scanner
from quizengine.maths.parse.words import Names
from quizengine.maths.tree import CONSTANTS, Constant, Name

LOGIC = ("and", "or", "not")
FUNCTION_WORDS = {name: name for name in (*FUNCTIONS, "vector")}
#: Functions whose names may also be names of values.
ALSO_NAMES = ("step", "sign", "norm", "max", "min", "root", "vector")

_TOKEN = re.compile(
    rf"[{SPACES}]*+(?:([A-Za-z][A-Za-z0-9_]*)([ ]*\()?|((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
    r"|\"([^\"]*)\"|(\*\*|[=!<>]=|[-+*/^(),\[\]{}|=<>;])"
    rf"|({GREEK_OR_RAISED}|.))",
    re.DOTALL,
)


class AuthorTokens(Scanner):
    """Tokens of an author's text: whole words are names; kind w begins a call, kind " is a text."""

    __slots__ = ()

    def scan(self, text: str, base: int = 0) -> None:
        at = 0
        while found := _TOKEN.match(text, at):
            at = found.end()
            group = found.lastindex or 6
            if group <= 2:
                at = found.end(1)
                self._identifier(found[1], found.start(1), called=bool(found[2]))
            elif group == 3:
                self.number(found[3], found.start(3))
            elif group == 4:
                self.push('"', found[4], found.start(4) - 1)
            elif group == 5:
                self.push(*SIGNS[found[5]], found.start(5))
            elif found[6] in SIGNS:
                self.push(*SIGNS[found[6]], found.start(6))
            else:
                self.piece(found[6], found.start(6))

    def word(self, word: str, offset: int, end: int) -> None:
        self._identifier(word, offset, called=False)

    def _identifier(self, word: str, offset: int, *, called: bool) -> None:
        if word in LOGIC:
            self.push(word, word, offset)
        elif called and word in FUNCTION_WORDS:
            self.push("f", FUNCTION_WORDS[word], offset)
        elif called:
            self.push("w", word, offset)
        elif word in FUNCTION_WORDS and word not in ALSO_NAMES:
            self.push("f", word, offset)
        elif word in CONSTANTS:
            self.push("x", Constant(word), offset)
        else:
            self.push("x", Name(word), offset)


def tokenize_author(text: str) -> AuthorTokens:
    """The tokens of `text`, closed by one of kind ""."""
    tokens = AuthorTokens(text, Names({}, True, False, ()))
    tokens.scan(text)
    tokens.push("", "", len(text))
    return tokens
