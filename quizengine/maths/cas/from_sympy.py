"""SymPy to trees, in textbook order."""

from __future__ import annotations

from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.own_functions import names_in_sympy
from quizengine.maths.cas.term_order import Place, natural, term_place, without_sign_in_front
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Quotient,
    Sum,
    product_of,
    size,
    walk,
)

MAX_RESULT = 2_000  # nodes


def from_sympy(expression: Any, like: Node) -> Node:
    """Return the normalised tree of a SymPy expression; exponentials are written as in `like`: exp(x) or e^x.

    Raises CannotCompute for what a tree cannot say: unsolved derivatives, imaginary numbers, and so on.
    """
    calls = any(isinstance(part, Call) and part.function == "exp" for part in walk(like))
    written = normalise(_Writer(calls).write(expression))
    if size(written) > MAX_RESULT:
        raise CannotCompute("", "the result is too long to write down")
    return written


class _Writer:
    """Writes SymPy expressions as trees; keeps how exponentials are written."""

    def __init__(self, exponential_calls: bool) -> None:
        self.exponential_calls = exponential_calls

    def write(self, expression: Any) -> Node:
        """Return the tree of a SymPy expression, not normalised; raises CannotCompute."""
        import sympy

        if expression.is_Rational:
            return Number(int(expression.p), int(expression.q))
        if expression.is_Symbol:
            return Name(expression.name)
        if expression.is_Add:
            return self._sum(expression)
        if expression.is_Mul:
            return self._product(expression)
        if isinstance(expression, sympy.exp):
            return self._exponential(expression.args[0])
        if expression.is_Pow:
            return self._product(expression) if expression.exp.could_extract_minus_sign() else self._power(expression)
        if isinstance(expression, sympy.DiracDelta):
            return Number(0)  # the derivative of a jump: 0 except at the jump itself
        constants = {sympy.pi: "pi", sympy.E: "e", sympy.oo: "infinity"}
        if expression in constants:
            return Constant(constants[expression])
        return self._call(expression)

    def _sum(self, expression: Any) -> Node:
        terms = sorted(expression.args, key=term_order)
        return Sum(tuple(without_sign_in_front([self.write(term) for term in terms])))

    def _product(self, expression: Any) -> Node:
        import sympy

        coefficient, factors = expression.as_coeff_mul()
        above: list[Any] = []
        below: list[Any] = []
        for factor in factors:
            _, exponent = factor.as_base_exp()
            is_below = not isinstance(factor, sympy.exp) and exponent.could_extract_minus_sign()
            (below if is_below else above).append(1 / factor if is_below else factor)
        if not coefficient.is_Rational:
            above, coefficient = [coefficient, *above], sympy.Integer(1)
        top = self._row(abs(int(coefficient.p)), above)
        whole = Quotient(top, self._row(int(coefficient.q), below)) if below or coefficient.q != 1 else top
        return Negative(whole) if coefficient.is_negative else whole

    def _row(self, number: int, factors: list[Any]) -> Node:
        written = [self.write(factor) for factor in sorted(factors, key=factor_order)]
        if number != 1 or not written:
            written.insert(0, Number(number))
        return product_of(written)

    def _power(self, expression: Any) -> Node:
        base, exponent = expression.as_base_exp()
        written = self.write(base)
        if exponent.is_Rational and exponent.q == 2 and exponent.p > 0:
            root = Call("sqrt", (written,))
            return root if exponent.p == 1 else Power(written, Number(int(exponent.p), 2))
        return Power(written, self.write(exponent))

    def _exponential(self, exponent: Any) -> Node:
        written = self.write(exponent)
        return Call("exp", (written,)) if self.exponential_calls else Power(Constant("e"), written)

    def _call(self, expression: Any) -> Node:
        name = names_in_sympy().get(expression.func)
        if name is None:
            raise CannotCompute("", f"the result holds {_plain_name(expression)}, which cannot be written as a formula")
        most = FUNCTIONS[name].most  # SymPy gives a step a second argument, its value at 0
        arguments = sorted(expression.args, key=term_order) if name in ("max", "min") else expression.args[:most]
        return Call(name, tuple(self.write(argument) for argument in arguments))


def _plain_name(expression: Any) -> str:
    import sympy

    if expression is sympy.I:
        return "an imaginary number"
    if expression in (sympy.nan, sympy.zoo):
        return "a division by zero"
    return str(getattr(expression.func, "__name__", expression))


def term_order(term: Any) -> Place:
    """Return where a term stands in a sum."""
    _, factors = term.as_coeff_mul()
    degrees: dict[str, int] = {}
    functions = 0
    for factor in factors:
        base, exponent = factor.as_base_exp()
        if base.is_Symbol and exponent.is_Integer:
            degrees[base.name] = degrees.get(base.name, 0) + int(exponent)
        elif factor.free_symbols:
            functions += 1
    return term_place(degrees, functions, not term.free_symbols, str(term))


def factor_order(factor: Any) -> tuple[int, list[tuple[bool, int, str]], str]:
    """Return where a factor stands in a product: numbers, variables, polynomial brackets, functions, other brackets."""
    base, _ = factor.as_base_exp()
    if not factor.free_symbols:
        return (0, [], str(factor))
    if base.is_Symbol:
        return (1, natural(base.name), str(factor))
    if base.is_Add:
        polynomial = base.is_polynomial(*base.free_symbols)
        return (2 if polynomial else 4, [], str(factor))
    return (3, [], str(factor))
