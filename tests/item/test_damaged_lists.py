"""Whatever a list of a bank holds, reading it ends with entries and findings, never with an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.bank.format_number import read_about
from quizengine.bank.upgrade import upgraded
from quizengine.item.skills_and_mistakes import findings_of_rules, read_mistakes, read_skills
from quizengine.item.source import Unusable
from quizengine.item.statements import read_statements
from quizengine.item.topics import read_topics
from quizengine.resources import shipped

BANK = shipped("question_bank")
READERS = {
    "topics": read_topics,
    "statements": read_statements,
    "skills": lambda source: ({}, (*read_skills(source)[1], *findings_of_rules(source))),
    "mistakes": read_mistakes,
}
#: the beginning of each file: what comes after is more of the same
SOURCES = {name: "\n".join((BANK / f"{name}.toml").read_text(encoding="utf-8").split("\n")[:60]) for name in READERS}
PIECES = st.sampled_from(
    [
        "'",
        "'''",
        "[",
        "]",
        "[[a]]\n",
        "= ",
        "\\",
        "$",
        "<<",
        "{",
        "}",
        "1e999",
        "3",
        "['x']",
        "1979-05-27",
        "\x00",
        "a.b",
    ]
)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=80)
@given(data=st.data())
def test_a_damaged_list(name, data):
    source = SOURCES[name]
    place = data.draw(st.integers(0, len(source)))
    length = data.draw(st.integers(0, 30))
    _, findings = READERS[name](source[:place] + data.draw(PIECES) + source[place + length :])
    assert all(line >= 1 and message and "\n" not in message for line, message in findings)
    assert all(len(message) < 400 for _, message in findings)


@settings(max_examples=80)
@given(text=st.lists(st.one_of(PIECES, st.sampled_from(["format", "title", " = ", "2", "'T'", "\n"]))).map("".join))
def test_a_damaged_bank_toml(tmp_path_factory, text):
    root = tmp_path_factory.mktemp("bank")
    (root / "bank.toml").write_text(text, encoding="utf-8")
    assert all("\n" not in fault.message for fault in read_about(root).faults)


@settings(max_examples=200)
@given(
    text=st.lists(
        st.one_of(
            PIECES, st.sampled_from(["seeds", "skills", "covers", " = ", "['a']", "[[parts]]", "\n", "\r\n", "# c"])
        )
    ).map("".join)
)
def test_a_damaged_item_is_rewritten_as_it_is_meant_or_not_at_all(text):
    try:
        after, changes = upgraded(text)
    except Unusable:
        return
    assert bool(changes) == (after != text)
    assert upgraded(after) == (after, ())
