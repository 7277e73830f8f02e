"""Trees to numbers modulo a prime: two equal rational functions always agree, two different ones hardly ever.

A variable is replaced by a number drawn from its name, a function by a number drawn from its own name and the
signatures of its arguments, so that equal arguments give equal values and nothing else is known of the function.
By the lemma of Schwartz and Zippel two different rational functions of degree d agree with probability at most
d / PRIME (R. Zippel, "Probabilistic algorithms for sparse polynomials", 1979).
"""

from __future__ import annotations

from hashlib import blake2b

from quizengine.maths.evaluate.exact import rational_exponent
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum

PRIME = 2**61 - 1


def signature(node: Node, salt: int = 0) -> int | None:
    """A number from 0 to PRIME - 1 that depends on the value of `node` only; None for a division by zero or a list."""
    try:
        return _value(node, salt)
    except ZeroDivisionError:
        return None


def _draw(*parts: object) -> int:
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big") % PRIME


def _inverse(value: int) -> int:
    if value % PRIME == 0:
        raise ZeroDivisionError
    return pow(value, -1, PRIME)


def _value(node: Node, salt: int) -> int:
    match node:
        case Number(numerator, denominator):
            return numerator * _inverse(denominator) % PRIME
        case Constant(name):
            return _draw("constant", name, salt)
        case Name(name):
            return _draw("name", name, salt)
        case Negative(operand):
            return -_value(operand, salt) % PRIME
        case Sum(terms):
            return sum(_value(term, salt) for term in terms) % PRIME
        case Product(factors):
            total = 1
            for factor in factors:
                total = total * _value(factor, salt) % PRIME
            return total
        case Quotient(top, bottom):
            return _value(top, salt) * _inverse(_value(bottom, salt)) % PRIME
        case Power(base, exponent):
            return _power(base, exponent, salt)
        case Call(function, arguments):
            return _draw(function, *(_value(part, salt) for part in arguments), salt)
        case _:
            raise ZeroDivisionError  # a list or an equation has no value either


def _power(base: Node, exponent: Node, salt: int) -> int:
    value = _value(base, salt)
    fixed = rational_exponent(exponent)
    if fixed is None:
        return _draw("power", value, _value(exponent, salt), salt)
    if fixed.denominator != 1:
        return _draw("power", value, fixed.numerator, fixed.denominator, salt)
    if fixed < 0:
        value = _inverse(value)
    return pow(value, abs(fixed.numerator), PRIME)
