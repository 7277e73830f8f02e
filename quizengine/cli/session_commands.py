"""What a learner can type besides an answer: a word after a colon, and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.quiz import Request

#: Words a learner can type, and what they do; on a live screen the keys do the same.
WORDS: Mapping[str, str] = {
    ":hint": "a hint, then worked steps",
    ":skip": "the next question, without an answer to this one",
    ":show": "the answer and the worked steps; this part earns nothing more",
    ":again": "the question once more",
    ":describe": "the figures of the question in words; it costs nothing",
    ":steps": "the worked steps of what you answered last",
    ":undo": "take back a wrong answer, once a part: it costs no try",
    ":quit": "pause; everything is saved",
    ":help": "these words",
}
#: Other ways to say the same.
OTHERS: Mapping[str, str] = {
    **{":h": ":hint", ":?": ":help", ":q": ":quit", ":exit": ":quit", ":pause": ":quit"},
    **{":d": ":describe", ":figure": ":describe", ":figures": ":describe"},
    **{":question": ":again", ":repeat": ":again", ":next": ":skip", ":answer": ":show", ":solution": ":show"},
}
KEYS: Mapping[str, str] = {
    "f1": ":help",
    "f2": ":hint",
    "f3": ":skip",
    "f4": ":show",
    "f5": ":again",
    "f6": ":describe",
}

#: The words that go into the session; the others only change what is on the screen, or leave.
REQUESTS: Mapping[str, Request] = {
    ":hint": Request.HINT,
    ":skip": Request.SKIP,
    ":show": Request.SHOW,
    ":steps": Request.STEPS,
    ":undo": Request.UNDO,
}


def meant(typed: str) -> str | None:
    """Return the word that `typed` stands for, with its colon or without; None when it is none of them.

    meant("Quit")       ":quit"
    meant(":h")         ":hint"
    """
    word = ":" + typed.strip().lower().removeprefix(":")
    return word if word in WORDS else OTHERS.get(word)


def unknown(typed: str) -> str:
    """Return what is said of a word that there is not."""
    import difflib

    near = difflib.get_close_matches(typed, WORDS, 1)
    known = f"did you mean {near[0]}?" if near else f"the words are {' '.join(WORDS)}"
    return f"There is no {typed[:40]}; {known}"
