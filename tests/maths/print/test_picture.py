"""Figures among words: on lines of their own, and in words where none can be drawn."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import prose_of, typed_text
from quizengine.maths.print import Prose, show_prose
from quizengine.maths.print.display import inline_only
from quizengine.maths.print.picture import Picture


@dataclass(frozen=True, slots=True)
class Named(Picture):
    name: str

    def description(self) -> Prose:  # type: ignore[override]
        return (f"A map of {self.name}.",)


MAP = Named("f")
SPACE = Workspace(pictures={"map": MAP}).define("a", "3")


def test_a_fill_in_puts_it_in() -> None:
    assert prose_of(SPACE, "<< map >>") == (MAP,)
    words = prose_of(SPACE, "Look at\n<< map >>\n and tell $a$.")
    assert words[:2] == ("Look at", MAP)
    assert words[2] == "and tell "


@pytest.mark.parametrize("format", ["text", "ascii", "spoken", "latex", "typst", "mathml"])
def test_its_description_stands_for_it(format: str) -> None:
    shown = show_prose(prose_of(SPACE, "See << map >> there"), format)  # type: ignore[arg-type]
    assert "A map of f." in shown
    assert shown.startswith("See")
    assert shown.endswith("there")


def test_a_cell_of_a_table_has_the_words() -> None:
    assert "".join(map(str, inline_only(prose_of(SPACE, "a << map >> b")))).split() == [
        "a",
        "A",
        "map",
        "of",
        "f.",
        "b",
    ]


def test_it_stands_in_no_formula_and_is_not_typed() -> None:
    with pytest.raises(Unreadable):
        prose_of(SPACE, "$1 + << map >>$")
    with pytest.raises(CannotCompute, match="a figure cannot be typed"):
        typed_text(SPACE, "<< map >>")


def test_it_is_no_value() -> None:
    with pytest.raises(CannotCompute):
        prose_of(SPACE, "<< map + 1 >>")
    assert SPACE.define("b", "2*a").pictures == {"map": MAP}
