"""The ladder below the hints: worked steps one by one, as far as the one that tells the answer.

That one comes with the answer itself: who has it shown earns nothing more, so nobody gets there by one key too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.draw import Part, WorkedStep

#: where a number or formula stands as a result: after "=", and not as the beginning of more
_RESULT = r"[=≈] ?{}(?![\w/^(⁰-⁹²³]|\.\d| [+−=])"


def rungs(part: Part) -> tuple[WorkedStep, ...]:
    """Return the worked steps that a learner may see and still answer: those before the answer, or the last piece of
    it, is told; never the last step.
    """
    return tuple(_before_the_answer(part))


def _before_the_answer(part: Part) -> Iterator[WorkedStep]:
    from quizengine.answers.giveaway import SHORT, pieces_shown, stands_in
    from quizengine.maths.language.fill_in import words_of

    pieces = {frozenset(map(_plain, forms)) for forms in pieces_shown(part.key)}
    wanted = set(pieces)
    names = [_plain(name) for name in part.key.giveaways() if len(name) >= SHORT]
    for step in part.steps[:-1]:
        text = _plain(words_of(step.says))
        wanted = {forms for forms in wanted if not any(_is_result(form, text) for form in forms)}
        if (pieces and not wanted) or stands_in(text, names):
            return
        yield step


def _is_result(form: str, text: str) -> bool:
    return re.search(_RESULT.format(re.escape(form)), text) is not None


def _plain(text: str) -> str:
    """Without dots of multiplication: an author writes 2x where a value prints as 2·x."""
    return text.replace("·", "")
