"""Rows of `quizengine compare --jsonl`: one line in, one line out, in order, whatever a line holds."""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from quizengine.answers.verdict import Verdict
from quizengine.cli.jsonl_fields import FIELDS, BadRow, key_of, text_of
from quizengine.errors import QuizError, Unreadable

if TYPE_CHECKING:
    from quizengine.cli.terminal import Terminal

BAD_ROW = "bad-row"
LONGEST = 10_000_000  # bytes of a line; an answer of a million characters fits, each written as an escape


def judge_lines(source: str, terminal: Terminal) -> None:
    """Judge every line of the file `source` ("-": standard input) to standard output.

    Fields that we do not know are left alone, and named once at the end.
    """
    unknown: set[str] = set()
    ready()
    with _opened(source) as file:
        for number, line in enumerate(_lines(file)):
            if number == 0:
                line = line.removeprefix(b"\xef\xbb\xbf")
            terminal.json(judge_line(line, unknown))
            if source == "-":
                terminal.out.flush()  # whoever feeds us line by line waits for it
    if unknown:
        terminal.say(f"quizengine: fields that were not used: {', '.join(sorted(unknown)[:10])}")


def ready() -> None:
    """Brings in all modules, so that the first `ms` is that of judging, and keeps the collector out of them.

    A full collection that goes through all modules takes longer than most answers.
    """
    from quizengine.answers.kinds import KEYS

    tuple(KEYS.values())  # each is loaded when it is asked for
    judge_row({"key": "x", "answer": "x + 1"})
    gc.freeze()


def judge_line(line: bytes, unknown: set[str]) -> dict[str, Any]:
    """Return the verdict on one line; adds the names of fields that we do not know to `unknown`."""
    if len(line) > LONGEST:
        return _refused(None, f"this line has more than {LONGEST} bytes")
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_number, parse_float=_number)
    except UnicodeDecodeError:
        return _refused(None, "this line is not UTF-8")
    except json.JSONDecodeError as error:
        return _refused(None, f"this line is no JSON: {error.msg.removesuffix(' at')} at column {error.colno}")
    except (ValueError, RecursionError):
        return _refused(None, "this line is no JSON: a number or a nesting without end")
    if not isinstance(row, dict):
        return _refused(None, 'this line is no JSON object such as {"id": 1, "key": "2*x", "answer": "x+x"}')
    unknown.update(name for name in row if name not in FIELDS)
    return judge_row(row)


def judge_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the verdict on one row, as it is printed; never raises."""
    begun = time.perf_counter()
    verdict = verdict_on(row)
    return _printed(row.get("id"), verdict, 1000 * (time.perf_counter() - begun))


def verdict_on(row: Mapping[str, Any]) -> Verdict:
    """Return the verdict on one row; never raises: what is wrong with the row or its key is an unreadable answer's
    reason.
    """
    from quizengine.answers.judgement import judge

    try:
        return judge(key_of(row), text_of(row, "answer"))
    except BadRow as error:
        return Verdict("unreadable", reason=BAD_ROW, message=str(error))
    except QuizError as error:
        reason = f"key-{error.reason}" if isinstance(error, Unreadable) else "key-unusable"
        return Verdict("unreadable", reason=reason, message=_of_key(str(error)))
    except Exception as error:  # a fault of ours must not stop the lines after it
        return Verdict("undecided", reason="fault", message=f"a fault of the program ({type(error).__name__})")


def _of_key(message: str) -> str:
    return (message if message.startswith("the key") else f"the key: {message}")[:200]


def _refused(id: object, message: str) -> dict[str, Any]:
    return _printed(id, Verdict("unreadable", reason=BAD_ROW, message=message), 0.0)


def _printed(id: object, verdict: Verdict, milliseconds: float) -> dict[str, Any]:
    told = verdict.to_json()
    names = ("verdict", "credit", "parts", "read_as", "evidence", "witness", "reason", "message")
    return {"id": id, **{name: told[name] for name in names}, "ms": round(milliseconds, 3)}


def _number(text: str) -> float:
    """A number that can be written as JSON again; raises ValueError for NaN and what is too large."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only its start, so that none can fill the memory."""
    while line := file.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST + 1)
        yield line


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
    else:
        with Path(source).open("rb") as file:
            yield file
