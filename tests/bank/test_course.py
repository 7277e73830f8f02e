"""The course of a bank: titles and order, statements that items cover, rules; slips of their files are told."""

import pytest

from quizengine.bank import load, load_bank, select
from quizengine.errors import UnknownTopic

TOPICS = "[slope]\ntitle = 'Slopes'\nsays = 'Of curves.'\n\n[area]\ntitle = 'Areas'\nsays = 'Below curves.'\n"


def ids(bank):
    return [item.id for item in bank.course.in_order(bank.items)]


def add(folder, id, difficulty):
    path = folder / f"{id}.toml"
    path.parent.mkdir(exist_ok=True)
    text = (folder / "slope" / "square.toml").read_text()
    path.write_text(text.replace("difficulty = 1", f"difficulty = {difficulty}"))


def test_topics_come_in_their_order_and_items_by_difficulty_then_name(folder):
    (folder / "topics.toml").write_text(TOPICS)
    for id, difficulty in (("area/b", 2), ("area/a", 2), ("area/z", 1), ("alpha/one", 1)):
        add(folder, id, difficulty)
    assert ids(load([folder])) == ["slope/square", "area/z", "area/a", "area/b", "alpha/one", "other/also-square"]
    assert load([folder]).faults == ()


def test_without_a_list_the_folders_are_the_topics(folder):
    bank = load([folder])
    assert ids(bank) == ["other/also-square", "slope/square"]
    assert bank.course.topic("my-own-topic").title == "My own topic"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("slope", "Slopes"),
        (" Slope/ ", "Slopes"),
        ("slope/square", "Derivative of a square"),
        ("calculus", "Calculus"),
        ("area", "Area"),  # without items its title is not used up
        ("no-such-thing", "No such thing"),
    ],
)
def test_the_title_of_what_is_asked_for(folder, name, title):
    (folder / "topics.toml").write_text(TOPICS)
    assert load([folder]).title_of(name) == title


def test_topics_of_a_second_bank_come_after_or_take_the_place(folder):
    (folder / "topics.toml").write_text("[own]\ntitle = 'Own'\nsays = 's'\n[slope]\ntitle = 'Mine'\nsays = 's'\n")
    both, alone = load_bank(folder), load_bank()
    assert list(both.course.topics) == [*alone.course.topics, "own"]
    assert both.course.topic("slope").title == "Mine"


def test_a_skill_without_items_is_no_fault_and_is_not_offered(folder):
    (folder / "skills.toml").write_text((folder / "skills.toml").read_text() + "[waiting]\ntitle = 'Waits'\n")
    bank = load([folder])
    assert bank.faults == ()
    assert "waiting" not in bank.names
    with pytest.raises(UnknownTopic):
        select(bank, ["waiting"])


def test_skills_of_a_second_bank_build_on_those_of_the_first(folder):
    own = "[own]\ntitle = 'Own'\nparent = 'calculus'\nafter = ['gradient', 'gradent']\n"
    (folder / "skills.toml").write_text(own)
    (told,) = (fault for fault in load_bank(folder).early_faults if fault.path.name == "skills.toml")
    assert (told.line, told.message) == (4, "no skill is called 'gradent'; did you mean 'gradient'?")
    assert load_bank(folder).skills["own"].after == ("gradient",)


SLIPS = [
    ("topics.toml", "[slope]\ntitle = 'S'\n", 1, "[slope] needs says = '…'"),
    ("statements.toml", "[S2]\ntitle = 'T'\n[S2.statements]\nS2-35 = '$f'\n", 4, "opens a formula that is not closed"),
    ("skills.toml", "[slope]\ntitle = 'S'\nrules = '''\nOne.\nTwo $\\nabl f$.\n'''\n", 5, "'rules': "),
    ("skills.toml", "[slope]\ntitle = 'S'\nrules = 'Is << a >>.'\n", 3, "<< a >> has no value; write it out"),
]


@pytest.mark.parametrize(("file", "text", "line", "message"), SLIPS)
def test_a_slip_in_a_list_is_told_at_its_line_and_hides_no_item(folder, file, text, line, message):
    (folder / file).write_text(text)
    bank = load([folder])
    told = [fault for fault in bank.faults if message in fault.message]
    assert [(fault.path.name, fault.line) for fault in told] == [(file, line)], bank.faults
    assert len(bank.items) == 2


@pytest.mark.parametrize(
    ("id", "message"),
    [
        (
            "S2-36",
            "no statement is called 'S2-36'; did you mean 'S2-35'? A new one goes into statements.toml of your bank",
        ),
        ("Q9-1", "no statement is called 'Q9-1'; a new one goes into statements.toml of your bank"),
    ],
)
def test_an_item_covers_only_statements_that_there_are(folder, id, message):
    path = folder / "slope" / "square.toml"
    path.write_text(path.read_text().replace("S2-35", id))
    (told,) = load([folder]).faults
    assert (told.path.name, told.line, told.message) == ("square.toml", 4, message)


def test_which_items_cover_what(folder):
    more = "S2-36 = 'Its derivative is $2x$.'\n"
    (folder / "statements.toml").write_text((folder / "statements.toml").read_text() + more)
    bank = load([folder])
    covered = bank.statements.covered(bank.course.in_order(bank.items))
    assert covered == {"S2-35": ("other/also-square", "slope/square"), "S2-36": ()}
    assert bank.statements.covered(()) == {"S2-35": (), "S2-36": ()}


def test_loading_reads_neither_topics_nor_statements(folder):
    """The first question of a session does without them."""
    bank = load([folder])
    assert not {"course", "statements"} & set(vars(bank))
