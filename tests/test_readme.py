"""The README is true: its commands give the output that is printed under them, its code runs.

python tests/test_readme.py     prints the outputs into README.md anew
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from quizengine.bank import load_bank

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VARIES = re.compile(
    r"\b\d+:\d\d\b|\b[\d.]+ minutes|\b(?:[Uu]nder )?\d+ min\b|\"ms\": [\d.]+|\b[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){2,}"
)
COURSE = re.compile(r"(?<=<!-- course: made by tests/test_readme.py -->\n\n).*?(?=\n<!-- end -->)", re.DOTALL)
TYPED = re.compile(r"^answer(?: \([a-h]\))?> (.*)$", re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [body for name, body in FENCE.findall(README.read_text(encoding="utf-8")) if name == language]


def commands(block: str) -> list[tuple[str, str]]:
    """(command, output) of each line after a dollar."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


def output(command: str, shown: str, folder: Path) -> str:
    """What `command` prints, given the answers typed in `shown`; both streams, in that order."""
    arguments = shlex.split(command)
    assert arguments[0] == "quizengine"
    if arguments[1] == "practice":
        arguments.append("--plain")
    done = subprocess.run(
        [sys.executable, "-m", "quizengine", *arguments[1:]],
        input="".join(line + "\n" for line in TYPED.findall(shown)),
        cwd=folder,
        env={**os.environ, "QUIZENGINE_STORE": str(folder / "answers.db"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    return done.stdout + done.stderr


CONSOLE = [pair for block in blocks("console") for pair in commands(block)]


@pytest.mark.skipif(os.name == "nt", reason="Windows prints paths with backslashes")
@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_what_is_printed_under_a_command_is_its_output(command: str, shown: str, tmp_path: Path) -> None:
    assert VARIES.sub("#", output(command, shown, tmp_path)) == VARIES.sub("#", shown)


def test_the_library_example_prints_what_is_printed_under_it() -> None:
    (code,), (shown,) = blocks("python"), blocks("text")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout == shown, done.stderr


def test_the_two_commands_are_one_line_each_and_the_checks_run_the_second() -> None:
    first, second = (block.strip() for block in blocks("sh"))
    assert "\n" not in first + second
    assert first.startswith("python3 -m venv .venv && ")
    assert first.endswith("/quizengine")
    assert second in (ROOT / ".ci" / "run").read_text().splitlines()


def test_links_lead_somewhere() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)|src=\"([^\"]+)\"", text)
    assert links
    for link in map("".join, links):
        assert (ROOT / link).exists(), link


def test_every_command_is_told() -> None:
    from quizengine.cli.app import quizengine

    text = README.read_text(encoding="utf-8")
    assert all(f"quizengine {name}" in text for name in quizengine.commands)


def course() -> str:
    """The topics as the course goes, with their items counted, as a table."""
    bank = load_bank()
    rows = ["| | topic | what it trains | items | with fresh numbers | levels |", "|---|---|---|--:|--:|---|"]
    for place, name in enumerate(bank.course.names_in_order({item.topic for item in bank.items}), 1):
        items = [item for item in bank.items if item.topic == name]
        levels = sorted({item.difficulty for item in items})
        between = f"{levels[0]}–{levels[-1]}" if len(levels) > 1 else f"{levels[0]}"
        fresh = sum(item.has_parameters for item in items)
        rows.append(f"| {place} | `{name}` | {bank.course.topic(name).says} | {len(items)} | {fresh} | {between} |")
    fresh = sum(item.has_parameters for item in bank.items)
    return "\n".join([*rows, f"| | all | | {len(bank.items)} | {fresh} | 1–5 |"]) + "\n"


def test_the_course_is_that_of_the_bank() -> None:
    """`python tests/test_readme.py` counts anew."""
    [told] = COURSE.findall(README.read_text(encoding="utf-8"))
    assert told == course()


def renew(folder: Path) -> None:
    """Print the outputs into the README anew."""

    def fresh(found: re.Match[str]) -> str:
        name, body = found.groups()
        if name != "console":
            return found[0]
        parts = []
        for command, shown in commands(body):
            printed = output(command, shown, folder)
            same = VARIES.sub("#", printed) == VARIES.sub("#", shown)
            parts.append(f"$ {command}\n{shown if same else printed}")
        return f"```console\n{''.join(parts)}```"

    text = FENCE.sub(fresh, README.read_text(encoding="utf-8"))
    README.write_text(COURSE.sub(lambda _: course(), text), encoding="utf-8")


def test_what_contributors_are_told_of_is_there() -> None:
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.\w+)`", guide)
    places = [ROOT, ROOT / "quizengine", ROOT / "quizengine" / "maths" / "parse", ROOT / "quizengine" / "answers"]
    places += [ROOT / "quizengine" / "maths" / "language" / "builtins"]
    missing = [name for name in told if name.upper() != name and not re.search(r"[A-Z]{4}", name)]
    missing = [name for name in missing if not any((place / name).exists() for place in places)]
    assert len(told) > 50
    assert not missing
    assert next(body for name, body in FENCE.findall(guide) if name == "sh").strip() == blocks("sh")[1].strip()


def test_the_workflow_runs_all_checks() -> None:
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    assert "bash .ci/run" in workflow
    assert {"windows-latest", "macos-latest"} <= set(re.findall(r"\w+-latest", workflow))


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        renew(Path(name))
