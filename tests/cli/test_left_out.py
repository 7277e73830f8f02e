"""A question that cannot be shown, judged or printed is left out, on every resume too; the others are asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizengine.bank import load
from quizengine.cli.prefetch import Prefetch
from quizengine.errors import CannotDraw
from quizengine.journal import QuestionRef

Run = Callable[..., Any]

SQUARE = "title = 'Square'\nskills = ['s']\ndifficulty = 1\nprompt = 'Find $3^2$.'\n[answer]\nnumber = '9'\n"
MAP = SQUARE.replace("Square", "Map") + "[figure]\ngraph = 'x^2'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bank = tmp_path / "bank"
    (bank / "maps").mkdir(parents=True)
    (bank / "maps" / "map.toml").write_text(MAP)
    (bank / "maps" / "square.toml").write_text(SQUARE)
    return bank


def fails(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no \x1b[31m such map")


def test_what_cannot_be_shown_is_left_out_and_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizengine.cli.figure_lines.lines_of", fails)
    first = run("practice", "maps", "-n", "2", "--seed", "1", "--bank", str(folder), typed="")
    told = first.out + first.err
    assert "is left out: maps/map cannot be shown with seed" in told
    assert "ZeroDivisionError" in told
    assert "\x1b" not in told
    assert "quizengine: a fault of the program" not in told
    again = run("--bank", str(folder), typed="9\n")
    assert "Right" in again.out
    assert "Done." in again.out
    assert again.code == 0


def test_the_figure_that_ended_everything_ends_nothing(run: Run, folder: Path) -> None:
    item = MAP.replace("'x^2'", "'exp(exp(exp(x)))'\nhorizontal = [40, 50]")
    (folder / "maps" / "map.toml").write_text(item)
    told = run("practice", "maps", "-n", "2", "--seed", "1", "--bank", str(folder), typed="9\n9\n")
    assert "Done." in told.out
    checked = run("bank", "check", "maps/map", "--bank", str(folder))
    assert "map.toml:7: there is no curve to see" in checked.out
    assert checked.code == 1
    printed = run("sheet", "maps", "-n", "2", "--format", "html", "-o", str(folder / "out"), "--bank", str(folder))
    assert printed.code == 0


def test_one_that_cannot_be_printed_is_replaced_on_sheets(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizengine.figures.characters.braille", fails)
    arguments = ("--format", "text", "-o", str(folder / "out"), "--bank", str(folder))
    printed = run("sheet", "maps", "-n", "2", *arguments)
    assert printed.code == 0
    assert "left out: maps/map cannot be printed with seed" in printed.err
    alone = run("sheet", "maps/map", *arguments[:-3], str(folder / "none"), *arguments[-2:])
    assert alone.code == 1
    assert alone.err.count("maps/map cannot be printed with seed") == 1
    assert not list((folder / "none").glob("*"))


def test_a_failure_ahead_of_time_is_told_when_the_question_comes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = load([folder])
    planned = (QuestionRef("maps/map", "v", 1),)
    session: Any = type("Plan", (), {"planned": planned})
    ahead = Prefetch(session, bank, True, None)  # type: ignore[arg-type]
    drawn: list[int] = []

    def failing(*_: object) -> None:
        drawn.append(1)
        raise MemoryError

    monkeypatch.setattr("quizengine.draw.draw._attempt", failing)
    ahead.prepare(0)
    with pytest.raises(CannotDraw, match="more memory than there is"):
        ahead.question(0)
    assert len(drawn) == 1


def test_what_is_left_out_is_no_question_that_was_missed(run: Run, folder: Path) -> None:
    (folder / "maps" / "map.toml").write_text(SQUARE + "[let]\na = '9'\n[verify]\n'never' = 'a = 8'\n")
    told = run("practice", "maps", "-n", "2", "--seed", "1", "--bank", str(folder), typed="9\n")
    assert "is left out: maps/map cannot be drawn" in told.out + told.err
    assert "Done. Right at the first try: 1 of 1; in the end: 1 of 1." in told.out
