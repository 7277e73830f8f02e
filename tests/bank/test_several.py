"""Several banks as one: what their items are called, which a name means, and what is told of names used twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizengine.bank import Bank, load, load_bank, select
from quizengine.draw import draw_question
from quizengine.errors import AmbiguousName, BankUnusable, UnknownTopic
from quizengine.item.names import as_name
from quizengine.resources import shipped

Make = Callable[..., Path]
OURS = "gradient/at-point"  # an item that the program brings


@pytest.fixture
def make(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """make("name", "slope/square", …) copies the small bank, with items of these ids and no others."""
    text = (folder / "slope" / "square.toml").read_text()

    def go(name: str, *ids: str) -> Path:
        root = tmp_path_factory.mktemp("banks") / name
        shutil.copytree(folder, root, ignore=shutil.ignore_patterns("slope", "other"))
        for id in ids:
            path = root / f"{id}.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        return root

    return go


def ids(bank: Bank) -> list[str]:
    return [item.id for item in bank.items]


def test_items_keep_their_plain_ids_while_no_other_bank_has_them(make: Make) -> None:
    bank = load([make("one", "slope/a"), make("two", "slope/b")])
    assert ids(bank) == ["slope/a", "slope/b"]
    assert [item.full_id for item in bank.items] == ["one:slope/a", "two:slope/b"]
    assert bank.faults == ()


@pytest.mark.parametrize("turn", [1, -1])
def test_namesakes_have_their_banks_in_front_whichever_comes_first(make: Make, turn: int) -> None:
    roots = [make("one", "slope/a", "slope/c"), make("two", "slope/a")]
    bank = load(roots[::turn])
    assert ids(bank) == ["one:slope/a", "slope/c", "two:slope/a"]
    assert {item.topic for item in bank.items} == {"slope"}
    (fault,) = bank.faults
    first, second = (root / "slope" / "a.toml" for root in roots[::turn])
    assert str(fault).startswith(f"{second}: another bank has 'slope/a' already ({first})")
    assert {"one:slope/a", "two:slope/a"} <= set(fault.message.split())


def test_what_the_program_brings_keeps_its_ids(make: Make) -> None:
    bank = load_bank(make("mine", OURS))
    assert {OURS, f"mine:{OURS}"} <= set(ids(bank))
    assert bank.item(OURS).path.is_relative_to(shipped("question_bank").resolve())
    assert bank.item(f"quizengine:{OURS}") is bank.item(OURS)
    assert ids(load_bank()) == [item.id for item in bank.items if item.bank == "quizengine"]


NAMES = [
    ("one:slope/a", ["one:slope/a"]),
    ("One:Slope/", ["one:slope/a", "slope/c"]),
    ("two:", ["slope/b", "two:slope/a"]),
    ("two:calculus", ["slope/b", "two:slope/a"]),
    ("slope", ["one:slope/a", "slope/b", "slope/c", "two:slope/a"]),
    ("slope/b", ["slope/b"]),
    ("two:slope/b", ["slope/b"]),
]


@pytest.mark.parametrize(("name", "found"), NAMES)
def test_names_with_and_without_a_bank(make: Make, name: str, found: list[str]) -> None:
    bank = load([make("one", "slope/a", "slope/c"), make("two", "slope/a", "slope/b")])
    assert [item.id for item in select(bank, [name])] == found
    assert bank.title_of(name)


@pytest.mark.parametrize("name", ["one:slope/b", "three:slope", "one:../a", "one:none", "one:slope/a:b", ":slope"])
def test_names_of_nothing(make: Make, name: str) -> None:
    bank = load([make("one", "slope/a"), make("two", "slope/b")])
    with pytest.raises(UnknownTopic):
        select(bank, [name])
    with pytest.raises(UnknownTopic):
        bank.item(name)


def test_a_plain_id_of_several_items_is_told_with_their_full_ids(make: Make) -> None:
    bank = load([make("one", "slope/a"), make("two", "slope/a")])
    with pytest.raises(AmbiguousName, match="'slope/a'; type one of one:slope/a, two:slope/a"):
        select(bank, ["slope/a"])
    with pytest.raises(UnknownTopic):
        bank.item("slope/a")


def test_a_slip_is_answered_with_the_nearest_name_of_its_kind(make: Make) -> None:
    bank = load([make("one", "slope/alpha"), make("two", "slope/beta")])
    for typed, near in {"slope/alpa": "slope/alpha", "one:slope/alpa": "one:slope/alpha"}.items():
        with pytest.raises(UnknownTopic, match=rf"did you mean {near}\?"):
            select(bank, [typed])


def test_a_journal_finds_its_item_by_the_text_where_the_plain_id_has_two(make: Make) -> None:
    """Answered when only the second bank was there: the journal has the plain id and the version."""
    one, two = make("one", "slope/a"), make("two", "slope/a")
    file = two / "slope" / "a.toml"
    file.write_text(file.read_text() + "# other text\n")
    before = load([two]).item("slope/a")
    both = load([one, two])
    assert both.item(before.id, before.version).full_id == "two:slope/a"
    assert both.find("slope/a", "0" * 12) is None
    assert both.item("two:slope/a", "0" * 12).source == before.source  # changed since: its name decides
    assert load([two]).item("two:slope/a").id == "slope/a"  # and back when the other bank is gone


def test_a_journal_goes_on_with_what_the_program_brings(make: Make) -> None:
    ours, both = load_bank().item(OURS), load_bank(make("mine", OURS))
    assert both.item(OURS, ours.version) == ours
    assert both.item(OURS, "0" * 12) == ours
    mine = both.item(f"mine:{OURS}")
    assert both.item(OURS, mine.version) == mine


def test_a_question_is_the_same_whatever_other_banks_have(make: Make) -> None:
    one, two = make("one", "slope/a"), make("two", "slope/a")
    alone, both = load([one]), load([one, two])
    for seed in range(1, 6):
        prompts = {
            draw_question(bank.item("one:slope/a"), seed, bank.mistakes).parts[0].key.plain() for bank in (alone, both)
        }
        assert len(prompts) == 1


def test_two_banks_of_one_name_are_told_and_the_first_wins(make: Make) -> None:
    roots = [make("mine", "slope/a"), make("mine", "slope/a", "slope/b")]
    bank = load(roots)
    assert {item.id: item.path.parent.parent for item in bank.items} == {"slope/a": roots[0], "slope/b": roots[1]}
    told = [str(fault) for fault in bank.faults]
    assert told == [
        f"{roots[1]}: another bank has the name 'mine' already ({roots[0]}); "
        "give it another with name = '…' in its bank.toml",
        f"{roots[1]}/slope/a.toml: another bank has 'slope/a' already ({roots[0]}/slope/a.toml); rename this file",
    ]
    (roots[1] / "bank.toml").write_text("format = 2\nname = 'yours'\n")
    assert ids(load(roots)) == ["mine:slope/a", "slope/b", "yours:slope/a"]


def test_the_same_folder_twice_is_one_bank(make: Make) -> None:
    root = make("mine", "slope/a")
    assert load([root, root / ".." / "mine"]).clashes == ()


def test_a_broken_file_hides_no_namesake(make: Make) -> None:
    one, two = make("one", "slope/a"), make("two", "slope/a")
    (one / "slope" / "a.toml").write_text("title =")
    bank = load([one, two])
    assert [item.full_id for item in select(bank, ["slope/a"])] == ["two:slope/a"]
    assert [fault.path for fault in bank.faults_of(["slope/a"])] == [one / "slope" / "a.toml"]
    with pytest.raises(BankUnusable):
        bank.item("one:slope/a")
    (two / "slope" / "a.toml").write_text("title =")
    assert len(load([one, two]).faults_of(["slope/a"])) == 2


WRONG = [
    ("name = 'My Bank'", "write name = 'my-bank'"),
    ("name = 5", "write name = 'my-bank'"),
    ("name = '../up'", "write name = 'my-bank'"),
    ("name = ''", "write name = 'my-bank'"),
    (f"name = '{'n' * 61}'", "write name = 'my-bank'"),
    (f"title = '{'t' * 121}'", "a title is one line of at most 120 characters"),
    ("title = '''a\nb'''", "a title is one line of at most 120 characters"),
    ("nam = 'x'", "unknown key 'nam'; did you mean 'name'?"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_wrong_name_or_title_is_told_and_hides_nothing(make: Make, line: str, message: str) -> None:
    root = make("mine", "slope/a")
    (root / "bank.toml").write_text(f"format = 2\n{line}\n")
    bank = load([root])
    (fault,) = bank.faults
    assert (fault.line, message in fault.message) == (2, True)
    assert (bank.items[0].full_id, bank.title) == ("mine:slope/a", "")


@pytest.mark.parametrize(
    ("folder_name", "name"), [("My_Bank 2", "my-bank-2"), ("数学", ""), ("a:b", "a-b"), ("..", ""), ("-x-", "x")]
)
def test_the_name_of_a_folder_as_the_name_of_a_bank(folder_name: str, name: str) -> None:
    assert as_name(folder_name) == name


def test_a_folder_without_letters_is_called_bank(make: Make) -> None:
    assert load([make("数学", "slope/a")]).items[0].full_id == "bank:slope/a"


@pytest.mark.parametrize(("id", "told"), [("con/a", "con"), ("slope/nul", "nul.toml"), ("slope/com1", "com1.toml")])
def test_names_of_devices_are_told(make: Make, id: str, told: str) -> None:
    root = make("mine", id, "slope/good")
    bank = load([root])
    (fault,) = bank.faults
    assert fault.path.name == told
    assert "Windows keeps for itself" in fault.message
    assert ids(bank) == ["slope/good"]


def test_only_the_items_that_are_named_are_read_whole(make: Make) -> None:
    bank = load([make("mine", "slope/a", "slope/b")])
    assert bank.faults_of(["slope/a"]) == ()
    assert ["_body" in vars(item) for item in bank.items] == [True, False]
