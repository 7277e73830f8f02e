"""Every command: help with an example, data on one stream and talk on the other, one line for every fault."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
import pytest

from quizengine import load_bank
from quizengine.bank import Bank
from quizengine.cli.app import quizengine
from quizengine.cli.commands.progress import _show, span
from quizengine.cli.terminal import Terminal
from quizengine.practice import Estimate, Progress, Tally

Run = Callable[..., Any]


def commands(group: click.Group = quizengine, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in sorted(group.commands.items()):
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", [(), *commands()], ids=" ".join)
def test_help_has_an_example(run: Run, path: tuple[str, ...]) -> None:
    ran = run(*path, "--help")
    assert ran.code == 0
    assert f"Example:\n    {' '.join(('quizengine', *path))}" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["practice", "--nothing"],
        ["practice", "-n", "0"],
        ["practice", "--seed", "-1"],
        ["practice", "no-such-topic"],
        ["sheet", "no-such-topic"],
        ["sheet", ""],
        ["sheet", "--title", "T" * 121],
        ["sheet", "--code", "X", "gradient"],
        ["sheet", "--code", "X", "--variants", "2"],
        ["bank", "list", "no-such-topic"],
        ["bank", "show", "gradient/no-such-item"],
        ["compare", "x"],
        ["compare", "x", "x", "--jsonl", "-"],
        ["compare", "x", "x", "--relative", "much"],
        ["compare", "x", "x", "--digits", "0"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_code_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("quizengine: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sheet", "--code"], "Option '--code' requires an argument; see `quizengine sheet --help`"),
        (["bank", "show", "--seed"], "Option '--seed' requires an argument; see `quizengine bank show --help`"),
        (["--store"], "Option '--store' requires an argument; see `quizengine --help`"),
        (["compare", "1", "2", "--relative", "x"], "'x' is not a valid number; see `quizengine compare --help`"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_points_to_the_help_of_its_command(run: Run, arguments: list[str], told: str) -> None:
    assert run(*arguments).err.endswith(f"{told}\n")


def test_a_misspelt_option_is_told_with_its_neighbours(run: Run) -> None:
    told = run("sheet", "--tite").err
    assert told.count("\n") == 1
    assert all(word in told for word in ("--tite", "--title", "`quizengine sheet --help`"))


@pytest.mark.parametrize("number", ["0", "1000", "x", "9" * 5000, "1.5"])
def test_a_number_of_an_option_that_does_not_do_is_told_in_words(run: Run, number: str) -> None:
    assert f"'{number[:40]}' is no whole number from 1 to 200; see" in run("practice", "-n", number).err


def test_an_unknown_topic_names_the_nearest(run: Run) -> None:
    assert "did you mean gradient" in run("practice", "gradiant", "--plain").err


def test_the_items_are_listed(run: Run) -> None:
    bank = load_bank()
    rows = json.loads(run("bank", "list", "--json").out)
    assert len(rows) >= 44
    for row in rows:
        assert set(row) >= {
            "id",
            "kind",
            "title",
            "skills",
            "difficulty",
            "covers",
            "parts",
            "mistakes",
            "hints",
            "steps",
        }
        assert row["kind"] in ("concept", "family")
        wanted = [part.answer.mistakes_wanted for part in bank.item(row["id"]).parts]
        assert len(row["mistakes"]) >= sum(wanted)
        assert row["hints"] >= 2
        assert row["steps"] >= 1
    lines = run("bank", "list").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [row["id"] for row in rows]
    assert [line for line in lines if not line.startswith("  ")] == list(dict.fromkeys(row["topic"] for row in rows))


def test_a_drawn_question_is_shown_with_its_key_and_mistakes(run: Run) -> None:
    first = json.loads(run("bank", "show", "gradient/polynomial", "--seed", "7", "--json").out)
    again = json.loads(run("bank", "show", "gradient/polynomial", "--seed", "7", "--json").out)
    other = json.loads(run("bank", "show", "gradient/polynomial", "--seed", "8", "--json").out)
    assert first == again != other
    (part,) = first["parts"]
    assert part["kind"] == "vector"
    assert run("compare", part["key"], part["key"]).out.startswith("correct")
    for mistake in part["mistakes"]:
        assert mistake["value"] != part["key"]
        assert mistake["says"]
    shown = run("bank", "show", "gradient/polynomial", "--seed", "7").out
    assert part["key_text"] in shown


def test_a_faulty_item_is_told_with_file_and_line_and_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bank" / "mine").mkdir(parents=True)
    (tmp_path / "bank" / "mine" / "bad.toml").write_text('title = "half\n')
    ran = run("bank", "check", "mine", "--bank", str(tmp_path / "bank"), "--seeds", "2")
    assert ran.code in (1, 2)
    everything = run("bank", "list", "--bank", str(tmp_path / "bank"))
    assert everything.code == 1
    assert "bad.toml:1: " in everything.err
    assert "gradient/polynomial" in everything.out
    practised = run("practice", "slope", "-n", "1", "--bank", str(tmp_path / "bank"), typed=":quit\n")
    assert practised.code == 130
    assert practised.err.startswith("quizengine: left out: ")
    assert practised.err.endswith(f"; see `quizengine bank check --bank {tmp_path / 'bank'}`\n")


@pytest.mark.parametrize(
    "arguments", [["bank", "list"], ["practice", "--plain"], ["progress"], ["sheet"]], ids=" ".join
)
def test_a_bank_folder_that_is_not_there_is_one_line(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    ran = run(*arguments, "--bank", str(tmp_path / "nowhere"))
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "nowhere" in ran.err


@pytest.mark.parametrize("arguments", [[], ["practice", "--plain"], ["progress"], ["progress", "--json"]], ids=" ".join)
@pytest.mark.parametrize("content", [b"", b"not a store", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_store_that_is_none_is_one_line_and_unchanged(
    run: Run, store: Path, arguments: list[str], content: bytes
) -> None:
    store.write_bytes(content)
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert str(store) in ran.err
    assert "--store" in ran.err
    assert store.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = run("sheet", "-n", "1", "--seed", "1", "--format", "text", "-o", str(tmp_path / "file" / "sheets"))
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith("quizengine: ")
    assert "Traceback" not in ran.err


def test_sheets_and_keys_are_written_and_rebuilt(run: Run, tmp_path: Path) -> None:
    order = ("sheet", "-n", "2", "--seed", "5", "--variants", "2", "--format", "text", "-o")
    made = json.loads(run(*order, str(tmp_path / "a"), "--json").out)
    assert len(made["files"]) == 4
    assert len(set(made["codes"].values())) == 2
    code = made["codes"]["B"]
    rebuilt = run("sheet", "--code", code, "--format", "text", "-o", str(tmp_path / "b"))
    assert rebuilt.code == 0
    for path in map(Path, rebuilt.out.splitlines()):
        assert path.read_bytes() == (tmp_path / "a" / path.name).read_bytes()
    assert "Replaced" not in rebuilt.err
    assert "Replaced 4 files of the same name there." in run(*order, str(tmp_path / "a")).err


def test_a_ctrl_c_tells_which_sheets_stand(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizengine.sheet.render import Renderer

    printed, real = [], Renderer.print

    def print_three(press: Renderer, *what: Any) -> bytes:
        if len(printed) == 3:
            raise KeyboardInterrupt
        printed.append(what)
        return real(press, *what)

    monkeypatch.setattr(Renderer, "print", print_three)
    order = ("sheet", "-n", "1", "--seed", "5", "--variants", "4", "--format", "text", "-o", str(tmp_path / "a"))
    ran = run(*order)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == f"Stopped: 3 files are whole in {tmp_path / 'a'}, the others are not written.\n"
    assert len(list((tmp_path / "a").iterdir())) == 3
    assert run(*order).err == "Stopped: no file is written.\n"


def test_a_store_typed_before_the_command_wins_over_that_of_the_environment(run: Run, store: Path) -> None:
    named = store.with_name("other.db")
    ran = run("--store", str(named), "practice", "-n", "1", "--plain", typed=":quit\n")
    assert f"Go on any time with: quizengine --store {named}\n" in ran.out
    assert named.exists()
    assert not store.exists()


def test_progress_of_nobody(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("progress").out == f"No answers yet in {store}. Begin with: quizengine\n"
    assert "Begin with: quizengine --store 'a b.db'" in run("progress", "--store", "a b.db").out
    assert json.loads(run("progress", "--json").out)["attempts"] == 0
    assert not store.exists()


@pytest.mark.parametrize(
    ("minutes", "told"), [(0.2, "under 1 min"), (1, "1 min"), (59.4, "59 min"), (1579.4, "26 h 19 min")]
)
def test_spans_of_time(minutes: float, told: str) -> None:
    assert span(minutes) == told


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (None, "  one    1  due\n  three  2\n"),
        (16, "  one    1  due\n  three  2\n"),
        (12, "  one\n      1  due\n  three\n      2\n"),
    ],
)
def test_a_table_that_is_too_wide_stands_in_two_lines(width: int | None, shown: str) -> None:
    out = io.StringIO()
    Terminal(out, io.StringIO(), width=width).table([("one", "1", "due"), ("three", "2", "")])
    assert out.getvalue() == shown


def test_bars_keep_their_shares_and_what_is_due_is_told_by_days() -> None:
    out = io.StringIO()
    day = date(2025, 3, 10)
    tallies = Tally(198, 173, 180, 184), Tally(4, 3, 4, 3.0), Tally(0, 0, 0, 0.0)
    skills = tuple(
        (Estimate(f"s{n}", 0.9, 0.8, 0.95, 9, "proficient", day + timedelta(days=n)), tallies[0]) for n in (-2, 1, 3)
    )
    days = tuple((day - timedelta(days=n), tally) for n, tally in enumerate(tallies))
    _show(
        Terminal(out, io.StringIO()),
        Progress(198, 173, 0, 1, tallies[0], skills, (), days, 1, 1, None),
        Bank((), {}, {}),
    )
    lines = out.getvalue().splitlines()
    assert lines[0] == "198 answers, 173 right (87 %), 1 could not be decided"
    assert [line.split("proficient  ")[1] for line in lines if "proficient" in line] == [
        "due today",
        "due tomorrow",
        "due in 3 days",
    ]
    assert lines[-3] == f"  Mon 2025-03-10  {'█' * 26}░░░░  173 of 198 right, 3 h 4 min"
    assert lines[-2].split() == ["Sun", "2025-03-09", "░", "3", "of", "4", "right,", "3", "min"]
    assert lines[-1].split() == ["Sat", "2025-03-08", "–"]
