"""The author's checker: each kind of trouble is told with its line and its cure, and a sound item passes."""

from pathlib import Path

import pytest

from quizengine.check import check, check_item
from quizengine.item import Item

SOUND = """title = 'Square'
skills = ['s']
difficulty = 1
prompt = 'Differentiate $<< f >>$.'
[parameters]
a = { integers = [2, 60] }
[let]
f = 'a*x^2'
[answer]
expression = 'diff(f, x)'
[[mistakes]]
name = 'one'
expression = 'a*x'
says = 'A factor is lost: $<< 2*a >>$.'
[[mistakes]]
name = 'two'
expression = '2*a*x^2'
says = 'The power stays.'
[[mistakes]]
name = 'three'
expression = '2*x'
says = 'The factor is lost.'
[help]
hints = ['Lower the power.', 'Keep the factor.']
steps = ['It is $<< diff(f, x) >>$.']
"""


def report(source, seeds=20):
    return check_item(Item.read("t/i", Path("t/i.toml"), source), {}, seeds, draws=1)


def test_a_sound_item():
    found = report(SOUND)
    assert (found.faults, found.advice) == ((), ())
    assert found.variants > 10


FAULTS = [
    ("'diff(f, x)'", "'diff(f, x'", 10, "never closed"),
    ("'diff(f, x)'", "'a/0'", 10, "a/0"),
    ("<< f >>", "<< g(1) >>", 4, "g(1)"),
    (
        "'a*x'",
        "'2*x*a'",
        11,
        "'one' cannot be told: equals the key, or the key is wrong, line 10 (in 20 of 20",
    ),
    ("'2*x'", "'a*x'", 19, "'three' cannot be told: equals the mistake 'one'"),
    ("'2*x'", "'a/0*x'", 19, "'three' cannot be told"),
    ("<< 2*a >>", "<< 2*a", 14, "no >>"),
    ("$<< f >>$", "$<< f >>", 4, "$"),
    ("'Lower the power.'", r"'$\nonsense$'", 24, "nonsense"),
    (
        "'diff(f, x)'",
        "'diff(f, x)'\nvariables = ['w']",
        9,
        "the answer holds x, and its variables are w (in 20",
    ),
    ("'Lower the power.'", "'<< 1/floor(a/30) >>'", 24, "; add a line to [require] that keeps such numbers out"),
    ("<< f >>", "f >>", 4, "this >> has no <<"),
    (
        "<< 2*a >>",
        '<< if(a > 1, "at << a >>", "b") >>',
        14,
        "a fill-in cannot stand inside another; give the text a name",
    ),
    ("'Lower the power.'", "'''\nOne.\nTwo $a\nThree.'''", 24, "this $ opens a formula that is not closed"),
    ("'Lower the power.'", "'''\nOne.\nTwo $a\nThree.'''", 24, ", at '$a'"),
    ("f = 'a*x^2'", "f = 'normalise((a*x^2, x))[1]'", 8, "there is no word normalise(…); write unit(v)"),
    ("<< f >>", "{{ f }}", 4, "braces fill nothing in; write << f >>"),
    ("<< f >>", "<< F >>", 4, "F has no value; write it without << and >>"),
    ("$<< f >>$", "the square", 4, "the same question has different answers, 114·x with seed 1 and 108·x"),
    ("f = 'a*x^2'", "g = 'diff(f, x)'\nf = 'a*x^2'", 8, "'f' gets its value only below; move this line down"),
    ("f = 'a*x^2'", "f = 'a*x^2 + 0*f'", 8, "'f' gets its value only below"),
    ("'Lower the power.'", "' '", 24, "'help.hints.1': must not be empty"),
    ("[2, 60]", "[2, 60], except = [8, 9] }\nb = { choices = ['1', '1/']", 7, "cannot be drawn with seeds"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), FAULTS)
def test_a_fault(old, new, line, message):
    assert old in SOUND
    faults = report(SOUND.replace(old, new, 1)).faults
    assert [fault.line for fault in faults if message in fault.message] == [line], faults
    assert all("\n" not in str(fault) for fault in faults)


