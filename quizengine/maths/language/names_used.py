"""Which names an author's text asks for the values of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quizengine.errors import CannotCompute
from quizengine.maths.language.fill_in import fill_ins
from quizengine.maths.language.parsed_text import parsed
from quizengine.maths.language.values import canonical
from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Index, Logic, Text, Word
from quizengine.maths.tree import Name, children

THROUGH_LISTS = ("each", "all", "any", "keep")  # word(expression, t, v, s, w): t and s are its own names
COUNTING = ("sum", "product", "first", "iterate")  # word(expression, i, …): i is its own name


@lru_cache(maxsize=4096)
def names_in(text: str) -> frozenset[str]:
    """Return the names in a text, spelled as `canonical` does, without those that it binds; none if it cannot
    be read.
    """
    try:
        return _names(parsed(text))
    except CannotCompute:
        return frozenset()


def _names(node: AuthorNode) -> frozenset[str]:
    match node:
        case Name(name):
            return frozenset((canonical(name),))
        case Word(name, (first, *others)) if name in THROUGH_LISTS:
            return (_names(first) - _all(others[::2])) | _all(others[1::2])
        case Word(name, (first, own, *others)) if name in COUNTING:
            return (_names(first) - _names(own)) | _all(others)
        case Word(_, arguments, named):
            return _all((*arguments, *(value for _, value in named)))
        case Index(value, positions):
            return _all((value, *positions))
        case Compare(sides):
            return _all(sides)
        case Logic(_, operands):
            return _all(operands)
        case Text(text):
            return frozenset().union(*map(names_in, fill_ins(text)))
    return _all(children(node))


def _all(nodes: Iterable[AuthorNode]) -> frozenset[str]:
    return frozenset().union(*map(_names, nodes))
