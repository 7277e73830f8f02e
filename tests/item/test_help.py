"""Worked steps as their author writes them: words alone, with marks, and as questions by themselves."""

import pytest

from quizengine.item.source import Unusable, read_body

TOP = "title = 'T'\nskills = ['s']\ndifficulty = 1\nprompt = 'p'\nmarks = 2\n"  # five lines
ANSWER = "[answer]\nvector = '(x, y)'\nvariables = ['x', 'y']\ndigits = 3\n"  # four
HELP = "[help]\n"

TABLES = """[[help.steps]]
says = 'One.'
marks = 2
asks = 'What?'
answer = { expression = 'x' }
[[help.steps]]
says = 'Two.'
"""
IN_A_PART = """title = 'T'
difficulty = 1
prompt = 'p'
[[parts]]
skills = ['s']
prompt = 'q'
marks = 2
answer = { number = '1' }
[[parts.help.steps]]
says = 'One.'
marks = 1
"""


def steps_of(text: str):
    return read_body(TOP + ANSWER + text).parts[0].help.steps


def test_a_text_is_a_step_and_so_is_a_table():
    first, second = steps_of(HELP + "steps = ['One.', { says = 'Two.', marks = 2 }]")
    assert (first.says, first.marks, first.asks, first.answer) == ("One.", None, None, None)
    assert (second.says, second.marks) == ("Two.", 2)


def test_a_long_step_is_a_table_of_its_own():
    first, second = steps_of(TABLES)
    assert (first.marks, first.asks, first.answer.kind) == (2, "What?", "expression")
    assert second.says == "Two."


def test_the_answer_to_a_step_takes_over_variables_and_nothing_that_is_of_the_part_alone():
    first = steps_of(TABLES)[0]
    assert (first.answer.variables, first.answer.digits) == (("x", "y"), 0)
    own = TABLES.replace("'x' }", "'x', variables = ['x', 'z'] }")
    assert steps_of(own)[0].answer.variables == ("x", "z")


SLIPS = [
    ("steps = [3]", 11, "'help.steps.1': write one text in quotes, or { says = '…', marks = 1 }"),
    ("steps = [' ']", 11, "'help.steps.1': must not be empty"),
    ("steps = 'One.'", 11, "'help.steps': write a list"),
    ("steps = [{ marks = 2 }]", 11, "'help.steps.1.says' is missing"),
    ("steps = [{ says = 'One.', mark = 2 }]", 11, "unknown key 'mark'; did you mean 'marks'?"),
    ("steps = [{ says = 'One.', marks = true }]", 11, "'help.steps.1.marks': write a whole number"),
    ("steps = [{ says = 'One.', marks = 0 }]", 11, "'help.steps.1.marks': must be 1 or more"),
    ("steps = [{ says = 'One.', asks = 'What?' }]", 11, "'asks' needs the key to it; write answer = {"),
    ("steps = [{ says = 'One.', answer = { number = '1' } }]", 11, "'answer' needs what it answers; write asks"),
    ("steps = [{ says = 'One.', asks = 'W?', answer = { numbr = '1' } }]", 11, "did you mean 'number' for 'numbr'?"),
    (
        "steps = [\n  { says = 'One.', marks = 1 },\n  'Two.',\n  { says = 'Three.', marks = 2 },\n]",
        11,
        "the 'steps' have 3 marks in all, and their part 2 marks; let both be the same",
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), SLIPS)
def test_a_slip_in_a_step(text, line, message):
    with pytest.raises(Unusable) as caught:
        steps_of(HELP + text)
    assert [at for at, told in caught.value.findings if message in told] == [line], caught.value.findings


def test_marks_of_steps_in_a_part_sum_to_those_of_the_part():
    with pytest.raises(Unusable) as caught:
        read_body(IN_A_PART)
    assert caught.value.findings == (
        (4, "'parts.1': the 'steps' have 1 mark in all, and their part 2 marks; let both be the same"),
    )
    assert read_body(IN_A_PART.replace("marks = 1\n", "marks = 2\n")).parts[0].help.steps[0].marks == 2


@pytest.mark.parametrize("room", ["none", "lines", "box", "grid"])
def test_room_is_one_of_four(room):
    assert read_body(f"{TOP}room = '{room}'\n{ANSWER}").parts[0].room == room
    with pytest.raises(Unusable) as caught:
        read_body(f"{TOP}room = '{room}s'\n{ANSWER}")
    assert caught.value.findings == ((6, "'room': must be 'none', 'lines', 'box' or 'grid'"),)


@pytest.mark.parametrize(("minutes", "message"), [("0", "1 or more"), ("61", "60 or less"), ("2.5", "a whole number")])
def test_minutes_are_whole(minutes, message):
    with pytest.raises(Unusable) as caught:
        read_body(f"{TOP}minutes = {minutes}\n{ANSWER}")
    ((line, told),) = caught.value.findings
    assert (line, message in told) == (6, True)
