"""statements.toml: a slip is told at its line and spoils no other entry."""

import pytest

from quizengine.item.statements import Statement, read_statements

SOURCE = """[S2]
title = 'A page'
[S2.statements]
S2-01 = 'It is $x^2$.'
S2-02 = { says = 'It is low.', caution = 'Mostly.' }
S2-03 = { kind = 'question', says = 'Is it?' }
"""


def test_sound_statements():
    known, findings = read_statements(SOURCE)
    assert findings == ()
    assert list(known.values()) == [
        Statement("S2-01", "A page", "It is $x^2$."),
        Statement("S2-02", "A page", "It is low.", caution="Mostly."),
        Statement("S2-03", "A page", "Is it?", kind="question"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("S2-02 =", "S3-02 =", 5, "'S3-02' is no id of a statement in [S2]; write S2-01, S2-02"),
        ("S2-02 =", "S2-two =", 5, "'S2-two' is no id of a statement"),
        ("says = 'It is low.'", "say = 'It is low.'", 5, "'S2-02' needs says = '…'"),
        ("caution =", "cautoin =", 5, "'S2-02': unknown key 'cautoin'; did you mean 'caution'?"),
        ("'Mostly.'", "''", 5, "'S2-02' needs a sentence"),
        ("{ says = 'It is low.', caution = 'Mostly.' }", "5", 5, "'S2-02' needs a sentence"),
        ("{ says", "{ kind = 'claim', says", 5, "'S2-02': kind must be statement, question or gap"),
    ],
)
def test_a_slip(old, new, line, message):
    known, findings = read_statements(SOURCE.replace(old, new, 1))
    assert list(known) == ["S2-01", "S2-03"]
    assert [at for at, told in findings if message in told] == [line], findings


@pytest.mark.parametrize(
    ("old", "new"),
    [("title = 'A page'", "name = 'A page'"), ("title = 'A page'", "title = 'A page'\nx = 1"), ("[S2.statements]", "")],
)
def test_a_slip_in_a_text(old, new):
    known, findings = read_statements(SOURCE.replace(old, new))
    assert known == {}
    assert findings == ((1, "[S2] needs title = '…' and [S2.statements] below it, and nothing else"),)


@pytest.mark.parametrize(("old", "new"), [("$x^2$", "$x^2"), ("Mostly.", "$\\frac$"), ("Is it?", "Is << a >>?")])
def test_prose_that_cannot_be_shown_is_told_and_the_statement_stays(old, new):
    known, findings = read_statements(SOURCE.replace(old, new))
    assert len(known) == 3
    assert len(findings) == 1


def test_what_is_no_toml():
    assert [line for line, _ in read_statements("S2: x")[1]] == [1]
