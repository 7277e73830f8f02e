"""What a question is made of beside its numbers: who shows questions on trial skips those that bring nothing new."""

from pathlib import Path

from quizengine.draw import draw_question
from quizengine.draw.ingredients import ingredients_of
from quizengine.item import Item

FAMILY = """
title = 'T'
skills = ['s']
difficulty = 1
prompt = 'Find the derivative of $<< f >>$<< w >>.'
[parameters]
a = { integers = [2, 9] }
w = { texts = TEXTS }
[let]
f = 'a*x^2'
[answer]
expression = 'diff(f, x)'
[[mistakes]]
name = 'value'
expression = 'f'
says = 'This is $f$.'
[help]
steps = ['It is $<< diff(f, x) >>$.']
"""


def made_of(texts, seeds):
    family = Item.read("test/item", Path("test/item.toml"), FAMILY.replace("TEXTS", texts))
    return [ingredients_of(draw_question(family, seed, {})) for seed in seeds]


def test_other_numbers_bring_nothing_new():
    first, *others = made_of("['']", range(1, 9))
    assert all(other == first for other in others)


def test_another_text_does():
    found = made_of("['', ' at §']", range(1, 9))
    assert {"§" in each for each in found} == {True, False}
