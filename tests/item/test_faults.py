"""Lines of keys, backslashes in double quotes, and names that were meant."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.item.faults import did_you_mean
from quizengine.item.line_numbers import backslash_line, key_lines, line_of

SOURCE = """title = 'One'        # line 1
prompt = '''
hidden = 'not a key'
[not a table]
'''
[parameters]
a = { integers = [1, 2] }
[[mistakes]]
name = 'first'
[[mistakes]]
name = 'second'
says = "with [brackets] and # no comment"
[[parts]]
prompt = 'x'
[parts.answer]
vector = 'g'
[[parts.mistakes]]
name = 'third'
[[parts]]
[[parts.mistakes]]
name = 'fourth'
[parts.help]
hints = [   # a comment
  'One [of two].',

  "Two.",
]
steps = ['Short.']
"""

LINES = [
    (("title",), 1),
    (("prompt",), 2),
    (("parameters",), 6),
    (("parameters", "a"), 7),
    (("parameters", "a", "integers"), 7),
    (("mistakes", 0), 8),
    (("mistakes", 1, "name"), 11),
    (("mistakes", 1, "says"), 12),
    (("parts", 0, "answer", "vector"), 16),
    (("parts", 0, "mistakes", 0, "name"), 18),
    (("parts", 1), 19),
    (("parts", 1, "mistakes", 0, "name"), 21),
    (("parts", 1, "help"), 22),
    (("parts", 1, "help", "hints"), 23),
    (("parts", 1, "help", "hints", 0), 24),
    (("parts", 1, "help", "hints", 1), 26),
    (("parts", 1, "help", "steps", 0), 28),
    (("mistakes",), 8),
    (("nowhere",), 1),
]


@pytest.mark.parametrize(("where", "line"), LINES)
def test_line_of_a_key(where, line):
    assert line_of(where, key_lines(SOURCE)) == line


def test_keys_inside_long_strings_are_no_keys():
    assert ("hidden",) not in key_lines(SOURCE)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (r"a = '\nabla'", 0),
        (r'a = "\nabla"', 1),
        ("# a comment with \"\\nabla\"\na = 'x'", 0),
        ("a = '''\n\"\\nabla\"'''\nb = 1", 0),
        ('a = 1\nb = """\nx\n\\nabla"""', 4),
        ("a = \"plain\"\nb = 'x'", 0),
    ],
)
def test_backslash_in_double_quotes(source, line):
    assert backslash_line(source) == line


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hint", "; did you mean 'hints'?"),
        ("Steps", "; did you mean 'steps'?"),
        ("zzz", "; known are hints, steps"),
    ],
)
def test_did_you_mean(name, told):
    assert did_you_mean(name, ["hints", "steps"]) == told


KEYS = st.lists(st.sampled_from(["a", "b", "c", "d-e", "f_1"]), min_size=1, max_size=5, unique=True)
TEXTS = st.text(st.sampled_from("ab=[]#'\n "), max_size=12).filter(lambda text: "'''" not in text and text[-1:] != "'")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(KEYS, st.lists(TEXTS, min_size=5, max_size=5)), min_size=1, max_size=3))
def test_every_key_is_found_on_a_line_that_holds_it(tables):
    lines, keys = [], []
    for number, (names, texts) in enumerate(tables):
        lines.append(f"[t{number}]")
        for name, text in zip(names, texts, strict=False):
            keys.append((f"t{number}", name))
            lines.append(f"{name} = '''{text}'''")
    source = "\n".join(lines)
    tomllib.loads(source)
    found = key_lines(source)
    for table, name in keys:
        assert source.split("\n")[found[table, name] - 1].startswith(f"{name} = ")
