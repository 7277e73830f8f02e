"""Lines read without a reader for all of TOML say what they say to one; others are left to it."""

import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine import load_bank
from quizengine.item.plain_lines import plain_lines

READ = [
    "",
    "title = 'Slope'\nskills = ['slope', 'gradient']  # two\n\ndifficulty = 2\n",
    "covers     = [ 'S2-15' , 'S2-42' ]\nmarks=10\n# a note\n",
    "skills = []",
    "title = 'a # b'",
    "decimals = true\nopen = false # no",
    "title = 'Größe'",
]


@pytest.mark.parametrize("source", READ)
def test_plain_lines_are_read_as_toml_is(source):
    assert plain_lines(source) == tomllib.loads(source)


LEFT = [
    'title = "Slope"',
    "title = 'Slope",
    "title = '''Slope'''",
    "skills = [\n  'slope',\n]",
    "skills = ['slope',]",
    "difficulty = 02",
    "difficulty = 2.0",
    "difficulty = True",
    "title = 'a\u202eb'",
    "title = 'a\tb'",
    "difficulty = -1",
    "difficulty = 1_000",
    "difficulty = 12345678901",
    "title = 'a'\ntitle = 'b'",
    "a.b = 'c'",
    "'title' = 'a'",
    "[help]",
    "title = 'a' 'b'",
    "title = 'a\x01'",
    "title = 'a' # \x01",
    "  title = 'a'",
]


@pytest.mark.parametrize("source", LEFT)
def test_all_other_lines_are_left_to_a_reader_of_toml(source):
    assert plain_lines(source) is None


_TEXTS = st.text(st.characters(blacklist_characters="\n\r", blacklist_categories=("Cs",)), max_size=12)
_VALUES = st.one_of(
    _TEXTS.map(lambda text: f"'{text}'"),
    st.integers(-5, 10**10).map(str),
    st.sampled_from(["true", "false", "True"]),
    st.lists(_TEXTS, max_size=3).map(lambda texts: "[" + ", ".join(f"'{text}'" for text in texts) + "]"),
    _TEXTS,
)
_LINES = st.lists(
    st.tuples(st.sampled_from(["title", "skills", "a", "b", "Title", ""]), _VALUES, _TEXTS).map(
        lambda line: f"{line[0]} = {line[1]}{'  #' if line[2] else ''}{line[2]}"
    ),
    max_size=4,
)


@given(_LINES)
def test_what_is_read_is_what_toml_says(lines):
    source = "\n".join(lines)
    found = plain_lines(source)
    if found is not None:
        assert found == tomllib.loads(source)


def test_the_headings_of_nearly_all_shipped_items_are_plain():
    items = load_bank().items
    headings = [item.source.partition("\nprompt")[0] for item in items]
    assert sum(plain_lines(heading) is not None for heading in headings) >= 0.7 * len(items)


@pytest.mark.parametrize(
    "start", ["skills = [", "skills = ['a'", "skills = ['a',", "skills", "skills =", "title = 'a'"]
)
def test_long_blanks_are_read_in_proportion(start):
    """Ten times as many take less than forty times as long, where a square would take a hundred times."""

    def seconds(blanks):
        source = start + " " * blanks + "x"
        begun = time.process_time()
        for _ in range(20):
            assert plain_lines(source) is None
        return time.process_time() - begun

    assert min(seconds(100_000) for _ in range(3)) < 40 * max(min(seconds(10_000) for _ in range(3)), 0.0005)
