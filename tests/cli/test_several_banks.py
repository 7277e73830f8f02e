"""Other people's banks on the command line: several of them, paths in place of ids, and banks that mean harm."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizengine.cli.named_items import NAME_OR_PATH

Run = Callable[..., Any]

SQUARE = "title = 'Square'\nskills = ['gradient']\ndifficulty = 1\nprompt = 'Find $3^2$.'\n[answer]\nnumber = '9'\n"
TEXTS = Path(__file__).parent.parent / "sheet" / "hostile_text.jsonl"
HOSTILE = [json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines()][::3]


@pytest.fixture
def banks(tmp_path: Path) -> tuple[Path, Path]:
    """Two banks, each with squares/one; the second has squares/two as well."""
    for name in ("mine/squares/one", "yours/squares/one", "yours/squares/two"):
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SQUARE.replace("Square", name.title()))
    return tmp_path / "mine", tmp_path / "yours"


def typed(*folders: Path) -> list[str]:
    return [word for folder in folders for word in ("--bank", str(folder))]


def listed(run: Run, *arguments: str) -> list[str]:
    return [row["id"] for row in json.loads(run("bank", "list", "--json", *arguments).out)]


SQUARES = ["mine:squares/one", "yours:squares/one", "squares/two"]


def test_bank_may_be_repeated_before_and_after_a_command(run: Run, banks: tuple[Path, Path]) -> None:
    assert sorted(listed(run, "squares", *typed(*banks))) == sorted(SQUARES)
    before = run(*typed(*banks), "bank", "list", "squares", "--json")
    assert sorted(row["id"] for row in json.loads(before.out)) == sorted(SQUARES)
    alone = run(*typed(banks[0]), "bank", "list", "squares", "--json", *typed(banks[1]))
    assert [row["id"] for row in json.loads(alone.out)] == ["squares/one", "squares/two"]


def test_the_environment_names_several(run: Run, banks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZENGINE_BANK", os.pathsep.join(("", *map(str, banks), "")))
    assert sorted(listed(run, "squares")) == sorted(SQUARES)
    assert listed(run, "squares", *typed(banks[0])) == ["squares/one"]  # what is typed counts alone


@pytest.mark.parametrize(
    "command",
    [["bank", "show"], ["bank", "list"], ["bank", "check"], ["practice"], ["sheet"], ["bank", "stats"]],
    ids=" ".join,
)
def test_a_plain_id_of_two_banks_is_wrong_use_in_one_line(
    run: Run, banks: tuple[Path, Path], command: list[str]
) -> None:
    ran = run(*command, "squares/one", *typed(*banks))
    assert ran.code == 2
    assert ran.out == ""
    last = ran.err.splitlines()[-1]
    assert last == "quizengine: more than one bank has 'squares/one'; type one of mine:squares/one, yours:squares/one"


def test_each_of_two_namesakes_is_shown_practised_and_printed(
    run: Run, banks: tuple[Path, Path], tmp_path: Path
) -> None:
    shown = run("bank", "show", "yours:squares/one", *typed(*banks))
    assert shown.out.startswith("yours:squares/one  seed 1")
    done = run("practice", "mine:squares/one", "yours:", "-n", "3", "--seed", "1", *typed(*banks), typed="9\n9\n9\n")
    assert "Done. Right at the first try: 3 of 3" in done.out
    assert "another bank has 'squares/one' already" in done.err
    assert "left out" not in done.err
    told = json.loads(run("progress", "--json", *typed(*banks)).out)
    assert [topic["topic"] for topic in told["topics"]] == ["squares"]
    made = run(
        *("sheet", "yours:", "-n", "2", "--format", "text", "-o", str(tmp_path / "out"), "--json"), *typed(*banks)
    )
    (code,) = json.loads(made.out)["codes"].values()
    again = run("sheet", "--code", code, "--format", "text", "-o", str(tmp_path / "again"), *typed(*banks))
    assert again.code == 0
    texts = [(path.read_text(), (tmp_path / "again" / path.name).read_text()) for path in (tmp_path / "out").iterdir()]
    assert texts
    assert all(first == second for first, second in texts)


def test_a_session_goes_on_when_a_namesake_has_come(run: Run, banks: tuple[Path, Path]) -> None:
    run("practice", "squares", "-n", "1", "--seed", "1", *typed(banks[0]), typed="")
    ran = run(*typed(*banks), typed="9\n")
    assert "Resuming your session" in ran.out
    assert "Done. Right at the first try: 1 of 1" in ran.out


def test_to_go_on_all_banks_have_to_be_typed_again(run: Run, banks: tuple[Path, Path]) -> None:
    ran = run("practice", "squares", "-n", "1", *typed(*banks), typed="")
    assert f"with: quizengine {shlex.join(typed(*banks))}" in ran.out


def test_check_tells_names_that_are_used_twice(run: Run, banks: tuple[Path, Path]) -> None:
    ran = run("bank", "check", "mine:", "yours:", "--seeds", "2", *typed(*banks))
    assert ran.code == 1
    told = [line for line in ran.out.splitlines() if "another bank has" in line]
    assert len(told) == 1
    assert str(banks[1]) in told[0]
    assert str(banks[0]) in told[0]


@pytest.mark.parametrize("path", ["mine/squares/one.toml", "./mine/squares", "mine", "mine/../mine/squares/one.toml"])
def test_check_takes_a_path(run: Run, banks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(banks[0].parent)
    for place in (path, str(banks[0].parent / path)):
        ran = run("bank", "check", place, "--seeds", "2", "--json")
        assert [item["id"] for item in json.loads(ran.out)["items"]] == ["squares/one"]
        assert ran.code == 0
    (banks[0] / "squares" / "one.toml").write_text(SQUARE.replace("'gradient'", "'gradent'"))
    ran = run("bank", "check", path, "--seeds", "2")
    assert ran.code == 1
    assert f"{banks[0]}/squares/one.toml:2: no skill is called 'gradent'; did you mean 'gradient'?" in ran.out


def test_show_takes_the_path_of_one_file(run: Run, banks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(banks[1])
    assert run("bank", "show", "squares/two.toml").out.startswith("squares/two  seed 1")
    several = run("bank", "show", "./squares")
    assert several.code == 2
    assert "holds 2 items; name the file of one" in several.err


def test_a_name_of_the_bank_comes_before_a_folder_of_that_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gradient").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("bank", "show", "gradient/at-point").code == 0
    assert "holds no items" in run("bank", "check", "./gradient").err


def test_files_are_completed() -> None:
    assert NAME_OR_PATH.shell_complete(None, None, "my-b")[0].type == "file"  # type: ignore[arg-type]


def test_a_broken_path_hides_no_good_one(run: Run, banks: tuple[Path, Path]) -> None:
    broken = banks[0] / "squares" / "one.toml"
    broken.write_bytes(b"\xff")
    ran = run("bank", "check", str(broken), str(banks[1] / "squares" / "two.toml"), "--seeds", "2", "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert [item["id"] for item in told["items"]] == ["squares/two"]
    assert {fault["file"] for fault in told["faults"]} == {str(broken)}


def one_line(ran: Any) -> bool:
    return bool(
        ran.code
        and not ran.out
        and ran.err.count("\n") == 1
        and ran.err.startswith("quizengine: ")
        and "a fault of the program" not in ran.err
        and ran.err[:-1].isprintable()
    )


NOWHERE = ["none", "a\nb", "a\x1b[31mb", "a\u202eb", "x" * 5_000, "/proc/self/mem", "file/below", "~"]


@pytest.mark.parametrize("name", NOWHERE, ids=range(len(NOWHERE)))
def test_a_bank_that_is_none_is_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    ran = run("bank", "list", "--bank", name)
    assert one_line(ran) or "holds no items" in ran.err
    assert ran.code == 1


@pytest.mark.parametrize("command", ["check", "show"])
@pytest.mark.parametrize(
    "name", [*NOWHERE, "../" * 2_000, "/dev/zero", "/", "../..", "nul.toml", "con/a.toml", "\\\\host\\x.toml"]
)
def test_a_path_of_nothing_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    below = tmp_path / "a" / "b" / "c"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert one_line(run("bank", command, name)), name


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 25))
def test_hostile_texts_as_names_are_one_line(run: Run, start: int) -> None:
    for text in HOSTILE[start : start + 25]:
        for name in (text, f"quizengine:{text}.toml"):
            if name.startswith("-") or "\0" in name:  # an option, and what no shell can hand over
                continue
            assert one_line(run("bank", "show", name)), name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names of files")
def test_hostile_texts_as_names_of_files_are_told_and_the_good_item_is_there(
    run: Run, banks: tuple[Path, Path]
) -> None:
    mine, _ = banks
    written = 0
    for text in HOSTILE:
        name = text.replace("/", "").replace("\0", "").lstrip("._")[:50] + "\n.toml"
        (mine / "squares" / name).write_text(SQUARE)
        written = len(list((mine / "squares").iterdir())) - 1
    ran = run("bank", "check", str(mine), "--seeds", "1", "--json")
    told = json.loads(ran.out)
    assert len(told["faults"]) == written
    assert [item["id"] for item in told["items"]] == ["squares/one"]
    lines = run("bank", "check", "squares", "--seeds", "1", *typed(mine)).out.splitlines()
    assert sum("is no item name" in line for line in lines) == written
    assert all(line.isprintable() for line in lines)
