"""Files and folders named by their paths: in a bank that is used, in one that is not, and in none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizengine.bank import Bank, load, load_bank, named, with_files
from quizengine.bank.paths import Found
from quizengine.errors import BankUnusable
from quizengine.resources import shipped

OURS = "gradient/at-point"


def there(found: Found) -> list[str]:
    items, unread = named(found.bank, found.names) if found.names else ((), ())
    return [*(item.id for item in items), *unread]


@pytest.fixture(scope="module")
def ours() -> Bank:
    return load_bank()


@pytest.mark.parametrize(("path", "ids"), [("slope/square.toml", ["slope/square"]), ("slope", ["slope/square"])])
def test_in_a_bank_that_is_used(folder: Path, path: str, ids: list[str]) -> None:
    bank = load([folder])
    found = with_files(bank, [folder / path])
    assert found.bank is bank
    assert there(found) == ids


def test_all_of_a_bank_that_is_used(folder: Path) -> None:
    assert there(with_files(load([folder]), [folder])) == ["other/also-square", "slope/square"]


def test_what_the_program_brings(ours: Bank) -> None:
    found = with_files(ours, [shipped("question_bank") / f"{OURS}.toml"])
    assert found.bank is ours
    assert there(found) == [OURS]


@pytest.mark.parametrize(("path", "ids"), [("slope/square.toml", ["slope/square"]), ("slope", ["slope/square"])])
def test_in_a_bank_that_is_not_used(ours: Bank, folder: Path, path: str, ids: list[str]) -> None:
    """Its lists are read, so the names in its items are known; its other items are not read."""
    (folder / "other" / "also-square.toml").write_text("title = ")
    found = with_files(ours, [folder / path])
    assert there(found) == ids
    assert found.bank.faults_of(found.names) == ()
    assert len(found.bank.items) == len(ours.items) + 1


def test_all_of_a_bank_that_is_not_used(ours: Bank, folder: Path) -> None:
    assert there(with_files(ours, [folder])) == ["other/also-square", "slope/square"]


def test_the_faults_of_its_lists_are_told(ours: Bank, folder: Path) -> None:
    (folder / "skills.toml").write_text("[calculus]\n")
    found = with_files(ours, [folder / "slope" / "square.toml"])
    assert {fault.path.name for fault in found.bank.faults_of(found.names)} == {"skills.toml"}


def test_one_that_has_the_name_of_another_is_looked_at_all_the_same(ours: Bank, folder: Path) -> None:
    """A copy of an item is no namesake until its bank is used."""
    path = folder / "gradient" / "at-point.toml"
    path.parent.mkdir()
    path.write_text((folder / "slope" / "square.toml").read_text())
    (folder / "bank.toml").write_text("format = 2\nname = 'quizengine'\n")
    found = with_files(ours, [path])
    assert there(found) == ["quizengine-2:gradient/at-point"]
    assert found.bank.item(OURS) == ours.item(OURS)
    assert found.bank.faults_of(found.names) == ()


@pytest.mark.parametrize("name", ["Desktop", "my_items", "adam", "con"])
def test_a_file_in_no_bank(ours: Bank, folder: Path, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("lone") / name / "adam.toml"
    path.parent.mkdir()
    path.write_text((folder / "slope" / "square.toml").read_text().replace("'slope'", "'gradient'"))
    topic = name.lower().replace("_", "-")
    for place in (path, path.parent):
        assert there(with_files(ours, [place])) == [f"{topic}/adam"]


def test_a_draft_can_be_looked_at(ours: Bank, folder: Path) -> None:
    path = (folder / "slope" / "square.toml").rename(folder / "slope" / "_square.toml")
    for bank in (ours, load([folder])):
        found = with_files(bank, [path])
        assert [item.plain_id for item in named(found.bank, found.names)[0]] == ["slope/square"]


REFUSED = [
    ("slope/My Item.toml", "'My Item' is no item name; use small letters, digits and hyphens"),
    ("slope/nul.toml", "Windows keeps for itself"),
    ("Slope/a.toml", "'Slope' is no topic name"),
    ("stray.toml", "lies outside a topic"),
    ("skills.toml", "lies outside a topic"),
]


@pytest.mark.parametrize(("name", "message"), REFUSED)
def test_what_can_be_no_item_is_told(ours: Bank, folder: Path, name: str, message: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    found = with_files(ours, [path])
    assert found.names == ()
    assert [message in fault.message for fault in found.faults] == [True]


@pytest.mark.parametrize("content", [b"", b"\xff", b"title = ", b"x" * 300_000])
def test_a_file_that_cannot_be_read_is_told(ours: Bank, folder: Path, content: bytes) -> None:
    path = folder / "slope" / "square.toml"
    path.write_bytes(content)
    found = with_files(ours, [path, folder / "other"])
    assert len(there(found)) == 2
    assert {fault.path for fault in found.bank.faults_of(found.names)} == {path}


@pytest.mark.parametrize("name", ["none", "none.toml", "a.txt", "empty", "file/a.toml"])
def test_a_path_at_which_there_are_no_items(ours: Bank, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(BankUnusable):
        with_files(ours, [tmp_path / name])


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_pipes_and_links(ours: Bank, folder: Path) -> None:
    os.mkfifo(folder / "slope" / "pipe.toml")
    (folder / "slope" / "round.toml").symlink_to("round.toml")
    (folder / "slope" / "link.toml").symlink_to("square.toml")
    for name in ("pipe", "round"):
        found = with_files(ours, [folder / "slope" / f"{name}.toml"])
        (fault,) = found.bank.faults_of(found.names)
        assert "no ordinary file" in fault.message
    assert there(with_files(ours, [folder / "slope" / "link.toml"])) == ["slope/square"]
