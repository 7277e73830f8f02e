"""Arrows and shades where a drawing is made of characters."""

from __future__ import annotations

import math

import pytest

from quizengine.figures.characters import ascii_art, braille
from quizengine.figures.drawing import Area, Drawing, Label, Stroke


@pytest.mark.parametrize(("end", "sign"), [((7.5, 4), ">"), ((0.5, 4), "<"), ((4, 0.5), "^"), ((4, 7.5), "v")])
def test_an_arrow_ends_in_a_sign_of_its_direction(end: tuple[float, float], sign: str) -> None:
    plain, arrow = (Drawing(8, 8, strokes=(Stroke(((4, 4), end), arrow=head),)) for head in (False, True))
    changed = [
        (x, y, new)
        for y, (old_line, new_line) in enumerate(zip(ascii_art(plain), ascii_art(arrow), strict=True))
        for x, (old, new) in enumerate(zip(old_line.ljust(16), new_line.ljust(16), strict=True))
        if old != new
    ]
    assert changed == [(math.floor(end[0] * 2), math.floor(end[1]), sign)]


def test_the_head_of_an_arrow_is_at_its_end() -> None:
    plain, arrow = (
        "".join(braille(Drawing(8, 3, strokes=(Stroke(((1, 1.5), (7, 1.5)), arrow=head),)))[1].ljust(16))
        for head in (False, True)
    )
    assert [n for n, (old, new) in enumerate(zip(plain, arrow, strict=True)) if old != new] == [12, 13]


def test_an_arrow_of_no_length_has_no_head() -> None:
    drawing = Drawing(3, 3, strokes=(Stroke(((1, 1), (1, 1)), arrow=True),))
    assert braille(drawing) == braille(Drawing(3, 3, strokes=(Stroke(((1, 1), (1, 1))),)))


def test_more_ink_is_a_darker_sign_and_texts_lie_above() -> None:
    corners = tuple(((n, 0.0), (n + 1.0, 0.0), (n + 1.0, 2.0), (n, 2.0)) for n in (0.0, 1.0, 2.0))
    areas = tuple(Area(points, shade) for points, shade in zip(corners, (0.1, 0.5, 1.0), strict=True))
    assert ascii_art(Drawing(3, 2, areas, labels=(Label((2.5, 0.5), "7"),))) == ["..==7@", "..==@@"]
