"""One question printed on trial, so that none that cannot be printed comes upon a sheet."""

from __future__ import annotations

from quizengine.draw import Question
from quizengine.one_question import one_question
from quizengine.sheet.render import source
from quizengine.sheet.view import Head, numbered

#: The formats with templates of their own. All are tried, whatever format is asked for, so that a sheet code gives the
#: same questions in each; as keys, which show all that the sheets show, and more.
TEMPLATES = ("text", "html", "latex", "typst")
_HEAD = Head("", "A", "", "", "", 1, 1)


def print_on_trial(question: Question) -> None:
    """Raise CannotDraw if `question` cannot be printed in some format."""
    with one_question(question.item.id, question.seed, "printed"):
        shown = numbered((question,))
        for format in TEMPLATES:
            source(_HEAD, shown, format, "key")
