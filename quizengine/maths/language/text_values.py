"""The value of a text: its words, with its << expressions >> worked out in the scope in which it stands."""

from __future__ import annotations

from quizengine.errors import CannotCompute
from quizengine.maths.language.filled_text import filled, is_open
from quizengine.maths.language.parsed_text import parsed
from quizengine.maths.language.scope import Scope
from quizengine.maths.language.values import Value, canonical, refuse, shortened
from quizengine.maths.tree import Name


def text_of(text: str, scope: Scope) -> str:
    """Return an author's text with the values of its expressions; raises CannotCompute where one has none, and
    NeverComputes for a text that fills in itself.
    """
    if "<<" not in text and ">>" not in text:
        return text
    inner = scope.inside(text)

    def worked_out(expression: str) -> Value:
        try:
            value = inner.evaluate(parsed(expression))
            if isinstance(value, Name) and value.name == canonical(expression) and scope.find(expression) is None:
                refuse("it has no value; write it without << and >>")
        except CannotCompute as problem:
            raise type(problem)("", f"in << {shortened(expression)} >>: {problem.why}") from None
        return value

    return filled(text, worked_out)


def closed(value: Value, scope: Scope) -> Value:
    """Return a value as it was drawn, with the fill-ins of its texts worked out. Raises as `text_of` does."""
    if not is_open(value):
        return value
    if isinstance(value, tuple):
        return tuple(closed(item, scope) for item in value)
    return text_of(value, scope) if isinstance(value, str) else value
