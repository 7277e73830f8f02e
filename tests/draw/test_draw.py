"""A question from an item and a seed: always the same, required conditions hold, mistakes told apart."""

from pathlib import Path

import pytest

from quizengine.draw import MAX_ATTEMPTS, draw_question
from quizengine.errors import CannotDraw
from quizengine.item import Item
from quizengine.item.skills_and_mistakes import KnownMistake
from quizengine.maths.print import show_prose

HEADING = "title = 'T'\nskills = ['s']\ndifficulty = 1\n"
KNOWN = {"value-for-slope": KnownMistake("value-for-slope", "g", "Differentiate first.")}


def item(text):
    return Item.read("test/item", Path("test/item.toml"), HEADING + text)


POLYNOMIAL = """
prompt = 'Let $f(x, y) = << f >>$. Find its gradient at $(<< x0 >>, 1)$.'
[parameters]
a  = { integers = [-5, 5], except = [0] }
x0 = { integers = [1, 3] }
[let]
f = 'a*x^2 + x*y'
v = 'at(grad(f, x, y), x = x0, y = 1)'
[require]
'the first component is not zero' = 'v[1] != 0'
[answer]
vector = 'v'
[[mistakes]]
name   = 'swapped-partials'
vector = ['v[2]', 'v[1]']
says   = 'Swapped: $<< v[2] >>$ comes second.'
[[mistakes]]
name   = 'value-for-slope'
number = 'at(f, x = x0, y = 1)'
[help]
hints = ['Two parts.']
steps = ['It is $<< v >>$.']
"""


def test_a_question_is_filled():
    question = draw_question(item(POLYNOMIAL), 3, KNOWN)
    part = question.parts[0]
    assert part.label == ""
    assert part.prompt == ()
    assert "<<" not in show_prose(question.prompt, "text")
    assert part.key.judge(part.key.read(part.key.plain())).outcome == "correct"
    assert show_prose(part.mistakes[1].says, "text") == "Differentiate first."


def test_the_same_seed_gives_the_same_question():
    one, two = (draw_question(item(POLYNOMIAL), 11, KNOWN) for _ in range(2))
    assert one.prompt == two.prompt
    assert one.parts[0].key == two.parts[0].key


def test_seeds_differ():
    assert len({show_prose(draw_question(item(POLYNOMIAL), seed, KNOWN).prompt, "text") for seed in range(20)}) > 8


def test_drawn_values_never_change():
    """Frozen: the same item, version and seed give the same question with every version of the program."""
    drawn = [draw_question(item(POLYNOMIAL), seed, KNOWN).parts[0].key.plain() for seed in range(6)]
    assert drawn == ["(9, 1)", "(21, 2)", "(21, 2)", "(5, 1)", "(3, 1)", "(17, 2)"]


DRAWN = "prompt = 'p'\n[parameters]\na = { integers = [1, 9] }\n"
UNDRAWABLE = [
    (
        f"{DRAWN}[require]\n'a is large' = 'a > 9'\n[answer]\nnumber = 'a'",
        f"'a is large' failed in {MAX_ATTEMPTS} of {MAX_ATTEMPTS} draws",
    ),
    (f"{DRAWN}[require]\n'no condition' = 'a'\n[answer]\nnumber = 'a'", "is no condition"),
    ("prompt = 'p'\n[let]\nb = '1/0'\n[answer]\nnumber = 'b'", "cannot compute '1/0': division by zero"),
    (f"{DRAWN}[let]\nb = 'a/0'\n[answer]\nnumber = 'b'", "division by zero (in 40 of 40 draws)"),
    (f"{DRAWN}[let]\nb = 'unheard'\n[answer]\nnumber = 'b'", "unheard is not known here"),
    (f"{DRAWN}[require]\n'never' = 'simplify(x + a) = x'\n[answer]\nnumber = 'a'", "'never' failed in 6 of 6 draws"),
    (f"{DRAWN}[answer]\nchoice = 'one'\n[[mistakes]]\nname = 'm'\nchoice = 'One.'", "'m' equals the key; all options"),
    (
        f"{DRAWN}[answer]\nchoice = 'one'\n[[mistakes]]\nname = 'm'\nnumber = '1'",
        "'m' is no option; write it",
    ),
    (f"{DRAWN}[answer]\nnumber = 'a'\n[[mistakes]]\nname = 'm'\nnumber = 'unheard'", "unheard is not known here"),
    (f"{DRAWN}[answer]\nchoice = 'one'", "there is nothing to choose from"),
    ("prompt = 'p'\n[answer]\nnumber = 'a +'", "the text ends"),
    (
        f"{DRAWN}[answer]\nchoices = ['one', 'one']\n"
        "[[mistakes]]\nname = 'm'\nchoice = 'two'\n[[mistakes]]\nname = 'm'\nchoice = 'three'",
        "two options are the same; all must differ",
    ),
    (f"{DRAWN}b = {{ choices = ['1 < 2'], count = 9 }}\n[answer]\nnumber = 'a'", "not truth values"),
    ("prompt = '<< 1 < 2 >>'\n[answer]\nnumber = '1'", "a condition cannot be printed"),
    ("prompt = '<< nothing(2) >>'\n[answer]\nnumber = '1'", "nothing"),
]


