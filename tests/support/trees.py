"""Random expression trees, rewritings that keep their value, and mutations that should not."""

from __future__ import annotations

from hypothesis import strategies as st

from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    children,
    rebuild,
)

SMOOTH = ("sin", "cos", "exp", "atan", "tanh", "sinh", "cosh", "sigmoid", "softplus", "asinh")
GUARDED = ("ln", "sqrt", "cbrt", "abs", "tan", "sign", "relu", "sec", "coth", "acosh", "asin", "step")

numbers = st.builds(Number, st.integers(0, 9))
leaves = st.one_of(numbers, st.sampled_from([Name("x"), Name("y")]), st.just(Constant("pi")))


def _grow(functions: tuple[str, ...]):
    def extend(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        return st.one_of(
            st.builds(lambda a, b: Sum((a, b)), below, below),
            st.builds(lambda a, b: Sum((a, Negative(b))), below, below),
            st.builds(lambda a, b: Product((a, b)), below, below),
            st.builds(Quotient, below, below),
            st.builds(lambda a, n: Power(a, Number(n)), below, st.integers(0, 3)),
            st.builds(Negative, below),
            *([st.builds(lambda f, a: Call(f, (a,)), st.sampled_from(functions), below)] if functions else []),
        )

    return extend


rational_trees = st.recursive(leaves, _grow(()), max_leaves=8)
smooth_trees = st.recursive(leaves, _grow(SMOOTH), max_leaves=7)
any_trees = st.recursive(leaves, _grow(SMOOTH + GUARDED), max_leaves=7)


def rewrite(node: Node, choose: st.DataObject) -> Node:
    """Another tree with the same value wherever `node` has one."""
    parts = tuple(rewrite(part, choose) for part in children(node))
    node = rebuild(node, parts) if parts else node
    rule = choose.draw(st.integers(0, 3))
    match node:
        case Sum(terms) if rule == 1:
            return Sum(tuple(reversed(terms)))
        case Sum((a, b)) if rule == 2:
            return Negative(Sum((Negative(a), Negative(b))))
        case Product((a, b)) if rule == 1:
            return Product((b, a))
        case Product((a, Sum((b, c)))) if rule == 2:
            return Sum((Product((a, b)), Product((a, c))))
        case Quotient(a, b) if rule == 1:
            return Product((a, Power(b, Negative(Number(1)))))
        case Power(a, Number(2, 1)) if rule == 1:
            return Product((a, a))
        case Power(Sum((a, b)), Number(2, 1)) if rule == 2:
            two = Product((Number(2), a, b))
            return Sum((Power(a, Number(2)), two, Power(b, Number(2))))
        case Call("sin", (a,)) if rule == 1:
            half = Quotient(a, Number(2))
            return Product((Number(2), Call("sin", (half,)), Call("cos", (half,))))
        case Call("cos", (a,)) if rule == 1:
            return Sum(
                (Number(1), Negative(Product((Number(2), Power(Call("sin", (Quotient(a, Number(2)),)), Number(2))))))
            )
        case Call("exp", (Sum((a, b)),)) if rule == 1:
            return Product((Call("exp", (a,)), Call("exp", (b,))))
        case Call("tanh", (a,)) if rule == 1:
            return Sum(
                (Number(1), Negative(Quotient(Number(2), Sum((Call("exp", (Product((Number(2), a)),)), Number(1))))))
            )
        case Call("sigmoid", (a,)) if rule == 1:
            return Quotient(Number(1), Sum((Number(1), Call("exp", (Negative(a),)))))
        case _:
            return node


def mutate(node: Node, choose: st.DataObject) -> Node:
    """`node` with one small slip somewhere: a sign, a number, a function, an order."""
    below = children(node)
    if below and choose.draw(st.booleans()):
        place = choose.draw(st.integers(0, len(below) - 1))
        return rebuild(node, (*below[:place], mutate(below[place], choose), *below[place + 1 :]))
    match node:
        case Number(n):
            return Number(n + choose.draw(st.sampled_from([1, 2])))
        case Name(name):
            return Name("y" if name == "x" else "x")
        case Call(function, parts):
            return Call({"sin": "cos", "cos": "sin", "exp": "sinh", "ln": "sqrt"}.get(function, "atan"), parts)
        case Quotient(a, b):
            return Quotient(b, a)
        case Power(a, Number(n)):
            return Power(a, Number(n + 1))
        case Constant():
            return Number(3)
        case _:
            return Negative(node)
