"""Texts that do not go together with the key, though each may be right by itself, beside ones that do."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.item import Item

ITEM = """title = 'Two steps'
skills = ['s']
difficulty = 2
prompt = 'PROMPT'
[parameters]
a = { integers = [2, 9] }
[let]
v = '(a, a + 20)'
[answer]
ANSWER
[help]
hints = ['HINT', 'Go on from there.']
steps = [STEPS]
"""
TWO = "vector = 'v'\nnames = ['x_1', 'x_2']"
FORMULA = "expression = '1/(a + 1/x)'\nvariables = ['x', 'y']"
HEAD = "With $<< a >>$ find $x_1$ and $x_2$."

CASES = [  # the prompt, the answer, the hint, the steps; what is said, and at which line
    (HEAD, TWO, "Add.", "'$x_1 = << a >>$, $x_2 = << a + 20 >>$, so $<< v >>$.'", "", 0),
    (HEAD, TWO, "Add.", "'$x_1 = << a + 20 >>$, so $<< v >>$.'", "x₁ is another number here", 0),
    ("With $<< a >>$ find $x_1$.", TWO, "Add.", "'So $<< v >>$.'", "the answer has x₂, too", 9),
    ("With $<< a >>$ find $x_1, …$.", TWO, "Add.", "'So $<< v >>$.'", "", 0),
    ("$z = << v >>$, $x_1$, $x_2$", TWO, "Add.", "'$z_2 = << a + 20 >>$, so $<< v >>$.'", "", 0),
    ("$z = << v >>$, $x_1$, $x_2$", TWO, "Add.", "'$z_2 = << a >>$, so $<< v >>$.'", "another component of z", 0),
    ("$z = << v >>$, $x_1$, $x_2$", TWO, "Take $z = << v >>$.", "'So $<< v >>$.'", "", 0),
    ("$z = << v >>$, $x_1$, $x_2$", TWO, "Take $z = << 2*v >>$.", "'So $<< v >>$.'", "the prompt gives z another", 0),
    (HEAD, TWO, r"Take $\sqrt{<< a >> - 20}$.", "'So $<< v >>$.'", "this formula has no value", 0),
    (HEAD, TWO, r"Take $\sqrt{<< a >> + 20}$.", "'So $<< v >>$.'", "", 0),
    ("Of $f(x, y) = << a*x*y >>$", FORMULA, "Add.", "'So $<< 1/(a + 1/x) >>$.'", "", 0),
    ("Of $f(x) = << a*x*y >>$", FORMULA, "Add.", "'So $<< 1/(a + 1/x) >>$.'", "f(x) has y in its formula", 4),
    ("Find $<< a >>$.", FORMULA, "It is $<< x/(a*x + 1) >>$.", "'So $<< 1/(a + 1/x) >>$.'", "in another form", 0),
    ("Find $<< a >>$.", FORMULA, "It has $<< x/(a*x + 2) >>$.", "'So $<< 1/(a + 1/x) >>$.'", "", 0),
    ("$<< a >>$", "interval = ['0', 'a']", "Add.", r"'So $0 < t < << a >>$: $(0, << a >>)$.'", "", 0),
    ("$<< a >>$", "interval = ['0', 'a']", "Add.", r"'So $0 \le t < << a >>$: $(0, << a >>)$.'", "ends are [)", 0),
    ("$<< a >>$", "number = 'a'", "Add.", "{ asks = 'And?', answer = { number = 'a + 1' }, says = 'So $<< a >>$.' }",
     "does not come to the answer that is asked of it", 0),
    ("$<< a >>$", "number = 'a'", "Add.", "{ asks = '?', answer = { number = 'a' }, says = 'So $<< a >>$.' }", "", 0),
    ("$<< a >>$", "vector = '(a - a, 0)'", "Add.", "'So $(0, 0)$.'", "the answer is zero in all places", 9),
    ("$<< a >>$", "number = 'e^ln(a)/2'", "Add.", "'So.'", "a piece of the key is a fraction", 9),
    ("$<< a >>$", "number = 'exp(exp(exp(a + 9)))'", "Add.", "'So.'", "", 0),
    ("$<< a >>$", "number = 'e^a/2 + cos(1/3)'", "Add.", "'So.'", "", 0),
    ("$<< a >>$, to three significant figures", "number = 'a/7'\ndigits = 4", "Add.", "'So.'", "4 figures are", 11),
    ("$<< a >>$, to three significant figures", "number = 'a/7'\ndigits = 3", "Add.", "'So.'", "", 0),
    ("$<< a >>$, to three significant figures", "number = 'a/7'", "Add.", "'So.'", "the exact value is wanted", 9),
    ("$<< v >>$", "direction = 'v'\nmultiple = 'unit'", "Add.", "'So.'", "no prompt asks for a unit vector", 11),
    ("unit vector along $<< v >>$", "direction = 'v'\nmultiple = 'unit'", "Add.", "'So.'", "", 0),
]  # fmt: skip
OURS = {said for *_, said, _ in CASES if said}


@pytest.mark.parametrize(("prompt", "answer", "hint", "steps", "said", "line"), CASES)
def test_an_item(prompt: str, answer: str, hint: str, steps: str, said: str, line: int) -> None:
    source = ITEM.replace("PROMPT", prompt).replace("ANSWER", answer).replace("HINT", hint).replace("STEPS", steps)
    report = check_item(Item.read("t/i", Path("t/i.toml"), source), {}, 6, draws=1)
    told = [fault for fault in (*report.faults, *report.advice) if any(each in fault.message for each in OURS)]
    assert [each in fault.message for fault in told for each in [said]] == [True] * bool(said), told
    assert not line or told[0].line == line


PARTS = """title = 'Two parts'
difficulty = 1
minutes = MINUTES
prompt = 'Numbers.'
[parameters]
a = { integers = [2, 9] }
[[parts]]
skills = ['s']
prompt = 'Add one to $<< a >>$.'
[parts.answer]
number = 'a + 1'
[parts.help]
hints = ['Count on from $<< a >>$.', 'FIRST']
steps = ['It is $<< a + 1 >>$.']
[[parts]]
skills = ['s']
prompt = 'SECOND'
[parts.answer]
number = 'a + 2'
[parts.help]
hints = ['HINT', 'Count on once more.']
steps = ['It is $<< a + 2 >>$.']
"""


@pytest.mark.parametrize(
    ("second", "first", "hint", "minutes", "said", "line"),
    [
        ("Add two to your answer to (a).", "Then look.", "Use part (a).", 2, "", 0),
        ("Add two to your answer to (c).", "Then look.", "Use part (a).", 2, "there is no part (c)", 17),
        ("Add two.", "Then look.", "Use the answer to (b).", 2, "this stands in part (b) itself", 21),
        ("Add two.", "You need it in part (b).", "Use part (a).", 2, "", 0),
        ("Add one to  $<< a >>$.", "Then look.", "Use part (a).", 2, "this asks what part (a) asks", 17),
        ("Add two.", "Then look.", "Use part (a).", 30, "30 minutes", 3),
    ],
)
def test_parts(second: str, first: str, hint: str, minutes: int, said: str, line: int) -> None:
    source = PARTS.replace("SECOND", second).replace("FIRST", first).replace("HINT", hint)
    item = Item.read("t/i", Path("t/i.toml"), source.replace("MINUTES", str(minutes)))
    report = check_item(item, {}, 4, draws=1)
    ours = ("there is no part", "stands in part", "asks what part", " minutes, where")
    told = [fault for fault in (*report.faults, *report.advice) if any(each in fault.message for each in ours)]
    assert [(fault.line, said in fault.message) for fault in told] == [(line, True)] * bool(said)
