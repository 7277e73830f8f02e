"""The functions of a tree as operations on elements of a field."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import fmpq

from quizengine.maths.equality.normal_form.exponentials import exponential, turn
from quizengine.maths.equality.normal_form.factors import Parts, factored, need, vanishes, whole
from quizengine.maths.equality.normal_form.generators import Field, Generator
from quizengine.maths.equality.normal_form.opaque import leading
from quizengine.maths.equality.normal_form.ring import HALF, ONE, ZERO, Element, NoValue
from quizengine.maths.equality.normal_form.roots import SQUARE_ROOT, absolute, logarithm, real_power, sign

Rule = Callable[[Field, Element], Element]


def _divide(field: Field, left: Element, right: Element) -> Element:
    return field.multiply(left, field.inverse(right))


def _halves(field: Field, power: Element, last: int) -> Element:
    """(power + last/power)/2."""
    return field.multiply(HALF, field.add(power, field.multiply((fmpq(last), ()), field.inverse(power))))


def _cos(field: Field, angle: Element) -> Element:
    return _halves(field, turn(field, angle), 1)


def _sin(field: Field, angle: Element) -> Element:
    return field.multiply((-field.imaginary(), ()), _halves(field, turn(field, angle), -1))


def _cosh(field: Field, u: Element) -> Element:
    return _halves(field, exponential(field, u), 1)


def _sinh(field: Field, u: Element) -> Element:
    return _halves(field, exponential(field, u), -1)


def _ratio(above: Rule, below: Rule) -> Rule:
    return lambda field, u: _divide(field, above(field, u), below(field, u))


def _one(field: Field, u: Element) -> Element:
    return ONE


def _inverse_function(name: str) -> Rule:
    """An odd function that has no rule of its own; sin and the others of it are known to `turn`."""

    def apply(field: Field, u: Element) -> Element:
        top, bottom = field.lowest(u)
        if isinstance(top, fmpq) and top == 0:
            return ZERO
        flip = leading(top) < 0
        if flip:
            top = -top
        found = field.find(name, top, bottom)
        made = found[0] if found is not None else field.new(Generator(name, mono=top, over=bottom))
        return (-made if flip else made, ())

    return apply


def _not_negative(field: Field, u: Element) -> None:
    if not vanishes(field, whole(u)):
        need(field, factored(field, whole(u)))


def _asin(field: Field, u: Element) -> Element:
    _not_negative(field, field.subtract(ONE, field.multiply(u, u)))
    return _inverse_function("asin")(field, u)


def _acos(field: Field, u: Element) -> Element:
    quarter: Element = (field.simple("pi", 1) * fmpq(1, 2), ())
    return field.subtract(quarter, _asin(field, u))


def _area(last: int) -> Rule:
    """ln(u + √(u² + last)): asinh for 1, acosh for -1."""

    def apply(field: Field, u: Element) -> Element:
        root = real_power(field, whole(field.add(field.multiply(u, u), (fmpq(last), ()))), SQUARE_ROOT)
        if last < 0:
            _not_negative(field, field.subtract(u, ONE))
        return logarithm(field, whole(field.add(u, root)))

    return apply


def _atanh(field: Field, u: Element) -> Element:
    ratio = _divide(field, field.add(ONE, u), field.subtract(ONE, u))
    return field.multiply(HALF, logarithm(field, whole(ratio)))


def _sigmoid(field: Field, u: Element) -> Element:
    power = exponential(field, u)
    return _divide(field, power, field.add(ONE, power))


def _relu(field: Field, u: Element) -> Element:
    return field.multiply(HALF, field.add(u, absolute(field, whole(u))))


def _step(field: Field, u: Element) -> Element:
    if vanishes(field, whole(u)):
        raise NoValue  # it jumps at 0
    return field.multiply(HALF, field.add(ONE, sign(field, whole(u))))


def _softplus(field: Field, u: Element) -> Element:
    return logarithm(field, whole(field.add(ONE, exponential(field, u))))


def _power_rule(exponent: Fraction) -> Callable[[Field, Parts], Element]:
    return lambda field, parts: real_power(field, parts, exponent)


def _log(field: Field, parts: list[Element]) -> Element:
    return _divide(field, logarithm(field, whole(parts[1])), logarithm(field, whole(parts[0])))


def _norm(field: Field, parts: list[Element]) -> Element:
    total = ZERO
    for part in parts:
        total = field.add(total, field.multiply(part, part))
    return real_power(field, whole(total), SQUARE_ROOT)


def _greatest(field: Field, parts: list[Element]) -> Element:
    """(a + b + |a - b|)/2, the arguments in an order that does not depend on how they were written."""
    if len(parts) > 2:
        parts = sorted(parts, key=lambda part: [str(poly) for poly in field.lowest(part)])
    best = parts[0]
    for part in parts[1:]:
        both = field.add(field.add(best, part), absolute(field, whole(field.subtract(best, part))))
        best = field.multiply(HALF, both)
    return best


def _least(field: Field, parts: list[Element]) -> Element:
    return field.negative(_greatest(field, [field.negative(part) for part in parts]))


#: Functions of one argument.
SIMPLE: dict[str, Rule] = {
    "sin": _sin,
    "cos": _cos,
    "tan": _ratio(_sin, _cos),
    "sec": _ratio(_one, _cos),
    "csc": _ratio(_one, _sin),
    "cot": _ratio(_cos, _sin),
    "sinh": _sinh,
    "cosh": _cosh,
    "tanh": _ratio(_sinh, _cosh),
    "sech": _ratio(_one, _cosh),
    "csch": _ratio(_one, _sinh),
    "coth": _ratio(_cosh, _sinh),
    "asin": _asin,
    "acos": _acos,
    "atan": _inverse_function("atan"),
    "asinh": _area(1),
    "acosh": _area(-1),
    "atanh": _atanh,
    "exp": exponential,
    "step": _step,
    "sigmoid": _sigmoid,
    "relu": _relu,
    "softplus": _softplus,
}
#: Functions of one argument that take it as a product.
BY_FACTORS: dict[str, Callable[[Field, Parts], Element]] = {
    "ln": logarithm,
    "sqrt": _power_rule(SQUARE_ROOT),
    "cbrt": _power_rule(Fraction(1, 3)),
    "abs": absolute,
    "sign": sign,
}
#: Functions of several arguments.
OTHERS: dict[str, Callable[[Field, list[Element]], Element]] = {
    "log": _log,
    "norm": _norm,
    "max": _greatest,
    "min": _least,
}
