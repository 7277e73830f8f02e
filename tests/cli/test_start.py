"""What comes in before the first question: told by what is imported, since seconds differ from machine to machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

#: items whose prompts are words alone
CONCEPTS = (
    "role/are-gradients-essential",
    "gradient/what-a-gradient-represents",
    "rate/what-controls-step-size",
    "descent/why-gradient-descent",
)

DRAWN = """
import sys
from quizengine.bank import load, load_bank
from quizengine.cli.screen import Screen
from quizengine.cli.terminal import Terminal
from quizengine.draw import draw_question

bank = load_bank()
question = draw_question(bank.item("role/are-gradients-essential"), 1, bank.mistakes)
page = Screen(Terminal.here())
page.prompt(question.prompt)
page.stimulus(question)
page.part(question.parts[0], 1)
"""

RUN = """
import sys
from quizengine.cli.app import run

class Told:
    def find_spec(self, name, path=None, target=None):
        if name in {packages!r}:
            print(f"[{{name}} comes in]", flush=True)

sys.meta_path.insert(0, Told())
sys.exit(run({arguments!r}))
"""


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], input="", capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    return done.stdout + done.stderr


def running(*arguments: str, packages: tuple[str, ...]) -> str:
    """What the program prints, with a line wherever one of `packages` is imported."""
    return python(RUN.format(arguments=arguments, packages=packages))


def test_a_choice_is_drawn_and_shown_without_mathematics() -> None:
    told = python(DRAWN + "print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    *shown, modules = told.strip().splitlines()
    assert "one letter, a to " in shown[-1]
    assert not {"flint", "sympy", "prompt_toolkit", "jinja2", "typst"} & set(modules.split())


def test_a_question_without_a_figure_draws_none() -> None:
    told = python(DRAWN + "print(*sorted(name for name in sys.modules if name.startswith('quizengine.')))")
    modules = set(told.strip().splitlines()[-1].split())
    drawing = {"drawing", "dots", "signs", "characters", "plane", "placing", "values"}
    assert not modules & {f"quizengine.figures.{name}" for name in drawing}
    assert not modules & {f"quizengine.cli.{name}" for name in ("figure_lines", "descriptions")}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("practice", "--help"), ("bank", "--help")])
def test_help_comes_at_once(arguments: tuple[str, ...]) -> None:
    told = running(*arguments, packages=("pydantic", "flint", "sympy", "prompt_toolkit", "sqlite3", "tomllib"))
    assert "quizengine" in told
    assert "comes in]" not in told


def test_the_first_prompt_is_on_the_screen_before_the_models_come_in(store: Path) -> None:
    told = running("practice", *CONCEPTS, "-n", "4", packages=("pydantic", "flint", "sympy", "prompt_toolkit"))
    heading, models = told.index("1/4"), told.index("[pydantic comes in]")
    assert told[heading:models].count("\n") == 2, "the heading and the prompt"
    assert models < told.index("one letter, a to")
    assert told.count("comes in]") == 1


@pytest.mark.parametrize(
    ("items", "waits"),
    [
        (("partial/composed-random-variable", "gradient/polynomial"), False),
        (("loss/logistic-loss", "role/are-gradients-essential"), False),
        (("partial/composed-random-variable",), True),
    ],
    ids=["a polynomial", "words", "nothing else"],
)
def test_the_first_question_does_not_wait_for_sympy(items: tuple[str, ...], waits: bool, store: Path) -> None:
    """It is drawn by our own rules, or has no numbers; only where no planned question is, SymPy comes in before it."""
    told = running("practice", *items, "-n", str(len(items)), "--seed", "3", packages=("sympy",))
    question = told.partition(f"1/{len(items)}  ")[2].partition("answer>")[0]
    assert question, told
    assert ("[sympy comes in]" in question) == waits, told
