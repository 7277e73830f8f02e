"""A part and an answer to a verdict."""

from __future__ import annotations

from quizengine.answers.answer import Answer
from quizengine.answers.judgement import judge
from quizengine.answers.verdict import Verdict
from quizengine.draw import Part


def grade_answer(part: Part, typed: Answer | str) -> Verdict:
    """Judge `typed` as an answer to `part`: an item's own mistake is named before a generic one. Never raises."""
    return judge(part.key, typed, part.mistakes)