def test_a_mistake_that_is_lost_for_one_reason_or_another_is_told():
    never = SOUND.replace("'2*a*x^2'", "'if(a > 30, a*x, 2*a*x)'")
    (fault,) = report(never, 50).faults
    assert fault.line == 15
    assert fault.message.startswith("'two' cannot be told in any of 50 questions: equals the mistake 'one' (in ")
    assert " and equals the key (in " in fault.message
    assert report(SOUND.replace("'2*a*x^2'", "'if(a > 30, a*x, a > 8, 2*a*x, x)'"), 50).faults == ()


def test_a_fill_in_of_a_text_is_filled_in():
    drawn = SOUND.replace("[let]\n", "w = { texts = ['<< a >>'] }\n[let]\n").replace(
        "'Differentiate", "'<< w >>: differentiate"
    )
    assert report(drawn).faults == ()


OF_TEXTS = [  # a line of [parameters], a line of [let]; the line that has the fault, and what is told
    ("w = { texts = ['<< a'] }", "", 7, "<< and >> stand in pairs"),
    ("w = { texts = ['$<< a >>'] }", "", 7, "this $ opens a formula that is not closed"),
    ("w = { texts = ['<< w >>'] }", "", 7, 'the text "<< w >>" fills in itself'),
    ("w = { texts = ['<< F >>'] }", "", 7, "in << F >>: it has no value; write it without << and >>"),
    ("w = { texts = ['$\\nonsense << a >>$'] }", "", 7, "nonsense"),
    ("w = { texts = ['<< a > 2 >>'] }", "", 7, "a condition cannot stand in a text"),
    ("w = { choices = [['\"<< 1/0 >>\"', 3]] }", "", 7, "division by zero"),
    ("", 'w = \'if(a > 1, "at $<< a >>", "b")\'', 8, "this $ opens a formula that is not closed"),
    ("", 'w = \'if(a > 1, "<< unheard >>", "b")\'', 8, "in << unheard >>: unheard is not known here"),
    ("", "w = '\"<< f >>\"'", 8, "'f' gets its value only below; move this line down"),
    ("w = { texts = ['<< f >>'] }", "v = '<< w >>'", 9, "in << f >>: it has no value"),
]


@pytest.mark.parametrize(("parameter", "let", "line", "message"), OF_TEXTS)
def test_a_fault_inside_a_text_is_told_where_the_text_stands(parameter, let, line, message):
    lines = f"{parameter}\n[let]\n{let}\n".replace("'<< w >>'", "'\"<< w >>\"'") if let else f"{parameter}\n[let]\n"
    drawn = SOUND.replace("[let]\n", lines.lstrip("\n"), 1).replace("'Differentiate", "'<< w >>: differentiate")
    assert {fault.line for fault in report(drawn).faults if message in fault.message} == {line}, report(drawn).faults
    assert not [fault for fault in report(drawn).faults if fault.line == 4 and "different answers" not in fault.message]


def test_what_a_prompt_shows_is_also_what_stands_in_its_texts():
    drawn = SOUND.replace("$<< f >>$", "<< w >>").replace("[let]\n", "w = { texts = ['$<< f >>$'] }\n[let]\n")
    assert report(drawn).faults == ()
    parts = drawn.partition("[answer]")[0].replace("skills = ['s']\n", "") + (
        "[[parts]]\nskills = ['s']\nprompt = 'p'\ncarries = 'f'\n[parts.answer]\nexpression = 'f'\n"
        "[[parts]]\nskills = ['s']\nprompt = 'q'\n[parts.answer]\nexpression = 'diff(f, x)'\n"
    )
    told = [fault.message for fault in report(parts).faults]
    assert "carries = 'f' changes 'f', which a prompt shows; work 'f' out without it" in told


