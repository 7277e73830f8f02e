"""Where a parser stands: its tokens, how deep it is, and the faults and ambiguities it tells."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.parse.messages import fault
from quizengine.maths.parse.notation import ALTERNATIVES, Ambiguity, Conventions, Notation
from quizengine.maths.parse.tokens import Tokens
from quizengine.maths.tree import MAX_BRACKETS

MAX_RECURSION = 2 * MAX_BRACKETS


class State:
    """The tokens, the position in them, and what is known of the brackets around it."""

    __slots__ = (
        *("at", "brackets", "depth", "expected", "inside", "kinds", "lists", "notation", "offsets", "raised"),
        *("rules", "spaced", "told", "tokens", "values", "without_commas"),
    )

    def __init__(self, tokens: Tokens, rules: Conventions, notation: Notation) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.values = tokens.values
        self.offsets = tokens.offsets
        self.rules = rules
        self.notation = notation
        self.expected = notation.expected
        self.at = self.depth = self.brackets = 0
        self.inside = ""  # the kind that closes the innermost bracket
        self.raised = False  # inside an exponent without brackets
        self.spaced = False  # in the innermost bracket spaces separate: [2x 2y]
        self.without_commas: dict[int, int] | None = None  # the square brackets in which they may
        self.lists: list[int] = []  # where vectors and axes stand
        self.told: dict[str, int] = {}  # code of an ambiguity: where it was first met

    def ambiguities(self) -> tuple[Ambiguity, ...]:
        """The places that were met where the text could be read otherwise, one of each kind."""
        return tuple(Ambiguity(code, offset, ALTERNATIVES[code]) for code, offset in self.told.items())

    def drop(self, start: int, count: int = 1) -> None:
        """Delete `count` tokens from `start` on."""
        for column in (self.kinds, self.values, self.offsets):
            del column[start : start + count]

    def fault(self, reason: str, message: str, at: int | None = None) -> Unreadable:
        """The fault `reason` at token `at` (the current one if not given)."""
        here = self.at if at is None else at
        return fault(reason, self.offsets[here], message)

    def deeper(self) -> None:
        """Count one level of recursion, which whoever calls counts down again; raises Unreadable past the limit."""
        self.depth += 1
        if self.depth > MAX_RECURSION:
            raise self.fault("too-deep", "this is nested too deeply; write it with fewer brackets and powers")
