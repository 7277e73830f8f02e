"""The derivative that a prompt asks for, against the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check.asked_derivative import wrong_derivatives
from quizengine.draw import draw_question
from quizengine.item import Item

ITEM = """title = 'Rate'
skills = ['s']
difficulty = 1
prompt = '''PROMPT'''
[answer]
KEY
"""

F = "Let $f(x, y) = x^2 y + y$. "
ROWS = [  # the prompt, the answer, whether it is another than what is asked
    (F + "Find $\\nabla f(x, y)$.", "vector = ['2*x*y', 'x^2 + 1']", False),
    (F + "Find $\\nabla f(x, y)$.", "vector = ['x^2 + 1', '2*x*y']", True),
    (F + "Find $\\frac{\\partial f}{\\partial x}$.", "expression = '2*x*y'", False),
    (F + "Find $\\frac{\\partial f}{\\partial y}$.", "expression = '2*x*y'", True),
    (F + "Find $\\frac{\\partial f}{\\partial x}$ at the point $P = (3, 1)$.", "number = '6'", False),
    (F + "Find $\\frac{\\partial f}{\\partial x}$ at the point $P = (3, 1)$.", "number = '2'", True),
    (F + "Find the gradient of $f$ at $P = (3, 1)$.", "vector = ['6', '10']", False),
    (F + "Find the gradient of $f$ at $P = (1, 3)$.", "vector = ['6', '10']", True),
    (F + "What is $f_{xy}(2, 0)$?", "number = '4'", False),
    (F + "What is $f_{xy}(2, 0)$?", "number = '2'", True),
    ("Let $g(t) = e^{2t}$. Find $g'(t)$.", "expression = '2*e^(2*t)'", False),
    ("Let $g(t) = e^{2t}$. Find $g'(t)$.", "expression = 'e^(2*t)'", True),
    ("Let $g(t) = e^{2t}$. Find $g'(t)$ at $t = 0$.", "number = '2'", False),
    # nothing is said for sure
    (F + "Find the length of $\\nabla f(3, 1)$.", "number = '2'", False),
    (F + "Find where $\\nabla f(x, y)$ is zero.", "vector = ['0', '0']", False),
    (F + "Find $\\nabla f(x, y)$ and $\\nabla f(1, 1)$.", "vector = ['2', '2']", False),
    ("Find $\\nabla f(x, y)$ of the hill.", "vector = ['2', '2']", False),
    (F + "The gradient is $\\nabla f(x, y)$. Find the largest rate.", "number = '2'", False),
]


@pytest.mark.parametrize(("prompt", "key", "told"), ROWS)
def test_a_key_that_is_not_what_is_asked(prompt: str, key: str, told: bool) -> None:
    variables = "variables = ['t']" if "g'" in prompt else "variables = ['x', 'y']"
    key = f"{key}\n{variables}" if "number" not in key else key
    source = ITEM.replace("PROMPT", prompt).replace("KEY", key)
    faults = list(wrong_derivatives(draw_question(Item.read("t/i", Path("t/i.toml"), source), 1, {})))
    assert [fault.where for fault in faults] == [("parts", 0, "answer")] * told
    assert all("the prompt asks for a derivative" in fault.message for fault in faults)
    assert all("the key is" in fault.example for fault in faults)
