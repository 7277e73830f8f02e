"""The lists that items share: a slip in skills.toml or mistakes.toml is told at its line and spoils no other entry."""

import pytest

from quizengine.item.skills_and_mistakes import KnownMistake, Skill, read_mistakes, read_skills

SKILLS = "[calculus]\ntitle = 'Calculus'\n[slope]\ntitle = 'Slope'\nparent = 'calculus'\n"
MISTAKES = "[rules]\nmeaning = 'a rule slips'\n[rules.mistakes]\npower-kept = 'The power falls by one.'\n"


def test_sound_lists():
    skills = {"calculus": Skill("calculus", "Calculus"), "slope": Skill("slope", "Slope", "calculus")}
    assert read_skills(SKILLS) == (skills, ())
    assert read_mistakes(MISTAKES) == (
        {"power-kept": KnownMistake("power-kept", "rules", "The power falls by one.")},
        (),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("[slope]", "[Slope]", 3, "'Slope' is no name; use small letters"),
        ("title = 'Slope'", "name = 'Slope'", 3, "[slope] needs title"),
        ("'calculus'", "'calculs'", 3, "no skill is called 'calculs'; did you mean 'calculus'?"),
        ("'calculus'", "'slope'", 3, "no skill is called 'slope'"),
    ],
)
def test_a_slip_in_a_skill(old, new, line, message):
    skills, findings = read_skills(SKILLS.replace(old, new))
    assert list(skills) == ["calculus"]
    assert [at for at, told in findings if message in told] == [line], findings


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("meaning = 'a rule slips'", "", 1, "[rules] needs meaning"),
        ("power-kept =", "PowerKept =", 4, "'PowerKept' is no name"),
        ("'The power falls by one.'", "' '", 4, "'power-kept' needs a sentence"),
        (
            "power-kept =",
            "square = 'Once.'\n[more]\nmeaning = 'm'\n[more.mistakes]\nsquare =",
            8,
            "stands in [rules] already",
        ),
    ],
)
def test_a_slip_in_a_mistake(old, new, line, message):
    known, findings = read_mistakes(MISTAKES.replace(old, new))
    assert "power-kept" not in known
    assert [at for at, told in findings if message in told] == [line], findings


@pytest.mark.parametrize("read", [read_skills, read_mistakes])
def test_a_list_that_is_no_toml(read):
    entries, findings = read("title: x")
    assert (entries, [line for line, _ in findings]) == ({}, [1])
