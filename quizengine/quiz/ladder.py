"""The ladder below the hints: worked steps one by one, as far as the one that tells the answer.

That one comes with the answer itself: who has it shown earns nothing more, so nobody gets there by one key too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.draw import Part, WorkedStep

SHORT = 3  # characters below which an answer stands in a text by chance
#: where a number or formula stands as a result: after "=", and not as the beginning of more
_RESULT = r"[=≈] ?{}(?![\w/^(⁰-⁹²³]|\.\d| [+−=])"


def rungs(part: Part) -> tuple[WorkedStep, ...]:
    """Return the worked steps that a learner may see and still answer: those before the answer, or the last piece of
    it, is told; never the last step.
    """
    return tuple(_before_the_answer(part))


def _before_the_answer(part: Part) -> Iterator[WorkedStep]:
    from quizengine.answers.fill_in import words_of
    from quizengine.answers.giveaway import pieces, stands_in
    from quizengine.maths.print import show

    node = part.key.node()
    wanted = {_plain(show(piece, "text")) for piece in pieces(node)} if node is not None else {""}
    names = [_plain(name) for name in part.key.giveaways() if len(name) >= SHORT]
    for step in part.steps[:-1]:
        text = _plain(words_of(step.says))
        wanted = {piece for piece in wanted if not piece or not re.search(_RESULT.format(re.escape(piece)), text)}
        if not wanted or stands_in(text, names):
            return
        yield step


def _plain(text: str) -> str:
    """Without dots of multiplication: an author writes 2x where a value prints as 2·x."""
    return text.replace("·", "")
