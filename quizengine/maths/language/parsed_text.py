"""An author's text as it is read, once: the same texts are computed for every seed."""

from __future__ import annotations

from functools import lru_cache

from quizengine.errors import Unreadable
from quizengine.maths.language.habits_elsewhere import cure_of_signs
from quizengine.maths.language.values import refuse
from quizengine.maths.parse import parse_author
from quizengine.maths.parse.author.nodes import AuthorNode, Text


@lru_cache(maxsize=4096)
def parsed(text: str) -> AuthorNode:
    """Return the tree of an author's text; raises NeverComputes if it cannot be read."""
    try:
        return parse_author(text)
    except Unreadable as fault:
        refuse(cure_of_signs(text) or fault.message)


def text_literal(text: str) -> str | None:
    """Return the words of an author's text that is nothing but words in quotes, with their fill-ins as they stand; None
    for all else, also for what cannot be read.
    """
    if not text.lstrip().startswith('"'):
        return None
    try:
        node = parse_author(text)
    except Unreadable:
        return None
    return node.text if isinstance(node, Text) else None
