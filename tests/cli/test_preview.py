"""`bank show` with several seeds and as a page, and the page that is written anew while files change."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from quizengine.bank import Bank, load
from quizengine.cli.preview import Order, usual_file
from quizengine.cli.preview_watch import Clock, watch
from quizengine.cli.terminal import Terminal
from quizengine.errors import UnknownTopic

Run = Callable[..., Any]
Change = Callable[[Path], object]

ITEM = """title = 'Slope'
skills = ['slope']
difficulty = 2
prompt = 'Let $f(x) = << a >>*x$. Find the slope.'
[parameters]
a = { integers = [2, 90] }
[answer]
number = 'a'
[[mistakes]]
name = 'sign-of-slope'
number = '-a'
"""
MISTAKES = "[signs]\nmeaning = 'signs'\n[signs.mistakes]\nsign-of-slope = 'The sign is wrong.'\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank with one item; the current folder is empty and beside it."""
    bank = tmp_path / "bank"
    (bank / "slope").mkdir(parents=True)
    (bank / "slope" / "one.toml").write_text(ITEM)
    (bank / "skills.toml").write_text("[slope]\ntitle = 'Slope'\n")
    (bank / "mistakes.toml").write_text(MISTAKES)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return bank


@dataclass
class Watched:
    """A watch whose waiting does the changes, one after the other, and at the end presses Ctrl-C."""

    folder: Path
    changes: Iterator[Change]
    output: Path = Path("page.html")
    pages: list[str] = field(default_factory=list)
    err: io.StringIO = field(default_factory=io.StringIO)
    out: io.StringIO = field(default_factory=io.StringIO)
    ticks: int = 0

    def sleep(self, seconds: float) -> None:
        assert 0 < seconds < 1
        self.pages.append(self.output.read_text())
        change = next(self.changes, None)
        if change is None:
            raise KeyboardInterrupt
        change(self.folder / "slope" / "one.toml")

    def now(self) -> datetime:
        self.ticks += 1
        return datetime(2026, 1, 2, 14, 3, self.ticks % 60)

    def run(self, id: str = "slope/one") -> Watched:
        def find(bank: Bank) -> Any:
            return bank.item(id)

        order = Order(lambda: load([self.folder]), find, (1, 2))
        watch(order, self.output, Terminal(self.out, self.err), Clock(self.now, self.sleep))
        return self

    @property
    def lines(self) -> list[str]:
        return self.err.getvalue().splitlines()[1:]


def watched(folder: Path, *changes: Change) -> Watched:
    return Watched(folder, iter(changes)).run()


def edit(old: str, new: str) -> Change:
    return lambda path: path.write_text(ITEM.replace(old, new))


def nothing(_: Path) -> None:
    """Nothing is saved while we wait."""


def test_a_page_is_written_and_its_path_printed(run: Run, folder: Path) -> None:
    done = run("bank", "show", "slope/one", "--bank", str(folder), "--html", "--seeds", "3", "--seed", "5")
    assert done.code == 0
    assert done.out == "slope-one.html\n"
    assert done.err.startswith("3 questions, no faults, ")
    page = Path("slope-one.html").read_text()
    assert [f"Seed {seed}</h2>" in page for seed in (4, 5, 6, 7, 8)] == [False, True, True, True, False]
    assert "The sign is wrong." in page
    assert "in 5 seeds" in page
    assert "<script" not in page
    again = run("bank", "show", "slope/one", "--bank", str(folder), "--html")
    assert again.code == 0
    assert "Seed 5</h2>" not in Path("slope-one.html").read_text()
    assert [path.name for path in Path().iterdir()] == ["slope-one.html"]


def test_a_broken_item_gives_a_page_with_its_faults(run: Run, folder: Path) -> None:
    for text, told in (
        (ITEM.replace("[answer]", "[answer"), "slope/one.toml:7"),
        (ITEM.replace("'a'", "'gard(a)'"), "slope/one.toml:8"),
        (ITEM.replace("title =", "titel ="), "slope/one.toml:1"),
        (ITEM.replace("number = 'a'", "number = 'a'\nnumbre = 1"), "slope/one.toml:9"),
    ):
        (folder / "slope" / "one.toml").write_text(text)
        done = run("bank", "show", "slope/one", "--bank", str(folder), "--html")
        assert (done.code, done.out) == (1, "slope-one.html\n")
        assert f"<code>{told}</code>" in Path("slope-one.html").read_text()


