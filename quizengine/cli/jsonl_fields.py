"""The fields of a row of `compare`: what they may hold, and the key that they make."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quizengine.answers.kind_names import TYPED
from quizengine.errors import QuizError, Unreadable

if TYPE_CHECKING:
    from quizengine.answers.constraints import Accuracy
    from quizengine.answers.key import Key
    from quizengine.maths.equality import Domain

FIELDS = ("id", "key", "answer", "kind", "variables", "domain", "tolerance", "digits")
DOMAINS = ("real", "positive")
MOST_DIGITS = 15


class BadRow(QuizError):
    """A row is not what `compare` takes; the message says which field and what is wanted."""


def key_of(row: Mapping[str, Any]) -> Key[Any]:
    """Return the key of a row; raises BadRow for a field, Unreadable for a key that will not do."""
    from quizengine.answers import key_from_text

    kind = _one_of(row, "kind", TYPED)
    return key_from_text(kind, text_of(row, "key"), _variables(row), _domain(row), _accuracy(row))


def text_of(row: Mapping[str, Any], name: str) -> str:
    """Return the text in a field that must be there; raises BadRow."""
    value = row.get(name)
    if not isinstance(value, str):
        raise BadRow(f"'{name}' must be a text in quotes" if name in row else f"'{name}' is missing")
    return value


def _one_of(row: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str | None:
    """The value of a field that may be left out, or be null, which means the same."""
    value = row.get(name)
    if value is not None and value not in known:
        raise BadRow(f"'{name}' must be one of {', '.join(known)}")
    return value


def _variables(row: Mapping[str, Any]) -> tuple[str, ...] | None:
    names = row.get("variables")
    if names is None:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names) or len(names) > 100:
        raise BadRow('\'variables\' must be a list of names such as ["x", "y"]')
    return tuple(names)


def _domain(row: Mapping[str, Any]) -> Domain:
    """Where the variables range: `domain` by its name, or {"x": [0, 1], "y": [null, 2]} with an open interval each."""
    from quizengine.maths.equality import POSITIVE, REAL, Domain

    given = row.get("domain")
    if not isinstance(given, dict):
        return POSITIVE if _one_of(row, "domain", DOMAINS) == "positive" else REAL
    try:
        return Domain.intervals({name: _ends(ends) for name, ends in given.items()})
    except (ValueError, Unreadable) as error:
        raise BadRow(f'\'domain\' must be like {{"x": [0, "1/2"]}}, null for no end: {error}') from None


def _ends(ends: object) -> tuple[str | None, str | None]:
    """The two ends of an interval as text; raises ValueError or Unreadable for anything else."""
    if not isinstance(ends, list) or len(ends) != 2:
        raise ValueError("an interval has two ends")
    low, high = (None if end is None else _end(str(end)) for end in ends)
    return low, high


def _end(text: str) -> str:
    from quizengine.maths.evaluate import rational
    from quizengine.maths.parse import parse

    value = rational(parse(text).tree)
    if value is None:
        raise ValueError(f"{text[:20]} is no fraction")
    return str(value)


def _accuracy(row: Mapping[str, Any]) -> Accuracy:
    """What `tolerance` and `digits` ask for; the exact value if there are none."""
    from quizengine.answers.constraints import Accuracy

    digits, given = row.get("digits"), row.get("tolerance")
    digits = 0 if digits is None else digits
    given = {} if given is None else given
    if not isinstance(digits, int) or isinstance(digits, bool) or not 0 <= digits <= MOST_DIGITS:
        raise BadRow(f"'digits' must be a whole number from 0 to {MOST_DIGITS}")
    if not isinstance(given, dict) or set(given) - {"relative", "absolute"}:
        raise BadRow('\'tolerance\' must be {"relative": r, "absolute": a}')
    values = given.get("relative", 0), given.get("absolute", 0)
    if not all(
        isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e300 for value in values
    ):
        raise BadRow("'relative' and 'absolute' must be numbers, 0 or greater")
    return Accuracy(digits, Fraction(str(values[0])), Fraction(str(values[1])))