@pytest.mark.parametrize(("text", "why"), UNDRAWABLE)
def test_what_cannot_be_drawn_is_told(text, why):
    with pytest.raises(CannotDraw) as caught:
        draw_question(item(text), 1, {})
    assert why in caught.value.why
    assert "\n" not in str(caught.value)


def test_right_sides_of_a_matching_may_be_equal():
    part = draw_question(item("prompt = 'p'\n[answer]\nmatching = { a = 'even', b = 'even', c = 'odd' }"), 1, {}).parts[
        0
    ]
    assert sorted(part.key.options) == [("even",), ("odd",)]
    assert part.key.credit(part.key.plain()) == 1


def test_a_mistake_of_a_statement_is_a_reason_or_the_other_truth():
    mistakes = {
        "other-reason": "choice = 'The rate is y.'",
        "untrue": "statement = false",
    }
    written = "".join(f"[[mistakes]]\nname = '{name}'\n{value}\n" for name, value in mistakes.items())
    text = f"prompt = 'p'\n[answer]\nstatement = true\nreason = 'The rate is x.'\n{written}"
    part = draw_question(item(text), 1, {}).parts[0]
    typed = ["true, the rate is x", "true, the rate is y", "false, the rate is x", "false, the rate is y"]
    assert {mistake.name: [mistake.key.credit(answer) for answer in typed] for mistake in part.mistakes} == {
        "other-reason": [0.5, 1, 0.5, 1],
        "untrue": [0, 0, 1, 0.5],
    }


COINCIDENCE = """
prompt = 'p'
[parameters]
a = { choices = [2, 3] }
[answer]
number = '2*a'
[[mistakes]]
name   = 'square'
number = 'a^2'
[[mistakes]]
name   = 'twice-the-same'
number = 'a*a'
[[mistakes]]
name   = 'only-for-three'
number = '7'
when   = 'a = 3'
[[mistakes]]
name   = 'no-value'
number = '1/(a - 3)'
"""


def test_a_mistake_that_coincides_is_dropped():
    seen = {}
    for seed in range(12):
        question = draw_question(item(COINCIDENCE), seed, {})
        seen[question.parts[0].key.plain()] = (
            [mistake.name for mistake in question.parts[0].mistakes],
            [(dropped.name, dropped.why.split(":")[0]) for dropped in question.dropped],
        )
    assert seen["4"][0] == ["no-value"]
    assert [name for name, _ in seen["4"][1]] == ["only-for-three", "square", "twice-the-same"]
    assert seen["6"][0] == ["square", "only-for-three"]
    assert ("twice-the-same", "equals the mistake 'square'") in seen["6"][1]


CHOICE = """
prompt = 'Which number is twice $<< a >>$?'
[parameters]
a = { integers = [1, 3] }
[answer]
choice = '$<< 2*a >>$'
[[mistakes]]
name   = 'square'
choice = '$<< a^2 >>$'
[[mistakes]]
name   = 'half'
choice = '$<< a/2 >>$'
"""