def test_names_that_no_list_knows_are_faults_on_the_page(run: Run, folder: Path) -> None:
    (folder / "slope" / "one.toml").write_text(ITEM.replace("sign-of-slope", "sing-of-slope"))
    (folder / "slope" / "two.toml").write_text(ITEM.replace("sign-of-slope", "other"))
    done = run("bank", "show", "slope/one", "--bank", str(folder), "--html")
    page = Path("slope-one.html").read_text()
    assert "no mistake is called &#x27;sing-of-slope&#x27;" in page
    assert "two.toml" not in page
    assert "Seed 1</h2>" in page
    assert done.code == 0


def test_an_item_is_named_by_its_file_too(run: Run, folder: Path) -> None:
    file = folder / "slope" / "one.toml"
    for text, code in ((ITEM, 0), ("titel = 1", 1), (ITEM.replace("sign-of-slope", "sing-of-slope"), 0)):
        file.write_text(text)
        done = run("bank", "show", str(file), "--html")
        assert (done.code, done.out) == (code, "slope-one.html\n")
    page = Path("slope-one.html").read_text()
    assert "no mistake is called &#x27;sing-of-slope&#x27;" in page
    assert "Seed 1</h2>" in page


@pytest.mark.parametrize(
    ("name", "content"), [("slope-one.html", "<!DOCTYPE html>\n<p>mine</p>"), ("slope-one.html", ""), ("x.toml", ITEM)]
)
def test_no_file_is_written_over_that_is_no_such_page(run: Run, folder: Path, name: str, content: str) -> None:
    Path(name).write_text(content)
    output = () if name == "slope-one.html" else ("-o", name)
    done = run("bank", "show", "slope/one", "--bank", str(folder), "--html", *output)
    assert done.code == 1
    assert done.err == (
        f"quizengine: cannot write {name}: a file of that name is there, and is no such page; "
        "choose another folder with -o\n"
    )
    assert Path(name).read_text() == content


def test_where_nothing_can_be_written_that_is_told(run: Run, folder: Path) -> None:
    for output in (str(folder), "no/such/page.html"):
        done = run("bank", "show", "slope/one", "--bank", str(folder), "--html", "-o", output)
        assert done.code == 1
        assert done.err.startswith(f"quizengine: cannot write {output}: ")
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--watch"], "--watch goes with a web page; add --html"),
        (["-o", "x.html"], "--output goes with a web page; add --html"),
        (["--html", "--json"], "--html and --json are two ways to show it; choose one"),
        (["--seeds", "51"], "'51' is no whole number from 1 to 50"),
        (["--seeds", "2", "--seed", str(2**31 - 1)], "choose a smaller one"),
    ],
)
def test_options_that_do_not_go_together(run: Run, folder: Path, options: list[str], told: str) -> None:
    done = run("bank", "show", "slope/one", "--bank", str(folder), *options)
    assert done.code == 2
    assert told in done.err
    assert not list(Path().iterdir())


def test_several_seeds_in_the_terminal_one_after_the_other(run: Run, folder: Path) -> None:
    shown = run("bank", "show", "slope/one", "--bank", str(folder), "--seeds", "3")
    one = [run("bank", "show", "slope/one", "--bank", str(folder), "--seed", str(seed)).out for seed in (1, 2, 3)]
    assert shown.out == "".join(one)
    values = run("bank", "show", "slope/one", "--bank", str(folder), "--seeds", "3", "--json").out.splitlines()
    assert [json.loads(value)["seed"] for value in values] == [1, 2, 3]


def test_a_seed_that_fails_among_several_is_told_and_the_others_shown(run: Run, folder: Path) -> None:
    item = ITEM.replace("[2, 90]", "[0, 1]").replace("number = 'a'", "number = '1/a'")
    (folder / "slope" / "one.toml").write_text(item)
    shown = run("bank", "show", "slope/one", "--bank", str(folder), "--seeds", "12")
    assert shown.code == 1
    assert 0 < shown.out.count("level 2") < 12
    assert shown.out.count("level 2") + shown.err.count("cannot be drawn with seed") == 12


def test_an_item_that_is_not_there_is_a_slip_of_who_types(run: Run, folder: Path) -> None:
    for options in ((), ("--html",), ("--html", "--watch")):
        done = run("bank", "show", "slope/none", "--bank", str(folder), *options)
        assert done.code == 2
        assert "'slope/none'" in done.err
    with pytest.raises(UnknownTopic):
        Watched(folder, iter(())).run("slope/none")
    assert not list(Path().iterdir())


def test_the_page_is_renewed_only_when_a_file_is_saved(folder: Path) -> None:
    seen = watched(folder, nothing, edit("Find the", "Give its"), nothing)
    first, same, new, last = seen.pages
    assert first == same
    assert "Find the" in first
    assert "Give its" in new
    assert new == last
    assert len(seen.lines) == 2
    assert all("2 questions, no faults" in line for line in seen.lines)


