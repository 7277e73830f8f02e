"""Derivatives by the bare rules, tidied only where a 0 or a 1 stands: what a learner writes down first."""

from __future__ import annotations

from .expr import Expr, literal, names_of, number, put, read

SLOPES = {
    name: read(slope)
    for name, slope in {
        "exp": "exp(u)", "ln": "1/u", "sin": "cos(u)", "cos": "-sin(u)", "tan": "1/cos(u)^2", "sqrt": "1/(2*sqrt(u))",
        "asin": "1/sqrt(1 - u^2)", "acos": "-1/sqrt(1 - u^2)", "atan": "1/(1 + u^2)", "sinh": "cosh(u)",
        "cosh": "sinh(u)", "tanh": "1 - tanh(u)^2", "asinh": "1/sqrt(1 + u^2)", "atanh": "1/(1 - u^2)",
        "sigmoid": "sigmoid(u)*(1 - sigmoid(u))", "softplus": "sigmoid(u)", "relu": "step(u)", "abs": "sign(u)",
        "cbrt": "1/(3*cbrt(u)^2)", "log_2": "1/(u*ln(2))", "sign": "0", "step": "0",
    }.items()
}  # fmt: skip
ZERO, ONE = number(0), number(1)


def add(a: Expr, b: Expr) -> Expr:
    return b if a == ZERO else a if b == ZERO else a + b


def times(a: Expr, b: Expr) -> Expr:
    if ZERO in (a, b):
        return ZERO
    return b if a == ONE else a if b == ONE else a * b


def derive(tree: Expr, x: str) -> Expr:
    """The partial derivative; relu and abs have step and sign as theirs."""
    if x not in names_of(tree):
        return ZERO
    if tree.op == "name":
        return ONE
    slopes = [derive(child, x) for child in tree.args]
    match tree.op:
        case "+":
            return add(*slopes)
        case "-":
            return add(slopes[0], times(number(-1), slopes[1]))
        case "neg":
            return Expr("neg", (slopes[0],))
        case "*":
            a, b = tree.args
            return add(times(slopes[0], b), times(a, slopes[1]))
        case "/":
            a, b = tree.args
            if slopes[1] == ZERO:
                return slopes[0] / b
            top = times(a, slopes[1])
            return (Expr("neg", (top,)) if slopes[0] == ZERO else times(slopes[0], b) - top) / b ** number(2)
        case "^":
            return _power(tree, slopes)
        case "max" | "min":
            a, b = tree.args if tree.op == "max" else tree.args[::-1]
            first, second = slopes if tree.op == "max" else slopes[::-1]
            return add(times(Expr("step", (a - b,)), first), times(Expr("step", (b - a,)), second))
    return times(put(SLOPES[tree.op], {"u": tree.args[0]}), slopes[0])


def _power(tree: Expr, slopes: list[Expr]) -> Expr:
    base, exponent = tree.args
    power = literal(exponent)
    if power is not None:
        lower = base if power == 2 else base ** number(power - 1)
        return times(times(number(power), lower), slopes[0])
    return times(tree, add(times(slopes[1], Expr("ln", (base,))), times(exponent, slopes[0] / base)))
