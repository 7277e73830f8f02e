"""Two sides of a formula: equal, not equal, or not to be compared."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from quizengine.answers.comparison.components import entries_of_tree, of_tree
from quizengine.check.worked_steps.chain import EQUAL, NEAR
from quizengine.check.worked_steps.reading import Side
from quizengine.check.worked_steps.symbols import is_symbol
from quizengine.maths.equality import close, same
from quizengine.maths.normalise import exact
from quizengine.maths.tree import Negative, Node, Number, Power, Product, Relation, Vector, variables, walk

#: what a rounded number may be away from the exact one, in units of its last digit; more beside other rounded numbers
ROUNDED, BESIDE_ROUNDED = Fraction(501, 1000), Fraction(2)
FEWEST_ROUNDED = 3
_MOST_OFF = Fraction(1, 100)  # of a value without decimals, such as a fraction that stands for another one


def equal(left: Side, right: Side, sign: str, claimed: frozenset[str]) -> bool | None:
    """Return whether the sides are equal, or nearly if `sign` says that; None where they cannot be compared.

    A formula with free variables may be an equation that holds at some places only, as in f_x = 2x - 4 = 0. It says
    something for all values of the variables in `claimed`, where its left side is a derivative or value of a known
    function of these; () where it is none.
    """
    if sign not in (EQUAL, NEAR) or left.value is None or right.value is None:
        return None
    ours, theirs = entries_of_tree(left.value), entries_of_tree(right.value)
    if len(ours) != len(theirs):
        return False if claimed and not _free(left.value) and not _free(right.value) else None
    if _free(left.value) or _free(right.value):
        return _identical(left.value, right.value, claimed) if sign == EQUAL else None
    if sign == NEAR:
        return _near(left, right)
    found = [close(one, other, Fraction(0), Fraction(0)) for one, other in zip(ours, theirs, strict=True)]
    return None if None in found else all(found)


def agree(ours: Node, value: Node | None) -> bool | None:
    """Return whether two numbers, or lists of as many, differ by rounding at most; None where this is not known."""
    if value is None:
        return None
    one, other = of_tree(ours), of_tree(value)
    if any(isinstance(item, Vector) or _free(item) for item in (*one, *other)):
        return None
    if len(one) != len(other):
        return False if min(len(one), len(other)) > 1 else None
    found = [close(a, b, _MOST_OFF, Fraction(0)) for a, b in zip(one, other, strict=True)]
    return False if False in found else None if None in found else True


def _identical(left: Node, right: Node, claimed: frozenset[str]) -> bool | None:
    names = tuple(dict.fromkeys((*variables(left), *variables(right))))
    pairs = zip(entries_of_tree(left), entries_of_tree(right), strict=True)
    found = [same(one, other, names).equal for one, other in pairs]
    if all(found):
        return True
    about_all = bool(_free(left)) and bool(_free(right)) and set(names) <= claimed
    certain = about_all and False in found and not any(map(is_symbol, names))
    return False if certain else None


def _near(left: Side, right: Side) -> bool | None:
    if left.value is None or right.value is None or left.read is None or right.read is None:
        return None
    units = _units(right.read) or _units(left.read)
    exact = left if _units(right.read) else right
    slack = BESIDE_ROUNDED if _decimals(exact.read) else ROUNDED
    found: list[bool | None] = []
    for place, (one, other) in enumerate(zip(entries_of_tree(left.value), entries_of_tree(right.value), strict=True)):
        unit = units[place] if place < len(units) else None
        if unit is None:
            found.append(close(one, other, _MOST_OFF, Fraction(0)))
        else:
            found.append(close(one, other, Fraction(0), slack * unit))
    return None if None in found else all(found)


def _free(node: Node) -> tuple[str, ...]:
    return ("?",) if isinstance(node, Relation) else variables(node)


def _units(node: Node | None) -> tuple[Fraction | None, ...]:
    """The unit of the last digit of each number that stands alone, () where a number is not alone."""
    if node is None:
        return ()
    found = [_unit(item) for item in entries_of_tree(node)]
    return tuple(found) if any(found) else ()


def _unit(node: Node) -> Fraction | None:
    """The unit of the last digit that counts, of 0.25 or 300 or 3.2·10^-7; None for what is no such number."""
    match node:
        case Negative(operand):
            return _unit(operand)
        case Product((Number() as number, Power(Number(10, 1), exponent))):
            unit, power = _unit(number), exact(exponent)
            return (
                None
                if unit is None or power is None or power.denominator != 1
                else unit * Fraction(10) ** power.numerator
            )
        case Number(whole, 1, typed) if "." not in typed:
            return Fraction(10 ** (len(str(abs(whole))) - len(str(abs(whole)).rstrip("0")))) if whole else Fraction(1)
        case Number(typed=typed) if typed:
            return Fraction(10) ** int(Decimal(typed).as_tuple().exponent)
    return None


def _decimals(node: Node | None) -> bool:
    """Whether a side has numbers that may themselves be rounded: decimals with three digits that count, and more."""
    numbers = [part.typed for part in walk(node) if isinstance(part, Number)] if node is not None else []
    return any("." in typed and len(typed.replace(".", "").lstrip("0")) >= FEWEST_ROUNDED for typed in numbers)
