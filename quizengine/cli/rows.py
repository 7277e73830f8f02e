"""Rows of `quizengine compare --jsonl`: one line in, one line out, in order, whatever a line holds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from quizengine.answers.names import TYPED
from quizengine.answers.verdict import Verdict
from quizengine.errors import QuizError, Unreadable

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.answers.setting import Accuracy
    from quizengine.cli.terminal import Terminal
    from quizengine.maths.same import Domain

FIELDS = ("id", "key", "answer", "kind", "variables", "domain", "tolerance", "digits")
DOMAINS = ("real", "positive")
MOST_DIGITS = 15
BAD_ROW = "bad-row"


class BadRow(QuizError):
    """A row is not what `compare` takes; the message says which field and what is wanted."""


def judge_lines(source: str, terminal: Terminal) -> None:
    """Judge every line of the file `source` ("-": standard input) to standard output.

    Fields that we do not know are left alone, and named once at the end.
    """
    unknown: set[str] = set()
    ready()
    with _opened(source) as lines:
        for number, line in enumerate(lines):
            if number == 0:
                line = line.removeprefix(b"\xef\xbb\xbf")
            terminal.json(judge_line(line, unknown))
            if source == "-":
                terminal.out.flush()  # whoever feeds us line by line waits for it
    if unknown:
        terminal.say(f"quizengine: fields that were not used: {', '.join(sorted(unknown)[:10])}")


def ready() -> None:
    """Brings in all modules, so that the first `ms` is that of judging."""
    judge_row({"key": "x", "answer": "x + 1"})


def judge_line(line: bytes, unknown: set[str]) -> dict[str, Any]:
    """The verdict on one line; adds the names of fields that we do not know to `unknown`."""
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        return _refused(None, "this line is not UTF-8")
    except json.JSONDecodeError as error:
        return _refused(None, f"this line is no JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError):
        return _refused(None, "this line is no JSON: a number or a nesting without end")
    if not isinstance(row, dict):
        return _refused(None, 'this line is no JSON object such as {"id": 1, "key": "2*x", "answer": "x+x"}')
    unknown.update(name for name in row if name not in FIELDS)
    return judge_row(row)


def judge_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The verdict on one row, as it is printed; never raises."""
    begun = time.perf_counter()
    row = {name: value for name, value in row.items() if value is not None}
    try:
        key = _key(row)
        verdict = _judge(key, _text(row, "answer"))
    except BadRow as error:
        verdict = Verdict("unreadable", reason=BAD_ROW, message=str(error))
    except QuizError as error:
        reason = f"key-{error.reason}" if isinstance(error, Unreadable) else "key-unusable"
        verdict = Verdict("unreadable", reason=reason, message=f"the key: {error}"[:200])
    except Exception as error:  # a fault of ours must not stop the lines after it
        verdict = Verdict("undecided", reason="fault", message=f"a fault of the program ({type(error).__name__})")
    return _printed(row.get("id"), verdict, 1000 * (time.perf_counter() - begun))


def _key(row: Mapping[str, Any]) -> Key[Any]:
    from quizengine.answers import key_from_text

    kind = _one_of(row, "kind", (*TYPED, None))
    return key_from_text(kind, _text(row, "key"), _variables(row), _domain(row), _accuracy(row))


def _judge(key: Key[Any], answer: str) -> Verdict:
    from quizengine.answers.judging import judge

    return judge(key, answer)


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise BadRow(f"'{name}' must be a text in quotes" if name in row else f"'{name}' is missing")
    return value


def _one_of(row: Mapping[str, Any], name: str, known: tuple[str | None, ...]) -> Any:
    value = row.get(name)
    if (value is not None and not isinstance(value, str)) or value not in known:
        raise BadRow(f"'{name}' must be one of {', '.join(filter(None, known))}")
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
    from quizengine.maths.same import POSITIVE, REAL, Domain

    given = row.get("domain", "real")
    if not isinstance(given, dict):
        return POSITIVE if _one_of({"domain": given}, "domain", DOMAINS) == "positive" else REAL
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
    from quizengine.maths.read import read

    value = rational(read(text).tree)
    if value is None:
        raise ValueError(f"{text[:20]} is no fraction")
    return str(value)


def _accuracy(row: Mapping[str, Any]) -> Accuracy:
    """What `tolerance` and `digits` ask for; the exact value if there are none."""
    from quizengine.answers.setting import Accuracy

    digits, given = row.get("digits", 0), row.get("tolerance", {})
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


def _refused(id: object, message: str) -> dict[str, Any]:
    return _printed(id, Verdict("unreadable", reason=BAD_ROW, message=message), 0.0)


def _printed(id: object, verdict: Verdict, milliseconds: float) -> dict[str, Any]:
    told = verdict.to_json()
    names = ("verdict", "credit", "parts", "read_as", "evidence", "witness", "reason", "message")
    return {"id": id, **{name: told[name] for name in names}, "ms": round(milliseconds, 3)}


def _no_number(text: str) -> float:
    raise ValueError(text)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
    else:
        with Path(source).open("rb") as file:
            yield file
