"""Files of an older format rewritten: only what has to change, the same a second time, nothing that cannot be read."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizengine.bank import load_bank
from quizengine.bank.rewriting import KEEP
from quizengine.bank.upgrade import upgrade_folder, upgraded, write
from quizengine.errors import BankUnusable
from quizengine.item.source import Unusable

#: the items of this bank as they were in format 1
OLD = Path(__file__).parent / "format_1"
FILES = sorted(OLD.glob("*/*.toml"))


def as_today(data: dict[str, Any]) -> dict[str, Any]:
    """What the tables of an old file hold in the format of today."""
    data = {"covers" if key == "seeds" else key: value for key, value in data.items()}
    if "parts" in data:
        skills = data.pop("skills")
        data["parts"] = [{"skills": skills, **part} for part in data["parts"]]
    return data


def test_there_are_old_files() -> None:
    assert len(FILES) == 15
    assert all("\nseeds " in path.read_text(encoding="utf-8") for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}/{path.stem}" for path in FILES])
def test_an_old_item(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after, changes = upgraded(before)
    assert tomllib.loads(after) == as_today(tomllib.loads(before))
    assert changes
    assert upgraded(after) == (after, ())
    gone = [line for line in before.split("\n") if line not in after.split("\n")]
    new = [line for line in after.split("\n") if line not in before.split("\n")]
    assert all(line.startswith(("seeds ", "skills ")) for line in gone)
    assert all(line.startswith("covers ") or line.endswith(f"# {KEEP}") for line in new)
    rest = [line for line in after.split("\n") if line not in new]
    assert rest == [line for line in before.split("\n") if line not in gone]


REWRITTEN = [
    ("seeds = ['S0-01']\n", "covers = ['S0-01']\n"),
    ("seeds=['S0-01']\n", "covers=['S0-01']\n"),
    ("seeds    = ['S0-01']  # two\n", "covers   = ['S0-01']  # two\n"),
    ("'seeds' = []\n", "covers = []\n"),
    ("# seeds\nseeds = [\n  'S0-01', # one\n]\n", "# seeds\ncovers = [\n  'S0-01', # one\n]\n"),
    ("a = 'x'\r\nseeds = []\r\n[let]\r\n", "a = 'x'\r\ncovers = []\r\n[let]\r\n"),
    ("\ufeffseeds = []\n", "\ufeffcovers = []\n"),
    ("[parameters]\nseeds = 3\n", "[parameters]\nseeds = 3\n"),
    ("prompt = '''\nseeds = 3\n'''\n", "prompt = '''\nseeds = 3\n'''\n"),
    (
        "skills = ['a', 'b']\n[[parts]]\nprompt = 'p'\n\n[[parts]]\nmarks  = 2\n",
        f"[[parts]]\nskills = ['a', 'b']  # {KEEP}\nprompt = 'p'\n\n"
        f"[[parts]]\nskills = ['a', 'b']  # {KEEP}\nmarks  = 2\n",
    ),
    (
        "skills = [  # of all\n  'a', # one\n  'b',\n]\nx = 1\n[[parts]]\n[parts.answer]\n",
        f"# of all\n# one\nx = 1\n[[parts]]\nskills = ['a', 'b']  # {KEEP}\n[parts.answer]\n",
    ),
    (
        "skills = ['a']\r\n[[parts]]\r\nskills = ['b']\r\n[[parts]]\r\nmarks      = 2\r\n",
        f"[[parts]]\r\nskills = ['b']\r\n[[parts]]\r\nskills     = ['a']  # {KEEP}\r\nmarks      = 2\r\n",
    ),
    ("skills = ['a']\nprompt = 'p'\n[answer]\n", "skills = ['a']\nprompt = 'p'\n[answer]\n"),
    ("[[parts]]\nskills = ['a']\n", "[[parts]]\nskills = ['a']\n"),
    ("skills = 'a'\n[[parts]]\n", "skills = 'a'\n[[parts]]\n"),
]


@pytest.mark.parametrize(("before", "after"), REWRITTEN, ids=range(len(REWRITTEN)))
def test_layout_and_comments_stay(before: str, after: str) -> None:
    assert upgraded(before)[0] == after
    assert upgraded(after) == (after, ())


REFUSED = [
    ("seeds = [\n", 1, "no TOML"),
    ('title = "\\nabla"\nseeds = []\n', 1, "backslash in double quotes"),
    ("x = 1\nseeds = []\ncovers = []\n", 2, "has 'seeds' and 'covers'"),
    ("x = 1\nskills = ['a']\nparts = [{ marks = 1 }]\n", 2, "write each part as [[parts]]"),
]


@pytest.mark.parametrize(("text", "line", "message"), REFUSED)
def test_what_cannot_be_rewritten_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(Unusable) as caught:
        upgraded(text)
    ((at, told),) = caught.value.findings
    assert at == line
    assert message in told


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the old bank that may be written to."""
    return Path(shutil.copytree(OLD, tmp_path / "old-bank"))


