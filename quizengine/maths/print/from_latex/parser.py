"""Recursive descent over the tokens of an author's formula."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.errors import Unreadable
from quizengine.maths.print.from_latex.characters import BARS, CLOSERS, OPENERS, STRUCTURE, bar_closes, character
from quizengine.maths.print.from_latex.resolve import Filled, Piece, resolve
from quizengine.maths.print.from_latex.tokens import Token
from quizengine.maths.print.from_tree import bracketed
from quizengine.maths.print.layout import EMPTY, Digits, Fence, Layout, Scripts, Sign, Space, row, words
from quizengine.maths.print.precedence import ATOM
from quizengine.maths.print.symbols import BY_NAME
from quizengine.maths.print.variable_names import letter
from quizengine.maths.tree import MAX_BRACKETS, Node

Fill = Callable[[str], Node | str]
Meaning = Callable[["Parser", Token], tuple[Piece, ...]]

PRIME = Sign(BY_NAME["prime"])


class Parser:
    """The grammar of one formula.

    meaning: gives what a command, already read, stands for, with its arguments; () if it leaves no trace.
    """

    def __init__(self, stream: list[Token], fill: Fill, meaning: Meaning) -> None:
        self.stream = stream
        self.fill = fill
        self.meaning = meaning
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        """The token to be read."""
        return self.stream[self.at]

    def take(self) -> Token:
        """Return the next token, now read."""
        token = self.stream[self.at]
        self.at = min(self.at + 1, len(self.stream) - 1)
        return token

    def sequence(self, stops: frozenset[str], opened: Token | None = None) -> Layout:
        """Everything up to a token of `stops`, which is left unread; `opened` is what must be closed."""
        self.descend()
        pieces: list[Piece] = []
        while not self._stopped(stops, pieces):
            if self.next.kind == "end":
                if opened is None:
                    break
                raise Unreadable("bracket-not-closed", opened.offset, f"{opened.text} is not closed", opened.length)
            self._piece(pieces)
        self.depth -= 1
        return resolve(pieces)

    def _stopped(self, stops: frozenset[str], pieces: list[Piece]) -> bool:
        text = self.next.text
        if self.next.kind not in ("command", "sign") or text not in stops:
            return False
        return text not in BARS or not _wants_operand(pieces)

    def _piece(self, pieces: list[Piece]) -> None:
        token = self.next
        if token.text in ("^", "_", "'") and token.kind == "sign":
            pieces.append(self._scripts(pieces.pop() if pieces else EMPTY))
        elif token.text in BARS and token.kind != "fill":
            self._bar(pieces)
        else:
            pieces.extend(self.atom())

    def atom(self) -> tuple[Piece, ...]:
        """The next token with what belongs to it; () for what leaves no trace, such as \\displaystyle."""
        token = self.take()
        if token.kind == "digits":
            return (Digits(token.text),)
        if token.kind == "fill":
            return (self.filled(token.text),)
        if token.text in OPENERS:
            return (self._fence(token),)
        if token.text in STRUCTURE or token.text in CLOSERS:
            message = STRUCTURE.get(token.text, f"{token.text} closes a bracket that is not open")
            raise Unreadable("bracket-not-opened", token.offset, message, token.length)
        if token.kind == "command":
            return self.meaning(self, token)
        if token.text == "{":
            return (self.group(token),)
        return (character(token),)

    def filled(self, expression: str) -> Piece:
        """Return what `fill` gives for the expression: a tree, a letter, or words."""
        value = self.fill(expression)
        if not isinstance(value, str):
            return Filled(value)
        return letter(value) if len(value) == 1 and value.isalpha() else words(value)

    def group(self, opened: Token) -> Layout:
        """Return what stands up to the closing brace."""
        inside = self.sequence(frozenset("}"), opened)
        self.take()
        return inside

    def argument(self, owner: Token) -> Layout:
        """Return the argument of a command or script: a group, a digit, a letter, a command or a fill-in."""
        token = self.next
        if token.kind == "end" or token.text in STRUCTURE or token.text in CLOSERS:
            raise Unreadable("argument-missing", owner.offset, f"{owner.text} needs something after it", owner.length)
        if token.kind == "digits" and len(token.text) > 1:
            if owner.text in "^_":
                cure = f"write {owner.text}{{{token.text}}}: without braces only the first digit is meant"
                raise Unreadable("script-needs-braces", token.offset, cure, token.length)
            self.stream[self.at] = Token("digits", token.text[1:], token.offset + 1, token.length - 1)
            return Digits(token.text[0])
        if token.kind == "sign" and token.text in "([+-=|,/":
            cure = f"put what belongs to {owner.text} in braces: {owner.text}{{…}}"
            raise Unreadable("script-needs-braces", token.offset, cure)
        self.descend()
        inside = resolve(list(self.atom()))
        self.depth -= 1
        return inside

    def descend(self) -> None:
        """Count one level of nesting; raises Unreadable when there are too many."""
        self.depth += 1
        if self.depth > MAX_BRACKETS:
            message = f"brackets go at most {MAX_BRACKETS} deep; split the formula"
            raise Unreadable("too-deep", self.next.offset, message)

    def _scripts(self, base: Piece) -> Layout:
        sub: Layout | None = None
        sup: Layout | None = None
        primes: list[Layout] = []
        while self.next.kind == "sign" and self.next.text in ("^", "_", "'"):
            token = self.take()
            if token.text == "'":
                primes.append(PRIME)
                continue
            if (sub if token.text == "_" else sup) is not None:
                cure = f"there is a {token.text} already: use braces to say which comes first"
                raise Unreadable("double-script", token.offset, cure)
            if token.text == "_":
                sub = self.argument(token)
            else:
                sup = self.argument(token)
        raised = row((*primes, *([sup] if sup is not None else []))) if primes else sup
        return Scripts(_base(base), sub, raised)

    def _fence(self, opened: Token) -> Layout:
        left, closers = OPENERS[opened.text]
        inside = self.sequence(frozenset(closers), opened)
        return Fence(left, inside, closers[self.take().text])

    def _bar(self, pieces: list[Piece]) -> None:
        token = self.take()
        bar = BARS[token.text]
        if _wants_operand(pieces) and bar_closes(self.stream[self.at :], token.text):
            inside = self.sequence(frozenset({token.text}), token)
            self.take()
            if isinstance(inside, Fence) and inside.left == inside.right == "|":
                bar, inside = "‖", inside.inside  # `||w||`
            pieces.append(Fence(bar, inside, bar))
        elif self.next.kind == "sign" and self.next.text == "_" and pieces:
            pieces.append(Fence("", resolve([pieces.pop()]), bar))  # evaluated at
        else:
            pieces.append(Sign(BY_NAME["mid" if bar == "|" else "parallel"]))


def _base(piece: Piece) -> Layout:
    return bracketed(piece.node, ATOM) if isinstance(piece, Filled) else piece


def _wants_operand(pieces: list[Piece]) -> bool:
    solid = [piece for piece in pieces[-2:] if not isinstance(piece, Space)]
    if not solid:
        return True
    last = solid[-1]
    return isinstance(last, Sign) and last.symbol.kind not in ("ordinary", "letter")
