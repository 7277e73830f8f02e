"""What stands inside an author's text: the values on the way to its value, and the points that it puts in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from quizengine.errors import CannotCompute
from quizengine.maths.language.evaluating import evaluate
from quizengine.maths.language.parsed_text import parsed
from quizengine.maths.language.scope import Scope
from quizengine.maths.language.values import Value, bounded, canonical
from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Index, Logic, Text, Word
from quizengine.maths.tree import Call, children


def values_within(text: str, values: Mapping[str, Value]) -> tuple[Value | None, ...]:
    """Return what the words in `text` come to, in the order in which they stand.

    values_within('3*dot(unit(v), w)', …)       the values of dot(unit(v), w) and of unit(v)

    None stands for one without a value of its own, as inside a word that brings names of its own.
    """
    return tuple(_alone(node, values) for node in _words_of(text))


def points_within(text: str, values: Mapping[str, Value]) -> tuple[tuple[Value | None, ...], ...]:
    """Return what `text` puts in for variables: (3, 2) for at(g, x = 3, y = 2), one tuple for each `at`."""
    named = [node.named for node in _words_of(text) if isinstance(node, Word) and node.named]
    return tuple(tuple(_alone(value, values) for _, value in pairs) for pairs in named)


def _alone(node: AuthorNode, values: Mapping[str, Value]) -> Value | None:
    try:
        return bounded(evaluate(node, Scope({canonical(name): value for name, value in values.items()}, evaluate)))
    except CannotCompute:
        return None


@lru_cache(maxsize=1024)
def _words_of(text: str) -> tuple[AuthorNode, ...]:
    """The author's words in `text`, and lengths; none if it cannot be read."""
    try:
        return tuple(_words(parsed(text)))
    except CannotCompute:
        return ()


def _words(node: AuthorNode) -> Iterator[AuthorNode]:
    if isinstance(node, Word) or (isinstance(node, Call) and node.function == "norm"):
        yield node
    for part in _below(node):
        yield from _words(part)


def _below(node: AuthorNode) -> tuple[AuthorNode, ...]:
    match node:
        case Word(_, arguments, named):
            return (*arguments, *(value for _, value in named))
        case Index(value, positions):
            return (value, *positions)
        case Compare(sides):
            return sides
        case Logic(_, operands):
            return operands
        case Text():
            return ()
    return children(node)
