"""Functions: sin(x), sin x, sin^2 x, sin^-1 x, log_2 x, sqrt[3](x), |…| after a name, and their arguments."""

from __future__ import annotations

from quizengine.maths.parse.arithmetic import SIGNS
from quizengine.maths.parse.brackets import CLOSING
from quizengine.maths.parse.unbracketed_arguments import Bare
from quizengine.maths.tree import Name, Negative, Node, Number, Power, Quotient, Vector

CALLED = ("(", "[", "{")
MINUS_ONE = Negative(Number(1))
INVERSES = {
    **{name: f"a{name}" for name in ("sin", "cos", "tan", "sec", "csc", "cot")},
    **{name: f"a{name}" for name in ("sinh", "cosh", "tanh", "sech", "csch", "coth")},
}

AFTER_A = frozenset(INVERSES.values())


class Functions(Bare):
    """The grammar of functions."""

    __slots__ = ()

    def apply(self) -> Node:
        """A function with its subscript, its power and its argument."""
        start = self.at
        name: str = self.values[start]
        self.at = start + 1
        if name in AFTER_A and "a" in self.notation.variables and self._is_a_times(start, name):
            return Name("a")
        if self.kinds[start + 1] == "(":
            return self.build(name, self.arguments("("), None, start)
        base = exponent = None
        if self.kinds[self.at] == "_" and name == "log":
            self.at += 1
            base = None if self._is_factor_of_argument() else self._atom()
        elif self.kinds[self.at] == "[" and name == "sqrt" and self.kinds[self.at + 1 : self.at + 3] == ["0", "]"]:
            name, base = self._degree()
        if self.kinds[self.at] == "^":
            self.at += 1
            exponent = self._atom()
        if exponent == MINUS_ONE:
            name = self._inverted(name, start)
            exponent = exponent if self.rules.inverse == "reciprocal" else None
        kind = self.kinds[self.at]
        arguments = self.arguments(kind) if kind in CALLED else (self.bare(start),)
        tree = self.build(name, arguments, base, start)
        return tree if exponent is None else Power(tree, exponent)

    def _is_factor_of_argument(self) -> bool:
        """Tells that the digits of `log2x`, which has no sign before them, may belong to the argument."""
        offset = self.offsets[self.at]
        written = self.tokens.text[offset : offset + 1].isascii() and self.tokens.text[offset - 1] not in "_{"
        if not written or self.kinds[self.at : self.at + 2] != ["0", "x"]:
            return False
        self.told.setdefault("base", offset)
        return self.rules.base == "factor"

    def _is_a_times(self, start: int, name: str) -> bool:
        """Tells that `asin` may be a·sin; under the other rule leaves the tokens so."""
        offset = self.offsets[start]
        if self.tokens.text[offset : offset + len(name)] != name:
            return False
        self.told.setdefault("name", offset)
        if self.rules.name == "whole":
            return False
        self.kinds[start : start + 1] = ["x", "f"]
        self.values[start : start + 1] = [Name("a"), name[1:]]
        self.offsets[start : start + 1] = [offset, offset + 1]
        return True

    def _degree(self) -> tuple[str, Node | None]:
        """The [3] of sqrt[3](x), where an argument follows it; else the bracket is the argument."""
        if self.kinds[self.at + 3] not in ("(", "{"):
            return "sqrt", None
        degree: Node = self.values[self.at + 1]
        self.at += 3
        return ("sqrt", None) if degree == Number(2) else ("cbrt", None) if degree == Number(3) else ("root", degree)

    def _inverted(self, name: str, start: int) -> str:
        """The inverse of the function `name`, or under the other rule `name` itself, to be raised to -1."""
        if name not in INVERSES:
            raise self.fault("inverse-unclear", f"{name}^-1 is unclear; write 1/{name}(…)", start)
        self.told.setdefault("inverse", self.offsets[start])
        return name if self.rules.inverse == "reciprocal" else INVERSES[name]

    def _atom(self) -> Node:
        """What stands right after `_` or `^` at a function: a number, a name or brackets, signed or not."""
        kind = self.kinds[self.at]
        if kind in SIGNS:
            self.at += 1
            tree = self._atom_unsigned(self.kinds[self.at])
            return Negative(tree) if kind == "-" else tree
        return self._atom_unsigned(kind)

    def _atom_unsigned(self, kind: str) -> Node:
        if kind in ("x", "0"):
            self.at += 1
            tree: Node = self.values[self.at - 1]
            return tree
        if kind in CALLED:
            start = self.at
            outside = self.enter(kind)
            tree = self.expression()
            if self.kinds[self.at] != CLOSING[kind]:
                raise self.unclosed(start)
            self.leave(outside)
            return tree
        raise self.stranger(kind)

    def arguments(self, kind: str) -> tuple[Node, ...]:
        """The arguments between the brackets that open here."""
        if self.kinds[self.at + 1] == CLOSING[kind]:
            raise self.fault("empty-brackets", "nothing stands between these brackets")
        return tuple(self.items(kind))

    def root(self) -> Node:
        """√x takes one factor: √2x is (√2)·x; braces or brackets hold all of it."""
        start = self.at
        degree: int = self.values[start]
        self.at += 1
        kind = self.kinds[self.at]
        if self.kinds[self.at : self.at + 3] == ["(", "0", "&"] and self.values[self.at + 1].denominator == 1:
            degree = self.values[self.at + 1].numerator  # Word's √(3&x)
            self.drop(self.at + 1, 2)
        if kind in CALLED:
            arguments = self.arguments(kind)
        else:
            self.deeper()
            arguments = (self._radicand(),)
            self.depth -= 1
        name = {2: "sqrt", 3: "cbrt"}.get(degree, "root")
        return self.build(name, arguments, Number(degree) if name == "root" else None, start)

    def _radicand(self) -> Node:
        """What stands under √ without brackets: one factor, and under the other rule the product with what follows."""
        factor = self.factor()
        kind = self.kinds[self.at]
        if kind in ("x", "(", "[", "f", "frac") and not self._closes(kind):
            self.told.setdefault("root", self.offsets[self.at])
            if self.rules.root == "product":
                return self._with_followers(factor)
        return factor

    def fraction(self) -> Node:
        """\\frac{a}{b}, also \\frac12; \\binom{a}{b} is a column where a list is asked."""
        start = self.at
        self.at += 1
        above, below = self._atom(), self._atom()
        if self.values[start] == "frac":
            return Quotient(above, below)
        if not self.expected.is_list:
            raise self.fault("binomial", "a binomial coefficient is not read; type its value", start)
        self.lists.append(start)
        return Vector((above, below), "()")
