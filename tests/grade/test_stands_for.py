"""An answer of every kind stands for the value of [let] that its part asks for, and later parts go on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.answers.verdict import FOLLOWED
from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.errors import Unreadable
from quizengine.grade import follow
from quizengine.item import Item

TEXT = """title = 'T'
difficulty = 1
prompt = 'p'
[let]
LET
[[parts]]
skills = ['s']
prompt = 'First.'
carries = 'NAME'
[parts.answer]
FIRST
OTHERS[[parts]]
skills = ['s']
prompt = 'Then.'
[parts.answer]
SECOND
"""
THREE = "".join(
    f"[[parts.mistakes]]\nname = 'm{number}'\nsays = 's'\nchoice = '{text}'\n"
    for number, text in enumerate(("level", "down"))
)


def item(let: str, name: str, first: str, second: str, others: str = "") -> Item:
    text = TEXT.replace("LET", let).replace("NAME", name).replace("FIRST", first).replace("SECOND", second)
    return Item.read("t/i", Path("t/i.toml"), text.replace("OTHERS", others))


def asked(*written: str) -> Question:
    return draw_question(item(*written), 1, {})


PLANE = "h = '3*x + 2*y - 5'\nE = 'equation(z, h)'\nlater = '2*at(h, x = 4, y = 7)'"
BY_E = PLANE.replace("at(h,", "at(sum(solve(E, z)),")
KIND = 'kind = \'"up"\'\nlater = \'if(kind = "up", 17, kind = "level", 23, 31)\''
LISTS = "xs = 'reverse((5, 3, 8))'\nlater = 'xs[1] + 10*xs[2]'"
TEXTS = 't = \'("u", "v", "w")\'\nlater = \'if(t[1] = "u", 17, t[1] = "v", 23, 31)\''

CARRIED = [
    # let, carries, part (a), part (b), what is typed to (a), what follows in (b), other options of (a)
    ("m = '7'\nlater = '3*m + 1'", "m", "number = 'm'", "number = 'later'", "9", "28", ""),
    ("m = '7'\nlater = '3*m + 1'", "m", "number = 'm'\nup_to = 'sign'", "number = 'later'", "-7", "-20", ""),
    ("f = 'x^2 + 3*x'\nlater = 'at(f, x = 5)'", "f", "expression = 'f'", "number = 'later'", "x^2 + 4*x", "45", ""),
    (
        "f = 'x^2 + 3*x'\nlater = 'at(f, x = 5)'",
        "f",
        "expression = 'f'\nup_to = 'constant'",
        "number = 'later'",
        "x^2 + 4*x + C",
        "45",
        "",
    ),
    ("v = '(3, 5)'\nlater = 'v[1] + 10*v[2]'", "v", "vector = 'v'", "number = 'later'", "[4, 7]", "74", ""),
    ("v = '(3, 5)'\nlater = 'v[1] + 10*v[2]'", "v", "direction = 'v'", "number = 'later'", "(4, 7)", "74", ""),
    ("A = '[[3, 5], [2, 7]]'\nlater = 'det(A)'", "A", "matrix = 'A'", "number = 'later'", "[[3, 4], [2, 9]]", "19", ""),
    ("A = '[[3], [5]]'\nlater = 'A[1, 1] + 10*A[2, 1]'", "A", "matrix = 'A'", "number = 'later'", "4, 7", "74", ""),
    (LISTS, "xs", "sequence = 'xs'", "number = 'later'", "6, 4, 9", "46", ""),
    ("xs = '(2, 5)'\nlater = 'xs[1] + 10*xs[2]'", "xs", "points = 'xs'", "number = 'later'", "6, 2", "62", ""),
    ("xs = '(2, 5)'\nlater = 'xs[1] + 10*xs[2]'", "xs", "points = 'xs'", "number = 'later'", "{9, 4}", "94", ""),
    (
        "P = '[[2, 5], [7, 3]]'\nlater = 'P[1, 1] + 10*P[2, 2]'",
        "P",
        "points = 'P'",
        "number = 'later'",
        "(8, 4), (2, 5)",
        "42",
        "",
    ),
    ("P = '(2, 5)'\nlater = 'P[1] + 10*P[2]'", "P", "points = ['P']", "number = 'later'", "(8, 4)", "48", ""),
    (
        "I = '(2, 5)'\nlater = 'I[1] + 10*I[2]'",
        "I",
        "interval = ['I[1]', 'I[2]']",
        "number = 'later'",
        "3 < t < 7",
        "73",
        "",
    ),
    ("m = '5'\nlater = '3*m + 1'", "m", "interval = ['0', 'm']", "number = 'later'", "0 < t < 9", "28", ""),
    (PLANE, "h", "equation = 'E'", "number = 'later'", "z = 3x + 2y - 6", "40", ""),
    (PLANE, "h", "equation = 'z = h'", "number = 'later'", "3x + 2y - z = 6", "40", ""),
    (PLANE, "h", "equation = '2*z - 2*h'", "number = 'later'", "3x + 2y - z - 6 = 0", "40", ""),
    (PLANE, "h", "equation = 'z = h'", "number = 'later'", "-9x - 6y + 3z = -18", "40", ""),
    (BY_E, "E", "equation = 'E'", "number = 'later'", "3x + 2y - z = 6", "40", ""),
    (KIND, "kind", "choice = '<< kind >>'", "number = 'later'", "level", "23", THREE),
    (KIND, "kind", "choice = '<< kind >>'\noptions = ['down', 'up', 'level']", "number = 'later'", "a", "31", ""),
    (KIND, "kind", "words = ['<< kind >>']\nwrong = ['level']", "number = 'later'", "level", "23", ""),
    (TEXTS, "t", "order = 't'", "number = 'later'", "v, u, w", "23", ""),
    (
        't = \'("p", "q")\'\nlater = \'if(t[1] = "p", 17, 23)\'',
        "t",
        "matching = { u = 'p', v = 'q' }\nothers = ['r']",
        "number = 'later'",
        "u",
        "23",
        "",
    ),
    (
        't = \'("p", "q")\'\nlater = \'if(contains(t, "r"), 17, 23)\'',
        "t",
        "choices = ['p', 'q']\noptions = ['p', 'q', 'r']",
        "number = 'later'",
        "a, c",
        "17",
        "",
    ),
]


def stands_for(question: Question, name: str, typed: str) -> object:
    part = question.parts[0]
    return part.key.stands_for(part.key.read(typed), question.workspace.values[name])


@pytest.mark.parametrize(("let", "name", "first", "second", "typed", "then", "others"), CARRIED)
def test_an_answer_of_each_kind_is_carried(
    let: str, name: str, first: str, second: str, typed: str, then: str, others: str
) -> None:
    question = asked(let, name, first, second, others)
    if first.startswith("matching"):
        letters = {str(option[0]): "abc"[place] for place, option in enumerate(question.parts[0].key.options)}
        typed = f"1{letters['q']} 2{letters['p']}"
    if first.startswith("order"):
        typed = ", ".join("abc"[[str(o[0]) for o in question.parts[0].key.options].index(t)] for t in ("v", "u", "w"))
    own = stands_for(question, name, typed)
    assert own is not None
    verdict = follow(question, 1, then, {name: own})  # type: ignore[dict-item]
    assert (verdict.outcome, verdict.reason) == ("correct", FOLLOWED), (own, verdict)
    assert follow(question, 1, "123457", {name: own}).outcome == "incorrect"  # type: ignore[dict-item]
    right = stands_for(question, name, question.parts[0].key.plain())
    assert right is not None
    ours = question.parts[1].key.plain()
    assert follow(question, 1, ours, {name: right}).outcome == "correct"  # type: ignore[dict-item]


NOTHING = [
    ("v = '(3, 5)'", "v", "vector = 'v'", "(3, 5, 7)"),
    ("m = '7'", "m", "number = 'none'", "5"),
    ("xs = '(2, 5)'", "xs", "points = 'xs'", "2, 5, 7"),
    ("xs = '(2, 5)'", "xs", "points = 'xs'", "none"),
    ("m = '5'", "m", "interval = ['0', 'm']", "t > 3"),
    (PLANE, "h", "equation = 'z = h'", "3x + 2y = 6"),
    (PLANE, "h", "equation = 'z = h'", "z^2 = 3x + 2y"),
    (KIND, "kind", "words = ['<< kind >>']\nwrong = ['level']", "somewhere else"),
]


@pytest.mark.parametrize(("let", "name", "first", "typed"), NOTHING)
def test_an_answer_of_another_shape_stands_for_nothing(let: str, name: str, first: str, typed: str) -> None:
    assert stands_for(asked(let, name, first, "number = '1'"), name, typed) is None


@pytest.mark.parametrize("family", [(*row[:4], row[6]) for row in CARRIED])
def test_the_checker_is_content_with_what_is_carried(family: tuple[str, ...]) -> None:
    assert not [fault for fault in check_item(item(*family), {}, 2).faults if "can carry nothing" in fault.message]


FAULTS = [
    (
        "v = '(3, 5)'\nm = 'norm(v)'",
        "v",
        "number = 'm'",
        "'v' is a list of 2 values, and no answer to this",
    ),
    ("v = '(3, 5)'\nm = 'norm(v)'", "m", "vector = 'v'", "'m' is one value"),
    ("v = '(3, 5)'\nw = '(1, 2, 3)'", "w", "vector = 'v'", "'w' is a list of 3 values"),
    ("A = '[[1, 2], [3, 4]]'\nv = '(1, 2)'", "A", "vector = 'v'", "'A' is a list of 2 lists"),
    (PLANE, "later", "equation = 'z = h'", "'later' is one value"),
    (PLANE, "h", "equation = 'z^3 = h'", "'h' is one value"),
    (PLANE, "E", "expression = 'h'", "'E' is an equation"),
    (KIND, "kind", "number = '5'", "'kind' is a text"),
    (KIND, "kind", "choice = '<< kind >>'\noptions = ['up', 'down']", "'kind' is a text"),
    (KIND, "kind", "choice = 'The << kind >>'\noptions = ['The up', 'The down', 'The level']", "'kind' is a text"),
    (
        "s = '1 < 2'",
        "s",
        "statement = 's'",
        "gives one; a choice of two carries nothing",
    ),
    ("m = '5'", "m", "number = 'none'", "'m' is one value"),
]


@pytest.mark.parametrize(("let", "name", "first", "told"), FAULTS)
def test_what_can_never_carry_is_a_fault_at_its_line(let: str, name: str, first: str, told: str) -> None:
    written = item(let, name, first, "number = '1'")
    found = [fault for fault in check_item(written, {}, 2).faults if "can carry nothing" in fault.message]
    assert [(fault.line, told in fault.message) for fault in found] == [(written.line("parts", 0, "carries"), True)]
    assert found[0].message.split(" (in ")[0].endswith("; carry the name of [let] that is asked, or take carries out")


def test_a_text_that_cannot_be_read_is_carried_by_nobody() -> None:
    question = asked(PLANE, "h", "equation = 'z = h'", "number = 'later'")
    with pytest.raises(Unreadable):
        stands_for(question, "h", "z")
