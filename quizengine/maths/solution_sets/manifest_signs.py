"""The sign of a tree as its form shows it, wherever it has a value: 1 + u² is positive, whatever u is."""

from __future__ import annotations

from quizengine.maths.evaluate import rational
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Call, Constant, Node, Number, Power, Product, Quotient, Sum


def shown(node: Node) -> int:
    """Return 2 for > 0, 1 for ≥ 0, 0 where the form does not tell."""
    match node:
        case Number():
            return 2 if node.numerator > 0 else int(node.numerator == 0)
        case Constant():
            return 2
        case Sum(parts):
            signs = [shown(part) for part in parts]
            return max(signs) if all(signs) else 0
        case Product(parts):
            return min(shown(part) for part in parts)
        case Quotient(top, bottom):
            return shown(top) if shown(bottom) else 0
        case Power(base, exponent):
            return _of_power(base, exponent)
        case Call(function, (inner, *others)):
            if function in ("sqrt", "cbrt") and shown(inner) == 2:
                return 2
            if function == "max":
                return max(shown(part) for part in (inner, *others))
            return FUNCTIONS[function].sign
    return 0


def _of_power(base: Node, exponent: Node) -> int:
    below, power = shown(base), rational(exponent)
    if below == 2:
        return 2
    if power is None or power <= 0:
        return 0
    return 1 if below or power.numerator % 2 == 0 or power.denominator % 2 == 0 else 0
