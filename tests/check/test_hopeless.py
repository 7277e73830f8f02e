"""The checker finds what cannot be shown, and ends at the first seed that takes too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import DrawFailure, Question, try_draw
from quizengine.item import Item

HEAD = "title = 'T'\nskills = ['s']\ndifficulty = 2\nprompt = 'Find $<< a >>$.'\n"
BODY = HEAD + "[parameters]\na = { integers = [1, 9] }\n[let]\n{let}\n[answer]\nnumber = 'a'\n"


def item(text: str) -> Item:
    return Item.read("t/i", Path("t/i.toml"), text)


@pytest.mark.parametrize(
    ("contours", "side", "told"),
    [
        ("exp(exp(exp(x)))", "[-50, 50]", "too large to be drawn in this rectangle (at "),
        (
            "exp(x^2 + y^2)",
            "[-30, 30]",
            "too large to be drawn in this rectangle (at 378 of 441 places they",
        ),
        ("x^1000000", "[-3, 3]", "too large to be drawn"),
        ("sin(exp(exp(x)))", "[-5, 5]", "level curves lie closer together than can be seen"),
        ("x", "['-10^30', '10^30']", "a number of a figure lies between"),
    ],
)
def test_a_figure_that_cannot_be_drawn(contours: str, side: str, told: str) -> None:
    figure = f"[figure]\ncontours = '{contours}'\nhorizontal = {side}\nsays = 's'\n"
    report = check_item(item(HEAD.replace("<< a >>", "x") + "[answer]\nnumber = '1'\n" + figure), {}, 5)
    assert any(told in fault.message for fault in report.faults), report.faults


@pytest.mark.parametrize("contours", ["x^2 - y^2", "ln(x)", "1/x", "sqrt(x + 3/10)", "exp(x)*y"])
def test_a_figure_with_edges_and_poles_is_sound(contours: str) -> None:
    figure = f"[figure]\ncontours = '{contours}'\nsays = 's'\n"
    report = check_item(item(HEAD.replace("<< a >>", "x") + "[answer]\nnumber = '1'\n" + figure), {}, 5)
    assert report.faults == ()


def test_a_slow_line_ends_the_check_at_the_first_seed_and_is_named() -> None:
    lines = "b = 'a + 1'\nf = 'solve(exp(x) + x^5 = a, x)'\ng = 'b + 1'"
    shown: list[Question] = []
    report = check_item(item(BODY.replace("{let}", lines)), {}, 50, shown.append)
    (fault,) = report.faults
    assert fault.line == 9
    assert "takes too long" in fault.message
    assert shown == []


def test_a_draw_ends_when_its_work_is_used_up() -> None:
    lines = "\n".join(f"f{n} = 'sum(sum(i*j + {n}, i, 1, 60), j, 1, 60)'" for n in range(40))
    drawn = try_draw(item(BODY.replace("{let}", lines)), 1, {})
    assert isinstance(drawn, DrawFailure)
    assert drawn.hopeless
    assert drawn.where[0] == "let"


def test_what_fails_in_showing_is_a_fault_with_its_seeds() -> None:
    def show(question: Question) -> None:
        if question.seed > 2:
            raise RecursionError

    report = check_item(item(BODY.replace("{let}", "")), {}, 8, show)
    assert "cannot be shown with seeds 3, 4, 5, 6: it is nested too deeply" in report.faults[0].message
