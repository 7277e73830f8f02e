"""What is looked at in the text of a TOML file before it is read as TOML: strings, and bounds on all that is repeated.

A hostile or damaged file must cost no more than a scan of it: 40 kB of dotted keys take 1.6 GB when they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizengine.item.faults import Finding
from quizengine.unseen import first_unseen

MAX_DOTS = 8  # in one key
MAX_KEY = 100  # characters of a bare key
MAX_NUMBER = 40  # characters of a number
MAX_NESTING = 12  # brackets inside each other
MAX_ENTRIES = 4_000  # keys, and entries of lists, of a file
MAX_TABLES = 1_000

_BEGIN = re.compile(r"'''|\"\"\"|['\"#]")
#: from the mark that begins a string or comment to the one that ends it, which is left out; none of them goes back
_INSIDE = {
    "#": re.compile(r"[^\n]*+"),
    "'": re.compile(r"[^'\n]*+"),
    '"': re.compile(r"(?:[^\"\\\n]++|\\[^\n])*+"),
    "'''": re.compile(r"(?:[^']++|'(?!''))*+"),
    '"""': re.compile(r"(?:[^\"\\]++|\\.|\"(?!\"\"))*+", re.DOTALL),
}
_LONG = re.compile(rf"[\w.+-]{{{MAX_NUMBER + 1},}}+")
_DOTTED = re.compile(rf"(?<![\w'\"-])(?:[\w'\"-]++[ \t]*+\.[ \t]*+){{{MAX_DOTS + 1}}}")
_BRACKET = re.compile(r"[\[\]{}]")
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def strings(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each string and each comment begins and ends, in order.

    One that is not closed ends with its line, a long one with the text.
    """
    at = 0
    while (found := _BEGIN.search(source, at)) is not None:
        mark, start = found[0], found.start()
        inside = _INSIDE[mark].match(source, found.end())
        at = inside.end() if inside else found.end()
        if mark != "#" and source.startswith(mark, at):
            at += len(mark)
            if len(mark) == 3:  # up to two quotes more belong to the text
                at += next(more for more in (2, 1, 0) if source.startswith(mark[0] * more, at))
        yield start, at


def without_strings(source: str, instead: Callable[[str], str] = lambda _: "''") -> str:
    """Return `source` without comments, and with empty strings or what else is to stand `instead`; every line break
    stays, so lines keep their number.
    """
    out: list[str] = []
    at = 0
    for start, end in strings(source):
        out.append(source[at:start])
        if source[start] != "#":
            out.append(instead(source[start:end]) + "\n" * source.count("\n", start, end))
        at = end
    return "".join([*out, source[at:]])


def refused(source: str) -> Finding | None:
    """Return what would take too long to read, or cannot be seen, with its line and the cure; None where all is well.

    It takes a time in proportion to the text.
    """
    if (unseen := first_unseen(source)) is not None:
        place, name = unseen
        return _line(source, place), f"{name} stands here and cannot be seen; delete it"
    plain = without_strings(source)
    if dotted := _DOTTED.search(plain):
        return _line(plain, dotted.start()), f"a key with more than {MAX_DOTS} dots; write tables: [answer]"
    for found in _LONG.finditer(plain):
        number = found[0].lstrip("+-")[:1].isdigit()
        if number or len(found[0]) > MAX_KEY:
            what, most = ("number", MAX_NUMBER) if number else ("key", MAX_KEY)
            return _line(plain, found.start()), f"a {what} of {len(found[0]):,} characters; at most {most}"
    return _too_deep(plain) or _too_many(plain)


def _too_deep(plain: str) -> Finding | None:
    depth = 0
    for found in _BRACKET.finditer(plain):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_NESTING:
            return _line(plain, found.start()), f"brackets inside more than {MAX_NESTING} others; nest less deeply"
    return None


def _too_many(plain: str) -> Finding | None:
    entries, tables = plain.count("=") + plain.count(","), len(_TABLE.findall(plain))
    if entries > MAX_ENTRIES:
        return 1, f"{entries:,} keys and entries of lists in one file, at most {MAX_ENTRIES:,}; split it"
    if tables > MAX_TABLES:
        return 1, f"{tables:,} tables in one file, at most {MAX_TABLES:,}; split it"
    return None


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
