"""A cursor: where reading stands among the tokens, by which rules it goes on, what encloses it, what it has told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from quizengine.errors import Unreadable
from quizengine.maths.parse.fault_messages import fault
from quizengine.maths.parse.lexer.token_kinds import CLOSING
from quizengine.maths.parse.lexer.tokens import Tokens
from quizengine.maths.parse.notation import ALTERNATIVES, Ambiguity, Conventions, Notation
from quizengine.maths.tree import MAX_BRACKETS, Node

MAX_RECURSION = 2 * MAX_BRACKETS

Outside = tuple[str, bool]  # what encloses a bracket, kept while reading within it


class Prefix(NamedTuple):
    """What begins with a token: how tightly it binds, and how it is read.

    Where something stands before it that binds as tightly, it is refused: no sign after √, no `not` after +.
    """

    power: int
    rule: Callable[[Cursor], Node]


class Infix(NamedTuple):
    """What goes on with a token: how tightly it binds, how it is read after a tree, and where it ends the tree instead.

    In [2x -2y] the sign begins a new item, and a bar may close.
    """

    power: int
    rule: Callable[[Cursor, Node], Node]
    ends: Callable[[Cursor], bool] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a text is read, by the kinds of its tokens; numbers and names (0, x) stand for themselves."""

    prefix: Mapping[str, Prefix]
    infix: Mapping[str, Infix]


class Cursor:
    """The tokens of one text, the position in them, and what is known of the brackets around it.

    Whatever reads takes a cursor whose current token is its first, and leaves it at the token after its last.
    """

    __slots__ = (
        *("at", "brackets", "depth", "expected", "in_exponent", "infix", "inside", "kinds", "lists", "notation"),
        *("offsets", "prefix", "conventions", "spaced", "spaced_brackets", "told", "tokens", "values"),
    )

    def __init__(self, tokens: Tokens, conventions: Conventions, notation: Notation, grammar: Grammar) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.values = tokens.values
        self.offsets = tokens.offsets
        self.conventions = conventions
        self.notation = notation
        self.expected = notation.expected
        self.prefix = grammar.prefix  # the rules by which it is read
        self.infix = grammar.infix
        self.at = 0  # the current token
        self.depth = 0  # levels of recursion
        self.brackets = 0  # how many brackets are open
        self.inside = ""  # the kind that closes the innermost of them
        self.spaced = False  # in it spaces part the items: [2x 2y]
        self.spaced_brackets: dict[int, int] | None = None  # the square brackets in which they may, once looked for
        self.in_exponent = False  # in an exponent without brackets
        self.lists: list[int] = []  # where vectors and axes stand
        self.told: dict[str, int] = {}  # code of an ambiguity: where it was first met

    def peek(self, ahead: int = 0) -> str:
        """Return the kind of the token `ahead` of the current one, which must exist; "" is the end."""
        return self.kinds[self.at + ahead]

    def advance(self) -> Any:
        """Step over the current token; returns its value."""
        self.at += 1
        return self.values[self.at - 1]

    def drop(self, start: int, count: int = 1) -> None:
        """Delete `count` tokens from `start` on."""
        for column in (self.kinds, self.values, self.offsets):
            del column[start : start + count]

    def text_between(self, start: int, end: int) -> str:
        """Return the text from token `start` up to token `end`."""
        return self.tokens.text[self.offsets[start] : self.offsets[end]]

    def after_space(self) -> bool:
        """Return whether a space stands before the current token."""
        return self.tokens.text[self.offsets[self.at] - 1].isspace()

    def enter(self, spaced: bool = False) -> Outside:
        """Step over an opening bracket; returns what `leave` needs to step out again; raises Unreadable if too deep."""
        outside = (self.inside, self.spaced)
        self.brackets += 1
        if self.brackets > MAX_BRACKETS:
            raise self.fault("too-many-brackets", f"brackets inside brackets go {MAX_BRACKETS} deep at most")
        self.deeper()
        self.inside, self.spaced = CLOSING[self.kinds[self.at]], spaced
        self.at += 1
        return outside

    def leave(self, outside: Outside) -> None:
        """Step over the closing bracket."""
        self.at += 1
        self.depth -= 1
        self.brackets -= 1
        self.inside, self.spaced = outside

    def deeper(self) -> None:
        """Count one level of recursion, which whoever calls counts down again; raises Unreadable past the limit."""
        self.depth += 1
        if self.depth > MAX_RECURSION:
            raise self.fault("too-deep", "this is nested too deeply; write it with fewer brackets and powers")

    def tell(self, code: str, at: int | None = None) -> None:
        """Tell that the text could be read otherwise at token `at`, the current one if None; the first place counts."""
        self.told.setdefault(code, self.offsets[self.at if at is None else at])

    def ambiguities(self) -> tuple[Ambiguity, ...]:
        """Return the places that were met where the text could be read otherwise, one of each kind."""
        return tuple(Ambiguity(code, offset, ALTERNATIVES[code]) for code, offset in self.told.items())

    def fault(self, reason: str, message: str, at: int | None = None) -> Unreadable:
        """Return the fault `reason` at token `at`, the current one if None."""
        return fault(reason, self.offsets[self.at if at is None else at], message)
