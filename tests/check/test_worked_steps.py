"""Formulas of worked steps: true, not true, or not to be compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.check.worked_steps import untrue_formulas
from quizengine.check.worked_steps.faults import NOT_TRUE
from quizengine.draw import draw_question
from quizengine.item import Item

ITEM = """title = 'Rate'
skills = ['s']
difficulty = 1
prompt = '''Let $f(x, y) = 3x^2 y - y^2$, $u = 2x + 1$ and $L(w) = \\ln(1 + e^{-2w})$. The start is $x_0 = 4$, the
rate is $\\eta = 0.1$, and $P = (1, 2)$. PROMPT'''
[answer]
number = '7'
[help]
hints = ['HINT']
steps = [
  'STEP',
]
"""

TRUE, FALSE, OPEN = "true", "not true", "open"

STEPS = [
    # arithmetic
    ("$2 + 3 \\cdot 4 = 14$", TRUE),
    ("$2 + 3 \\cdot 4 = 20$", FALSE),
    ("$\\frac{6}{4} = \\frac{3}{2} = 1.5$", TRUE),
    ("$\\frac{6}{4} = \\frac{3}{2} = 1.2$", FALSE),
    ("$m = 2 \\cdot 3 = 6$", TRUE),
    ("$m = 2 \\cdot 3 = 5$", FALSE),
    ("$$m = 2 \\cdot 3 = 5.$$", FALSE),
    ("$\\sqrt{2^2 + 3^2} = \\sqrt{13}$", TRUE),
    ("$\\lVert(3, 4)\\rVert = 5$", TRUE),
    ("$(-1, 2) - 0.5 \\cdot (2, -4) = (-2, 4)$", TRUE),
    ("$(-1, 2) - 0.5 \\cdot (2, -4) = (-2, 0)$", FALSE),
    ("$a = 1 + 1 = 2, b = 2 + 2 = 5$", FALSE),
    # rounding
    ("$\\frac{1}{3} \\approx 0.333$", TRUE),
    ("$\\frac{1}{3} \\approx 0.334$", FALSE),
    ("$\\frac{1}{3} = 0.333$", FALSE),
    ("$10^{-6.5} \\approx 3.2 \\cdot 10^{-7}$", TRUE),
    ("$10^{-6.5} \\approx 3.3 \\cdot 10^{-7}$", FALSE),
    ("$10^{1.5} \\approx 32$", TRUE),
    ("$10^{1.5} \\approx 33$", FALSE),
    ("$0.333 \\cdot 3.14 \\approx 1.046$", TRUE),
    # derivatives and values of what the prompt defines
    ("$\\nabla f(x, y) = (6xy, 3x^2 - 2y)$", TRUE),
    ("$\\nabla f(x, y) = (3x^2 - 2y, 6xy)$", FALSE),
    ("$\\nabla f = (6xy, 3x^2)$", FALSE),
    ("$\\nabla f(1, 2) = (12, -1)$", TRUE),
    ("$\\nabla f(1, 2) = (12, 1)$", FALSE),
    ("$\\nabla f(P) = (12, -1)$", TRUE),
    ("$\\frac{\\partial f}{\\partial x} = 6xy$", TRUE),
    ("$\\frac{\\partial f}{\\partial x} = 6x$", FALSE),
    ("$\\frac{\\partial f}{\\partial x}(1, 2) = 6 \\cdot 1 \\cdot 2 = 12$", TRUE),
    ("$\\frac{\\partial^2 f}{\\partial x \\partial y} = 6x$", TRUE),
    ("$\\frac{\\partial^2 f}{\\partial x^2} = 6x$", FALSE),
    ("$f_x = 6xy$", TRUE),
    ("$f_{xy}(1, 2) = 5$", FALSE),
    ("$f(1, 2) = 6 - 4 = 2$", TRUE),
    ("$f(1, 2) = 3$", FALSE),
    ("$\\frac{du}{dx} = 2$", TRUE),
    ("$\\frac{du}{dx} = 3$", FALSE),
    ("$L'(w) = \\frac{-2}{1 + e^{2w}}$", TRUE),
    ("$\\frac{dL}{dw} = \\frac{2}{1 + e^{2w}}$", FALSE),
    ("$L'(0) = -1$", TRUE),
    ("$x_0 - \\eta \\cdot 5 = 3.5$", TRUE),
    ("$x_0 - \\eta \\cdot 5 = 3.4$", FALSE),
    ("Then $g = 6xy$, and $\\frac{\\partial g}{\\partial y} = 6y$.", FALSE),
    # what an earlier step has said
    ("$x_1 = 4 - 0.5 = 3.5$, and $x_1 + 1 = 4.5$", TRUE),
    ("$x_1 = 4 - 0.5 = 3.5$, and $x_1 + 1 = 5$", FALSE),
    ("$\\hat{m}_2 = \\frac{1}{2} = 0.5$, so $2 \\hat{m}_2 = 2$", FALSE),
    ("$\\frac{\\partial K}{\\partial v} = 3$, and $2 \\cdot \\frac{\\partial K}{\\partial v} = 6$", TRUE),
    # equations, definitions and other relations are no claims
    ("$m = 7$", OPEN),
    ("$f_x = 0$", OPEN),
    ("$f_x = f_y$", OPEN),
    ("$f_x = 6xy = 0$", TRUE),
    ("$6x + 1 = 3y$", OPEN),
    ("$\\nabla f = \\lambda \\nabla g$", OPEN),
    ("$x = 3$ or $x = -2$", OPEN),
    ("$\\eta = 0.3$ is more than $\\eta = 0.2$", OPEN),
    ("$0 < \\eta < 0.5$", OPEN),
    ("$h(0) = 3$", OPEN),
    ("$w_{\\text{new}} = w - \\eta \\nabla K(w)$", OPEN),
    ("$g(z) = 3z$, and $g(2) = 7$", FALSE),
]


def outcome(step: str, hint: str = "Think.", prompt: str = "What is it?") -> tuple[str, int]:
    source = ITEM.replace("STEP", step.replace("'", "''")).replace("HINT", hint).replace("PROMPT", prompt)
    if "'" in step:
        source = source.replace(f"'{step.replace(chr(39), chr(39) * 2)}'", f"'''{step}'''")
    question = draw_question(Item.read("t/i", Path("t/i.toml"), source), 1, {})
    compared, faults = untrue_formulas(question, 0)
    if faults:
        return FALSE, len(faults)
    return (TRUE if compared.true else OPEN), compared.true


@pytest.mark.parametrize(("step", "expected"), STEPS, ids=[step for step, _ in STEPS])
def test_a_step(step: str, expected: str) -> None:
    assert outcome(step)[0] == expected


def test_a_hint_that_is_not_true() -> None:
    assert outcome("$1 = 1$", "Note that $2 + 2 = 5$.") == (FALSE, 1)
    assert outcome("$1 = 1$", "Note that $f(1, 2) = 2$.")[0] == TRUE


def test_the_place_is_told() -> None:
    source = ITEM.replace("  'STEP',", "  'First $1 + 1 = 2$.',\n  'Then $1 + 2 = 4$, which is 7: $7$.',")
    source = source.replace("HINT", "Add.").replace("PROMPT", "What is it?")
    faults = check_item(Item.read("t/i", Path("t/i.toml"), source), {}, 3).faults
    assert [(fault.line, fault.message) for fault in faults if "not true" in fault.message] == [
        (12, f"{NOT_TRUE}, for example 1 + 2 = 4 (in 3 of 3 questions)")
    ]


@pytest.mark.parametrize(
    ("prompt", "step", "expected"),
    [
        # a total derivative is no partial one: x may depend on t
        ("Let $h(x, t) = 3xt$ and $x(t) = 2t$.", r"$\frac{dh}{dt} = 12t$", OPEN),
        ("Let $h(x, t) = 3xt$ and $x(t) = 2t$.", r"$\frac{\partial h}{\partial t} = 3x$", TRUE),
        ("Let $h(x, t) = 3xt$ and $x(t) = 2t$.", r"$\frac{\partial h}{\partial t} = 4x$", FALSE),
        # the value at a place makes no other function
        ("The values are $L(w_0) = 63$ and more.", r"$L(w_1) = 252$", OPEN),
        ("Let $L(w) = 7w^2$.", r"$L(3) = 63$ and $L(6) = 252$", TRUE),
        ("Let $L(w) = 7w^2$.", r"$L(3) = 63$ and $L(6) = 253$", FALSE),
        # a policy that is called π
        (r"The policy is $\pi(\theta) = \frac{1}{1 + e^{-\theta}}$.", r"$\pi = \frac{7}{8}$", OPEN),
        (r"The policy takes it with probability $\pi = \frac{1}{2}$.", r"$1 - \pi = \frac{1}{2}$", TRUE),
        ("A circle.", r"$2\pi = 7$", FALSE),
    ],
)
def test_what_a_prompt_calls_by_a_name(prompt: str, step: str, expected: str) -> None:
    assert outcome(step, prompt=prompt)[0] == expected


ENDS = [  # the steps; what is said
    ("'So it is $7$.'", ""),
    ("'So it is $6$.'", "no step arrives at the answer"),
    ("'So it is $7$.', 'Check: $1 + 1 = 2$.'", "the last step with a formula does not end with the answer"),
    ("'So it is $7$.', 'That is all.'", ""),
]


@pytest.mark.parametrize(("steps", "said"), ENDS)
def test_the_last_step_ends_with_the_answer(steps: str, said: str) -> None:
    family = "[parameters]\na = { integers = [6, 8] }\n[require]\n'is seven' = 'a = 7'\n[answer]"
    source = ITEM.replace("'STEP'", steps).replace("[answer]", family).replace("HINT", "Add.")
    found = check_item(Item.read("t/i", Path("t/i.toml"), source.replace("PROMPT", "What is it?")), {}, 10).advice
    told = [fault.message for fault in found if "step" in fault.message]
    assert [message for message in told if message.startswith(said or "no such")] == told[: len(told) if said else 0]
    assert bool(told) == bool(said)
