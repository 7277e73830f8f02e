"""One call of diff, grad, hessian, jacobian, expand, factor, simplify or solve, on a path that did not make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from quizengine.check.second_path.differences import derivative_agrees, values_agree
from quizengine.check.second_path.solutions import all_solutions_found, solutions_agree
from quizengine.maths.cas import Call
from quizengine.maths.cas.by_sympy import derived_by_rules, expanded_by_rules, sympy_agrees
from quizengine.maths.tree import Node, Relation, Vector

Path = Literal["SymPy", "differences", "numbers"]
Claim = tuple[Node, tuple[str, ...], Node]  # a scalar function, the order in which it is differentiated, the result


def paths_of(call: Call) -> Iterator[tuple[Path, bool | None]]:
    """Yield each path that did not make what `call` gave, with whether it gives the same; None where it cannot tell."""
    if call.word == "solve":
        yield "numbers", _both(solutions_agree(call), all_solutions_found(call))
        return
    claims = tuple(_claims(call))
    by_rules = expanded_by_rules if call.word == "expand" else derived_by_rules
    if call.word in ("factor", "simplify"):
        yield "numbers", _all(claims, values_agree_in)
        return
    if all(by_rules(function) for function, _, _ in claims):
        yield "SymPy", _all(claims, lambda claim: sympy_agrees(*claim))
    if call.word == "expand":
        yield "numbers", _all(claims, values_agree_in)
    else:
        yield "differences", _all(claims, lambda claim: derivative_agrees(*claim))


def values_agree_in(claim: Claim) -> bool | None:
    """Return whether both sides of a claim without derivatives have the same values."""
    return values_agree(claim[0], claim[2])


def _claims(call: Call) -> Iterator[Claim]:
    """What a call says of scalar functions, one after the other."""
    match call.word:
        case "grad":
            for name, item in zip(call.by, _items(call.gave), strict=True):
                yield call.given, (name,), item
        case "hessian":
            for first, row in zip(call.by, _items(call.gave), strict=True):
                for second, item in zip(call.by, _items(row), strict=True):
                    yield call.given, (first, second), item
        case "jacobian":
            for function, row in zip(_items(call.given), _items(call.gave), strict=True):
                for name, item in zip(call.by, _items(row), strict=True):
                    yield function, (name,), item
        case _:
            yield from _side_by_side(call.given, call.by, call.gave)


def _side_by_side(given: Node, by: tuple[str, ...], gave: Node) -> Iterator[Claim]:
    """A list or an equation is worked out part by part."""
    if isinstance(given, Vector | Relation):
        for one, other in zip(_items(given), _items(gave), strict=True):
            yield from _side_by_side(one, by, other)
    else:
        yield given, by, gave


def _items(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Relation):
        return node.sides
    return node.items if isinstance(node, Vector) else (node,)


def _all(claims: tuple[Claim, ...], path: Callable[[Claim], bool | None]) -> bool | None:
    """False where one claim is not true, None where one cannot be told."""
    open_ = False
    for claim in claims:
        found = path(claim)
        if found is False:
            return False
        open_ |= found is None
    return None if open_ else True


def _both(one: bool | None, other: bool | None) -> bool | None:
    if False in (one, other):
        return False
    return True if one and other else None
