"""What is asked stands in one table: nobody else asks its name, and each property holds of what is read."""

import ast
from pathlib import Path
from typing import get_args

import pytest

import quizengine.maths.parse
from quizengine.errors import Unreadable
from quizengine.maths.parse import NONE, Notation, Wants, parse
from quizengine.maths.parse.expected_shape import SHAPES
from quizengine.maths.print import plain

HERE = Path(quizengine.maths.parse.__file__).parent
THE_TABLE = ("expected_shape.py", "shape_properties.py")
#: Properties, and a text with what it says, in plain notation, where the property holds and nowhere else.
READ_WHERE = [
    ("may_be_none", "none", plain(NONE)),
    ("keeps_relations", "x < 1", "x < 1"),
    ("mixed_brackets", "(0, 1]", "(0, 1]"),
    ("open_brackets", "]0, 1]", "(0, 1]"),
    ("percent", "5%", "0.05"),
    ("mixed_numbers", "2 1/2", "5/2"),
    ("approximately", "≈ 5", "5"),
    ("arrows", "1 → 2", "1, 2"),
    ("spaces", "[2x 2y]", "[2*x, 2*y]"),
    ("is_list", "x <y, 1>", "<x*y, x*1>"),
]
#: The same of the reason why a text is refused.
REFUSED_WHERE = [
    ("one_value", "x, y", "several-values"),
    ("one_vector", "2i, 3j", "axis-misplaced"),
    ("is_single_list", "(0, 1)*2", "interval-wanted"),
]


def said(text, wants, variables=("x", "y")):
    """What a text says in plain notation, or the reason why it is refused."""
    try:
        tree = parse(text, Notation(variables, wants)).tree
    except Unreadable as fault:
        return fault.reason
    if SHAPES[wants].item_brackets is not None and len(tree.items) == 1:
        tree = tree.items[0]  # the list of one
    return plain(tree)


@pytest.mark.parametrize(("name", "text", "says"), [*READ_WHERE, *REFUSED_WHERE])
def test_a_property_holds_where_its_text_is_read_so(name, text, says):
    assert {wants for wants in SHAPES if said(text, wants) == says} == {
        wants for wants, shape in SHAPES.items() if getattr(shape, name)
    }


def test_axes_are_unit_vectors_where_the_table_says_so():
    for wants, shape in SHAPES.items():
        assert (said("2î + 3ĵ", wants) in ("2, 3", "(2, 3)")) == (shape.unit_axes or shape.guesses_axes), wants


def test_letters_are_free_where_the_table_says_so():
    for wants, shape in SHAPES.items():
        assert (said("q", wants, ()) == "q") == shape.free_letters, wants


def test_what_is_read_after_a_label_is_what_is_asked():
    for wants, shape in SHAPES.items():
        if shape.may_be_none:
            parse(shape.example, Notation(("x", "y"), wants))


def test_every_name_has_a_row():
    assert set(SHAPES) == set(get_args(Wants))
    assert all(wants == shape.name for wants, shape in SHAPES.items())


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.py")), ids=lambda path: path.name)
def test_only_the_table_asks_what_is_asked(path):
    """A name of Wants is given to a Notation, and compared with nothing; `expected` tells the rest."""
    if path.name in THE_TABLE:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "wants":
            assert path.name == "notation.py", f"{path.name}:{node.lineno} asks for the name of what is asked"
        if isinstance(node, ast.Compare | ast.match_case):
            texts = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
            assert not texts & (set(SHAPES) - {"vector"}), f"{path.name}:{node.lineno}"  # a function is called so too
