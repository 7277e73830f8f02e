"""A word used wrongly: the whole sentence that an author is told, with the role that went wrong and what stood there.

The rows are a text and its message; they share a workspace with a number, an expression, a vector, a matrix and a list
of texts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.errors import CannotCompute
from quizengine.maths.language import Workspace

SPACE = (
    Workspace()
    .define("a", "3")
    .define("f", "a*x^2*y")
    .define("p", "(1, -2)")
    .define("A", "[[1, 2], [3, 4]]")
    .define("names", '("east", "north")')
)
ROWS = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "misused.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "message"), ROWS, ids=[text for text, _ in ROWS])
def test_a_word_used_wrongly(text: str, message: str) -> None:
    with pytest.raises(CannotCompute) as caught:
        SPACE.evaluate(text)
    assert (caught.value.expression, caught.value.why) == (text, message)
