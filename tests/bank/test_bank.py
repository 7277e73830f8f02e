"""Loading and searching banks; every fault is told with its file and line, and stops nothing."""

import os
import subprocess
import sys

import pytest

from quizengine.bank import load, load_bank, select
from quizengine.errors import BankUnusable, UnknownTopic
from quizengine.resources import shipped

ITEM = "slope/square.toml"


def test_a_sound_bank(folder):
    bank = load([folder])
    assert [item.id for item in bank.items] == ["other/also-square", "slope/square"]
    assert bank.faults == ()
    assert bank.item("slope/square").title == "Derivative of a square"
    assert bank.skills["slope"].parent == "calculus"
    assert bank.mistakes["coefficient-lost"].group == "rules"


FAULTS = [
    ("title      = 'Derivative of a square'", "title = 5", 1, "'title': write it in quotes: '5'"),
    ("[answer]", "[answr]", 11, "unknown key 'answr'; did you mean 'answer'?"),
    ("expression = '2*a*x'", "expresion = '2*a*x'", 11, "'answer' needs exactly one of these kinds of answer"),
    ("expression = '2*a*x'", "expresion = '2*a*x'", 11, "did you mean 'expression' for 'expresion'?"),
    ("expression = '2*a*x'", "expression = '2*a*x'\nvariable = ['x']", 13, "did you mean 'variables'?"),
    ("{ integers = [2, 9] }", "{ integers = [9, 2] }", 9, "the lowest stands first: [2, 9]"),
    ("{ integers = [2, 9] }", "{ integer = [2, 9] }", 9, "needs one of integers ="),
    ("{ integers = [2, 9] }", "{ choices = [0.5] }", 9, "write it in quotes"),
    ("{ integers = [2, 9] }", "{ integers = [2, 2], except = [2] }", 9, "no value is left"),
    ("a = { int", "e = { int", 9, "'e' has a meaning already; take another name"),
    ("a = { int", "'a b' = { int", 9, "cannot be a name"),
    ("'Differentiate $f(x) = << a >> x^2$.'", '"Find $\\nabla f$."', 6, "write LaTeX in single quotes"),
    ("skills     = ['slope']", "skills = ['slop']", 2, "no skill is called 'slop'; did you mean 'slope'?"),
    ("'coefficient-lost'", "'coeficient-lost'", 15, "did you mean 'coefficient-lost'?"),
    ("difficulty = 1", "difficulty = 9", 3, "'difficulty': must be 5 or less"),
    ("'S2-35'", "'S2'", 4, "covers.1"),
    ("name       = ", "nam = ", 14, "'mistakes.1.name' is missing"),
    ("[answer]", "[answer", 11, "no TOML"),
    ("[answer]", "[answer]\n[answer]", 12, "cannot declare [answer] twice; this table stands twice"),
    ("{ integers = [2, 9] }", "[2, 9]", 9, "or texts = […]; write { choices = [2, 9] }"),
    ("{ integers = [2, 9] }", "7", 9, "; a fixed value stands in [let]"),
    ("expression = '2*a*x'", "reason = 'it is'", 11, "; 'reason' goes with statement = …"),
    ("$.'", "'s slope.'", 6, "no TOML"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), FAULTS)
def test_a_fault_has_its_line_and_cure(folder, old, new, line, message):
    path = folder / ITEM
    source = path.read_text()
    assert old in source
    path.write_text(source.replace(old, new, 1))
    faults = load([folder]).faults
    told = [fault for fault in faults if message in fault.message]
    assert told, faults
    assert {(fault.path.name, fault.line) for fault in told} == {("square.toml", line)}
    assert all("\n" not in str(fault) for fault in faults)


def test_all_faults_of_all_files_are_told_in_one_run(folder):
    (folder / ITEM).write_text((folder / ITEM).read_text().replace("title ", "titel ").replace("marks", "mark"))
    (folder / "other" / "broken.toml").write_text("title = ")
    (folder / "other" / "latin.toml").write_bytes("title = 'é'".encode("latin-1"))
    (folder / "other" / "Bad Name.toml").write_text("")
    (folder / "stray.toml").write_text("")
    bank = load([folder])
    assert {fault.path.name for fault in bank.faults} == {
        "square.toml",
        "broken.toml",
        "latin.toml",
        "Bad Name.toml",
        "stray.toml",
    }
    assert [item.id for item in bank.items] == ["other/also-square"]


@pytest.mark.parametrize(
    "content", [b"", b"title: x", b"title = 'T'\nskills = 'slope'", b"\xff", b"x = " + b"[" * 9_000]
)
def test_an_item_that_cannot_be_read_is_still_known_by_its_name(folder, content):
    (folder / ITEM).write_bytes(content)
    bank = load([folder])
    told = bank.faults_of(["slope/square"])
    assert told
    assert {fault.path.name for fault in told} == {"square.toml"}
    for use in (lambda: bank.item("slope/square"), lambda: select(bank, ["slope/square"])):
        with pytest.raises(BankUnusable, match=r"square.toml: .*; see `quizengine bank check`"):
            use()
    assert [item.id for item in select(bank, ["slope", "other"])] == ["other/also-square"]
    assert bank.faults_of(["other/also-square"]) == ()


def test_the_faults_of_some_items_and_of_the_lists_they_share(folder):
    (folder / ITEM).write_text((folder / ITEM).read_text().replace("[answer]", "[answr]"))
    (folder / "skills.toml").write_text("[calculus]\n")
    names = {"slope/square": {"square.toml", "skills.toml"}, "other/also-square": {"also-square.toml", "skills.toml"}}
    for topic, files in names.items():
        assert {fault.path.name for fault in load([folder]).faults_of([topic])} == files


