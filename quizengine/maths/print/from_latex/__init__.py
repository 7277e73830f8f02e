"""An author's formula, in the LaTeX that texts on calculus and machine learning use, as layout.

A fill-in `<< expression >>` is replaced by what `fill` gives for its text: a tree is bracketed where its place needs
it (`<<x0>>^2` with -3 is (-3)^2, `+ <<b>>` with -3 is - 3), a text is a letter or words.

In the order in which to read them:

    tokens                    the formula cut into pieces, each with its offset
    parser                    brackets, scripts and fill-ins, by recursive descent
    characters, commands,     what single characters, commands and \\begin … \\end stand for
      environments
    resolve                   pieces in a row to layout: signs, what a function applies to, brackets around fill-ins
"""

from __future__ import annotations

from functools import lru_cache

from quizengine.maths.print.from_latex.commands import command
from quizengine.maths.print.from_latex.parser import Fill, Parser
from quizengine.maths.print.from_latex.tokens import Token, tokens
from quizengine.maths.print.layout import Layout


def formula(latex: str, fill: Fill) -> Layout:
    """Return the layout of `latex`; raises Unreadable with the offset in `latex`, and whatever `fill` raises."""
    if "<<" not in latex:
        return _without_fill_ins(latex)
    return Parser(list(_tokens(latex)), fill, command).sequence(frozenset())


@lru_cache(maxsize=2_048)
def _without_fill_ins(latex: str) -> Layout:
    """The same for every seed, as most formulas of a text."""
    return Parser(tokens(latex), str, command).sequence(frozenset())


@lru_cache(maxsize=2_048)
def _tokens(latex: str) -> tuple[Token, ...]:
    return tuple(tokens(latex))
