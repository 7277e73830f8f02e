"""All that is wrong with what there is to choose from in one drawn question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.choices.asking import asking
from quizengine.check.choices.following import following
from quizengine.check.choices.offered import offered_in
from quizengine.check.choices.sharing import echoes, sharing
from quizengine.check.choices.standing_out import standing_out
from quizengine.check.choices.twins import doubled, twins

if TYPE_CHECKING:
    from quizengine.check.question_fault import QuestionFault
    from quizengine.draw import Question


def choice_faults(question: Question) -> Iterator[QuestionFault]:
    """Yield what is wrong with the options of each part of `question`; nothing for typed kinds and figures."""
    for number, part in enumerate(question.parts):
        if part.key.stems:
            yield from doubled(question, number)
            yield from echoes(part.key, ("parts", number))
        shown = offered_in(question, number)
        if shown is not None:
            for check in (twins, standing_out, following, sharing, asking):
                yield from check(shown)
