"""Which lines of [let] make the key of a part, whether words of calculus alone make it, and which lines of [verify]
speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quizengine.draw.evaluation_order import mentioned
from quizengine.draw.givens import texts_of
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.errors import CannotCompute
from quizengine.maths.language.parsed_text import parsed
from quizengine.maths.language.values import canonical
from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Index, Logic, Word
from quizengine.maths.tree import Name, Relation, Vector

if TYPE_CHECKING:
    from quizengine.item.model import Body, WrittenPart

DERIVING = ("diff", "grad", "hessian", "jacobian")
_DERIVES = re.compile(rf"\b(?:{'|'.join(DERIVING)})\s*\(")
CALCULUS = (*DERIVING, "expand", "factor", "simplify", "solve")


def texts_of_key(part: WrittenPart) -> tuple[str, ...]:
    """Return the author's expressions that give the value of the answer."""
    return texts_of(getattr(part.answer, part.answer.kind))


def lines_behind(texts: Iterable[str], body: Body) -> tuple[str, ...]:
    """Return the names of [let] on which `texts` depend, each once."""
    found: dict[str, None] = {}
    waiting = list(texts)
    while waiting:
        names = [name for text in waiting for name in sorted(mentioned(text, body.let.keys())) if name not in found]
        found |= dict.fromkeys(names)
        waiting = [body.let[name] for name in names]
    return tuple(name for name in body.let if name in found)


def derived(part: WrittenPart, body: Body) -> bool:
    """Return whether a word that differentiates stands in the answer of a part, or in a line behind it."""
    texts = with_hidden(texts_of_key(part), hidden_in(body.parameters))
    return any(_DERIVES.search(text) for text in (*texts, *(body.let[name] for name in lines_behind(texts, body))))


def calculus_alone(texts: Iterable[str], body: Body) -> bool:
    """Return whether nothing but words of calculus, at(…), places and lists stand between what is given and the key.

    Then it is confirmed where they are; else arithmetic of the author's comes after them, which only [verify] confirms.
    """
    return all(_alone(_tree(text), body, frozenset()) for text in texts)


def _alone(node: AuthorNode | None, body: Body, above: frozenset[str]) -> bool:
    match node:
        case Word(name) if name in CALCULUS:
            return True
        case Word("at", (first, *_)):
            return _alone(first, body, above)
        case Index(value):
            return _alone(value, body, above)
        case Vector(items):
            return bool(items) and all(_alone(item, body, above) for item in items)
        case Name(written):
            line = _line_of(written, body)
            if line is None or line in above:
                return False
            return _alone(_tree(body.let[line]), body, above | frozenset((line,)))
    return False


def _line_of(name: str, body: Body) -> str | None:
    """The line of [let] that gives a name its value, however it is spelled."""
    return next((known for known in body.let if canonical(known) == canonical(name)), None)


def verified(texts: tuple[str, ...], body: Body) -> bool:
    """Return whether the lines of [verify] speak of all names of [let] that the answer is written with, or of what is
    worked out from them.
    """
    names = {name for text in texts for name in mentioned(text, body.let.keys())}
    spoken, repeated = set[str](), set(repeating(body))
    for name, condition in body.verify.items():
        if name not in repeated and _says_equal(_tree(condition)):
            spoken |= set(lines_behind((condition,), body))
    if not names:  # an answer that is written with parameters, or none
        return any(_written_in(text, condition) for text in texts for condition in body.verify.values())
    return names <= spoken


def repeating(body: Body) -> Iterator[str]:
    """Yield the conditions of [verify] that only repeat the line that makes the value: g = … with the same text."""
    for name, condition in body.verify.items():
        match _tree(condition):
            case Compare((left, right), ("=",)) | Relation((left, right), ("=",)):
                if _repeats(left, right, body) or _repeats(right, left, body):
                    yield name


def _repeats(left: AuthorNode, right: AuthorNode, body: Body) -> bool:
    if left == right:
        return True
    if not isinstance(left, Name):
        return False
    line = _line_of(left.name, body)
    return line is not None and _tree(body.let[line]) == right


def _says_equal(node: AuthorNode | None) -> bool:
    """Whether a condition says that two values are the same, or close; that one is positive confirms no key."""
    match node:
        case Compare(_, signs) | Relation(_, signs):
            return "=" in signs
        case Logic("and" | "or", operands):
            return any(map(_says_equal, operands))
        case Word(name, (first, *_)):
            return name in ("close", "contains") or (name in ("all", "any") and _says_equal(first))
    return False


def _written_in(text: str, condition: str) -> bool:
    return "".join(text.split()) in "".join(condition.split())


def _tree(text: str) -> AuthorNode | None:
    try:
        return parsed(text)
    except CannotCompute:
        return None
