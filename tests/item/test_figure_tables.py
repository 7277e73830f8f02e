"""Figures that are like another."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.draw import draw_question
from quizengine.item import Item
from quizengine.item.figure_tables import completed_figures

ITEM = """title = 'T'
skills = ['gradient']
difficulty = 1
prompt = 'Where to? << own >> << other >>'
[figure]
contours = 'x^2 + y^2'
levels   = ['1', '4']
says     = 'Circles.'
points   = { P = '(1, 1)' }
[figures.own]
like     = 'figure'
arrows   = { v = ['P', '(1, 1)'] }
points   = { Q = '(2, 1)' }
[figures.other]
like     = 'own'
levels   = ['2']
[answer]
number = '1'
"""


def test_it_has_the_keys_of_the_other_and_its_own() -> None:
    question = draw_question(Item.read("a/b", Path("b.toml"), ITEM), 1, {})
    own, other = (question.item.body.figures[name].model_dump() for name in ("own", "other"))
    assert (own["contours"], own["levels"]) == ("x^2 + y^2", ("1", "4"))
    assert own["points"] == {"P": "(1, 1)", "Q": "(2, 1)"}
    assert other["arrows"] == own["arrows"] != {}
    assert other["levels"] == ("2",)


def test_an_empty_table_takes_out_what_the_other_has() -> None:
    source = ITEM.replace("levels   = ['2']", "levels   = ['2']\npoints   = {}")
    other = Item.read("a/b", Path("b.toml"), source).body.figures["other"].model_dump()
    assert (other["points"], other["arrows"]) == ({}, {"v": ("P", "(1, 1)")})


def test_its_words_are_its_own() -> None:
    question = draw_question(Item.read("a/b", Path("b.toml"), ITEM), 1, {})
    assert question.item.body.figures["own"].says is None


SLIPS = [
    ("like     = 'figure'", "like     = 'figur'", "figures.own", "like 'figur', and no figure above"),
    ("like     = 'own'", "like     = 'other'", "figures.other", "like 'other', and no figure above"),
    ("like     = 'own'", "like     = 'own'\nlevls = 3", "unknown key 'levls'", "did you mean 'levels'?"),
]


@pytest.mark.parametrize(("old", "new", "what", "cure"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_a_slip_is_told(old: str, new: str, what: str, cure: str) -> None:
    told = [fault.message for fault in Item.read("a/b", Path("b.toml"), ITEM.replace(old, new)).faults]
    assert any(what in message and cure in message for message in told), told


def test_tables_that_are_none_stay_as_they_are() -> None:
    data = {"figures": {"a": "text", "b": {"like": "a"}, "c": {"like": 3}}}
    assert completed_figures(data) == data
