"""The table of symbols: every line of it works in every format."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import typst

from quizengine.maths.print import formula, render
from quizengine.maths.print.symbols import BY_NAME, SYMBOLS
from quizengine.maths.print.upright_names import KNOWN_WORDS


def nothing(expression: str):
    raise AssertionError(expression)


WRITTEN = [name for name in BY_NAME if name not in ("implied", "negative", "eithersign")]  # no command says these
SOURCES = [f"a \\{name} b" if name.isalpha() else f"a {name} b" for name in WRITTEN]
SOURCES += [f"\\operatorname{{{word}}} x" for word in KNOWN_WORDS]


@pytest.mark.parametrize("source", SOURCES)
def test_every_symbol_is_read_and_shown(source):
    if "%" in source:
        source = source.replace("%", "\\%")
    layout = formula(source, nothing)
    assert render(layout, "ascii").isascii()
    assert render(layout, "spoken")
    ElementTree.fromstring(render(layout, "mathml"))
    again = formula(render(layout, "latex"), nothing)
    assert render(again, "latex") == render(layout, "latex")


def test_all_of_them_compile_in_typst():
    layouts = [formula(source.replace("%", "\\%"), nothing) for source in SOURCES]
    source = "\n\n".join(f"${render(layout, 'typst')}$" for layout in layouts)
    assert typst.compile(source.encode(), format="pdf").startswith(b"%PDF")


def test_a_character_stands_for_one_thing():
    twice = {"·", "−", "±", "|", "/"}  # times said or implied, minus and negative, …
    characters = [symbol.character for symbol in SYMBOLS if symbol.character not in twice]
    assert len(characters) == len(set(characters))
