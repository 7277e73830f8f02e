"""The student's grammar: which rule reads what, in two tables."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Grammar, Infix, Prefix
from quizengine.maths.parse.grammar import ATOM, OVER, POWER, PRODUCT, SUM
from quizengine.maths.parse.lexer.token_kinds import STARTERS
from quizengine.maths.parse.rules.arithmetic import add, angle_compares, item_ends, multiply, sign_ends, signed_term
from quizengine.maths.parse.rules.axes import axis, indexed_name
from quizengine.maths.parse.rules.bars import bars
from quizengine.maths.parse.rules.brackets import bracket, open_interval
from quizengine.maths.parse.rules.functions import function, sigma
from quizengine.maths.parse.rules.latex_fractions import fraction, over
from quizengine.maths.parse.rules.powers import raise_to
from quizengine.maths.parse.rules.roots import root

PREFIX = {
    **dict.fromkeys("+-", Prefix(PRODUCT, signed_term)),
    **dict.fromkeys("([{⟨<M", Prefix(ATOM, bracket)),
    **dict.fromkeys("|‖", Prefix(ATOM, bars)),
    "]": Prefix(ATOM, open_interval),
    "f": Prefix(ATOM, function),
    "s": Prefix(ATOM, sigma),
    "√": Prefix(ATOM, root),
    "frac": Prefix(ATOM, fraction),
    "u": Prefix(ATOM, axis),
    "?": Prefix(ATOM, indexed_name),
}

INFIX = {
    **dict.fromkeys(STARTERS, Infix(PRODUCT, multiply, item_ends)),
    "<": Infix(PRODUCT, multiply, angle_compares),
    "*": Infix(PRODUCT, multiply),
    "/": Infix(PRODUCT, multiply),
    **dict.fromkeys("+-", Infix(SUM, add, sign_ends)),
    "^": Infix(POWER, raise_to),
    "over": Infix(OVER, over),
}

STUDENT = Grammar(PREFIX, INFIX)
