"""Exam practice and printed sheets for gradients, in multivariable calculus and in machine learning.

The names below are the public ones: they, their arguments and the fields that their docstrings name stay as they are
from release to release. All else may move.

    key = key_from_text("vector", "(2*x, 2*y)")            a right answer
    verdict = judge(key, "(2x, 3y)")                       verdict.outcome, .credit, .message, .witness

    bank = load_bank()                                     the shipped items; load_bank("my_items") has yours, too
    question = draw_question(bank.item("gradient/polynomial"), 7, bank.mistakes)
    verdict = grade_answer(question.parts[0], "(2, 3)")    knows the item's own mistakes

    paper = plan_paper(bank, ("gradient",), 4, 5)          four items, by seed 5
    page = render_sheet(variant_questions(paper, 0), paper, 0, "pdf", "sheet")

What is wrong with a text, an item or a bank is told by a QuizError: one line for a person. An argument that makes no
sense is a ValueError, a KeyError or an IndexError.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizengine.answers import judge, key_from_text
    from quizengine.answers.verdict import Verdict, Witness
    from quizengine.bank import Bank, load_bank
    from quizengine.draw import Part, Question, draw_question
    from quizengine.errors import QuizError
    from quizengine.grade import grade_answer
    from quizengine.item import Item
    from quizengine.paper import Paper, plan_paper, variant_questions
    from quizengine.sheet import render_sheet

__version__ = "0.1.0"

__all__ = [
    "Bank",
    "Item",
    "Paper",
    "Part",
    "Question",
    "QuizError",
    "Verdict",
    "Witness",
    "draw_question",
    "grade_answer",
    "judge",
    "key_from_text",
    "load_bank",
    "plan_paper",
    "render_sheet",
    "variant_questions",
]

_HOMES = {
    **dict.fromkeys(("judge", "key_from_text"), "answers"),
    **dict.fromkeys(("Verdict", "Witness"), "answers.verdict"),
    **dict.fromkeys(("Bank", "load_bank"), "bank"),
    **dict.fromkeys(("Part", "Question", "draw_question"), "draw"),
    "QuizError": "errors",
    "grade_answer": "grade",
    "Item": "item",
    **dict.fromkeys(("Paper", "plan_paper", "variant_questions"), "paper"),
    "render_sheet": "sheet",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: `import quizengine` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quizengine' has no attribute {name!r}")
    return getattr(import_module(f"quizengine.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
