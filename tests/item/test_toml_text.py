# ruff: noqa: E501
"""What is looked at before a file is read as TOML, in a time in proportion to it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.bank import load
from quizengine.item.toml_text import refused, strings, without_strings


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("a = 1\nb = " + "9" * 5_000, 2, "a number of 5,000 characters; at most 40"),
        ("a = 1\n\n" + "k" * 200 + " = 1", 3, "a key of 200 characters; at most 100"),
        ("a" + ".a" * 20_000 + " = 1", 1, "more than 8 dots"),
        ("a = 1\n[a" + " . a" * 20 + "]", 2, "more than 8 dots"),
        ("''" + ".''" * 20 + " = 1", 1, "more than 8 dots"),
        ("a = 1\nb = " + "[" * 50, 2, "brackets inside more than 12 others"),
        ("a = [" + "1," * 5_000 + "]", 1, "5,001 keys and entries"),
        ("[a]\n" * 1_001, 1, "1,001 tables"),
        ("a = 'x'\nb = 'y\u202ez'", 2, "U+202E, which turns the direction of the text, stands here"),
        ("# a\u200bb", 1, "U+200B, which has no width,"),
        ("a = 'x\ufe0f'", 1, "U+FE0F"),
        ("a = 'x\x9b'", 1, "U+009B"),
    ],
)
def test_what_is_refused(source: str, line: int, told: str) -> None:
    finding = refused(source)
    assert finding is not None
    assert finding[0] == line
    assert told in finding[1]


@pytest.mark.parametrize(
    "source",
    ["a = '" + "9" * 5_000 + "'", "# " + "[" * 50, "a = '''\n" + "x.y." * 900 + "\n'''", "a = 'é∇ \U0001f600 ❤\ufe0f'", "a.b.c = 1.5"],
)  # fmt: skip
def test_what_is_not(source: str) -> None:
    assert refused(source) is None


def test_strings_hold_what_looks_like_other_things() -> None:
    source = """a = '#' # "x\nb = '''it's'''''\nc = "q\\"'"\nd = 'open\ne = 1"""
    found = [source[start:end] for start, end in strings(source)]
    assert found == ["'#'", '# "x', "'''it's'''''", '"q\\"\'"', "'open"]
    assert without_strings(source) == "a = '' \nb = ''\nc = ''\nd = ''\ne = 1"


@given(st.text(st.sampled_from("'\"#\\\n[=.a "), max_size=60))
def test_strings_are_in_order_and_lines_keep_their_number(source: str) -> None:
    ends = [0, *(place for pair in strings(source) for place in pair)]
    assert ends == sorted(ends)
    assert without_strings(source).count("\n") == source.count("\n")


PIECES = [
    "'",
    '"',
    "'''",
    '"""',
    '\\"',
    "[",
    "]",
    "=",
    ".",
    "a.",
    "a",
    " ",
    "a ",
    "#",
    "''.",
    "{",
    "[[",
    "é",
    "-",
    "'''\n\"\"\"\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_file_of_200_kb_is_looked_at_at_once(piece: str) -> None:
    from quizengine.item.line_numbers import backslash_line, key_lines

    source = 'a = "\\' + (piece * 200_000)[:199_000]
    begun = time.process_time()
    refused(source)
    backslash_line(source)
    key_lines(source)
    assert time.process_time() - begun < 1


GOOD = "title = 'T'\nskills = ['s']\ndifficulty = 1\nprompt = 'p'\n[answer]\nnumber = '1'\n"


@pytest.mark.parametrize("name", ["skills.toml", "mistakes.toml", "t/other.toml"])
@pytest.mark.parametrize(
    "content", ["a = " + "9" * 5_000, "a" + ".a" * 20_000 + " = 1", "a = 'x\u202e'", "[a]\ntitle = 'A'\nparent = ['b']"]
)
def test_one_file_never_makes_the_bank_unusable(name: str, content: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "good.toml").write_text(GOOD)
    (tmp_path / name).write_text(content)
    bank = load([tmp_path])
    assert [item.id for item in bank.items] == ["t/good"]
    assert not bank.items[0].faults
    assert [fault.path.name for fault in bank.faults if fault.path.name == name.rpartition("/")[2]]


@pytest.mark.parametrize("value", ["true", "2.0", "'2'", "0", "6", "nan", "1979-05-27", "[2]"])
def test_a_difficulty_is_a_whole_number_from_1_to_5(value: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "one.toml").write_text(GOOD.replace("difficulty = 1", f"difficulty = {value}"))
    (fault,) = (fault for fault in load([tmp_path]).faults if "'difficulty'" in fault.message)
    assert fault.line == 3


@pytest.mark.parametrize(
    ("extra", "line", "told"),
    [
        ("[[mistakes]]\nname = 'm'\nnumber = '2'\n" * 25, 7, "'mistakes': at most 24 wanted, found 25"),
        ("[help]\nhints = [" + "'h', " * 13 + "]\n", 8, "at most 12 wanted, found 13"),
        ("[let]\n" + "".join(f"a{n} = '1'\n" for n in range(101)), 7, "at most 100 wanted, found 101"),
        ("tolerance = { absolute = '1e999999999' }\n", 7, "write a number such as 0.01"),
        ("digits = true\n", 7, "write a whole number from 0 to 15"),
    ],
)  # fmt: skip
def test_bounds_have_their_line(extra: str, line: int, told: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "one.toml").write_text(GOOD + extra)
    found = [(fault.line, fault.message) for fault in load([tmp_path]).items[0].faults]
    assert any(where == line and told in message for where, message in found), found
