"""Words as they are put together for a learner: one line, a sentence, a number of things, a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.maths.print import Prose

LINE = 200  # characters of a message


_WORDLESS: ContextVar[bool] = ContextVar("wordless", default=False)


@contextmanager
def without_words() -> Iterator[None]:
    """Inside, findings stay without words: it is asked what an answer would earn, and not told why."""
    token = _WORDLESS.set(True)
    try:
        yield
    finally:
        _WORDLESS.reset(token)


def words_wanted() -> bool:
    """Return whether a finding is to say why."""
    return not _WORDLESS.get()


def line(text: str) -> str:
    """Return `text` as one line of at most LINE characters, cut between words."""
    folded = " ".join(text.split())
    if len(folded) <= LINE:
        return folded
    return folded[: LINE - 1].rsplit(" ", 1)[0] + "…"


def sentence(text: str) -> str:
    """Return `text` as one line that ends as a sentence does; "" stays empty."""
    told = line(text)
    return told if not told or told[-1] in ".?!…" or len(told) == LINE else f"{told}."


def plural(noun: str) -> str:
    """Several of what `noun` names."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def counted(count: int, noun: str) -> str:
    """So many of them, in words: `1 entry`, `3 entries`."""
    return f"{count} {noun if count == 1 else plural(noun)}"


def listed(words: Sequence[str]) -> str:
    """Return one or more in a row: `x`, `x and y`, `x, y and z`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def capital(text: str) -> str:
    """Return `text` with a capital first letter, if it starts with a word and not with mathematics."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and len(first) > 1 else text


def minus(text: str) -> str:
    """Return a plain number with the sign that is printed."""
    return text.replace("-", "−")


def in_brackets(shown: Prose, exact: Prose, remarks: str = "") -> Prose:
    """Return a key with what stands in brackets behind it: 7.483 (exactly 2·√14; within 0.01)."""
    if exact:
        return (*shown, " (exactly ", *exact, f"; {remarks})" if remarks else ")")
    return (*shown, f" ({remarks})") if remarks else shown
