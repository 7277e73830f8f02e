"""Figures in windows of all sizes, as pictures and in words, and `:describe`."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.scene import Scene

from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.cli.figure_lines import AROUND, NARROWEST, USUAL_ROWS
from quizengine.cli.screen import Screen
from quizengine.cli.terminal import Terminal
from quizengine.display_width import display_width
from quizengine.draw import Part
from quizengine.maths.print import Prose

Run = Callable[..., Any]

SCENE = Scene(text="a = −1")
FLAT, TALL = Scene(high=0.3), Scene(high=1.2)
TEXT: Prose = ("Look at this.", SCENE, "Then go on.")
SCREENS = Path(__file__).parent / "screens"
WINDOWS: dict[str, dict[str, Any]] = {
    "80": {"width": 80, "height": 24},
    "40": {"width": 40, "height": 24},
    "80-ascii": {"width": 80, "height": 24, "unicode": False},
    "40-ascii": {"width": 40, "height": 24, "unicode": False},
    "20": {"width": 20, "height": 24},
    "40-words": {"width": 40, "height": 24, "pictures": False},
    "piped": {},
}


def screen(**settings: Any) -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    return Screen(Terminal(out, io.StringIO(), **settings)), out


def part(*options: Prose) -> Part:
    return Part("", ("Which one?",), ChoiceKey(options[0], options), 1, (), (), ())


def is_drawn(text: str) -> bool:
    return any("\u2800" < letter <= "\u28ff" for letter in text)


@pytest.mark.parametrize("window", WINDOWS)
def test_a_figure_in_a_text_and_among_options(window: str) -> None:
    shown, out = screen(**WINDOWS[window])
    shown.prose(TEXT)
    shown.note("Hint 1:", TEXT)
    shown.part(part((Scene(text="one"),), (Scene(text="two"),), (FLAT,)), 1)
    path = SCREENS / f"{window}.txt"
    if os.environ.get("QUIZENGINE_UPDATE_GOLDEN"):
        path.write_text(out.getvalue(), encoding="utf-8")
    assert out.getvalue() == path.read_text(encoding="utf-8")


texts = st.lists(st.sampled_from(["Some words here.", "a formula", SCENE, FLAT, TALL]), min_size=1, max_size=4).map(
    tuple
)


@settings(max_examples=40)
@given(st.integers(20, 92), st.none() | st.integers(1, 60), st.booleans(), st.booleans(), texts)
def test_nothing_is_wider_than_the_window(
    width: int, height: int | None, unicode: bool, pictures: bool, text: Prose
) -> None:
    shown, out = screen(width=width, height=height, unicode=unicode, pictures=pictures)
    shown.prose(text)
    shown.note("Step 1 of 2:", text)
    shown.part(part(*((figure,) for figure in (SCENE, FLAT, TALL))), 1)
    shown.part(part(("some", SCENE), ("other",), (TALL, "more")), 1)
    lines = out.getvalue().split("\n")
    assert max(map(display_width, lines)) <= width
    assert unicode or out.getvalue().isascii()
    assert pictures or not is_drawn(out.getvalue())


def rows(high: float, **settings: Any) -> int:
    shown, out = screen(**settings)
    shown.prose((Scene(high=high),))
    assert is_drawn(out.getvalue())
    return out.getvalue().count("\n")


@pytest.mark.parametrize("high", [0.7, 1.0, 1.2])
def test_a_figure_leaves_room_for_its_question(high: float) -> None:
    assert USUAL_ROWS - AROUND - 3 <= rows(high, width=80, height=24) <= USUAL_ROWS - AROUND
    assert rows(high, width=80, height=24) < rows(high, width=80, height=40) <= 40 - AROUND
    assert rows(high, width=40, height=24) <= USUAL_ROWS - AROUND


def test_a_low_window_has_the_smallest_picture_that_can_be_read() -> None:
    assert rows(1.2, width=80, height=8) == rows(1.2, width=80, height=1) == pytest.approx(NARROWEST * 1.2, abs=1)


def test_options_have_one_scale() -> None:
    shown, out = screen(width=92, height=24)
    shown.part(part((FLAT,), (TALL,)), 1)
    (first, *_) = [line for line in out.getvalue().split("\n") if line.startswith("  a)")]
    assert "  b) " in first
    alone, wide = screen(width=92, height=24)
    alone.part(part((FLAT,), (FLAT,)), 1)
    assert out.getvalue().count("\n") != wide.getvalue().count("\n")


def test_what_an_author_names_moves_no_cursor() -> None:
    shown, out = screen(width=80, height=24)
    shown.prose((Scene(text="\x1b[2J\n"),))
    assert "\\x1b[2J" in out.getvalue()
    assert "\x1b" not in out.getvalue()


TRIANGLES = """title = 'Which triangle'
skills = ['gradient']
difficulty = 1
prompt = 'It is not << shape >> Which one is it?'
[figure]
polygon = '[(0, 0), (1/2, 0), (0, 1)]'
[figures.shape]
polygon = '[(0, 0), (1, 0), (1, 1)]'
[figures.first]
polygon = '[(0, 0), (1/2, 0), (0, 1/2)]'
[figures.second]
polygon = '[(0, 0), (1/4, 0), (0, 1)]'
[answer]
choice = '<< first >>'
[[mistakes]]
name = 'halved'
choice = '<< second >>'
says = 'Half as far.'
[help]
hints = ['Look along the axis: << shape >>']
"""
NUMBER = """title = 'How far'
skills = ['gradient']
difficulty = 1
prompt = 'How far to the right does << shape >> reach?'
[figures.shape]
polygon = '[(0, 0), (3/4, 0), (1, 1)]'
[figures.yours]
polygon = '[(0, 0), (answer, 0), (1, 1)]'
[answer]
number = '3/4'
[help]
feedback = 'This one reaches $<< answer >>$: << yours >>'
"""
BARE = """title = 'No figure'
skills = ['gradient']
difficulty = 1
prompt = 'What is 1 + 1?'
[answer]
number = '2'
"""


@pytest.fixture
def quiz(run: Run, tmp_path: Path, polygons: None) -> Run:
    """quiz("triangles", ":d", plain=True) runs a session of one question on these lines."""
    folder = tmp_path / "bank" / "maps"
    folder.mkdir(parents=True)
    for name, text in (("triangles", TRIANGLES), ("number", NUMBER), ("bare", BARE)):
        (folder / f"{name}.toml").write_text(text)

    def go(item: str, *lines: str, options: tuple[str, ...] = ()) -> Any:
        typed = "".join(line + "\n" for line in lines)
        order = ("practice", f"maps/{item}", "-n", "1", "--seed", "4", "--bank", str(folder.parent))
        return run(*order, *options, typed=typed)

    return go


def test_describe_tells_every_figure_on_the_screen(quiz: Run) -> None:
    told = quiz("triangles", ":describe").out.split("answer> :describe\n")[1].split("answer>")[0]
    lines = told.splitlines()
    assert [line.partition(" A polygon")[0].strip() for line in lines] == ["Figure:", "Figure:", "a)", "b)"]
    assert [line.partition("corners ")[2] for line in lines[:2]] == [
        "(0, 0), (1, 0), (1, 1).",
        "(0, 0), (0.5, 0), (0, 1).",
    ]
    assert quiz("triangles", ":d").out.split("answer> :d\n")[1].split("answer>")[0] == told


def test_describe_says_so_where_there_is_no_figure(quiz: Run) -> None:
    assert "  There is no figure here.\n" in quiz("bare", ":describe").out


def test_describe_costs_nothing(quiz: Run, store: Path) -> None:
    from quizengine.journal import Journal

    quiz("triangles", ":describe", ":describe")
    history = Journal(store).history()
    assert not history.attempts
    assert not [action for action in history.actions if action.kind == "hint"]


@pytest.mark.parametrize(("options", "drawn"), [((), True), (("--describe",), False), (("--plain",), False)])
def test_who_wants_words_has_words(quiz: Run, options: tuple[str, ...], drawn: bool) -> None:
    shown = quiz("triangles", ":hint", options=options).out
    assert is_drawn(shown) == drawn
    assert ("a) A polygon with the corners" in shown) != drawn
    assert ("  Figure: A polygon with the corners (0, 0), (0.5, 0), (0, 1)." in shown) != drawn


def test_the_environment_asks_for_words_too(quiz: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZENGINE_DESCRIBE", "1")
    assert not is_drawn(quiz("triangles").out)


def test_a_wrong_answer_is_shown_in_a_figure_of_its_own(quiz: Run) -> None:
    shown = quiz("number", "1/4", "3/4", options=("--describe",)).out
    wrong, right = shown.split("answer> ")[1:3]
    assert "✗ Not right" in wrong
    assert "This one reaches 1/4:" in wrong
    assert "corners (0, 0), (0.25, 0), (1, 1)" in wrong
    assert wrong.index("reaches 1/4") < wrong.index("try 2 of 2")
    assert "reaches" not in right
    assert is_drawn(quiz("number", "1/4").out.split("answer> ")[1])


def test_a_bank_shows_its_figures(quiz: Run, run: Run, tmp_path: Path) -> None:
    order = ("bank", "show", "maps/number", "--bank", str(tmp_path / "bank"))
    shown = run(*order).out
    assert is_drawn(shown)
    assert "feedback, as it is written: This one reaches $<< answer >>$: << yours >>" in shown
    assert not is_drawn(run(*order, "--describe").out)


def test_figures_are_told_as_json_in_words(quiz: Run, run: Run, tmp_path: Path) -> None:
    def told(item: str) -> Any:
        return json.loads(run("bank", "show", f"maps/{item}", "--json", "--bank", str(tmp_path / "bank")).out)

    triangles, number = told("triangles"), told("number")
    assert triangles["figure"] == "A polygon with the corners (0, 0), (0.5, 0), (0, 1)."
    assert all(option.startswith("A polygon with") for option in triangles["parts"][0]["options"])
    assert "It is not\n\nA polygon with the corners" in triangles["prompt"]
    assert triangles["parts"][0]["feedback"] is number["figure"] is None
    assert number["parts"][0]["feedback"] == "This one reaches $<< answer >>$: << yours >>"
