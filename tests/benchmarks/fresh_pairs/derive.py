"""Derivatives by the bare rules, tidied only where a 0 or a 1 stands: what a learner writes down first."""

from __future__ import annotations

from .expr import Expr, literal, names_of, number, put, read

SLOPES = {
    name: read(slope)
    for name, slope in {
        "exp": "exp(u)", "ln": "1/u", "sin": "cos(u)", "cos": "-sin(u)", "tan": "1/cos(u)^2", "sqrt": "1/(2*sqrt(u))",
        "asin": "1/sqrt(1 - u^2)", "acos": "-1/sqrt(1 - u^2)", "atan": "1/(1 + u^2)", "sinh": "cosh(u)",
        "cosh": "sinh(u)", "tanh": "1 - tanh(u)^2", "asinh": "1/sqrt(1 + u^2)", "atanh": "1/(1 - u^2)",
        "acosh": "1/sqrt(u^2 - 1)", "sigmoid": "sigmoid(u)*(1 - sigmoid(u))", "softplus": "sigmoid(u)",
        "relu": "step(u)", "abs": "sign(u)", "sign": "0", "step": "0", "cbrt": "1/(3*cbrt(u)^2)",
        "log_2": "1/(u*ln(2))", "sec": "sin(u)/cos(u)^2",
    }.items()
}  # fmt: skip
ZERO, ONE = number(0), number(1)


def neg(a: Expr) -> Expr:
    if a.op == "number":
        return number(-a.args[0])
    return a.args[0] if a.op == "neg" else Expr("neg", (a,))


def add(a: Expr, b: Expr) -> Expr:
    if ZERO in (a, b):
        return b if a == ZERO else a
    if a.op == b.op == "number":
        return number(a.args[0] + b.args[0])
    return a - b.args[0] if b.op == "neg" else a + b


def times(a: Expr, b: Expr) -> Expr:
    """The product, numbers first and only one."""
    if ZERO in (a, b):
        return ZERO
    if ONE in (a, b):
        return b if a == ONE else a
    if "neg" in (a.op, b.op):
        return neg(times(a.args[0], b) if a.op == "neg" else times(a, b.args[0]))
    if a.op == b.op == "number":
        return number(a.args[0] * b.args[0])
    if b.op == "number":
        a, b = b, a
    if a.op == "number" and a.args[0] < 0:
        return neg(times(neg(a), b))
    if a.op == "number" and b.op == "*" and b.args[0].op == "number":
        return times(number(a.args[0] * b.args[0].args[0]), b.args[1])
    return a * b


def tidy(tree: Expr) -> Expr:
    """Without what multiplies by 1 and adds 0."""
    if tree.op in ("name", "number"):
        return tree
    args = tuple(map(tidy, tree.args))
    match tree.op:
        case "+":
            return add(*args)
        case "-":
            return ZERO if args[0] == args[1] else add(args[0], neg(args[1]))
        case "*":
            return times(*args)
        case "/" if args[0] == args[1]:
            return ONE
        case "/" if args[1] == ONE or args[0] == ZERO:
            return args[0]
        case "^" if args[1] == ONE:
            return args[0]
        case "neg":
            return neg(args[0])
    return Expr(tree.op, args)


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
            return add(slopes[0], neg(slopes[1]))
        case "neg":
            return neg(slopes[0])
        case "*":
            a, b = tree.args
            return add(times(slopes[0], b), times(a, slopes[1]))
        case "/":
            a, b = tree.args
            if slopes[1] == ZERO:
                return slopes[0] / b
            return add(times(slopes[0], b), neg(times(a, slopes[1]))) / b ** number(2)
        case "^":
            return _power(tree, slopes)
        case "max" | "min":
            a, b = tree.args if tree.op == "max" else tree.args[::-1]
            return add(times(Expr("step", (a - b,)), slopes[0]), times(Expr("step", (b - a,)), slopes[1]))
    return times(put(SLOPES[tree.op], {"u": tree.args[0]}), slopes[0])


def _power(tree: Expr, slopes: list[Expr]) -> Expr:
    base, exponent = tree.args
    power = literal(exponent)
    if power is not None:
        lower = base if power == 2 else base ** number(power - 1)
        return times(times(number(power), lower), slopes[0])
    return times(tree, add(times(slopes[1], Expr("ln", (base,))), times(exponent, slopes[0] / base)))
