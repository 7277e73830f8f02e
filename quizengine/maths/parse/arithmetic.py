"""Sums, products, quotients and powers: an operator-precedence parser over tokens.

Products and quotients go from left to right, written or not: `1/2x` is (1/2)·x. Powers go from right to left and
bind tighter than a sign: `-x^2` is -(x^2), `2^-x` is allowed. An exponent takes one atom: `e^xy` is e^x·y.
Everything recursive counts its depth, so no text can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quizengine.errors import Unreadable
from quizengine.maths.parse.state import State
from quizengine.maths.tree import Name, Negative, Node, Power, Product, Quotient, Sum, Vector, product_of

#: Kinds of tokens that can begin a factor, so that a product is meant where one follows another.
STARTERS = frozenset(("x", "0", "f", "s", "u", "(", "[", "{", "⟨", "|", "‖", "√", "frac", "M", "?", "!", "_", "w", "<"))
GOES_ON = STARTERS | {"*", "/"}
ATOMS = ("x", "0", "s", "f")
SIGNS = ("+", "-")
RELATIONS = ("=", "<", ">")


class Arithmetic(State):
    """The grammar from a sum down to a power; whoever completes it says in `prefix` how everything else begins."""

    __slots__ = ()

    def prefix(self, kind: str) -> Node:
        """What begins with the current token, which is of `kind` and neither a number nor a name."""
        raise NotImplementedError

    def transposed(self, vector: Vector) -> Node:
        """A vector with what stands after `^`: T is ignored, all else refused."""
        raise NotImplementedError

    def expression(self) -> Node:
        """What may stand alone, between brackets or as an item: here, a sum."""
        return self.sum()

    def sum(self) -> Node:
        """term + term - term …, or a LaTeX fraction `a \\over b` of two sums."""
        kinds = self.kinds
        tree = self.signed_term() if kinds[self.at] in SIGNS else self.term()
        kind = kinds[self.at]
        if kind in SIGNS:
            terms = [tree]
            while kind in SIGNS and not (self.spaced and self._splits()):
                self.at += 1
                term = self.signed_term() if kinds[self.at] in SIGNS else self.term()
                terms.append(term if kind == "+" else Negative(term))
                kind = kinds[self.at]
            tree = Sum(tuple(terms)) if len(terms) > 1 else tree
        if kind == "over":
            self.at += 1
            return Quotient(tree, self.sum())
        return tree

    def _splits(self) -> bool:
        """Whether the sign here begins a new item of a list with spaces, as in [2x -2y]."""
        text, offset = self.tokens.text, self.offsets[self.at]
        return text[offset - 1].isspace() and not text[offset + 1 : offset + 2].isspace()

    def signed_term(self) -> Node:
        """A term after one or two signs; a leading minus stands before the whole term."""
        return self._after_signs(self.term)

    def _signed_factor(self) -> Node:
        """What follows `*`, `/` or `^`: a factor, signed or not."""
        return self._after_signs(self.factor) if self.kinds[self.at] in SIGNS else self.factor()

    def _after_signs(self, parse: Callable[[], Node]) -> Node:
        start = self.at
        while self.kinds[self.at] in SIGNS:
            self.at += 1
        if self.at - start > 2:
            raise self.fault("signs-in-a-row", "too many signs in a row; write one + or -", start)
        tree = parse()
        for sign in self.kinds[start : start + 2]:
            if sign == "-":
                tree = Negative(tree)
        return tree

    def term(self) -> Node:
        """factor · factor / factor …, written or side by side."""
        left = self.factor()
        return self._product(left) if self.kinds[self.at] in GOES_ON else left

    def _product(self, left: Node) -> Node:
        kinds = self.kinds
        factors = [left]
        run = 0  # where those begin that stand side by side without a sign
        while True:
            kind = kinds[self.at]
            if kind == "*":
                self.at += 1
                run = len(factors)
                factors.append(self._signed_factor())
            elif kind == "/":
                self.at += 1
                below = self._denominator()
                factors, run = [Quotient(product_of(factors), below)], 1
            elif kind in STARTERS and not self._closes(kind):
                self._beside(factors, kind, run)
            else:
                return product_of(factors)

    def _closes(self, kind: str) -> bool:
        """Whether what could begin a factor here ends something instead: a bar, or an item of [2x 2y]."""
        if kind == self.inside:
            return True
        if kind == "<":
            return not self.expected.is_list
        return self.spaced and self.tokens.text[self.offsets[self.at] - 1].isspace()

    def _beside(self, factors: list[Node], kind: str, run: int) -> None:
        """Append the factor that follows without a sign to `factors`, of which those from `run` on stand so too.

        Under the other rule the power in `xy^2` is that of all letters: (xy)^2.
        """
        start = self.at
        factor = self.side_by_side(kind)
        if kind == "x" and type(factor) is Power and type(factor.base) is Name and _letter_ends(factors, run):
            self.told.setdefault("power", self.offsets[start])
            if self.rules.power == "product":
                letters: list[Node] = [factor.base]
                while _letter_ends(factors, run):
                    letters.insert(0, factors.pop())
                factor = Power(product_of(letters), factor.exponent)
        factors.append(factor)

    def side_by_side(self, kind: str) -> Node:
        """The factor that follows another without a sign between them."""
        if kind == "0" and not self._is_factor():
            raise self.number_after()
        return self.factor()

    def _is_factor(self) -> bool:
        """Whether the number here is no lost power but a factor: (ln 2) 2^x, \\frac{1}{x} 2x."""
        before, after = self.kinds[self.at - 1], self.kinds[self.at + 1]
        if before == "u":
            return True  # i 2x + j 2y
        return (before in (")", "]") and after == "^") or (before == "}" and after in ("^", "x", "f", "("))

    def several(self, at: int) -> Unreadable:
        """The fault of two values, parted at token `at`, where one is asked."""
        what = "value" if self.expected.one_value else self.expected.name
        return self.fault("several-values", f"one {what} is asked; type the one that is right", at)

    def number_after(self) -> Unreadable:
        """The fault of a number right after a factor: a lost `^`, a lost `*`, or two numbers."""
        if self.kinds[self.at - 1] == "0":
            signs = "a comma" if self.expected.is_list else "*, +, or a decimal point"
            if re.match(r"[0-9]{3}(?![0-9])", self.tokens.text[self.offsets[self.at] :]):
                signs = f"a long number without spaces, or {signs}"
            return self.fault("two-numbers", f"two numbers stand side by side; write {signs} between them")
        return self.fault(
            "number-after", "a number right after a factor is unclear; write * to multiply or ^ for a power"
        )

    def _denominator(self) -> Node:
        """What stands below the line of `a/b`: one factor, and under the other rule the product with what follows."""
        below = self._signed_factor()
        kind = self.kinds[self.at]
        if kind in STARTERS and kind != "0" and not self._closes(kind):
            self.told.setdefault("quotient", self.offsets[self.at])
            if self.rules.quotient == "product":
                return self._with_followers(below)
        return below

    def _with_followers(self, first: Node) -> Node:
        """`first` times all factors that stand side by side with it."""
        factors = [first]
        while (kind := self.kinds[self.at]) in STARTERS and not self._closes(kind):
            self._beside(factors, kind, 0)
        return Product(tuple(factors)) if len(factors) > 1 else factors[0]

    def factor(self) -> Node:
        """An atom with its exponent."""
        at = self.at
        kind = self.kinds[at]
        if kind == "x" or kind == "0":
            base: Node = self.values[at]
            self.at = at + 1
        else:
            base = self.prefix(kind)
        return self.power(base) if self.kinds[self.at] == "^" else base

    def power(self, base: Node) -> Node:
        """`base` raised to the exponent that follows."""
        if type(base) is Vector:
            return self.transposed(base)
        self.at = start = self.at + 1
        if self.kinds[start] in ("x", "0") and self.kinds[start + 1] == "^":
            self.told.setdefault("tower", self.offsets[start + 1])
            if self.rules.tower == "left":
                return self._raised_again(base)
        self.deeper()
        outside, self.raised = self.raised, True
        exponent = self._signed_factor()
        self.raised = outside
        self.depth -= 1
        kind = self.kinds[self.at]
        if kind == "/" or (kind in STARTERS and kind != "0" and not self._closes(kind)):
            bare = start + 1 if self.kinds[start] in SIGNS else start
            if self.kinds[bare] in ATOMS:
                self.told.setdefault("exponent", self.offsets[self.at])
                if self.rules.exponent == "product" and not self.raised:
                    exponent = self._long_exponent(exponent)
        return Power(base, exponent)

    def _raised_again(self, base: Node) -> Node:
        """Under the other rule x^y^2 is (x^y)^2."""
        while self.kinds[self.at] in ("x", "0") and self.kinds[self.at + 1] == "^":
            base = Power(base, self.values[self.at])
            self.at += 2
        self.at -= 1
        return self.power(base)

    def _long_exponent(self, exponent: Node) -> Node:
        """Under the other rule an exponent takes the product that follows, and one quotient."""
        negative = isinstance(exponent, Negative)
        tree = self._with_followers(exponent.operand if isinstance(exponent, Negative) else exponent)
        if self.kinds[self.at] == "/":
            self.at += 1
            tree = Quotient(tree, self._with_followers(self._signed_factor()))
        return Negative(tree) if negative else tree


def _letter_ends(factors: list[Node], run: int) -> bool:
    """Is the last of `factors`, at place `run` or after it, a letter?"""
    return len(factors) > run and type(factors[-1]) is Name
