"""What an author may write where a validator of ours goes first: for the JSON Schema of an item, and nobody else.

pydantic tells the type that comes out of such a validator; these tell what goes in.
"""

from __future__ import annotations

from typing import Any

from pydantic import WithJsonSchema

_NUMBER = r"^\s*-?[\d./]{1,40}([eE][+-]?\d{1,2})?\s*$"
_EXPRESSION: dict[str, Any] = {"anyOf": [{"type": "string", "minLength": 1, "maxLength": 2_000}, {"type": "integer"}]}
_WHOLE: dict[str, Any] = {"enum": ["whole"]}
_WEIGHT = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\s*[0-9]"}]}
_WEIGHTS = {"type": "array", "items": _WEIGHT, "minItems": 1}
_ENDS = {"type": "array", "items": _EXPRESSION, "minItems": 2, "maxItems": 2}

#: the author's language in quotes, or a whole number
EXPRESSION = WithJsonSchema(_EXPRESSION)
#: a number, or one in quotes: 0.01, '1/100'
RATIO = WithJsonSchema({"anyOf": [{"type": "string", "pattern": _NUMBER}, {"type": "number", "minimum": 0}]})
#: both ends of an interval, or none
ENDS_OR_NONE = WithJsonSchema({"anyOf": [_ENDS, {"enum": ["none"]}]})
#: how components are paid: together, each its weight, or weights row by row
WHOLE = WithJsonSchema(_WHOLE)
WEIGHTS = WithJsonSchema({"anyOf": [_WHOLE, _WEIGHTS]})
ROWS_OF_WEIGHTS = WithJsonSchema({"anyOf": [_WHOLE, {"type": "array", "items": _WEIGHTS, "minItems": 1}]})