def test_a_list_and_a_topic_that_cannot_be_read(folder):
    (folder / "skills.toml").write_bytes(b"\xff")
    (folder / "Other Topic").mkdir()
    (folder / "Other Topic" / "a.toml").write_text("")
    told = {fault.path.name: fault.message for fault in load([folder]).early_faults}
    assert told == {
        "Other Topic": "'Other Topic' is no topic name; use small letters, digits and hyphens",
        "skills.toml": "is not UTF-8; save it again with the encoding UTF-8",
    }


def test_a_file_as_windows_writes_it(folder):
    text = (folder / ITEM).read_text()
    (folder / ITEM).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (folder / "other" / "also-square.toml").write_bytes(text.replace("\n", "\r").encode())
    bank = load([folder])
    assert bank.faults == ()
    assert {item.source for item in bank.items} == {text}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows, and there are no pipes in folders")
def test_links_huge_files_and_unreadable_files_are_faults(folder):
    (folder / "slope" / "huge.toml").write_text("# " + "x" * 300_000)
    (folder / "slope" / "link.toml").symlink_to(folder / ITEM)
    (folder / "linked").symlink_to(folder / "slope")
    (folder / "linked.toml").symlink_to(folder / ITEM)
    os.mkfifo(folder / "slope" / "pipe.toml")
    told = {fault.path.name: fault.message for fault in load([folder]).faults}
    assert set(told) == {"huge.toml", "link.toml", "linked", "linked.toml", "pipe.toml"}
    assert "split it" in told["huge.toml"]


def test_what_may_be_taken_for_an_item_and_is_read_by_nobody(folder):
    for name in (
        "slope/a.TOML",
        "slope/a.toml.txt",
        "slope/a.yaml",
        "slope/deep/a.toml",
        "slope/notes.md",
        "slope/_a.toml",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("")
    (folder / "slope" / "folder.toml").mkdir()
    told = {fault.path.name: fault.message for fault in load([folder]).faults}
    assert set(told) == {"a.TOML", "a.toml.txt", "a.yaml", "deep", "folder.toml"}
    assert told["deep"] == "lies too deep; move its files up into slope/"
    assert "ends in .toml" in told["a.yaml"]
    assert "is a folder" in told["folder.toml"]


def test_a_folder_that_is_none(tmp_path):
    with pytest.raises(BankUnusable, match="there is no such folder; name a bank folder with --bank"):
        load([tmp_path / "none"])
    (tmp_path / "file").write_text("")
    with pytest.raises(BankUnusable, match="is no folder"):
        load([tmp_path / "file"])


def test_a_bank_without_items_says_so(folder, tmp_path_factory):
    empty = tmp_path_factory.mktemp("empty")
    (fault,) = load([folder, empty]).faults
    assert str(fault) == f"{empty}: holds no items; put them into topic folders, such as slope/my-item.toml"


def test_the_same_id_in_two_banks_is_a_fault(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "slope").mkdir()
    (other / "slope" / "square.toml").write_text((folder / ITEM).read_text())
    faults = load([folder, other]).faults
    assert [fault.path.parent.parent for fault in faults] == [other]
    assert "another bank has 'slope/square' already" in faults[0].message


@pytest.mark.parametrize(
    ("topics", "ids"),
    [
        ((), ["other/also-square", "slope/square"]),
        (("other",), ["other/also-square"]),
        (("slope/square",), ["slope/square"]),
        (("calculus",), ["other/also-square", "slope/square"]),
        (("Other/", "slope/square"), ["other/also-square", "slope/square"]),
    ],
)
def test_select(folder, topics, ids):
    assert [item.id for item in select(load([folder]), topics)] == ids


def test_an_unknown_topic_names_the_nearest(folder):
    with pytest.raises(UnknownTopic, match=r"did you mean slope/square\?") as caught:
        select(load([folder]), ["slope/sqare"])
    assert caught.value.topic == "slope/sqare"
    with pytest.raises(UnknownTopic):
        load([folder]).item("slope/cube")


def test_what_may_be_in_a_file_that_gave_no_name_is_told(folder):
    (folder / "bank.toml").write_text("format = 3\n")
    with pytest.raises(UnknownTopic, match=r"in what was not read, .*bank\.toml:1: this bank has format 3"):
        select(load([folder]), ["slope"])
    with pytest.raises(UnknownTopic, match="this bank has format 3"):
        load([folder]).item("slope/square")


def test_the_digest_tells_every_change(folder):
    before = load([folder])
    (folder / ITEM).write_text((folder / ITEM).read_text().replace("[2, 9]", "[2, 8]"))
    after = load([folder])
    assert before.digest != after.digest
    assert before.item("slope/square").version != after.item("slope/square").version
    assert before.item("other/also-square").version == after.item("other/also-square").version


def test_what_the_program_brings_comes_with_the_folders_that_are_named(folder):
    alone, both = load_bank(), load_bank(str(folder))
    assert alone.items == load([shipped("question_bank")]).items
    assert set(both.items) == {*alone.items, *load([folder]).items}


def test_loading_brings_in_nothing_heavy(folder):
    """The first question of a session waits for what is imported here."""
    code = f"""
import sys, pathlib
from quizengine.bank import load, select
select(load([pathlib.Path({str(folder)!r})]), ["slope"])
assert not {{"pydantic", "flint", "sympy", "jinja2"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_loading_reads_headings_only(folder):
    """A heading is enough to load and select, so a broken answer is told later, by the item that has it."""
    (folder / ITEM).write_text((folder / ITEM).read_text().replace("expression", "expresion"))
    bank = load([folder])
    assert select(bank, ["slope"])
    assert "body" not in vars(bank.items[0])
    with pytest.raises(BankUnusable, match=r"line 11: .*needs exactly one of these kinds"):
        _ = bank.item("slope/square").body