def content(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_bank_is_told_to_be_older_and_is_sound_when_rewritten(old: Path) -> None:
    shutil.rmtree(old / "descent")  # an item of several parts; what its parts hold is told elsewhere
    (told,) = (fault for fault in load_bank(old).early_faults if fault.path == old)
    assert f"quizengine bank upgrade {old}" in told.message
    assert not [item for item in load_bank(old).items if item.path.is_relative_to(old)]
    for found in upgrade_folder(old):
        assert not found.left
        assert write(found) is None
    assert load_bank(old).early_faults == ()
    assert load_bank(old).clashes
    assert all("another bank has" in fault.message for fault in load_bank(old).clashes)
    assert tomllib.loads((old / "bank.toml").read_text(encoding="utf-8")) == {"format": 2, "title": "Old bank"}
    assert list(upgrade_folder(old)) == []


def test_what_cannot_be_read_stays_and_all_else_is_rewritten(old: Path) -> None:
    (old / "slope" / "broken.toml").write_text("seeds = [\n")
    (old / "slope" / "latin.toml").write_bytes("seeds = ['é']".encode("latin-1"))
    (old / "slope" / "_draft.toml").write_text("seeds = []\n")
    (old / "papers").mkdir()
    (old / "papers" / "exam.toml").write_text("seeds = 3\n")
    before = content(old)
    left = {found.path.name for found in upgrade_folder(old) if found.left}
    assert left == {"broken.toml", "latin.toml"}
    assert content(old) == before, "nothing is written before it is asked for"
    for found in upgrade_folder(old):
        if not found.left:
            write(found)
    after = content(old)
    assert after["slope/_draft.toml"] == b"covers = []\n"
    same = {name for name in before if before[name] == after[name]}
    assert same == {"slope/broken.toml", "slope/latin.toml", "papers/exam.toml"}
    assert set(after) == {*before, "bank.toml"}, "nothing is left beside the files"


ABOUT = [
    ("format = 1\n", "format = 2\n"),
    ("# mine\ntitle = 'T'\nformat  =  1   # old\n", "# mine\ntitle = 'T'\nformat = 2  # old\n"),
    ("title = 'T'\r\n", "format = 2\r\ntitle = 'T'\r\n"),
    ("format = 2\n", "format = 2\n"),
    ("format = [\n", "format = [\n"),
]


@pytest.mark.parametrize(("before", "after"), ABOUT, ids=range(len(ABOUT)))
def test_the_number_of_a_bank(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "bank.toml"
    path.write_bytes(before.encode())
    for found in upgrade_folder(tmp_path):
        if not found.left:
            write(found)
    assert path.read_bytes().decode() == after


def test_a_newer_bank_and_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "bank.toml").write_text("format = 3\n")
    with pytest.raises(BankUnusable, match="install a newer quizengine"):
        list(upgrade_folder(tmp_path))
    with pytest.raises(BankUnusable, match="is no folder"):
        list(upgrade_folder(tmp_path / "nowhere"))