def test_a_drawn_choice_is_drawn_again_until_its_options_differ():
    questions = [draw_question(item(CHOICE), seed, {}) for seed in range(20)]
    assert {len(question.parts[0].key.options) for question in questions} == {3}
    assert len({question.parts[0].key.options.index(question.parts[0].key.text) for question in questions}) == 3
    assert "$2$" not in {show_prose(question.prompt, "text") for question in questions}


def test_a_list_of_texts_is_printed_with_commas():
    text = "prompt = 'From << names >>.'\n[let]\nnames = '(\"east\", \"north\")'\n[answer]\nnumber = '1'"
    assert show_prose(draw_question(item(text), 1, {}).prompt, "text") == "From east, north."


def test_lists_of_different_values():
    text = "prompt = 'p'\n[parameters]\nu = { integers = [1, 4], count = 4, distinct = true }\n[answer]\nvector = 'u'"
    for seed in range(10):
        key = draw_question(item(text), seed, {}).parts[0].key
        assert sorted(key.plain().strip("()").replace(" ", "").split(",")) == ["1", "2", "3", "4"]


def test_an_order_is_never_printed_in_its_right_order():
    """Nor are the sides of a matching; of two things both orders come."""
    three = item("prompt = 'p'\n[answer]\norder = ['one', 'two', 'three']\n")
    pairs = item("prompt = 'p'\n[answer]\nmatching = { 'one' = '1', 'two' = '2', 'three' = '3' }\n")
    two = item("prompt = 'p'\n[answer]\norder = ['one', 'two']\n")
    keys = {
        one: {draw_question(one, seed, {}).parts[0].key.plain() for seed in range(60)} for one in (three, pairs, two)
    }
    assert "a, b, c" not in keys[three]
    assert len(keys[three]) == 5
    assert "1a 2b 3c" not in keys[pairs]
    assert keys[two] == {"a, b", "b, a"}


def test_a_text_that_is_filled_in_may_hold_formulas():
    parameters = "[parameters]\nlaw = { texts = ['$x^2 > 0$'] }\nword = { texts = ['always'] }\n"
    written = f"prompt = 'Is << law >>? Yes, << word >>.'\n{parameters}"
    prompt = draw_question(item(written + "[answer]\nnumber = '1'\n"), 1, {}).prompt
    assert show_prose(prompt, "latex") == r"Is \(x^2 > 0\)? Yes, always."
    with pytest.raises(CannotDraw, match="cannot stand inside a formula"):
        draw_question(item(written.replace("<< law >>?", "$<< law >>$?") + "[answer]\nnumber = '1'\n"), 1, {})


MATRIX = """
prompt = '$G = << G >>$, $P = << P >>$'
[let]
s = '(4, 0)'
d = '(1, 2)'
G = 'each(t*d, t, s)'
P = 'each(t*d, t, s)'
[answer]
matrix = 'G'
[help]
steps = ['<< G >> and << 2*G >>']
"""


def test_a_list_of_equal_rows_that_is_asked_as_a_matrix_is_printed_as_one():
    question = draw_question(item(MATRIX), 1, {})
    assert show_prose(question.prompt, "text") == "G = [[4, 8], [0, 0]], P = ((4, 8), (0, 0))"
    assert show_prose(question.parts[0].steps[0].says, "text") == "[[4, 8], [0, 0]] and [[8, 16], [0, 0]]"
    assert question.parts[0].key.show() == "[[4, 8], [0, 0]]"


@pytest.mark.parametrize("rows", ["each(t, t, s)", "((1, 2), s, 3)"])
def test_rows_that_are_none_stay_what_they_are(rows):
    text = MATRIX.replace("matrix = 'G'", "number = '1'").replace("'each(t*d, t, s)'", f"'{rows}'")
    asked = text + "[[mistakes]]\nname = 'm'\nmatrix = 'G'\nsays = 's'\n"
    without, named = (show_prose(draw_question(item(one), 1, {}).prompt, "text") for one in (text, asked))
    assert without == named
