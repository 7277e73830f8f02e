"""A program whose table of functions has a few more rows: it answers what it is asked in JSON on its standard input.

The rows are there before any other module of the mathematics is, as if they stood in the table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import quizengine.maths.functions as table
from quizengine.maths.function_row import EVERYWHERE, NOT_NEGATIVE, ODD, FunctionRow, Interval

ROWS = (
    FunctionRow(
        "erf", "error function", domain=EVERYWHERE, breaks=(), parity=ODD, at_zero=Fraction(0), one_to_one=True
    ),
    FunctionRow("ei", "exponential integral", sympy="Ei", domain=Interval(0, None), breaks=()),
    FunctionRow(
        *("steep", "steep root"),
        spellings=("steeproot",),
        ball=lambda u: u.sqrt() * u.exp(),
        sympy="",
        derivative=lambda call, u: call("exp")(u) * (1 + 2 * u) / (2 * call("sqrt")(u)),
        domain=Interval(0, None, closed=True),
        breaks=(),
        at_zero=Fraction(0),
        sign=NOT_NEGATIVE,
    ),
    FunctionRow("gamma", "gamma function"),  # its row does not tell where it has a value
    FunctionRow("floor", "floor", ball="floor", domain=EVERYWHERE, jumps=True),
    FunctionRow("wave", "wave", 2, 2, ball=lambda u, v: (u * v).sin(), sympy="", domain=EVERYWHERE, breaks=()),
)


def answers() -> Mapping[str, Callable[..., Any]]:
    """What may be asked, by its name."""
    from quizengine.answers import judge
    from quizengine.cli.jsonl_fields import key_of
    from quizengine.errors import CannotCompute
    from quizengine.maths.cas import differentiate
    from quizengine.maths.cas.from_sympy import from_sympy
    from quizengine.maths.cas.to_sympy import to_sympy
    from quizengine.maths.equality import same
    from quizengine.maths.evaluate import ball, precision
    from quizengine.maths.parse import Notation, parse, parse_author
    from quizengine.maths.print import plain, show

    def told(text: str, answer: str) -> tuple[bool | None, str | None]:
        found = same(parse_author(text), parse_author(answer), ("x", "y"))
        return found.equal, found.evidence

    def computed(rule: Callable[[Any], Any], text: str) -> str:
        try:
            return plain(rule(parse_author(text)))
        except CannotCompute as problem:
            return problem.why

    def evaluated(text: str) -> str:
        with precision(128):
            return ball(parse_author(text), {}).mid().str(20, radius=False)

    return {
        "read": lambda text: plain(parse(text, Notation(("x", "y"), "expression")).tree),
        "show": lambda text, format: show(parse_author(text), format),
        "evaluate": evaluated,
        "differentiate": lambda text: computed(lambda node: differentiate(node, "x"), text),
        "sympy": lambda text: computed(lambda node: from_sympy(to_sympy(node), node), text),
        "same": told,
        "judge": lambda key, answer: judge(key_of({"key": key, "variables": ["x", "y"]}), answer).outcome,
    }


if __name__ == "__main__":
    table.FUNCTIONS = {**table.FUNCTIONS, **{row.name: row for row in ROWS}}
    asked = answers()
    json.dump([asked[what](*given) for what, *given in json.load(sys.stdin)], sys.stdout)
