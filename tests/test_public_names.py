"""The public names: what a program that uses quizengine may rely on."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import quizengine

#: Names with their arguments, as promised. A change here breaks other people's programs.
PROMISED = {
    "draw_question": ["item", "seed", "mistakes"],
    "grade_answer": ["part", "typed"],
    "judge": ["key", "typed", "mistakes"],
    "key_from_text": ["kind", "text", "names", "domain", "accuracy"],
    "load_bank": ["folders"],
    "plan_paper": ["bank", "topics", "items", "seed", "title"],
    "render_sheet": ["questions", "paper", "variant", "format", "document"],
    "variant_questions": ["paper", "variant"],
}
CLASSES = ["Bank", "Item", "Paper", "Part", "Question", "QuizError", "Verdict", "Witness"]


def test_these_names_and_no_others_are_public() -> None:
    assert sorted(quizengine.__all__) == sorted([*PROMISED, *CLASSES])
    assert set(quizengine.__all__) <= set(dir(quizengine))


@pytest.mark.parametrize("name", PROMISED)
def test_functions_take_the_arguments_that_were_promised(name: str) -> None:
    assert list(inspect.signature(getattr(quizengine, name)).parameters) == PROMISED[name]


@pytest.mark.parametrize("name", [*PROMISED, *CLASSES])
def test_each_says_what_it_is(name: str) -> None:
    assert (getattr(quizengine, name).__doc__ or "").strip()


def test_fields_that_programs_read() -> None:
    verdict = quizengine.judge(quizengine.key_from_text(None, "(2*x, 2*y)"), "(2x, 3y)")
    assert (verdict.outcome, verdict.credit, verdict.parts, verdict.evidence) == ("partial", 0.5, (1.0, 0.0), "proven")
    assert (verdict.reason, verdict.mistake, verdict.read_as) == ("differs", None, "(2·x, 3·y)")
    assert isinstance(verdict.witness, quizengine.Witness)
    assert verdict.witness.point == (("y", "2"),)


def test_errors_have_one_root() -> None:
    with pytest.raises(quizengine.QuizError, match="no-such-topic"):
        quizengine.plan_paper(quizengine.load_bank(), ("no-such-topic",), 1, 1)


def test_what_is_no_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'quiz_master'"):
        quizengine.quiz_master  # noqa: B018


def test_the_package_alone_imports_nothing_of_itself() -> None:
    code = "import sys, quizengine; print([name for name in sys.modules if name.startswith('quizengine.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_examples_of_the_front_page_run() -> None:
    docstring = ast.get_docstring(ast.parse(Path(quizengine.__file__).read_text(encoding="utf-8"))) or ""
    lines = [line.strip() for line in docstring.splitlines() if " = " in line and line.startswith("    ")]
    assert len(lines) == 7
    values = {name: getattr(quizengine, name) for name in quizengine.__all__}
    for line in lines:
        exec(line.partition("   ")[0], values)
    assert values["page"].startswith(b"%PDF")
    assert values["verdict"].outcome in ("incorrect", "partial")
