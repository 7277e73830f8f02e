"""What a question looks like on a live screen: lines that fit, tall formulas on the base line of their words."""

from __future__ import annotations

import io

import pytest

from quizengine.answers.verdict import Verdict
from quizengine.cli.line_breaking import broken_lines
from quizengine.cli.screen import Screen, clock
from quizengine.cli.terminal import Terminal
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import Prose, prose
from quizengine.maths.tree import Node


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y"))).tree


def written(source: str) -> Prose:
    return prose(source, tree)


@pytest.mark.parametrize(
    ("source", "width", "lines"),
    [
        ("one two three", 80, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one [2\u00a0marks]", 8, ["one", "[2 marks]"]),
        ("one\n\ntwo", 80, ["one", "", "two"]),
        ("Let $f(x) = x^2$, then.", 80, ["Let f(x) = x², then."]),
        ("A half is $\\frac{1}{2}$.", 80, ["A half is 1/2."]),
        (
            "Let $f = \\frac{x+1}{y+2}$, so.",
            80,
            ["        x + 1", "Let f = ─────, so.", "        y + 2"],
        ),
        (
            "Find it for $f = \\frac{x+1}{y+2}$ now.",
            12,
            ["Find it for", "    x + 1", "f = ───── ", "    y + 2", "now."],
        ),
        ("So $(x^3 + y, x - y)$.", 12, ["So (x³ + y,", "x − y)."]),
        ("So $f = \\frac{x+1}{y+2}$.", 8, ["So f =", "(x +", "1)/(y +", "2)."]),
        ("", 80, []),
    ],
)
def test_words_and_formulas_fill_the_lines(source: str, width: int, lines: list[str]) -> None:
    assert list(broken_lines(written(source), width)) == [line.rstrip() for line in lines]


def test_lines_that_go_on_hang() -> None:
    assert list(broken_lines(written("1. one two three"), 8, 3)) == ["1. one", "   two", "   three"]


OWN_LINE = "1. Step $k$ is\n$$y = \\frac{x}{2}$$.\nThen go on."


@pytest.mark.parametrize(
    ("width", "hanging", "lines"),
    [
        (60, 0, ["1. Step k is", "", "        x", "    y = ─.", "        2", "", "Then go on."]),
        (60, 3, ["1. Step k is", "", "           x", "       y = ─.", "           2", "", "   Then go on."]),
        (10, 3, ["1. Step k", "   is", "", "       y =", "       x/2.", "", "   Then go", "   on."]),
    ],
)
def test_a_formula_on_a_line_of_its_own_is_moved_in(width: int, hanging: int, lines: list[str]) -> None:
    assert list(broken_lines(written(OWN_LINE), width, hanging)) == lines


@pytest.mark.parametrize(
    "settings", [{"width": None}, {"width": 60}, {"width": 60, "unicode": False}, {"width": 60, "live": True}]
)
def test_such_a_formula_has_its_line_in_every_window(settings: dict[str, object]) -> None:
    printed, out = screen(**settings)
    printed.note("1.", written("$$x^2$$ and"))
    shown = out.getvalue().replace("x^2", "x²").splitlines()
    assert [line for line in shown if line][:1] == ["  1."]
    assert "      x²" in [line[-8:] for line in shown]
    assert shown[-1].strip() == "and"


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ({"width": None}, "  Let f = (x + 1)/(y + 2) hold for all of them.\n"),
        ({"width": 24}, "  Let\n  f = (x + 1)/(y + 2)\n  hold for all of them.\n"),
        ({"width": 24, "unicode": False}, "  Let\n  f = (x + 1)/(y + 2)\n  hold for all of them.\n"),
        ({"width": 20, "live": True}, "          x + 1\n  Let f = ───── hold\n          y + 2\n  for all of them.\n"),
    ],
)
def test_formulas_are_kept_together_in_every_window(settings: dict[str, object], shown: str) -> None:
    printed, out = screen(**settings)
    printed.prose(written("Let $f = \\frac{x+1}{y+2}$ hold for all of them."))
    assert out.getvalue() == shown


def screen(**settings: object) -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    return Screen(Terminal(out, io.StringIO(), **settings)), out  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "shown"), [(None, "\na   b\n"), (5, "\na   b\n"), (4, "\na\n  b\n")])
def test_a_heading_that_is_too_wide_takes_two_lines(width: int | None, shown: str) -> None:
    printed, out = screen(width=width)
    printed.heading("a", "b")
    assert out.getvalue() == shown


@pytest.mark.parametrize(("unicode", "shown"), [(True, "\na   level 1 · new\n"), (False, "\na   level 1, new\n")])
def test_words_beside_each_other_are_no_product(unicode: bool, shown: str) -> None:
    printed, out = screen(unicode=unicode)
    printed.heading("a", "level 1", "new")
    assert out.getvalue() == shown


@pytest.mark.parametrize(
    ("text", "offset", "live", "shown"),
    [
        ("(2x", 0, False, "  (2x\n  ^\n"),
        ("2 § x", 2, False, "  2 § x\n    ^\n"),
        ("\x1b(", 1, False, "  \\x1b(\n      ^\n"),
        ("(2x", 0, True, "        ^\n"),
        ("x" * 90 + "§", 90, True, "  …" + "x" * 87 + "§\n" + " " * 90 + "^\n"),
        ("x" * 60 + "§" + "y" * 60, 60, True, "  …" + "x" * 58 + "§" + "y" * 28 + "…\n" + " " * 61 + "^\n"),
        ("§" + "x" * 9_000, 0, True, "  §" + "x" * 87 + "…\n  ^\n"),
        ("(x,\n§", 4, True, "  (x, §\n      ^\n"),
        ("2\t$", 2, True, "  2    $\n       ^\n"),
        ("（２$", 2, True, " " * 12 + "^\n"),
        ("x\u0302 $", 3, True, " " * 10 + "^\n"),
    ],
)
def test_the_caret_stands_under_what_cannot_be_read(text: str, offset: int, live: bool, shown: str) -> None:
    printed, out = screen(live=live, width=92 if live else None)
    printed.caret(text, Verdict("unreadable", offset=offset), "answer> ")
    assert out.getvalue() == shown


def test_a_letter_that_is_spelt_out_moves_the_caret() -> None:
    printed, out = screen(live=True, unicode=False, width=80)
    printed.caret("2π$", Verdict("unreadable", offset=2), "answer> ")
    assert out.getvalue() == "  2pi$\n     ^\n"


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (48.4, "0:48"), (725, "12:05"), (3723, "1:02:03")])
def test_elapsed_time(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown
