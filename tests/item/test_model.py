"""What the models add to what an author wrote: options handed on, parts gathered, names checked."""

from pathlib import Path

import pytest

from quizengine.item import Item
from quizengine.item.source import Header, Unusable, read_body

HEADING = "title = 'T'\nskills = ['s']\ndifficulty = 1\nprompt = 'p'\n"


def test_a_mistake_takes_over_the_options_of_its_answer():
    body = read_body(
        HEADING
        + "[answer]\nvector = 'g'\nvariables = ['x', 'y']\ndigits = 3\n"
        + "[[mistakes]]\nname = 'a'\nvector = 'h'\ndigits = 5\n"
        + "[[mistakes]]\nname = 'b'\nexpression = 'k'\n"
    )
    first, second = (mistake.value for mistake in body.parts[0].mistakes)
    assert (first.variables, first.digits) == (("x", "y"), 5)
    assert (second.variables, second.digits) == (("x", "y"), 3)


IN_PARTS = "title = 'T'\ndifficulty = 1\nprompt = 'p'\n[let]\nv = '1'\n[[parts]]\nprompt = 'q'\n"

OF_PARTS = [
    (
        "skills = ['s']\ncarries = 'g'\nanswer = { number = '1' }",
        9,
        "carries = 'g' names nothing in [let]; there are v",
    ),
    ("answer = { number = '1' }", 6, "'parts.1.skills' is missing; write skills = ['…'] with names from skills.toml"),
    ("skills = []\nanswer = { number = '1' }", 8, "'parts.1.skills': at least 1 wanted, found 0"),
]


@pytest.mark.parametrize(("text", "line", "message"), OF_PARTS)
def test_what_is_refused_in_a_part(text, line, message):
    with pytest.raises(Unusable) as caught:
        read_body(IN_PARTS + text)
    assert [at for at, told in caught.value.findings if message in told] == [line], caught.value.findings


def test_a_file_without_parts_has_one():
    body = read_body(HEADING + "marks = 3\n[answer]\nnumber = 5\n[help]\nhints = ['h']")
    assert [(part.prompt, part.marks, part.help.hints) for part in body.parts] == [("", 3, ("h",))]


REFUSED = [
    ("[answer]\nnumber = '1'\nvector = 'g'", "has several kinds of answer, number and vector; keep one"),
    ("[answer]\nnumber = '1'\n[[parts]]\nprompt = 'q'\nanswer = { number = '1' }", "write 'answer' inside [[parts]]"),
    (
        "[[parts]]\nprompt = 'q'\nanswer = { number = '1' }",
        "write 'skills' inside each [[parts]], what that part trains",
    ),
    ("[let]\na = '1'\n[parameters]\na = { integers = [1, 2] }\n[answer]\nnumber = 'a'", "'a' is a parameter"),
    ("marks = 0\n[answer]\nnumber = '1'", "'marks': must be 1 or more"),
    ("[answer]\nnumber = '1'\n[table]\nheader = ['a', 'b']\nrows = [['1']]", "need as many cells"),
    (
        "[parameters]\nu = { integers = [1, 2], count = 3, distinct = true }\n[answer]\nnumber = 'u[1]'",
        "only 2 different",
    ),
    ("", "'answer' is missing"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_refused(text, message):
    with pytest.raises(Unusable) as caught:
        read_body(HEADING + text)
    assert any(message in told for _, told in caught.value.findings), caught.value.findings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[parameters]\na = 1", True),
        ("  [ parameters ]", True),
        ("[parameters.a]", True),
        ("parameters.a = 1", True),
        ("prompt = 'of [parameters]'", False),
        ("# [parameters]", False),
    ],
)
def test_whether_a_seed_chooses_anything_is_told_from_the_text(text: str, told: bool) -> None:
    header = Header("A title", (("slope",),), 1, ())
    assert Item("a/b", Path("b.toml"), f"title = 'A title'\n{text}\n", header).has_parameters is told