def test_a_parameter_inside_a_choice_is_told_save_in_a_text():
    mixed = SOUND.replace("[let]\n", "w = { choices = [['\"<< a >>\"', 1]] }\n[let]\n").replace(
        "'Diff", "'<< w[1] >> diff"
    )
    assert report(mixed).faults == ()
    bare = mixed.replace("'\"<< a >>\"'", "'2*a'")
    assert "'a' has no value in [parameters]" in report(bare).faults[0].message


def test_an_item_that_never_draws_is_given_up_early():
    (fault,) = report(SOUND.replace("f = 'a*x^2'", "f = 'unheard*x^2'")).faults
    assert fault.message.startswith("cannot be drawn: cannot compute 'unheard*x^2': unheard is not known here")


ADVICE = [
    ("[2, 60]", "[2, 4]", 5, "only 3 different questions in 20 seeds; widen the parameters"),
    ("[2, 60]", "[20000, 60000]", 9, "the key is not clean"),
    (
        "hints = ['Lower the power.', 'Keep the factor.']\n",
        "hints = ['Lower the power.']\n",
        24,
        "1 hint; write at least 2",
    ),
    ("steps = ['It is $<< diff(f, x) >>$.']", "", 23, "no worked steps"),
    ("[let]\n", "[require]\n'large' = 'a > 1 and q != 3'\n[let]\n", 8, "'q' has no value and stands nowhere else"),
    ("'Square'", "'Square of $x$'", 1, "a title is shown as it is: write it in words"),
    ("[let]\n", "[let]\nunused = 'a'\n", 8, "'unused' is used nowhere; take it out"),
    ("<< f >>$.", "<< f >>$ to get $<< diff(f, x) >>$.", 4, "this tells the answer; ask without it"),
    (
        "'Keep the factor.'",
        "'So it is $<< 2*a*x >>$.'",
        24,
        "this tells the answer; leave the last step to the learner",
    ),
    ("'The power stays.'", "'It is $<< 2*a*x >>$.'", 18, "this tells the answer; say why this one is wrong"),
    ("'Keep the factor.'", "'Lower the power.'", 24, "this hint stands above already"),
    ("expression = 'diff(f, x)'", "expression = 'diff(f, x) + 1'", 25, "no step arrives at the answer"),
    ("'Keep the factor.'", "'Think.'", 24, "'Think.' helps nobody"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), ADVICE)
def test_advice(old, new, line, message):
    found = report(SOUND.replace(old, new, 1))
    assert found.faults == ()
    assert [fault.line for fault in found.advice if message in fault.message] == [line], found.advice


def test_the_letter_that_an_equation_is_about_is_no_stranger():
    found = report(
        SOUND.replace("[let]\n", "[let]\nE = 'equation(z, a*x)'\n").replace("$<< f >>$", "$<< f >>$, $<< E >>$")
    )
    assert not [fault for fault in found.advice if "stands nowhere else" in fault.message]


def test_a_choice_that_nothing_works_with_is_told():
    rows = SOUND.replace("[let]\n", "r = { choices = [[1, 2], [3, 4], ['\"five\"', 6]] }\n[let]\nq = 'r[1]*r[2]'\n")
    found = report(rows.replace("$<< f >>$", "$<< f + q >>$"), 40)
    assert found.faults == ()
    told = [(fault.line, fault.message) for fault in found.advice if "drawn in none" in fault.message]
    assert [line for line, _ in told] == [7]
    assert told[0][1].startswith('("five", 6) is drawn in none of 40 questions')
    assert not [fault for fault in report(rows.replace('"five"', "5"), 20).advice if "drawn in none" in fault.message]


PAID = [
    ("vector = ['2*a', '1/6']", "component 2 is 1/6 in all 20 questions, and right by itself it earns marks"),
    ("vector = ['2*a', '1/6']\ncredit = [1, 0]", ""),
    ("vector = ['2*a', '1/6']\ncredit = 'whole'", ""),
    ("vector = ['2*a', 'a']", ""),
    ("interval = ['0', 'a']", "the lower end is 0 in all 20 questions"),
    ("matrix = [['2*a', '1'], ['a', 'a+1']]", "entry (1, 2) is 1 in all"),
    ("sequence = ['0', 'a', 'a^2']", "iterate 1 is 0 in all"),
    ("direction = ['0', 'a']\nmultiple = 'unit'", ""),  # the same answer in all questions
    ("direction = ['0', 'a']", ""),
]


