"""Trees to SymPy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.own_functions import own_functions
from quizengine.maths.normalise import exact, normalise
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum

MAX_EXPONENT = 200  # larger whole exponents would make SymPy work for minutes


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a tree is told to SymPy.

    whole: sigmoid, abs, max, … stay functions of our own, as results that a person reads want it;
    else they are written out, and odd roots are made real, as proofs want it. positive: all names are > 0.
    """

    whole: bool = True
    positive: bool = False


READABLE = Dialect()


def to_sympy(node: Node, dialect: Dialect = READABLE) -> Any:
    """The SymPy expression of a tree without vectors and relations; names are real symbols.

    Raises CannotCompute for a vector, a relation, or an exponent too large to work with.
    """
    return _convert(normalise(node), dialect)


def symbol(name: str, dialect: Dialect = READABLE) -> Any:
    """The SymPy symbol of a name."""
    import sympy

    return sympy.Symbol(name, positive=True) if dialect.positive else sympy.Symbol(name, real=True)


def _convert(node: Node, dialect: Dialect) -> Any:
    import sympy

    match node:
        case Number(numerator, denominator):
            return sympy.Rational(numerator, denominator)
        case Constant(name):
            return {"pi": sympy.pi, "e": sympy.E, "infinity": sympy.oo}[name]
        case Name(name):
            return symbol(name, dialect)
        case Sum(terms):
            return sympy.Add(*(_convert(term, dialect) for term in terms))
        case Negative(operand):
            return -_convert(operand, dialect)
        case Product(factors):
            return sympy.Mul(*(_convert(factor, dialect) for factor in factors))
        case Quotient(numerator, denominator):
            return _convert(numerator, dialect) / _convert(denominator, dialect)
        case Power(base, exponent):
            return _power(base, exponent, dialect)
        case Call(function, arguments):
            return _call(function, [_convert(argument, dialect) for argument in arguments], dialect)
    raise CannotCompute("", "calculus wants an expression here, not a vector, matrix or equation")


def _power(base: Node, exponent: Node, dialect: Dialect) -> Any:
    value = exact(exponent)
    if value is not None and max(abs(value.numerator), value.denominator) > MAX_EXPONENT:
        raise CannotCompute("", f"the exponent {value} is too large: at most {MAX_EXPONENT}")
    if base == Constant("e") and value is None:
        return _call("exp", [_convert(exponent, dialect)], dialect)
    below, above = _convert(base, dialect), _convert(exponent, dialect)
    if value is not None and value.denominator % 2 and value.denominator > 1:
        return _odd_root(below, value.numerator, value.denominator, dialect)
    return below**above


def _odd_root(inside: Any, numerator: int, denominator: int, dialect: Dialect) -> Any:
    """inside^(numerator/denominator) with the real root of a negative number, which SymPy's power does not take."""
    import sympy

    power = sympy.Rational(numerator, denominator)
    if dialect.whole or inside.is_nonnegative:
        return inside**power
    size = sympy.Abs(inside) ** power
    return sympy.sign(inside) * size if numerator % 2 else size


def _call(function: str, arguments: list[Any], dialect: Dialect) -> Any:
    import sympy

    first = arguments[0]
    if function == "root":
        degree, inside = arguments
        if degree.is_Integer and degree % 2:
            return _odd_root(inside, 1, int(degree), dialect)
        return inside ** (1 / degree)
    if function == "cbrt":
        return _odd_root(first, 1, 3, dialect)
    if function == "norm":
        return sympy.sqrt(sympy.Add(*(argument**2 for argument in arguments)))
    if function in ("ln", "sqrt", "exp"):
        return {"ln": sympy.log, "sqrt": sympy.sqrt, "exp": sympy.exp}[function](first)
    if dialect.whole and function in own_functions():
        return own_functions()[function](*arguments)
    return _written_out(function)(*arguments) if function in own_functions() else getattr(sympy, function)(first)


def _written_out(function: str) -> Callable[..., Any]:
    import sympy

    written: dict[str, Callable[..., Any]] = {
        "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
        "relu": lambda u: sympy.Max(u, 0),
        "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
        "step": lambda u: (1 + sympy.sign(u)) / 2,
        "sign": sympy.sign,
        "abs": sympy.Abs,
        "max": sympy.Max,
        "min": sympy.Min,
        "log": lambda base, u: sympy.log(u) / sympy.log(base),
    }
    return written[function]
