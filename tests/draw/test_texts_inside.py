"""Texts with values inside and rows that mix words and numbers, from [parameters] and [let] to what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.draw import draw_question
from quizengine.draw.redraw import redraw
from quizengine.errors import CannotDraw
from quizengine.item import Item
from quizengine.maths.print import show_prose
from quizengine.maths.tree import Number

HEADING = "title = 'T'\nskills = ['s']\ndifficulty = 1\n"


def drawn(text: str, seed: int = 1):
    heading = HEADING.replace("skills = ['s']\n", "") if "[[parts]]" in text else HEADING
    return draw_question(Item.read("test/item", Path("test/item.toml"), heading + text), seed, {})


def prompt(text: str, format: str = "text", seed: int = 1) -> str:
    return show_prose(drawn(text + "\n[answer]\nnumber = '1'", seed).prompt, format)


CLIP = """
prompt = 'Clip it << how >>.'
[parameters]
kind = { texts = ['KIND'] }
[let]
c = '-3'
how = 'if(kind = "norm", "to a norm of at most $<< c >>$", "to $[<< -c >>, x + << c >>]$, $2^{<< c >>}$, $<< c >>^2$")'
"""


def test_values_inside_texts_bring_their_own_signs_and_brackets():
    assert prompt(CLIP.replace("KIND", "norm")) == "Clip it to a norm of at most −3."
    assert prompt(CLIP.replace("KIND", "value"), "latex") == r"Clip it to \([3, x - 3]\), \(2^{-3}\), \((-3)^2\)."


def test_a_text_that_is_drawn_may_use_what_is_worked_out_later():
    text = (
        "prompt = '<< how >>!'\n[parameters]\nhow = { texts = ['at most << c >> of $<< f >>$'] }\n[let]\nf = 'x + c'\n"
    )
    assert prompt(text.replace("f = 'x + c'", "c = '2 - 5'\nf = 'x + c'")) == "at most −3 of x − 3!"


def test_a_requirement_on_such_a_text_waits_for_its_values():
    text = (
        "prompt = '<< how >>'\n[parameters]\nhow = { texts = ['<< c >>', '<< d >>'] }\n"
        "[let]\nc = '1'\nd = '2'\n[require]\n'two' = 'how = \"<< 1 + 1 >>\"'"
    )
    assert {prompt(text, seed=seed) for seed in range(9)} == {"2"}


@pytest.mark.parametrize(
    ("let", "shown"),
    [
        ('each("item << t >>", t, (1, -2))', "item 1, item −2"),
        ('choose(2, "a << c >>", "b << c >>")', "b 3"),
        ('each("$<< f >>$", x, (1, 2))', "3, 12"),
        ('"<< if(c > 2, "yes", "no") >>: << (c, 1) >>"', "yes: (3, 1)"),
        ('"<< inner >> and << inner >>"', "at 3 and at 3"),
        ('"$x << verb >> << c >>$"', "xis3"),
        ('"<< equation(y, f) >>"', "y = 3·x²"),
        ('"<< log(2, x) >> << root(3, x) >> << [c] >>"', "log₂(x) ∛x [3]"),
        ('("a", c, ("$x^2$", f))', "a, 3, (x², 3·x²)"),
        ('"of << (inner, "$x^2$", f) >>"', "of at 3, x², 3·x²"),
        ('each("<< r[1] >>: << r[2] >>", r, (("a", 1), ("b", x)))', "a: 1, b: x"),
    ],
)
def test_what_is_printed(let: str, shown: str):
    lines = "c = '3'\nf = 'c*x^2'\ninner = '\"at << c >>\"'\nverb = '\"is\"'\n"
    assert prompt(f"prompt = '<< w >>'\n[let]\n{lines}w = '{let}'") == shown


def test_a_fault_in_a_text_is_told_in_one_line():
    with pytest.raises(CannotDraw, match=r"in << 1/ 0 >>: division by zero") as told:
        prompt("prompt = '<< w >>'\n[parameters]\nw = { texts = ['''at << 1/\n0 >>'''] }")
    assert "\n" not in str(told.value)


def test_a_text_with_values_does_not_stand_inside_a_formula():
    with pytest.raises(CannotDraw, match="a text with formulas or values of its own cannot stand inside a formula"):
        prompt("prompt = '$x << w >>$'\n[let]\nw = '\"at << 3 >>\"'")


def test_latex_in_a_text_does_not_stand_inside_a_formula():
    """It would be printed as it is written, since a text is words."""
    for formula in ("$x << w >>$", "$$<< w >>,$$"):
        with pytest.raises(CannotDraw, match="cannot stand inside a formula; put it between words, with its formulas"):
            prompt(f"prompt = '{formula}'\n[let]\nw = '\"\\frac{{1}}{{2}}\"'")
    assert prompt("prompt = '<< w >>'\n[let]\nw = '\"$\\frac{1}{2}$\"'") == "1/2"


LAW = """
prompt = '<< law[1] >>: the flux is $<< -law[3] >>$ times the gradient of the << law[2] >>, << note >>.'
[parameters]
law = { choices = [['"Fourier"', '"temperature"', 3], ['"Fick\\\\"', '"$c$ at << k >>"', '1/2']] }
[let]
k = 'law[3]'
note = 'if(law[1] = "Fourier", "heat", "matter")'
rows = '(law, ("so", 2*law[3], x))'
[table]
header = ['who', 'what', 'how much']
rows   = 'rows'
[answer]
number = '2*law[3]'
"""


def test_rows_mix_words_and_numbers():
    questions = [drawn(LAW.replace("\\\\", ""), seed) for seed in range(12)]
    assert {show_prose(question.prompt, "text") for question in questions} == {
        "Fourier: the flux is −3 times the gradient of the temperature, heat.",
        "Fick: the flux is −1/2 times the gradient of the c at 1/2, matter.",
    }
    tables = {
        question.parts[0].key.plain(): [[show_prose(cell, "latex") for cell in row] for row in question.table.rows]
        for question in questions
    }
    assert tables["1"] == [["Fick", r"\(c\) at \(\frac{1}{2}\)", r"\(\frac{1}{2}\)"], ["so", r"\(1\)", r"\(x\)"]]
    assert tables["6"][0] == ["Fourier", "temperature", r"\(3\)"]


def test_lists_of_mixed_rows_are_drawn_and_chosen_from():
    text = (
        "prompt = '<< each(t[1], t, u) >>; << sum(each(t[2], t, u)) >>'\n[parameters]\n"
        "u = { choices = [['\"a\"', 1], ['\"b\"', 2]], count = 2, distinct = true }\n"
    )
    assert {prompt(text, seed=seed) for seed in range(9)} == {"a, b; 3", "b, a; 3"}


def test_options_with_equal_words_and_other_values_are_different_options():
    text = (
        "prompt = 'p'\n[let]\na = '1'\nb = '2'\nw = '(\"at << a >>\", \"at << b >>\")'\n"
        "[answer]\nchoice = '<< w[1] >>'\n[[mistakes]]\nname = 'm'\nchoice = '<< w[2] >>'\n"
    )
    part = drawn(text).parts[0]
    assert len(part.key.options) == 2
    assert len(part.mistakes) == 1
    with pytest.raises(CannotDraw, match="all options must differ"):
        drawn(text.replace("b = '2'", "b = '1'"))


def test_an_order_that_is_computed_may_hold_formulas():
    text = "prompt = 'p'\n[let]\nc = '3'\n[answer]\norder = '(\"$x^2$\", \"at << c >>\", x + 1)'"
    shown = sorted(show_prose(option, "text") for option in drawn(text).parts[0].key.options)
    assert shown == ["at 3", "x + 1", "x²"]


CARRIED = """
prompt = 'p'
[parameters]
how = { texts = ['more than << double >>'] }
[let]
v = '5'
double = '2*v'
[[parts]]
skills = ['s']
prompt = 'a'
carries = 'v'
answer = { number = 'v' }
[[parts]]
skills = ['s']
prompt = 'b'
answer = { choice = '<< how >>' }
mistakes = [{ name = 'one', choice = 'more than 14' }, { name = 'two', choice = 'more than 12' }]
"""


def test_a_text_is_worked_out_again_with_a_carried_answer():
    question = drawn(CARRIED)
    again = redraw(question, 1, {"v": Number(6)})
    assert again is not None
    assert again.workspace.evaluate("how") == "more than << 12 >>"
    assert question.workspace.evaluate("how") == "more than << 10 >>"


numbers = st.integers(min_value=-99, max_value=99)


@settings(max_examples=40, deadline=None)
@given(
    numbers, numbers, st.sampled_from(["<< V >>", "$<< V >>$", "$x + << V >>$", "$<< V >>^2$", r"$\frac{<< V >>}{2}$"])
)
def test_a_value_looks_in_a_text_as_it_does_in_a_prompt(top: int, bottom: int, template: str):
    value = template.replace("V", f"({top})/{bottom or 1}*x - {bottom}")
    inside = f"prompt = '<< w >>'\n[let]\nw = '\"{value}\"'"
    assert prompt(inside, "latex") == prompt(f"prompt = '{value}'", "latex")
