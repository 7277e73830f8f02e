"""Answers that can be computed and yet mean nothing: no number, no direction, names that nobody may use, no value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.errors import Unreadable
from quizengine.maths.evaluate import Undefined, Unsure, ball, precision, rational
from quizengine.maths.same import Domain, same
from quizengine.maths.same.domain import points
from quizengine.maths.show import plain, show_prose
from quizengine.maths.tidy import tidy
from quizengine.maths.tree import Constant, Node, Number, Relation, Vector, children, substitute, variables, walk

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.draw import Mistake, Part

INFINITY = Constant("infinity")
TRIED = 12  # points at which an answer may have a value


def unsound(key: Key[Any]) -> Iterator[str]:
    """What is wrong with the value of a key, whoever judges it: a sentence each, without the numbers of the seed."""
    node = key.node()
    if node is None:
        yield from _of_words(key)
        return
    setting: Any = getattr(key, "setting", None)
    yield from _of_shape(key.kind, node)
    if setting is not None:
        yield from _of_names(node, setting.variables, setting.domain)
        if not _has_value(node, setting.domain):
            yield "the answer has no value: it is not defined"
    yield from _of_place(key)
    names = getattr(key, "names", ())
    if names and isinstance(node, Vector) and len(names) != len(node.items):
        yield f"names lists {len(names)} for {len(node.items)} components"


def _of_place(key: Key[Any]) -> Iterator[str]:
    """Whether the value before the point was put in gives the answer at the point."""
    place: Any = getattr(key, "place", None)
    if place is None or place.general is None:
        return
    free, given = set(variables(place.general)), {name for name, _ in place.at}
    if not given:
        yield "unevaluated needs the point: at = { x = '…' }"
    elif strange := sorted(given - free):
        yield f"at speaks of {', '.join(strange)}, and unevaluated holds {', '.join(sorted(free)) or 'no variables'}"
    elif _judged_wrong(key, substitute(place.general, dict(place.at))):
        yield "unevaluated, with the values of at, does not give the answer"


def _judged_wrong(key: Key[Any], value: Node) -> bool:
    try:
        return key.judge(key.read(plain(tidy(value)))).outcome in ("incorrect", "partial")
    except Unreadable:
        return True


def untold(part: Part) -> Iterator[tuple[Mistake, str, str]]:
    """The mistakes that no learner can make, since they cannot be typed here, each with a sentence and an example."""
    for mistake in part.mistakes:
        typed = mistake.key.plain()
        try:
            part.key.read(typed)
        except Unreadable as fault:
            yield mistake, f"'{mistake.name}' cannot be typed as an answer here", f"{typed} ({fault.message})"


def _of_words(key: Key[Any]) -> Iterator[str]:
    options = [show_prose(option, "text") for option in key.options]
    if not all(option.strip() for option in options):
        yield "an option is empty; write what can be chosen"
    if not all(word.strip() for word in getattr(key, "right", ("a",))):
        yield "one of the words is empty"
    for twice in sorted({option for option in options if options.count(option) > 1 and not key.stems}):
        yield f"the option '{twice}' stands twice"
    for word in getattr(key, "wrong", ()):
        if key.judge(key.read(word)).outcome == "correct":
            yield f"'{word}' stands under wrong, and is right"


def _of_shape(kind: str, node: Node) -> Iterator[str]:
    match kind, node:
        case (("number" | "expression"), Vector()):
            yield f"{kind} = … gives a vector; write vector = …"
        case (("number" | "expression"), Relation()):
            yield f"{kind} = … gives an equation; write equation = …"
        case "number", _ if free := variables(node):
            yield f"number = … still holds {', '.join(sorted(free))}; put in values, or write expression = …"
        case "direction", Vector(items) if all(rational(item) == 0 for item in items):
            yield "the zero vector has no direction; require that it does not come"
        case "interval", Vector((low, high)) if _not_ascending(low, high):
            yield "the ends of the interval do not ascend"
        case "vector", Vector(items) if any(isinstance(item, Vector) for item in items):
            yield "a component is a vector itself; write matrix = …, or one list"
        case "points", Vector(items) if len(set(items)) < len(items):
            yield "a point stands twice among the points"
        case "equation", Relation((left, right)) if _always(left, right):
            yield "the equation holds everywhere, or nowhere"
    if kind != "interval" and INFINITY in walk(node):
        yield "infinity stands in the answer"


def _not_ascending(low: Node, high: Node) -> bool:
    first, last = rational(low), rational(high)
    return first is not None and last is not None and first >= last


def _always(left: Node, right: Node) -> bool:
    names = variables(Vector((left, right)))
    return not names or same(left, right, names).equal is True


def _of_names(node: Node, known: tuple[str, ...], domain: Domain) -> Iterator[str]:
    strange = sorted(name for name in variables(node) if name not in known)
    if strange:
        yield f"the answer holds {', '.join(strange)}, and its variables are {', '.join(known) or 'none'}"
    lost = [name for name, _ in domain.ranges if name not in known]
    if lost:
        yield f"domain speaks of {', '.join(lost)}, and the variables are {', '.join(known) or 'none'}"


def _has_value(node: Node, domain: Domain) -> bool:
    """Whether each component of `node` has a real value at one of a few points of its domain, or may have one."""
    if isinstance(node, Vector | Relation):
        return all(_has_value(part, domain) for part in children(node))
    if INFINITY in walk(node):
        return True
    with precision(128):
        for point in points(variables(node), domain)[:TRIED]:
            try:
                ball(node, {name: ball(Number(at.numerator, at.denominator), {}) for name, at in point})
            except Undefined:
                continue
            except Unsure:
                return True
            return True
    return False
