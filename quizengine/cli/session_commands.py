"""What a learner can type besides an answer: a word after a colon, and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.cli.prompts import WORDS
from quizengine.quiz import Request

#: The words that go into the session; the others only change what is on the screen, or leave.
REQUESTS: Mapping[str, Request] = {
    ":hint": Request.HINT,
    ":skip": Request.SKIP,
    ":show": Request.SHOW,
    ":steps": Request.STEPS,
    ":undo": Request.UNDO,
}


def unknown(typed: str) -> str:
    """Return what is said of a word that there is not."""
    import difflib

    near = difflib.get_close_matches(typed, WORDS, 1)
    known = f"did you mean {near[0]}?" if near else f"the words are {' '.join(WORDS)}"
    return f"There is no {typed[:40]}; {known}"
