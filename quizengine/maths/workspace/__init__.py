"""The author's language: names with values, and expressions over them.

    space = Workspace().define("a", "3").define("f", "a*x^2*y").define("g", "grad(f, x, y)")
    space.evaluate("at(g, x = 1, y = 2)")       the Vector (12, 3)
    space.evaluate("g[1] != g[2]")              True

Numbers are exact. Names of the workspace stand for their values; other names are variables. `words.WORDS` lists what
an author can say. A text that means nothing raises Unreadable; one that has no value raises CannotCompute.
"""

from quizengine.maths.workspace.values import Value
from quizengine.maths.workspace.words import WORDS, Meaning
from quizengine.maths.workspace.workspace import Workspace

__all__ = ["WORDS", "Meaning", "Value", "Workspace"]
