"""Which kinds of answers an option goes with, for messages about one that stands in the wrong place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quizengine.answers import KINDS
from quizengine.answers.wording import listed

if TYPE_CHECKING:
    from quizengine.item.faults import Where

_FEW = 2  # kinds, up to which an option tells which one is meant


@cache
def kinds_with(option: str) -> tuple[str, ...]:
    """Return the kinds of answers that have `option`, beside the key that names the kind; () if none has."""
    return tuple(kind for kind, model in KINDS.items() if option != kind and option in model.model_fields)


def goes_with(option: str) -> str:
    """Return with which one or two kinds `option` goes, in words; "" where that is no option, or one of many."""
    kinds = kinds_with(option)
    return f"'{option}' goes with {' = … or '.join(kinds)} = …" if 0 < len(kinds) <= _FEW else ""


def option_of_others(where: Where) -> str:
    """Return what to say of an unknown key at `where` that is an option of other kinds of answers; "" for any other."""
    in_answer = len(where) > 1 and (where[-2] == "answer" or "mistakes" in where)
    kinds = kinds_with(str(where[-1])) if in_answer else ()
    return f"'{where[-1]}' does not go with this kind of answer, but with {listed(kinds)}" if kinds else ""
