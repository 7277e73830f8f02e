"""The format can say what is hardest to say: families of each kind that a bank needs."""

from pathlib import Path

import pytest

from quizengine.bank import load_bank
from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.item import Item

FAMILIES = sorted((Path(__file__).parent / "families").glob("*.toml"))
MISTAKES = load_bank().mistakes


def read(path):
    return Item.read(f"families/{path.stem}", path, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FAMILIES, ids=[path.stem for path in FAMILIES])
def test_a_hard_family_can_be_said(path):
    item = read(path)
    report = check_item(item, MISTAKES, 15)
    assert [str(fault) for fault in report.faults] == []
    named = {mistake.name for part in item.parts for mistake in part.mistakes}
    assert named <= set(MISTAKES)


def test_a_figure_is_drawn_as_data():
    figure = draw_question(read(Path(__file__).parent / "families" / "contour-map.toml"), 1, MISTAKES).figure
    assert figure.rectangle.variables == ("x", "y")
    assert [name for name, _ in figure.over.points] == ["P"]


def test_a_table_from_one_expression():
    table = draw_question(read(Path(__file__).parent / "families" / "batch-norm.toml"), 1, MISTAKES).table
    assert len(table.header) == 2
    assert [len(row) for row in table.rows] == [2, 2, 2, 2]
