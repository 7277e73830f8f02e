"""bank.toml: the format that a bank is written in. A folder without it may hold items of today."""

import pytest

from quizengine.bank import load, load_bank
from quizengine.resources import shipped

SLIPS = [
    ("format = 3\n", 1, "this bank has format 3, and this quizengine reads format 2; install a newer quizengine"),
    ("title = 'T'\nformat = 1\n", 2, "this bank is written in an older format; `quizengine bank upgrade "),
    ("format = '2'\n", 1, "needs format = 2, a number without quotes"),
    ("format = true\n", 1, "needs format = 2, a number without quotes"),
    ("title = 'T'\n", 1, "needs format = 2, a number without quotes"),
    ("format = 2\ntitle = 3\n", 2, "write title = '…'"),
    ("format = 2\ntitel = 'T'\n", 2, "unknown key 'titel'; did you mean 'title'?"),
    ("format = [\n", 1, "no TOML"),
]


@pytest.mark.parametrize(("text", "line", "message"), SLIPS)
def test_a_slip_is_one_line(folder, text, line, message):
    (folder / "bank.toml").write_text(text)
    bank = load([folder])
    (told,) = bank.early_faults
    assert (told.path.name, told.line) == ("bank.toml", line)
    assert message in told.message
    other = "format = 3" in text or "format = 1" in text
    assert [item.id for item in bank.items] == ([] if other else ["other/also-square", "slope/square"])


def test_a_bank_of_another_format_leaves_the_others_usable(folder):
    (folder / "bank.toml").write_text("format = 3\n")
    assert load_bank(folder).items == load_bank().items


def test_a_folder_without_a_number_just_works(folder):
    assert not (folder / "bank.toml").exists()
    assert load([folder]).faults == ()
    assert load([folder]).title == ""


def test_the_title_is_that_of_the_first_bank_that_has_one(folder):
    (folder / "bank.toml").write_text("format = 2\ntitle = 'Mine'\n")
    assert load([folder]).title == "Mine"
    assert load_bank(folder).title == load_bank().title == "Gradients"


def test_the_command_to_type_holds_any_folder(tmp_path, folder):
    strange = folder.rename(tmp_path.parent / f"{tmp_path.name} my bank's")
    item = strange / "slope" / "square.toml"
    item.write_text(item.read_text().replace("covers ", "seeds  "))
    told = load([strange]).early_faults[0]
    assert (
        f"quizengine bank upgrade '{str(strange).replace(chr(39), chr(39) + chr(34) + chr(39) + chr(34) + chr(39))}'"
        in (told.message)
    )
    assert len(load([strange]).early_faults) == 1


def test_a_parameter_of_that_name_makes_no_bank_older(folder):
    item = folder / "slope" / "square.toml"
    item.write_text(item.read_text().replace("a = {", "seeds = {").replace("difficulty = 1", "difficulty = 9"))
    assert not [fault for fault in load([folder]).early_faults if "older" in fault.message]


def test_the_shipped_bank_says_its_number():
    told = (shipped("question_bank") / "bank.toml").read_text()
    assert told == "format = 2\ntitle  = 'Gradients'\nname   = 'quizengine'\n"
