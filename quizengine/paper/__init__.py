"""Plans of exams: which items, how many marks, and the questions of each variant.

plan        which items an exam holds, chosen by topics, number and seed
variants    the questions of each variant: same items, other numbers
code        the short text on every page from which exactly this sheet is rebuilt
"""

from quizengine.paper.code import from_code, sheet_code, titled
from quizengine.paper.plan import Paper, label, plan_paper
from quizengine.paper.variants import drawable, in_turn, repeated, variant_questions, variants

__all__ = [
    "Paper",
    "drawable",
    "from_code",
    "in_turn",
    "label",
    "plan_paper",
    "repeated",
    "sheet_code",
    "titled",
    "variant_questions",
    "variants",
]
