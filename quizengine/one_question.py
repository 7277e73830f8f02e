"""Where whatever goes wrong with one question becomes a reason to leave that question out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from quizengine.errors import BankUnusable, CannotDraw, CannotWrite, StoreUnusable, UnknownTopic, unforeseen

Verb = Literal["drawn", "shown", "judged", "printed", "checked"]

#: What is known already, or is the fault of no question: a full disk, a reader that went away.
_OTHERS = (CannotDraw, BankUnusable, UnknownTopic, StoreUnusable, CannotWrite, OSError)


@contextmanager
def one_question(item: str, seed: int, verb: Verb) -> Iterator[None]:
    """Inside, one question is drawn, shown, judged or printed: whatever goes wrong raises CannotDraw with the reason.

    That holds for exceptions of every kind, too deep nesting and lack of memory too, since what an author writes must
    never stop more than its own question; not for what stops the program (KeyboardInterrupt, SystemExit).
    """
    try:
        yield
    except _OTHERS:
        raise
    except Exception as error:
        raise CannotDraw(item, seed, unforeseen(error), verb) from error
