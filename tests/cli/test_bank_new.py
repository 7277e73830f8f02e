"""`quizengine bank new` and `bank schema`: a file that can be checked at once, and what editors need to know of it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import quizengine
from quizengine.bank.new_item import copied, skeleton
from quizengine.item import Item
from quizengine.resources import shipped

SHIPPED = shipped("question_bank")


def test_a_new_item_is_sound_at_once(run, tmp_path):
    bank = str(tmp_path / "my bank")
    ran = run("bank", "new", "gradient/steep-hill", "--bank", bank)
    path = Path(bank) / "gradient" / "steep-hill.toml"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert ran.err == (
        f"Next: quizengine bank check gradient/steep-hill --bank '{bank}'\n"
        f"      quizengine bank show gradient/steep-hill --bank '{bank}'\n"
    )
    assert path.read_text(encoding="utf-8").startswith("title      = 'Steep hill'\n")
    told = run("bank", "check", "gradient/steep-hill", "--bank", bank, "--seeds", "20", "--json")
    assert told.code == 0, told.out
    assert json.loads(told.out)["faults"] == []
    assert run("bank", "show", "gradient/steep-hill", "--bank", bank).code == 0


def test_a_copy_has_a_mark_and_nothing_that_is_true_of_the_other_alone(run, tmp_path):
    ran = run("bank", "new", "descent/mine", "--like", "descent/find-the-slip", "--bank", str(tmp_path))
    assert "left out of the copy: covers and tests for one seed\n" in ran.err
    text = (tmp_path / "descent" / "mine.toml").read_text(encoding="utf-8")
    other = (SHIPPED / "descent" / "find-the-slip.toml").read_text(encoding="utf-8")
    new, old = tomllib.loads(text), tomllib.loads(other)
    assert new["title"] == f"NEW: {old['title']}"
    assert "covers" not in new
    for part in old["parts"]:
        kept = [test for test in part.pop("tests", ()) if "seed" not in test]
        part |= {"tests": kept} if kept else {}
    assert {**new, "title": 0, "covers": 0} == {**old, "title": 0, "covers": 0}
    assert [line for line in text.splitlines() if "#" in line and line not in other.splitlines()] == []


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/*.toml")), ids=lambda path: path.stem)
def test_every_shipped_item_can_be_copied(path):
    text = copied(path.read_text(encoding="utf-8")).text
    item = Item.read("a/b", path, text)
    assert item.faults == ()
    assert item.title.startswith("NEW: ")
    assert item.covers == ()
    assert not any(test.seed is not None for part in item.parts for test in part.tests)


WRITTEN = [
    ("title = 'A' # why\ncovers = [\n 'S2-11', # one\n]\nmarks = 1", "title = 'NEW: A'\nmarks = 1"),
    ("title = '''\nA'''\nmarks = 1", "title = 'NEW: A'\nmarks = 1"),
    ('title = "It\'s"\nmarks = 1', "title = '''NEW: It's'''\nmarks = 1"),
    ("#:schema ../x.json\n# mine\ntitle = 'A'", "# mine\ntitle = 'NEW: A'"),
    ("title = 'A'\n[[tests]]\ntyped = '1'\nseed = 1\n\n[help]\n#h", "title = 'NEW: A'\n[help]\n#h"),
    ("title = 'A'\n[[parts]]\n[[parts.tests]]\ntyped = '1'\n[[parts.tests]]\nseed = 1", None),
]


@pytest.mark.parametrize(("source", "wanted"), WRITTEN)
def test_however_it_is_written_the_copy_says_the_same(source, wanted):
    text = copied(source).text
    assert text == wanted or wanted is None
    assert "seed" not in text
    assert "covers" not in tomllib.loads(text)


def test_a_long_title_stays_within_its_bound():
    assert len(tomllib.loads(copied(f"title = '{'A' * 120}'").text)["title"]) == 120
    assert len(tomllib.loads(skeleton("a" * 200).text)["title"]) == 120


REFUSED = [
    (["gradient"], "'gradient' is no name for an item; write topic/name in small letters", 2),
    (["Gradient/mine"], "'Gradient/mine' is no name for an item", 2),
    (["gradient/my_item"], "'gradient/my_item' is no name for an item", 2),
    (["gradient/../mine"], "'gradient/../mine' is no name for an item", 2),
    (["papers/mine"], "'papers' is no topic", 2),
    (["gradient/polynomial"], "polynomial.toml: is 'gradient/polynomial' already; choose another name", 1),
    (["gradient/mine", "--like", "gradient/polynomal"], "did you mean gradient/polynomial?", 2),
]


@pytest.mark.parametrize(("arguments", "told", "code"), REFUSED)
def test_what_cannot_be_written_is_one_line(run, tmp_path, arguments, told, code):
    ran = run("bank", "new", *arguments, "--bank", str(tmp_path))
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert told in ran.err
    assert list(tmp_path.glob("*/*.toml")) == []


def test_no_file_is_overwritten(run, tmp_path):
    run("bank", "new", "gradient/mine", "--bank", str(tmp_path))
    path = tmp_path / "gradient" / "mine.toml"
    path.write_text("title = [", encoding="utf-8")  # an item that cannot even be read
    ran = run("bank", "new", "gradient/mine", "--bank", str(tmp_path))
    assert (ran.code, ran.err) == (
        1,
        f"quizengine: {path}: is there already, and is left as it is; choose another name\n",
    )
    assert path.read_text(encoding="utf-8") == "title = ["


def test_without_a_name_the_folder_is_used_if_it_is_a_bank(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run("bank", "new", "gradient/mine")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "which bank shall have the item? Name its folder with --bank" in ran.err
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "tool.toml").write_text("x = 1\n")
    assert run("bank", "new", "gradient/mine").code == 2, "a folder with some TOML is no bank"
    (tmp_path / "bank.toml").write_text("format = 2\n")
    ran = run("bank", "new", "gradient/mine")
    assert ran.out == f"{Path('gradient/mine.toml')}\n"
    assert "Next: quizengine bank check gradient/mine --bank .\n" in ran.err
    (tmp_path / "bank.toml").unlink()
    assert run("bank", "new", "gradient/second").code == 0, "it has an item in a topic"


def test_the_bank_of_the_environment_is_written_into(run, tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZENGINE_BANK", str(tmp_path))
    assert run("bank", "new", "gradient/mine").err.startswith("Next: quizengine bank check gradient/mine\n")
    assert (tmp_path / "gradient" / "mine.toml").is_file()


def test_nothing_is_written_into_the_installed_program(run, tmp_path, monkeypatch):
    package = tmp_path / "site" / "quizengine"
    (package / "question_bank").mkdir(parents=True)
    monkeypatch.setattr(quizengine, "__file__", str(package / "__init__.py"))
    ran = run("bank", "new", "gradient/mine", "--bank", str(package / "question_bank"))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "belongs to the program" in ran.err
    assert list(package.glob("**/*.toml")) == []


def test_a_new_bank_needs_a_folder_to_lie_in(run, tmp_path):
    ran = run("bank", "new", "gradient/mine", "--bank", str(tmp_path / "typo" / "bank"))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "make that first" in ran.err


def test_the_schema_is_written_into_the_bank_and_new_items_point_at_it(run, tmp_path):
    printed = json.loads(run("bank", "schema").out)
    ran = run("bank", "schema", "-o", str(tmp_path))
    path = tmp_path / "item.schema.json"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert json.loads(path.read_text(encoding="utf-8")) == printed
    run("bank", "new", "gradient/mine", "--bank", str(tmp_path))
    item = tmp_path / "gradient" / "mine.toml"
    first, second = item.read_text(encoding="utf-8").splitlines()[:2]
    assert (first, second) == ("#:schema ../item.schema.json", "title      = 'Mine'")
    assert (item.parent / first.removeprefix("#:schema ")).resolve() == path.resolve()
    listed = run("bank", "list", "gradient/mine", "--bank", str(tmp_path))
    assert (listed.code, listed.err) == (0, ""), "the reader takes that line for a comment"


def test_the_schema_tells_the_names_of_a_bank_of_ones_own(run, tmp_path):
    (tmp_path / "skills.toml").write_text("[my-skill]\ntitle = 'Mine'\n")
    (tmp_path / "mistakes.toml").write_text("[g]\nmeaning = 'm'\n[g.mistakes]\nmy-slip = 'So.'\n")
    run("bank", "new", "gradient/mine", "--bank", str(tmp_path))
    told = json.loads(run("bank", "schema", "--bank", str(tmp_path)).out)["definitions"]
    assert {"my-skill", "gradient"} <= set(told["skill"]["enum"])
    assert {"my-slip", "swapped-partials"} <= set(told["mistake-name"]["enum"])


def test_the_schema_takes_the_place_of_an_older_one_and_of_no_other_file(run, tmp_path):
    path = tmp_path / "s.json"
    assert run("bank", "schema", "-o", str(path)).code == 0
    assert run("bank", "schema", "-o", str(path)).code == 0
    other = tmp_path / "item.toml"
    other.write_text("title = 'A'\n")
    ran = run("bank", "schema", "-o", str(other))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "it is there already, and no schema of ours" in ran.err
    assert other.read_text() == "title = 'A'\n"
