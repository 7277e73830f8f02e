"""Functions without brackets: how far the argument of `sin 2x cos x` reaches."""

from __future__ import annotations

from quizengine.maths.parse.arithmetic import SIGNS
from quizengine.maths.parse.function_calls import Calls, E
from quizengine.maths.tree import Constant, Negative, Node, Number, Power, Product, Quotient, product_of


class Bare(Calls):
    """The grammar of arguments without brackets."""

    __slots__ = ()

    def bare(self, start: int) -> Node:
        """The argument of a function without brackets: the product that stands side by side.

        It ends at the next function, at e^, at a sign of operation, and, once a variable was met, at a bracket:
        `sin 2x cos x`, `sin x e^x`, `cos x (1 + x)` are products. Numbers in front belong to it: `sin 2*x`.
        """
        self.deeper()
        negative = self.kinds[self.at] == "-"
        self.at += negative
        kind = self.kinds[self.at]
        if kind == "" or kind in SIGNS or kind in ("*", "/", "^", ",", ";", ")", "]", "}"):
            name = self.values[start]
            raise self.fault("argument-missing", f"{name} has no argument; write {name}(…)", start)
        factors = [self._atom_of(kind)] if self.rules.function == "atom" else self._side_by_side(start)
        self.depth -= 1
        tree = product_of(factors)
        return Negative(tree) if negative else tree

    def _atom_of(self, kind: str) -> Node:
        if kind in ("x", "0"):
            self.at += 1
            tree: Node = self.values[self.at - 1]
            return tree
        return self.prefix(kind)

    def _side_by_side(self, start: int) -> list[Node]:
        """The factors of a bare argument; tells where the other rules would take fewer or more."""
        bars = self.kinds[self.at] in ("|", "‖")  # ln|x| y is complete after the bars
        factors = [self.factor()]
        numbers = self._is_number(factors[0])
        while True:
            kind = self.kinds[self.at]
            if kind == "*" and numbers and self._multiplies():
                self.at += 1
            elif bars or not self._goes_on(kind, numbers):
                break
            factors.append(self.factor())
            numbers = numbers and self._is_number(factors[-1])
        if len(factors) > 1 or isinstance(factors[0], Power):
            self.told.setdefault("function", self.offsets[start])
        if kind in ("*", "/") or (kind in ("(", "[", "|", "frac") and not self._closes(kind)):
            self.told.setdefault("function-end", self.offsets[self.at])
            if self.rules.function == "term":
                return [self._rest_of_term(factors)]
        return factors

    def _is_number(self, tree: Node) -> bool:
        return isinstance(tree, Number | Constant)

    def _multiplies(self) -> bool:
        """Whether the sign * here goes on with the argument of `sin 2*x`; in `ln 2 * 2^x` it does not."""
        kind = self.kinds[self.at + 1]
        if kind not in ("x", "0", "frac"):
            return False
        return self.kinds[self.at + 2] != "^" or (kind != "0" and self.values[self.at + 1] != E)

    def _goes_on(self, kind: str, numbers: bool) -> bool:
        if kind == "x":
            raised = self.values[self.at] == E and self.kinds[self.at + 1] == "^"
            return (numbers or not raised) and not self._closes(kind)
        return numbers and kind in ("(", "√", "frac", "|") and not self._closes(kind)

    def _rest_of_term(self, factors: list[Node]) -> Node:
        """Under the third rule the argument is the whole term, up to the next function."""
        tree = product_of(factors)
        while (kind := self.kinds[self.at]) in ("*", "/", "x", "(", "[", "|", "√", "frac") and not self._closes(kind):
            if kind in ("*", "/") and self.kinds[self.at + 1] == "f":
                break
            self.at += kind in ("*", "/")
            tree = Quotient(tree, self.factor()) if kind == "/" else Product((tree, self.factor()))
        return tree
