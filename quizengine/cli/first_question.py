"""Which question of a session comes first: one that can be asked without a wait for SymPy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizengine.errors import QuizError

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.draw import Question
    from quizengine.journal import QuestionRef

_CALCULUS = re.compile(r"\b(?:diff|grad|hessian|jacobian|expand|factor|simplify|solve)\s*\(")
MOST_TRIED = 4  # questions; a try takes a few hundredths of a second


def quick_first(planned: tuple[QuestionRef, ...], bank: Bank) -> tuple[tuple[QuestionRef, ...], Question | None]:
    """Return the questions with one in front that does without SymPy, and that one if it is drawn already; they stay as
    they were where none of the first few does. It depends on the items alone, so the same seed gives the same session
    everywhere.
    """
    for place, reference in enumerate(planned[:MOST_TRIED]):
        try:
            plain = not _CALCULUS.search(bank.item(reference.item).source)
            question = None if plain else _without_sympy(reference, bank)
        except QuizError:  # told when it is its turn
            plain, question = True, None
        if plain or question is not None:
            return (reference, *planned[:place], *planned[place + 1 :]), question
    return planned, None


def _without_sympy(reference: QuestionRef, bank: Bank) -> Question | None:
    """The question, None where SymPy is needed. An item that speaks of no calculus is not even drawn to see that: its
    prompt may be on the screen before anything that draws is loaded.
    """
    from quizengine.draw import draw_question
    from quizengine.maths.held_back import SymPyNeeded, held_back

    try:
        with held_back():
            return draw_question(bank.item(reference.item), reference.seed, bank.mistakes)
    except SymPyNeeded:
        return None
