"""Every text that the program parses while it is watched."""

from __future__ import annotations

import sys
from typing import NamedTuple

import pytest

from quizengine.answers.kinds import KINDS
from quizengine.maths.parse import Conventions, Notation, Reading, parse

PLAIN, DOCUMENTED = Notation(), Conventions()


class Parse(NamedTuple):
    """One call of `parse`: what was read, in which notation, under which rules."""

    text: str
    notation: Notation
    conventions: Conventions


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Parse]:
    """A list that grows with each parse, wherever in the program `parse` is called from."""
    assert all(KINDS.values())  # each kind is brought in
    seen: list[Parse] = []

    def counted(text: str, notation: Notation = PLAIN, conventions: Conventions = DOCUMENTED) -> Reading:
        seen.append(Parse(text, notation, conventions))
        return parse(text, notation, conventions)

    for name, module in list(sys.modules.items()):
        ours = name.startswith("quizengine.") and not name.startswith("quizengine.maths.")
        if ours and vars(module).get("parse") is parse:
            monkeypatch.setattr(module, "parse", counted)
    return seen
