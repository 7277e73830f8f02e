"""The author's language: names with values, and expressions over them.

    space = Workspace().define("a", "3").define("f", "a*x^2*y").define("g", "grad(f, x, y)")
    space.evaluate("at(g, x = 1, y = 2)")       the Vector (12, 3)
    space.evaluate("g[1] != g[2]")              True

Numbers are exact. Names of the workspace stand for their values; other names are variables. `BUILTINS` lists what
an author can say. A text that has no value raises CannotCompute.

In the order in which to read them:

    workspace                 the names with values; what the other floors use
    texts, parsed_text        a text to its value, by way of parse
    values, scope             what a value can be; the names that have one while an expression is worked out
    evaluating                one rule for each kind of node
    arithmetic, comparing     + - · / ^ and functions of values; = < ≤
    builtins/                 every word beyond the functions, in one table, and what computes each
    special_forms             words that evaluate their arguments themselves
    filled_text, text_values  texts with values inside, << expression >>, and how these are worked out
    names_used, values_inside the names that a text asks for; the values and points inside it
    fill_in                   an author's text with its fill-ins done
    habits_elsewhere          what authors write out of habit from other languages
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names
from quizengine.maths.language.workspace import Workspace

if TYPE_CHECKING:
    from quizengine.maths.language.builtins.table import BUILTINS, Builtin
    from quizengine.maths.language.values import Value

__all__ = ["BUILTINS", "Builtin", "Value", "Workspace"]

# a workspace needs the list of words once it has something to compute
__getattr__ = lazy_names(__name__, {"Value": "values", "BUILTINS": "builtins.table", "Builtin": "builtins.table"})
