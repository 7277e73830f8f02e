"""A part drawn once more with other values for some of its names: what comes out anew, and the options."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.draw import Question, draw_question
from quizengine.draw.redraw import redraw
from quizengine.errors import CannotCompute
from quizengine.item import Item
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain
from quizengine.maths.tree import Node

ITEM = """
title = 'Two parts'
difficulty = 1
prompt = 'Let v = (3, 5).'

[let]
v = '(3, 5)'
w = '(v[1] + 1, v[2])'
away = 'v[1]^2'
m = '2*dot(w, w) + v[2]'
kind = 'if(m > 90, "high", if(m > 50, "middle", "low"))'

[[parts]]
prompt = 'Find v.'
skills = ['gradient']
answer = { vector = 'v' }

[[parts]]
prompt = 'Find m.'
skills = ['gradient']
answer = { number = 'm' }

[[parts]]
prompt = 'Which is it?'
skills = ['gradient']
answer = { choice = '<< kind >>', options = ['low', 'middle', 'high'] }

[[parts]]
prompt = 'What is one over it?'
skills = ['gradient']
answer = { number = '60/(away - 9 + 1)' }

[[parts]]
prompt = 'Which is it, of two?'
skills = ['gradient']
answer = { choice = '<< if(m > 60, kind, "low") >>' }
mistakes = [
  { name = 'one', choice = '<< if(m > 60, "low", kind) >>', says = 'No.' },
  { name = 'two', choice = '<< m >>', says = 'No.' },
]
"""
QUESTION: Question = draw_question(Item.read("test/two", Path("two.toml"), ITEM), 1, {})


def node(text: str) -> Node:
    return parse(text, Notation((), "vector")).tree


def shown(pairs: object) -> list[tuple[str, ...]]:
    return [tuple(plain(value) for value in pair) for pair in pairs]  # type: ignore[attr-defined]


def test_the_key_follows_from_the_values_given() -> None:
    again = redraw(QUESTION, 1, {"v": node("(1, 4)")})
    assert again is not None
    key = again.key()
    assert key is not None
    assert (QUESTION.parts[1].key.plain(), key.plain()) == ("87", "44")


def test_the_lines_that_the_answer_needs_come_out_anew_and_no_others() -> None:
    again = redraw(QUESTION, 1, {"v": node("(1, 4)")})
    assert again is not None
    lines = [(text, plain(ours), plain(theirs)) for text, ours, theirs in again.lines()]  # type: ignore[arg-type]
    assert lines == [("(v[1] + 1, v[2])", "(4, 5)", "(2, 4)"), ("2*dot(w, w) + v[2]", "87", "44")]
    assert shown(again.within("2*dot(w, w) + v[2]")) == [("41", "20")]
    assert "m" in again.texts
    assert shown(again.used("m")) == [("87", "44")]


def test_a_value_given_for_a_later_name_leaves_the_lines_before_it() -> None:
    again = redraw(QUESTION, 1, {"w": node("(0, 1)")})
    assert again is not None
    assert [text for text, _, _ in again.lines()] == ["2*dot(w, w) + v[2]"]
    key = again.key()
    assert key is not None
    assert key.plain() == "7"


def test_a_condition_holds_or_not_with_the_values_given() -> None:
    again = redraw(QUESTION, 1, {"v": node("(1, 4)")}, ("away > 0", "m > 50"))
    assert again is not None
    assert [text for text, _, _ in again.lines()] == ["(v[1] + 1, v[2])", "v[1]^2", "2*dot(w, w) + v[2]"]
    assert again.all_hold(("away > 0",))
    assert not again.all_hold(("away > 0", "m > 50"))
    with pytest.raises(CannotCompute):
        again.all_hold(("m",))


def test_what_has_no_value_is_not_drawn() -> None:
    assert redraw(QUESTION, 3, {"v": node("7")}) is None  # it has no first component
    again = redraw(QUESTION, 3, {"away": node("8")})
    assert again is not None
    with pytest.raises(CannotCompute):
        again.key()


def test_options_keep_their_places_or_nothing_is_drawn() -> None:
    listed = redraw(QUESTION, 2, {"v": node("(1, 4)")})
    assert listed is not None
    key = listed.key()
    assert key is not None
    assert (key.options, QUESTION.parts[2].key.plain(), key.plain()) == (QUESTION.parts[2].key.options, "middle", "low")
    other = redraw(QUESTION, 4, {"v": node("(1, 4)")})
    assert other is not None
    assert other.key() is None  # "44" would have to be among the options
