"""Words of the author's language as a learner with a misconception understands them.

The key of a question is worked out from its numbers with these words in the place of the right ones. What comes out is
what the learner would answer; nothing here knows which mistakes an item lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quizengine.maths.language.builtins.calculus import CALCULUS_WORDS
from quizengine.maths.language.special_forms import FORMS
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import (
    Call,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Vector,
    rebuild,
    substitute,
    variables,
)

Words = Mapping[str, Callable[..., Any]]
# as they are for who knows them: the table changes while a learner works
AT, ITERATE = FORMS["at"], FORMS["iterate"]
ZERO, ONE = Number(0), Number(1)


class Differentiation:
    """The rules of differentiation, one method each; a misconception replaces one of them."""

    def __call__(self, node: Node, name: str) -> Node:
        """Return the derivative of `node` in `name` by these rules."""
        return normalise(self.derivative(node, name))

    def derivative(self, node: Node, name: str) -> Node:
        if name not in variables(node):
            return ZERO
        match node:
            case Name():
                return ONE
            case Sum(terms):
                return Sum(tuple(self.derivative(term, name) for term in terms))
            case Negative(operand):
                return Negative(self.derivative(operand, name))
            case Product(factors):
                return self.product(factors, name)
            case Quotient(top, bottom):
                return self.product((top, Power(bottom, Number(-1))), name)
            case Power(base, exponent):
                return self.power(base, exponent, name)
            case Call():
                return self.call(node, name)
        raise ValueError(f"no rule for {node}")

    def product(self, factors: tuple[Node, ...], name: str) -> Node:
        return Sum(
            tuple(
                Product((*factors[:place], self.derivative(factor, name), *factors[place + 1 :]))
                for place, factor in enumerate(factors)
                if name in variables(factor)
            )
        )

    def power(self, base: Node, exponent: Node, name: str) -> Node:
        if name not in variables(exponent):
            return self.chain(self.reduced(base, exponent), base, name)
        outer = CALCULUS_WORDS["diff"](Power(base, Name("u")), Name("u"))
        return self.chain(substitute(outer, {"u": exponent}), exponent, name)

    def reduced(self, base: Node, exponent: Node) -> Node:
        return Product((exponent, Power(base, Sum((exponent, Number(-1))))))

    def call(self, node: Call, name: str) -> Node:
        (inner,) = node.arguments
        outer = CALCULUS_WORDS["diff"](Call(node.function, (Name("u"),)), Name("u"))
        return self.chain(substitute(outer, {"u": inner}), inner, name)

    def chain(self, outer: Node, inner: Node, name: str) -> Node:
        return Product((outer, self.derivative(inner, name)))

    @property
    def words(self) -> Words:
        """diff, grad, jacobian and hessian by these rules."""

        def diff(function: Node, *order: Node) -> Node:
            last = ""
            for step in order:
                times = step.numerator - 1 if isinstance(step, Number) else 1
                last = step.name if isinstance(step, Name) else last
                for _ in range(times):
                    function = self(function, last)
            return function

        def grad(function: Node, *names: Node) -> Node:
            return Vector(tuple(self(function, name) for name in _named(names)))

        def jacobian(functions: Vector, *names: Node) -> Node:
            rows = (Vector(tuple(self(one, name) for name in _named(names)), "[]") for one in functions.items)
            return Vector(tuple(rows), "[]")

        def hessian(function: Node, *names: Node) -> Node:
            rows = (
                Vector(tuple(self(self(function, one), other) for other in _named(names)), "[]")
                for one in _named(names)
            )
            return Vector(tuple(rows), "[]")

        return {"diff": diff, "grad": grad, "jacobian": jacobian, "hessian": hessian}


def _named(names: tuple[Node, ...]) -> list[str]:
    given = names[0].items if len(names) == 1 and isinstance(names[0], Vector) else names
    return [name.name for name in given if isinstance(name, Name)]


class WithoutExponent(Differentiation):
    """x³ becomes x²: the exponent does not come in front."""

    def reduced(self, base: Node, exponent: Node) -> Node:
        return Power(base, Sum((exponent, Number(-1))))


class NotReduced(Differentiation):
    """x³ becomes 3x³: the exponent stays as it is."""

    def reduced(self, base: Node, exponent: Node) -> Node:
        return Product((exponent, Power(base, exponent)))


class WithoutInner(Differentiation):
    """(2x + 1)³ becomes 3(2x + 1)²: the derivative of what stands inside is left out."""

    def chain(self, outer: Node, inner: Node, name: str) -> Node:
        return outer


class FactorByFactor(Differentiation):
    """The derivative of a product is the product of the derivatives."""

    def product(self, factors: tuple[Node, ...], name: str) -> Node:
        constant = [factor for factor in factors if name not in variables(factor)]
        others = [self.derivative(factor, name) for factor in factors if name in variables(factor)]
        return Product((*constant, *others))


class OthersZero(Differentiation):
    """Holding the other variables fixed means putting 0 for them."""

    def __call__(self, node: Node, name: str) -> Node:
        others = [other for other in variables(node) if other != name]
        return super().__call__(normalise(substitute(node, dict.fromkeys(others, ZERO))), name)


class Undifferentiated(Differentiation):
    """The value of the function is taken for its slope."""

    def __call__(self, node: Node, name: str) -> Node:
        return node


def swapped_gradient(function: Node, *names: Node) -> Node:
    """The partial derivatives in the wrong order."""
    found = CALCULUS_WORDS["grad"](function, *names)
    return Vector(tuple(reversed(found.items)), found.brackets)


def no_mixed(function: Node, *names: Node) -> Node:
    """A Hessian whose mixed derivatives are 0."""
    rows = CALCULUS_WORDS["hessian"](function, *names).items
    return Vector(
        tuple(
            Vector(tuple(entry if row == column else ZERO for column, entry in enumerate(entries.items)), "[]")
            for row, entries in enumerate(rows)
        ),
        "[]",
    )


def swapped_place(word: Any, scope: Any) -> Any:
    """`at` with the values of two variables exchanged."""
    if len(word.named) == 2:
        (first, one), (second, other) = word.named
        return AT(type(word)(word.name, word.arguments, ((first, other), (second, one))), scope)
    return AT(word, scope)


def frozen() -> Words:
    """`at` and `iterate` of a learner who works a gradient out once and goes on with it."""
    first: dict[Any, Any] = {}

    def once(word: Any, scope: Any) -> Any:
        """What is differentiated and then evaluated has for ever the value that it had first."""
        name = word.arguments[0]
        value = scope.evaluate(name)
        found = AT(word, scope)
        return first.setdefault(value, found) if isinstance(value, Node) else found

    return {"at": once, "iterate": one_step_again}


def one_step_again(word: Any, scope: Any) -> Any:
    """`iterate` with the first step made again and again: its gradient is not worked out anew."""
    found = ITERATE(word, scope)
    start = scope.evaluate(word.arguments[2])
    after = found.items if isinstance(found, Vector) else found
    try:
        places = tuple(_along(start, after[0], count) for count in range(1, len(after) + 1))
    except TypeError:
        return found
    return Vector(places) if isinstance(found, Vector) else places


def _along(start: Any, after: Any, count: int) -> Any:
    """`start` and `count` times the way from it to `after`."""
    if isinstance(start, tuple):
        return tuple(_along(one, other, count) for one, other in zip(start, after, strict=True))
    if isinstance(start, Vector):
        return rebuild(start, tuple(_along(a, b, count) for a, b in zip(start.items, after.items, strict=True)))
    if not isinstance(start, Node):
        raise TypeError(start)
    return normalise(Sum((start, Product((Number(count), Sum((after, Negative(start))))))))
