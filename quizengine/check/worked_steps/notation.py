"""Derivatives of known functions in a formula, worked out: ∇f(1, 2), ∂f/∂x, ∂²f/∂x∂y, f_x, f'(x), f(2, 1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizengine.check.worked_steps.known import Function, Known
from quizengine.check.worked_steps.symbols import BEHIND_D, NAME, arguments, end_of_arguments
from quizengine.maths.cas import differentiate, gradient
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain
from quizengine.maths.tree import Name, Node, Vector, substitute, variables

Read = Callable[[str], "Node | None"]

_BY = rf"(?:\\partial|d)\s*(?:{BEHIND_D})(?:\^\{{?\d\}}?)?\s*"
_NOTATION = re.compile(
    rf"\\nabla\s*(?P<gradient>{NAME})"
    rf"|\\frac\{{(?:\\partial|d)(?:\^\{{?\d\}}?)?\s*(?P<fraction>{BEHIND_D})\}}\{{(?P<by>(?:{_BY})+)\}}"
    rf"|(?P<primed>{NAME})(?P<primes>'+|\\prime)"
    r"|(?<![A-Za-z\\])(?P<indexed>[A-Za-z])_(?:\{(?P<several>[a-z]{1,3})\}|(?P<one>[a-z]))(?![A-Za-z])"
    rf"|(?P<called>{NAME})(?=\s*(?:\\left)?\()"
)
_ONE_BY = re.compile(rf"(?:\\partial|d)\s*(?P<name>{BEHIND_D})(?:\^\{{?(?P<times>\d)\}}?)?")


def name_of(written: str) -> str | None:
    """Return a name in LaTeX as our reader spells it, None for what is none."""
    tree = parse(written, Notation((), "any")).tree
    return tree.name if isinstance(tree, Name) else None


def worked_out(formula: str, known: Known, read: Read) -> tuple[str, bool]:
    """Return `formula` with the values of known functions and of their derivatives in brackets, and whether there were
    any. What is not known stays. `read` gives the value of an argument.
    """
    out, at, any_found, start = "", 0, False, 0
    while (found := _NOTATION.search(formula, start)) is not None:
        end = end_of_arguments(formula, found.end())
        value = _value(found, tuple(arguments(formula, found.end(), end)), known, read)
        if value is None:
            start = found.end()
            continue
        out += f"{formula[at : found.start()]} {_bracketed(value)} "
        at = start = end
        any_found = True
    return out + formula[at:], any_found


def _bracketed(value: Node) -> str:
    return plain(value) if isinstance(value, Vector) else f"({plain(value)})"


def _value(found: re.Match[str], given: tuple[str, ...], known: Known, read: Read) -> Node | None:
    written = next(found[group] for group in ("gradient", "fraction", "primed", "indexed", "called") if found[group])
    function = known.functions.get(name_of(written) or "")
    if function is None or (found["called"] and not (given and function.arguments)):
        return None
    names = function.arguments or variables(function.body)
    derived = _derived(found, function, names)
    if derived is None or not given:
        return derived
    values = [read(argument) for argument in given]
    if len(values) == 1 and isinstance(only := values[0], Vector):
        values = [*only.items]
    if not function.arguments or len(values) != len(names) or any(value is None for value in values):
        return None
    return substitute(derived, {name: value for name, value in zip(names, values, strict=True) if value is not None})


def _derived(found: re.Match[str], function: Function, names: tuple[str, ...]) -> Node | None:
    """The function, or its derivative that is written."""
    if found["called"]:
        return function.body
    if isinstance(function.body, Vector):
        return None
    if found["gradient"]:
        return gradient(function.body, names) if len(names) > 1 else None
    if found["fraction"] and "\\partial" not in found[0] and len(names) > 1:
        return None  # a total derivative: the other variables may depend on this one
    order = tuple(_order(found, names))
    if not order or not set(order) <= {*names, *variables(function.body)}:
        return None
    derived: Node = function.body
    for name in order:
        derived = differentiate(derived, name)
    return derived


def _order(found: re.Match[str], names: tuple[str, ...]) -> Iterator[str]:
    """The variables by which is differentiated, one after the other."""
    if found["primed"]:
        yield from names * found["primes"].count("'") or names if len(names) == 1 else ()
    elif found["indexed"]:
        yield from found["several"] or found["one"]
    else:
        for one in _ONE_BY.finditer(found["by"]):
            yield from [name_of(one["name"]) or ""] * int(one["times"] or 1)