@pytest.mark.parametrize(("answer", "message"), PAID)
def test_what_never_changes_should_not_pay_by_itself(answer, message):
    found = report(SOUND.replace("expression = 'diff(f, x)'", answer, 1))
    told = [fault for fault in found.advice if "earns marks" in fault.message]
    assert [(fault.line, message in fault.message) for fault in told] == ([(9, True)] if message else [])


def test_short_decimals_and_rounded_answers_are_clean():
    number = (
        SOUND.replace("a*x^2", "a*49")
        .replace("expression = 'diff(f, x)'", "number = 'a/2000'")
        .replace("<< diff(f, x) >>", "<< a/2000 >>")
    )
    for old in ("a*x'", "2*a*x^2'", "2*x'"):
        number = number.replace(f"expression = '{old}", f"number = '{old.replace('x', '7')}")
    number = number.replace("[answer]", "[verify]\n'again' = 'a/2000*7 = 7*a/2000'\n[answer]")
    assert report(number).advice == ()
    assert "not clean" in report(number.replace("a/2000", "a/2001")).advice[0].message
    assert report(number.replace("'a/2000'", "'a/2001'\ndigits = 3").replace("a/2000", "a/2001")).advice == ()


def test_all_that_cannot_be_worked_out_is_told_at_once():
    source = SOUND
    for old, new in (
        ("<< f >>$", "<< f >>"),
        ("[let]\n", "[let]\nk = 'gradd(f, x)'\nl = 'k + 1'\n"),
        ("'a*x'", "'a*x('"),
        ("<< 2*a >>", "<< 2*aa >>"),
        ("'Keep the factor.'", "'Keep $<< l >>$.'"),
        ("<< diff(f, x) >>", "<< diff(f x) >>"),
    ):
        assert old in source
        source = source.replace(old, new, 1)
    told = {fault.line: fault.message for fault in report(source).faults}
    assert set(told) == {4, 8, 15, 16, 27}  # what needs the value of line 8 is not told again
    assert "did you mean grad(…)?" in told[8]


CHOICE = """title = 'Sign'
skills = ['s']
difficulty = 1
prompt = 'Is $<< a >>$ positive?'
[parameters]
a = { integers = [-30, 30], except = [0] }
[answer]
choice = '<< if(a > 0, "yes", "no") >>'
options = ['yes', 'no']
[[mistakes]]
name = 'one'
choice = 'no'
says = 'Look at the sign.'
[help]
hints = ['Look at the sign.', 'Compare it with zero.']
steps = ['It is $<< a >>$.']
"""


def test_a_mistake_among_fixed_options_may_often_be_right():
    found = report(CHOICE)
    assert (found.faults, found.advice) == ((), ())
    assert "'one' cannot be told" in report(CHOICE.replace("[-30, 30]", "[-30, 0]")).faults[0].message


def test_an_option_that_is_nearly_always_right_is_told():
    (advice,) = report(CHOICE.replace("[-30, 30]", "[-2, 60]")).advice
    assert "'yes' is right in 20 of 20 questions; draw the others as often" in advice.message


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("The learning rate", None),
        ("The learning rate, which is a number that we choose ourselves before training", "by far the longest"),
        ("Eta", "by far the shortest"),
    ],
)
def test_an_option_that_stands_out_by_its_length(key, message):
    wrong = ("The loss of the model", "The sign of a slope", "The number of steps")
    mistakes = "".join(f"[[mistakes]]\nname = 'm'\nchoice = '{text}'\nsays = 'Not this.'\n" for text in wrong)
    help_ = CHOICE[CHOICE.index("[help]") :].replace("$<< a >>$", "chosen")
    source = f"title = 'T'\nskills = ['s']\ndifficulty = 1\nprompt = 'p'\n[answer]\nchoice = '{key}'\n{mistakes}{help_}"
    assert [fault.message for fault in report(source).advice if "by far" in fault.message] == (
        [report(source).advice[0].message] if message else []
    )
    assert message is None or message in report(source).advice[0].message


def test_a_prompt_that_lists_all_options_gives_none_away():
    listed = CHOICE.replace("positive?", "positive, yes or no?")
    assert report(listed).advice == ()
    assert (
        "this tells the answer"
        in report(listed.replace("[-30, 30]", "[1, 60]").replace(", yes or no", ", yes")).advice[0].message
    )


def test_steps_arrive_at_the_number():
    number = CHOICE.replace("choice = '<< if(a > 0, \"yes\", \"no\") >>'\noptions = ['yes', 'no']", "number = '3*a'")
    number = number.replace("choice = 'no'", "number = '2*a'")
    assert "no step arrives at the answer" in report(number).advice[-1].message
    assert all(
        "no step" not in one.message for one in report(number.replace("'It is $<< a >>$.'", "'$<< 3*a >>$.'")).advice
    )


def test_too_few_mistakes():
    short = SOUND[: SOUND.index("[[mistakes]]\nname = 'three'")] + SOUND[SOUND.index("[help]") :]
    assert [str(fault) for fault in report(short).advice] == ["t/i.toml:9: 2 mistakes; name at least 3"]


def test_a_file_with_faults_is_reported_and_not_drawn():
    item = Item.read("t/i", Path("t/i.toml"), SOUND.replace("[help]", "[hlp]"))
    (found,) = check([item], {})
    assert found.seeds == 0
    assert "did you mean 'help'?" in found.faults[0].message


KEPT_BACK = """title = 'Two parts'
difficulty = 2
prompt = 'Let $f(x) = << f >>$.'
[parameters]
a = { integers = [12, 60] }
[let]
f = 'a*x^2'
m = 'a*6'
[[parts]]
prompt = 'The slope at 3?'
skills = ['s']
carries = 'm'
answer = { number = 'm' }
[[parts]]
prompt = 'The step, with the rate $\\frac{1}{10}$?'
skills = ['s']
answer = { number = '-m/10' }
[parts.help]
hints = ['Go against the slope.', 'Work out $<< m >> \\cdot \\frac{1}{10}$.']
"""


def test_a_hint_of_a_later_part_tells_no_answer_that_is_kept_back():
    told = [(one.line, one.message) for one in report(KEPT_BACK).advice if "tells the answer" in one.message]
    assert told == [(19, told[0][1])]
    assert told[0][1].startswith(
        "this tells the answer to (a), which may be kept back; write 'your answer to (a)', for"
    )
    assert not [one for one in report(KEPT_BACK.replace("carries = 'm'\n", "")).advice if "to (a)" in one.message]


NEAR = """title = 'Near'
skills = ['s']
difficulty = 1
prompt = 'How high?'
[answer]
number = '2'
tolerance = { absolute = '0.2' }
[[mistakes]]
name = 'one'
number = '3'
says = 'One.'
[[mistakes]]
name = 'two'
number = '%s'
says = 'Two.'
"""


@pytest.mark.parametrize(
    ("value", "faults", "advice"),
    [
        ("3.5", [], []),
        ("2.2", ["'two' cannot be told: lies within 0.2 of the key"], []),
        ("2", ["'two' cannot be told: equals the key, or the key is wrong, line 6"], []),
        ("3.1", ["'two' cannot be told: lies within 0.2 of the mistake 'one'"], []),
        ("3", ["'two' cannot be told: equals the mistake 'one'"], []),
        (
            "3.4",
            [],
            ["'one' and 'two' lie no farther apart than twice the tolerance; what lies between them is told as"],
        ),
    ],
)
def test_mistakes_beside_a_tolerance(value, faults, advice):
    found = report(NEAR % value, 1)
    assert [fault.message for fault in found.faults] == faults
    told = [fault.message for fault in found.advice if "tolerance" in fault.message]
    assert len(told) == len(advice)
    assert all(one.startswith(other) for one, other in zip(told, advice, strict=True))
