"""The lists that items share: a slip in skills.toml or mistakes.toml is told at its line and spoils no other entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.item.skills_and_mistakes import KnownMistake, Skill, findings_of_rules, read_mistakes, read_skills

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
        ("title = 'Slope'", "title = 'Slope'\nafther = ['calculus']", 5, "unknown key 'afther'; did you mean 'after'?"),
        ("title = 'Slope'", "title = 'Slope'\nafter = 'calculus'", 5, "[slope]: write after = ['…']"),
        ("title = 'Slope'", "title = 'Slope'\nafter = [1]", 5, "[slope]: write after = ['…']"),
        ("title = 'Slope'", "title = 'Slope'\nrules = 3", 5, "[slope]: write rules = '…'"),
        ("title = 'Slope'", "title = 'Slope'\nrules = ' '", 5, "rules have half a screen, 1 to 1,500 characters"),
        ("title = 'Slope'", f"title = 'Slope'\nrules = '{'x' * 1_501}'", 5, "rules have half a screen"),
        ("'calculus'", "'calculs'", 5, "no skill is called 'calculs'; did you mean 'calculus'?"),
        ("'calculus'", "'slope'", 5, "no skill is called 'slope'"),
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


AFTER = "".join(
    f"[{name}]\ntitle = '{name}'\nafter = {after}\n" for name, after in [("a", []), ("b", ["a"]), ("c", ["b", "a"])]
)


def test_what_a_skill_builds_on_and_its_rules():
    skills, findings = read_skills(AFTER + "rules = 'Is $x^2$.'\n")
    assert findings == ()
    assert {name: skill.after for name, skill in skills.items()} == {"a": (), "b": ("a",), "c": ("b", "a")}
    assert skills["c"].rules == "Is $x^2$."


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("after = []", "after = ['a']", 3, "'a' cannot build on itself; take it out"),
        ("after = []", "after = ['bb']", 3, "no skill is called 'bb'; did you mean 'b'?"),
        ("after = []", "after = ['b']", 6, "'b' builds on 'a', which builds on 'b'; take one of them out"),
    ],
)
def test_a_slip_in_what_a_skill_builds_on_leaves_the_skill(old, new, line, message):
    skills, findings = read_skills(AFTER.replace(old, new))
    assert list(skills) == ["a", "b", "c"]
    assert findings == ((line, message),)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), unique=True), min_size=1))
def test_what_is_left_never_goes_round_in_a_circle(graph):
    """Whatever names an author writes: the skills can be taught in some order."""
    source = "".join(f"[{name}]\ntitle = 'T'\nafter = {after}\n" for name, after in graph.items())
    skills, findings = read_skills(source)
    taught: set[str] = set()
    while ready := {name for name, skill in skills.items() if name not in taught and set(skill.after) <= taught}:
        taught |= ready
    assert taught == set(graph)
    same = all(set(skills[name].after) == set(after) for name, after in graph.items())
    assert same == (findings == ())


def test_rules_are_read_for_their_faults_only_when_asked():
    source = "[a]\ntitle = 'A'\nrules = '''\nFirst.\n$\\frac{1$\n'''\n"
    assert read_skills(source)[1] == ()
    ((line, told),) = findings_of_rules(source)
    assert line == 5
    assert told.startswith("'rules': ")
    assert list(findings_of_rules("a = [")) == []


def test_a_circle_through_skills_of_another_bank_is_cut_in_this_one():
    elsewhere = {"a": Skill("a", "A", after=("b",)), "b": Skill("b", "B")}
    skills, ((line, told),) = read_skills("[b]\ntitle = 'B'\nafter = ['a']\n", elsewhere)
    assert skills["b"].after == ()
    assert (line, told) == (3, "'b' builds on 'a', which builds on 'b'; take one of them out")


def test_a_long_circle_is_told_in_one_short_line():
    names = [f"s{number}" for number in range(2_000)]
    source = "".join(f"[{name}]\ntitle = 'T'\nafter = ['{names[place - 1]}']\n" for place, name in enumerate(names))
    ((_, told),) = read_skills(source)[1]
    assert len(told) < 200