def test_each_page_has_a_mark_of_its_own_and_the_last_renews_itself_no_longer(folder: Path) -> None:
    seen = watched(folder, edit("Find the", "Give its"), edit("", ""))
    marks = [page.partition('data-mark="')[2].partition('"')[0] for page in seen.pages]
    assert len({*marks, ""}) == len(seen.pages) + 1
    assert all("<script>" in page for page in seen.pages)
    end = seen.output.read_text()
    assert "<script" not in end
    assert "Find the" in end
    assert [path.name for path in Path().iterdir()] == ["page.html"]


def test_a_file_that_is_broken_meanwhile_comes_back(folder: Path) -> None:
    seen = watched(folder, edit("[answer]", "[answer"), edit("'a'", "'gard(a)'"), edit("", ""))
    good, broken, wrong, mended = seen.pages
    assert "<code>slope/one.toml:7</code>" in broken
    assert "Seed 1" not in broken
    assert "<script>" in broken
    assert "<code>slope/one.toml:8</code>" in wrong
    assert "Seed 1" in good
    assert "Seed 1" in mended
    assert [line.split(" ", 1)[1][:12] for line in seen.lines] == [
        "2 questions,",
        *["no questions"] * 2,
        "2 questions,",
    ]
    assert f"{folder}/slope/one.toml:7: " in seen.lines[1]


def test_an_item_that_is_broken_at_the_start_is_watched(folder: Path) -> None:
    (folder / "slope" / "one.toml").write_text("titel = 1")
    broken, mended = watched(folder, edit("", "")).pages
    assert "Seed 1" not in broken
    assert "Seed 1" in mended


def test_a_file_that_is_deleted_meanwhile_is_one_line_and_comes_back(folder: Path) -> None:
    seen = watched(folder, Path.unlink, nothing, edit("", ""))
    assert "is not there; this page comes back when it is saved again" in seen.pages[1]
    assert seen.pages[1] == seen.pages[2]
    assert "Seed 1" in seen.pages[3]
    assert len(seen.lines) == 3
    assert "one.toml: is not there" in seen.lines[1]


def test_a_bank_that_is_gone_meanwhile_is_told(folder: Path) -> None:
    def away(path: Path) -> None:
        folder.rename(folder.with_name("elsewhere"))

    seen = watched(folder, away, lambda _: folder.with_name("elsewhere").rename(folder))
    assert "is not there" in seen.pages[1]
    assert "Seed 1" in seen.pages[2]


def test_the_lists_of_the_bank_are_watched_too(folder: Path) -> None:
    def says(_: Path) -> None:
        (folder / "mistakes.toml").write_text(MISTAKES.replace("The sign is wrong.", "Minus is plus."))

    def broken(_: Path) -> None:
        (folder / "mistakes.toml").write_text("[")

    seen = watched(folder, says, broken)
    assert "Minus is plus." in seen.pages[1]
    assert "<code>bank/mistakes.toml:1</code>" in seen.pages[2]


def test_what_is_saved_while_the_checker_works_is_shown_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizengine import check

    real, calls = check.check_item, []

    def checks(*arguments: Any) -> Any:
        calls.append((Path("page.html").read_text(), arguments))
        if len(calls) == 1:
            edit("Find the", "Give its")(folder / "slope" / "one.toml")
        return real(*arguments)

    monkeypatch.setattr(check, "check_item", checks)
    seen = watched(folder)
    assert [("Not checked yet." in page, "Give its" in page) for page, _ in calls] == [(True, False), (True, True)]
    assert "Give its" in seen.pages[0]


def test_ctrl_c_at_any_moment_leaves_a_whole_page_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizengine.check.check_item", stops)
    seen = watched(folder)
    assert "Seed 1" in seen.output.read_text()
    assert "<script" not in seen.output.read_text()
    seen.output.unlink()
    monkeypatch.setattr("quizengine.draw.draw_question", stops)
    watched(folder)
    assert not list(Path().iterdir())


def test_the_command_watches_until_ctrl_c_and_then_all_is_well(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", sleep)
    done = run("bank", "show", "slope/one", "--bank", str(folder), "--html", "--watch")
    assert done.code == 0
    assert done.out == "slope-one.html\n"
    assert len(done.err.splitlines()) == 2
    assert "Ctrl-C ends it." in done.err
    assert waits == [0.3] * 3


def test_the_usual_file_has_no_sign_that_a_file_system_minds() -> None:
    assert usual_file("mine:slope/one-two") == Path("slope-one-two.html")
