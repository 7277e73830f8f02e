"""Drawings in a terminal: every sign in its place, nothing outside, nothing told by what cannot be seen."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scene import DASHES, Scene

from quizengine.display_width import display_width
from quizengine.figures.characters import ascii_art, braille
from quizengine.figures.dots import dots_of_areas, thin_line
from quizengine.figures.drawing import Anchor, Area, Drawing, Label, Mark, Point, Stroke

Paint = Callable[[Drawing], list[str]]
PAINTERS = (braille, ascii_art)
ACROSS = ((0.1, 0.6), (9.9, 0.6))


def of(*strokes: Stroke) -> Drawing:
    return Drawing(10, 3, strokes=strokes)


@pytest.mark.parametrize(
    ("drawing", "dots", "signs"),
    [
        (of(Stroke(ACROSS)), ["⠤" * 20], ["-" * 20]),
        (of(Stroke(ACROSS, weight="thick")), ["⣤" * 20], ["=" * 20]),
        (of(Stroke(ACROSS, "dotted")), ["⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠"], ["." * 20]),
        (of(Stroke(((0.2, 0), (0.2, 2.9)))), ["⡇", "⡇", "⡇"], ["|", "|", "|"]),
        (of(Stroke(((0, 2.9), (1.45, 0)))), [" ⢀⠎", "⢀⠎", "⡎"], ["  /", " /", "/"]),
        (of(Stroke(((0.1, 0.5), (1.9, 0.5)), arrow=True)), ["⠤⠤⠤→"], ["--->"]),
        (of(Stroke(((1.9, 0.5), (0.1, 0.5)), arrow=True)), ["←⠤⠤⠤"], ["<---"]),
        (of(Stroke(((0.6, 2.9), (0.6, 0.1)), arrow=True)), [" ↑", " ⡇", " ⡇"], [" ^", " |", " |"]),
        (of(Stroke(((0.6, 0.1), (0.6, 2.9)), arrow=True)), [" ⡇", " ⡇", " ↓"], [" |", " |", " v"]),
        (Drawing(3, 1, marks=(Mark((0.6, 0.5)), Mark((1.6, 0.5), "ring"))), [" ● ○"], [" * o"]),
        (Drawing(2, 1, areas=(Area(((0, 0), (2, 0), (2, 1), (0, 1)), 1.0),)), ["⣿⣿⣿⣿"], ["@@@@"]),
        (Drawing(3, 1, labels=(Label((3, 0.5), "ab", "end"), Label((0, 0.5), "c", "start"))), ["c   ab"], ["c   ab"]),
    ],
)
def test_a_drawing_in_both_kinds_of_characters(drawing: Drawing, dots: list[str], signs: list[str]) -> None:
    assert [line for line in braille(drawing) if line] == dots
    assert [line for line in ascii_art(drawing) if line] == signs


@pytest.mark.parametrize("paint", PAINTERS)
def test_lines_are_told_apart_by_their_dashes(paint: Paint) -> None:
    for end in ((9.5, 0.6), (9.5, 2.6), (5.2, 2.9)):
        shown = {"\n".join(paint(of(Stroke(((0.5, 0.6), end), dash)))) for dash in DASHES}
        assert len(shown) == len(DASHES)


@pytest.mark.parametrize("paint", PAINTERS)
def test_an_arrow_shows_where_it_goes(paint: Paint) -> None:
    middle = (5.0, 1.5)
    ends = [(5 + 1.3 * math.cos(n * math.pi / 4), 1.5 + 1.3 * math.sin(n * math.pi / 4)) for n in range(8)]
    for end in ends:
        there, back = of(Stroke((middle, end), arrow=True)), of(Stroke((end, middle), arrow=True))
        assert paint(there) != paint(back)
    assert len({"\n".join(paint(of(Stroke((middle, end), arrow=True)))) for end in ends}) == 8


def test_darker_areas_have_more_dots() -> None:
    square = ((0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0))
    counts = [len(set(dots_of_areas(Drawing(8, 8, areas=(Area(square, n / 8),))))) for n in range(9)]
    assert counts == [n * 32 * 32 // 8 for n in range(9)]


def test_an_area_ends_at_its_sides() -> None:
    triangle = Drawing(4, 4, areas=(Area(((0, 0), (4, 0), (0, 4)), 1.0),))
    dots = set(dots_of_areas(triangle))
    assert len(dots) == pytest.approx(16 * 16 / 2, rel=0.1)
    assert all(x + y < 17 for x, y in dots)


def test_a_label_on_dots_stands_free() -> None:
    full = Area(((0, 0), (5, 0), (5, 1), (0, 1)), 1.0)
    assert braille(Drawing(5, 1, areas=(full,), labels=(Label((2.5, 0.5), "0.5"),))) == ["⣿⣿ 0.5 ⣿⣿⣿"]


def test_a_label_in_a_line_stands_free() -> None:
    halves = (Stroke(((0, 0.6), (1.9, 0.6))), Stroke(((2.6, 0.6), (4.9, 0.6))))
    assert braille(Drawing(5, 1, strokes=halves, labels=(Label((2.25, 0.5), "3"),))) == ["⠤⠤⠤ 3 ⠤⠤⠤⠤"]


def test_a_number_beside_a_line_leaves_it_whole() -> None:
    axis = Stroke(((1.1, 0), (1.1, 1)))
    assert braille(Drawing(2, 1, strokes=(axis,), labels=(Label((1, 0.5), "−3", "end"),))) == ["−3⡇"]


@pytest.mark.parametrize(
    ("text", "dots", "signs"),
    [
        ("4", "⠤⠤⠤ 4", "--- 4"),
        ("-4", "⠤⠤⠤ -4", "--- -4"),
        ("−4", "⠤⠤⠤ −4", "--- −4"),
        ("x", "⠤⠤⠤⠤x", "----x"),
    ],
)
def test_a_line_before_a_number_is_no_minus_sign(text: str, dots: str, signs: str) -> None:
    drawing = Drawing(6, 1, strokes=(Stroke(((0, 0.6), (1.9, 0.6))),), labels=(Label((2, 0.5), text, "start"),))
    assert (braille(drawing), ascii_art(drawing)) == ([dots], [signs])


def test_an_upright_line_before_a_number_stays() -> None:
    drawing = Drawing(6, 1, strokes=(Stroke(((1.8, 0), (1.8, 1))),), labels=(Label((2, 0.5), "4", "start"),))
    assert (braille(drawing), ascii_art(drawing)) == (["   ⢸4"], ["   |4"])


@pytest.mark.parametrize(
    ("labels", "line"),
    [
        ([Label((1, 0.5), "ab", "start"), Label((2, 0.5), "cd", "start")], " ab cd"),
        ([Label((1, 0.5), "ab", "start"), Label((1.5, 0.5), "cd", "start")], "  ab cd"[1:]),
        ([Label((4.9, 0.5), "abcd", "start")], "      abcd"),
        ([Label((0.1, 0.5), "abcd", "end")], "abcd"),
    ],
)
def test_labels_make_room_for_each_other(labels: list[Label], line: str) -> None:
    shown = braille(Drawing(5, 1, labels=tuple(labels)))[0]
    assert shown.split() == line.split()


def test_a_label_hides_no_mark() -> None:
    shown = braille(Drawing(5, 1, marks=(Mark((2, 0.5)),), labels=(Label((2, 0.5), "P"),)))
    assert sorted(shown[0].replace(" ", "")) == ["P", "●"]


@pytest.mark.parametrize(("text", "columns"), [("ｘ", 2), ("x\u0302", 1), ("勾配", 4), ("\u0302", 1)])
def test_wide_letters_and_accents_take_their_columns(text: str, columns: int) -> None:
    (line,) = braille(Drawing(6, 1, labels=(Label((3, 0.5), text), Label((6, 0.5), "z", "end"))))
    assert text in line
    assert display_width(line) in (12, 12 - columns + 1)


def test_a_line_is_one_dot_wide() -> None:
    circle = tuple((5 + 4 * math.cos(n / 20), 5 + 4 * math.sin(n / 20)) for n in range(126))
    dots = thin_line(circle)
    assert all(max(abs(x - u), abs(y - v)) == 1 for (x, y), (u, v) in pairwise(dots))
    assert all(max(abs(x - u), abs(y - v)) == 2 for (x, y), (u, v) in zip(dots, dots[2:], strict=False))


places = st.tuples(st.floats(-2, 22), st.floats(-2, 12))
anchors: st.SearchStrategy[Anchor] = st.sampled_from(["start", "middle", "end"])


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    points: st.SearchStrategy[tuple[Point, ...]] = st.lists(places, min_size=1, max_size=5).map(tuple)
    polygons: st.SearchStrategy[tuple[Point, ...]] = st.lists(places, min_size=3, max_size=5).map(tuple)
    weights = st.sampled_from(["thin", "normal", "thick"])
    shapes = st.sampled_from(["dot", "ring", "square", "cross"])
    return Drawing(
        draw(st.floats(1, 20)),
        draw(st.floats(1, 10)),
        draw(st.lists(st.builds(Area, polygons, st.floats(0, 1)), max_size=2).map(tuple)),
        draw(
            st.lists(st.builds(Stroke, points, st.sampled_from(DASHES), weights, st.booleans()), max_size=3).map(tuple)
        ),
        draw(st.lists(st.builds(Mark, places, shapes), max_size=3).map(tuple)),
        draw(
            st.lists(
                st.builds(Label, places, st.text("ab −ｘ\u0302", min_size=1, max_size=30), anchors), max_size=4
            ).map(tuple)
        ),
    )


@given(drawings())
def test_nothing_reaches_over_the_edge(drawing: Drawing) -> None:
    for paint in PAINTERS:
        lines = paint(drawing)
        assert len(lines) == math.ceil(drawing.height - 1e-6)
        assert max(map(display_width, lines)) <= math.ceil(drawing.width * 2 - 1e-6)


@given(st.floats(14, 36), st.floats(0.2, 1.2))
def test_signs_are_ascii_where_the_texts_are(width: float, high: float) -> None:
    assert all(line.isascii() for line in ascii_art(Scene(high=high, text="a = -1").drawing(width)))


@pytest.mark.parametrize(
    ("vector", "head"),
    [
        ((2, 0), "→"),
        ((1.5, 1.5), "↘"),
        ((0, 2), "↓"),
        ((-2, 0.2), "←"),
        ((-1, -1), "↖"),
        ((0.1, -1), "↑"),
        ((1, -1), "↗"),
    ],
)
def test_a_short_arrow_has_a_sign_for_its_head(vector: tuple[float, float], head: str) -> None:
    arrow = Stroke(((4.1, 4.1), (4.1 + vector[0], 4.1 + vector[1])), arrow=True)
    shown = "".join(braille(Drawing(8, 8, strokes=(arrow,))))
    assert shown.count(head) == 1
    assert not {*"→↘↓↙←↖↑↗"} & {*braille(Drawing(30, 8, strokes=(Stroke(((1, 1), (20, 1)), arrow=True),)))[0]}
