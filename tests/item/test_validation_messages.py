"""Every slip of an author is told in one line, at its line, in the words of the file, with the cure."""

import pytest

from quizengine.item.source import Unusable, read_body

SOUND = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'p'
[parameters]
a = { integers = [1, 9] }
[let]
k = 'a'
[answer]
vector = ['a', '1']
variables = ['x']
[[mistakes]]
name = 'm'
vector = ['k', '2']
[help]
hints = [
  'One.',
  'Two.',
]
"""

SLIPS = [
    ("'T'", "'T", 1, "a text in '…' ends on its own line"),
    ("'One.'", "'It isn't.'", 17, "or ''' around an apostrophe"),
    ("'T'", "'It isn't'", 1, "a text with an apostrophe needs ''' around it"),
    ("difficulty = 1", "difficulty 1", 3, "write key = value"),
    ("['a', '1']", "a", 10, "a text stands in single quotes, a number without"),
    ("difficulty = 1", "difficulty = 1\ndifficulty = 2", 4, "this stands twice; keep one"),
    ("[help]", "[let]", 15, "this table stands twice"),
    ("'One.',", "'One.'", 18, "a comma between two entries"),
    ("'p'", "'''p'", 19, "the closing ''' is missing"),
    ("['s']", "'s'", 2, "'skills': write a list: ['…', '…']"),
    ("['s']", "[]", 2, "'skills': at least 1 wanted, found 0"),
    ("'T'", "3", 1, "'title': write it in quotes: '3'"),
    ("'T'", "''", 1, "'title': must not be empty"),
    ("= 1\nprompt", "= 'hard'\nprompt", 3, "'difficulty': write a whole number from 1 to 5, without quotes"),
    ("= 1\nprompt", "= 1\nminutes = '4'\nprompt", 4, "'minutes': write a whole number from 1 to 60, without quotes"),
    ("[1, 9]", "[1, 5, 9]", 6, "'parameters.a.integers': at most 2 wanted, found 3"),
    ("a = {", "e = {", 6, "'parameters.e': 'e' has a meaning already"),
    ("k = 'a'", "k = 3", 8, "'let.k': write it in quotes: '3'"),
    ("k = 'a'", "a = '3'", 8, "'a' is a parameter"),
    ("variables = ['x']", "variables = 'x'", 11, "'answer.variables': write a list"),
    ("variables = ['x']", "domain = 'postive'", 11, "must be 'real' or 'positive'; or write a table"),
    ("variables = ['x']", "number = '3'", 9, "has several kinds of answer, number and vector; keep one"),
    ("vector = ['a', '1']", "choice = ['a']", 10, "'answer.choice': write one text in quotes"),
    ("[[mistakes]]", "[mistakes]", 12, "'mistakes': write [[mistakes]], with two brackets on each side"),
    ("[[mistakes]]", "[[mistake]]", 12, "unknown key 'mistake'; did you mean 'mistakes'?"),
    ("[answer]\nvector = ['a', '1']\nvariables = ['x']\n", "", 1, "'answer' is missing; write [answer]"),
    ("  'Two.',", "  2,", 16, "write it in quotes: '2'"),
    ("[1, 9]", "[1, 9], excluded = [3]", 6, "unknown key 'excluded'"),
    ("[1, 9]", "[1, 9], exept = [3]", 6, "unknown key 'exept'; did you mean 'except'?"),
    ("[1, 9]", "[9, 1]", 6, "'parameters.a.integers': the lowest stands first: [1, 9]"),
    ("[1, 9]", "[1, 9.5]", 6, "'parameters.a.integers.2': write a whole number, without quotes"),
    ("[1, 9]", "[1, 2], except = [1, 2]", 6, "'parameters.a': no value is left to choose from"),
    ("[1, 9]", "[1, 2], count = 3, distinct = true", 6, "'parameters.a': only 2 different values for a list of 3"),
    ("[1, 9]", "[1, 9], count = 13", 6, "'parameters.a.count': must be 12 or less"),
    ("integers = [1, 9]", "choices = [0.5]", 6, "'parameters.a.choices': 0.5 is no exact value; write it in quotes"),
    ("integers = [1, 9]", "texts = ['a', 3]", 6, "'parameters.a.texts.2': write it in quotes: '3'"),
    ("{ integers", "{ integer", 6, "needs one of integers = [lowest, highest], choices = […] or texts = […]"),
    ("{ integers = [1, 9] }", "[1, 9]", 6, "; write { choices = [1, 9] }"),
    ("{ integers = [1, 9] }", "3", 6, "; a fixed value stands in [let]"),
    ("[1, 9]", "[1, 9], distinct = 'all'", 6, "write true or false, without quotes"),
    ("hints = [", "hint = [", 16, "unknown key 'hint'; did you mean 'hints'?"),
    ("[help]", "[table]\nrow = '[[1]]'\n[help]", 16, "unknown key 'row'; did you mean 'rows'?"),
    ("[help]", "[figure]\ncontour = 'x'\n[help]", 15, "one of these kinds of figure: "),
    (
        "[help]",
        "[figure]\nbars = '[1]'\nlabels = ['x']\n[help]",
        17,
        "unknown key 'labels'; known are across, adds, bars,",
    ),
    ("[help]", "[figure]\ngraph = 'x'\nfunction = 'x'\n[help]", 17, "known are across, adds, graph, grid_lines"),
    ("[help]", "[figure]\ngraph = 'x'\ngrid = true\n[help]", 15, "keep one; lines at the ticks are grid_lines = true"),
    ("[help]", "[figure]\nbars = [1, 2]\n[help]", 16, "'figure.bars': write it in quotes: '[1, 2]'"),
    ("[help]", "[figure]\nbars = '[1]'\nnames = 'x'\n[help]", 17, "'figure.names': write a list: ['…', '…']"),
    ("[help]", "[figure]\ncomputation = { 1u = 'x + y' }\n[help]", 16, "'1u' cannot be a name here; use letters"),
    ("[help]", "[figure]\ncontours = 'x'\nlevel = 3\n[help]", 17, "unknown key 'level'; did you mean 'levels'?"),
    ("[help]", "[[parts]]\nmark = 3\n[help]", 9, "write 'answer' inside [[parts]], since this item has parts"),
    ("[help]", "[[parts]]\n[help]", 9, "write 'answer' inside [[parts]], since this item has parts"),
    ("k = 'a'", "k = ''", 8, "'let.k': must not be empty"),
    ("'p'", "'" + "p" * 8_001 + "'", 4, "at most 8,000 characters; split it"),
    ("variables = ['x']", "credit = 'all'", 11, "'answer.credit': write credit = 'whole', or a weight for each"),
    ("variables = ['x']", "credit = [0, 0]", 11, "'answer.credit': one weight at least must be above 0"),
    ("variables = ['x']", "reason = 'so'", 11, "'reason' does not go with this kind of answer, but with statement"),
    (
        "vector = ['a', '1']\n",
        "number = 'a'\ncredit = 'whole'\n",
        11,
        "but with vector, direction, matrix",
    ),
    ("name = 'm'", "name = 'm'\ncredit = 'whole'", 14, "credit goes under [answer]: a mistake earns nothing"),
    ("name = 'm'", "name = 'm'\nunit = 'm'", 14, "a mistake has the unit of its answer; leave 'unit' out"),
    ("difficulty = 1", "difficulty = 1\nunit = 'm'", 4, "'unit' goes under [answer]"),
    ("difficulty = 1", "difficulty = 1\nhints = ['a']", 4, "'hints' goes under [help]"),
    ("variables = ['x']", "decimals = true", 11, "'decimals' goes to the top of the file, before its tables"),
    ("variables = ['x']", "room = 'box'", 11, "'room' goes to the top of the item, before its tables, or right below"),
    ("k = 'a'", "k = 'a'\nmarks = 2", 9, "'marks' goes to the top of the item"),
    ("a = {", "decimals = true\na = {", 6, "'decimals' goes to the top of the file"),
    ("variables = ['x']", "tolerance = 0.1", 11, "write tolerance = { absolute = '0.01' } or"),
    ("variables = ['x']", "unit = 'm'\nalso = ['km']", 12, "'answer.also': write a table: { '°C/min' = 60 }"),
    ("[help]", "[[help]]", 15, "'help' stands once; write [help], with one bracket on each side"),
    ("[let]", "[[let]]", 7, "'let': write [let], with one bracket on each side"),
    ("[1, 9]", "[1, 9], except = 3", 6, "'parameters.a.except': write a list: [3]"),
    ("difficulty = 1", "difficulty = 1\nminutes = '4'", 4, "write a whole number from 1 to 60, without quotes"),
    (
        "[help]",
        "[[tests]]\ntype = '1'\nverdict = 'correct'\n[help]",
        15,
        "write typed = '…', what a learner might type",
    ),
    ("[help]", "[help]\nsteps = [{ marks = 1 }]", 16, "'help.steps.1.says' is missing; write says = '…'"),
    ("k = 'a'", "k k = 'a'", 8, "write key = value; a key with blanks or signs stands in quotes"),
    ("[let]", "[let it]", 7, "a name in brackets has small letters, digits and hyphens, no blanks"),
    ("difficulty = 1", "difficulty = 1\ncovers = ['S211']", 4, "'S211' is not written like 'S2-11'"),
    (
        "difficulty = 1",
        "difficulty = 1\nseeds = ['S2-11']",
        4,
        "'seeds' is called 'covers' now; `quizengine bank",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), SLIPS)
def test_a_slip(old, new, line, message):
    assert old in SOUND
    with pytest.raises(Unusable) as caught:
        read_body(SOUND.replace(old, new, 1))
    found = caught.value.findings
    assert [at for at, told in found if message in told] == [line], found
    assert all("\n" not in told and "function-" not in told for _, told in found)


def test_a_slip_in_an_option_is_not_told_again_for_the_mistakes_that_take_it_over():
    with pytest.raises(Unusable) as caught:
        read_body(SOUND.replace("variables = ['x']", "variables = 'x'"))
    assert len(caught.value.findings) == 1


def test_the_sound_text_is_sound():
    assert read_body(SOUND).title == "T"


PARTS = "title = 'T'\ndifficulty = 1\nprompt = 'p'\n[[parts]]\nskills = ['s']\n{}\n[parts.answer]\nnumber = '1'\n"
OF_PARTS = [
    ("[parts.let]\nk = '1'", 6, "'let' stands once: write [let], outside the parts"),
    ("unit = 'm'", 6, "'unit' goes under [parts.answer]"),
    ("hints = ['h']", 6, "'hints' goes under [parts.help]"),
    ("minutes = 3", 6, "'minutes' goes to the top of the file, before its tables"),
    ("[[parts.mistakes]]\nname = 'm'\nnumber = '2'\nalso = {}", 9, "leave 'also' out of [[mistakes]]"),
]


@pytest.mark.parametrize(("put", "line", "message"), OF_PARTS)
def test_a_key_that_belongs_outside_a_part(put, line, message):
    with pytest.raises(Unusable) as caught:
        read_body(PARTS.replace("{}", put, 1))
    assert [at for at, told in caught.value.findings if message in told] == [line], caught.value.findings


def test_a_list_with_wrong_entries_is_not_called_too_short():
    figure = "[figure]\ncontours = 'x'\nlevels = [1.5, 2.5]\n[help]"
    with pytest.raises(Unusable) as caught:
        read_body(SOUND.replace("[help]", figure, 1))
    assert not [told for _, told in caught.value.findings if "wanted, found" in told]
    assert all("write it in quotes: '" in told for _, told in caught.value.findings)
