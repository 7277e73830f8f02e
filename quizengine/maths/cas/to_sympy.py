"""Trees to SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.own_functions import called
from quizengine.maths.normalise import exact, normalise
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum

MAX_EXPONENT = 200  # larger whole exponents would make SymPy work for minutes


def to_sympy(node: Node) -> Any:
    """Return the SymPy expression of a tree without vectors and relations; names are real symbols.

    Raises CannotCompute for a vector, a relation, or an exponent too large to work with.
    """
    return _convert(normalise(node))


def symbol(name: str) -> Any:
    """Return the SymPy symbol of a name."""
    import sympy

    return sympy.Symbol(name, real=True)


def _convert(node: Node) -> Any:
    import sympy

    match node:
        case Number(numerator, denominator):
            return sympy.Rational(numerator, denominator)
        case Constant(name):
            return {"pi": sympy.pi, "e": sympy.E, "infinity": sympy.oo}[name]
        case Name(name):
            return symbol(name)
        case Sum(terms):
            return sympy.Add(*(_convert(term) for term in terms))
        case Negative(operand):
            return -_convert(operand)
        case Product(factors):
            return sympy.Mul(*(_convert(factor) for factor in factors))
        case Quotient(numerator, denominator):
            return _convert(numerator) / _convert(denominator)
        case Power(base, exponent):
            return _power(base, exponent)
        case Call(function, arguments):
            return _call(function, [_convert(argument) for argument in arguments])
    raise CannotCompute("", "calculus wants an expression here, not a vector, matrix or equation")


def _power(base: Node, exponent: Node) -> Any:
    value = exact(exponent)
    if value is not None and max(abs(value.numerator), value.denominator) > MAX_EXPONENT:
        raise CannotCompute("", f"the exponent {value} is too large: at most {MAX_EXPONENT}")
    if base == Constant("e") and value is None:
        return called("exp")(_convert(exponent))
    return _convert(base) ** _convert(exponent)


def _root(degree: Any, inside: Any) -> Any:
    return inside ** (1 / degree)


def _norm(*arguments: Any) -> Any:
    import sympy

    return sympy.sqrt(sympy.Add(*(argument**2 for argument in arguments)))


def _cube_root(inside: Any) -> Any:
    import sympy

    return inside ** sympy.Rational(1, 3)


#: Functions that are powers in SymPy.
_POWERS: dict[str, Callable[..., Any]] = {"root": _root, "cbrt": _cube_root, "norm": _norm}


def _call(function: str, arguments: list[Any]) -> Any:
    return (_POWERS.get(function) or called(function))(*arguments)
