"""Text to tree: students' answers in plain, Unicode and LaTeX notation, and the author's language.

read(text, notation, rules) -> Reading      a student's text; raises Unreadable and nothing else
read_author(text) -> AuthorNode             an author's text
point_at(text, unreadable) -> str           the text with a caret under the fault
"""

from quizengine.maths.read.faults import point_at
from quizengine.maths.read.language import read_author
from quizengine.maths.read.notation import Ambiguity, Notation, Reading, Rules, Wants
from quizengine.maths.read.reading import read

__all__ = ["Ambiguity", "Notation", "Reading", "Rules", "Wants", "point_at", "read", "read_author"]
