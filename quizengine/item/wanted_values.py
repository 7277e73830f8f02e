"""What should stand in a place of a file where something else stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.item.names import STATEMENT_ID

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

#: From where to where whole numbers go.
RANGES: Mapping[str, str] = {
    "difficulty": " from 1 to 5",
    "marks": " from 1 to 100",
    "minutes": " from 1 to 60",
    "digits": " from 0 to 15",
    "count": " from 1 to 12",
    "levels": " from 1 to 40",
}
#: How a table is written that is no list.
TABLES: Mapping[str, str] = {
    "also": "{ '°C/min' = 60 }",
    "tolerance": "{ absolute = '0.01' } or { relative = '0.01' }",
}
NAME_CURE = "cannot be a name here; use letters, digits and _, a letter first"


def wanted(details: ErrorDetails, name: str) -> str:
    """Return what should stand where pydantic complains of something else; name: the key, or the place in a list."""
    limits = details.get("ctx", {})
    match details["type"]:
        case "string_type":
            given = details["input"]
            return f"write it in quotes: '{str(given).lower()}'" if _of_numbers(given) else "write one text in quotes"
        case "tuple_type" if isinstance(details["input"], dict):
            return f"write [[{name}]], with two brackets on each side"
        case "tuple_type" | "list_type":
            given = details["input"]
            return f"write a list: {[given]}" if isinstance(given, int) else "write a list: ['…', '…']"
        case "dict_type" if are_tables(details["input"]):
            return f"write [{name}], with one bracket on each side"
        case "dict_type":
            table = TABLES.get(name, "{ name = '…' }")
            return f"write a table: {table}"
        case "bool_type" | "bool_parsing":
            return "write true or false, without quotes"
        case "int_type" | "int_parsing" | "int_from_float":
            return f"write a whole number{RANGES.get(name, '')}, without quotes"
        case "greater_than_equal":
            return f"must be {limits['ge']} or more"
        case "less_than_equal":
            return f"must be {limits['le']} or less"
        case "string_too_short":
            return "must not be empty"
        case "string_too_long":
            return f"at most {limits['max_length']:,} characters; split it"
        case "too_short" | "too_long" as side:
            few, bound = ("at least", "min_length") if side == "too_short" else ("at most", "max_length")
            return f"{few} {limits[bound]} wanted, found {len(details['input'])}"
        case "literal_error":
            return f"must be {limits['expected']}"
        case "string_pattern_mismatch":
            told = "is not written like 'S2-11'" if limits["pattern"] == STATEMENT_ID else NAME_CURE
            return f"'{details['input']}' {told}"
    return details["msg"][:1].lower() + details["msg"][1:]


def are_tables(written: object) -> bool:
    """Return whether these are the entries of a [[table]] with two brackets."""
    return isinstance(written, list) and bool(written) and all(isinstance(one, dict) for one in written)


def _of_numbers(written: object) -> bool:
    """Whether this is a number, or a list of numbers or of such lists, not an empty one."""
    listed = isinstance(written, list) and bool(written) and all(map(_of_numbers, written))
    return listed or isinstance(written, int | float)
