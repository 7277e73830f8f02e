"""A new kind of answer and a new kind of parameter, tried on a copy of the program and thrown away with it.

Each is one file and one name in a list, and then works wherever the kinds that are there work.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizengine.sheet import FORMATS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = ("quizengine", "question_bank", "templates")

#: A key, an answer, the verdict
COMPARED = [
    ("45", "45°", "correct"),
    ("45°", "405", "correct"),
    ("45 degrees", "-315 deg", "correct"),
    ("1/2", r"360.5^{\circ}", "correct"),
    ("45", "46", "incorrect"),
    ("45", "-45°", "incorrect"),
    ("45", "north", "unreadable"),
]

#: What stands in the item, what shall stand there, what is told of it with its line
ANSWER_SLIPS = [
    ("angle = 's'", "angle = 's + x'", "9: angle = … still holds x; put in values"),
    ("angle = 's'", "angle = []", "10: 'answer.angle': write one text in quotes"),
    ("angle = 's'", "angle = 's'\nturns = 1", "11: unknown key 'turns'"),
    ("angle = 's'", "angel = 's'", "9: 'answer' needs exactly one of these kinds of answer: number, expression,"),
]
PARAMETER_SLIPS = [
    ("['0.1', '0.7']", "[0.1, '0.7']", "6: 'parameters.r.decimals.1': write 0.1 in quotes: '0.1'"),
    ("['0.1', '0.7']", "['0.1', 'x']", "6: 'parameters.r.decimals.2': 'x' is no decimal such as '0.25'"),
    ("['0.1', '0.7']", "['0.7', '0.1']", "6: 'parameters.r': the lowest stands first, and the step is greater"),
    ("count = 5", "count = 6", "7: 'parameters.u': only 5 different values for a list of 6"),
    ("step = '0.2'", "step = '0.2', setp = '0.2'", "6: unknown key 'setp'; did you mean 'step'?"),
    (
        "r = { decimals",
        "r = { decimal",
        "6: 'parameters.r' needs one of integers = [lowest, highest], choices = […], texts = […] or decimals = ['low",
    ),
]

DRAWN = """
from pathlib import Path
from quizengine.draw import draw_question
from quizengine.item import Item

path = Path("bank/trial/decimals.toml")
item = Item.read("trial/decimals", path, path.read_text(encoding="utf-8"))
for seed in range(40):
    values = draw_question(item, seed, {}).workspace.values
    print(values["r"].typed, len(set(values["u"].items)))
"""


@dataclass(frozen=True)
class Copy:
    """A copy of the program at `root`, with a bank of its own in which one item uses the new kind."""

    root: Path

    def add(self, kind: str, room: str, names: str, after: str) -> None:
        """Write the file of `kind` into `room`, and its name into the list in `names`, after the name `after`."""
        shutil.copy(HERE / f"{kind}.py", self.root / room)
        listing = self.root / names
        text = listing.read_text(encoding="utf-8")
        assert text.count(f'"{after}")') == 1
        listing.write_text(text.replace(f'"{after}")', f'"{after}", "{kind}")'), encoding="utf-8")
        (self.root / "bank" / "trial").mkdir(parents=True)
        shutil.copy(HERE / f"{kind}.toml", self.root / "bank" / "trial")

    def touched(self) -> set[str]:
        """Return the files of the program that are not those of ours."""
        files = [path.relative_to(self.root) for name in PROGRAM for path in (self.root / name).rglob("*")]
        return {
            path.as_posix()
            for path in files
            if (self.root / path).is_file() and "__pycache__" not in path.parts
            if not (ROOT / path).is_file() or (ROOT / path).read_bytes() != (self.root / path).read_bytes()
        }

    def python(self, *arguments: str, typed: str = "") -> str:
        """Return what Python, started in the copy, prints to both streams."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            input=typed.encode(),
            capture_output=True,
            timeout=120,
            env={**os.environ, "QUIZENGINE_STORE": str(self.root / "answers.db"), "PYTHONIOENCODING": "utf-8"},
        )
        return (done.stdout + done.stderr).decode("utf-8")

    def run(self, *arguments: str, typed: str = "") -> str:
        return self.python("-m", "quizengine", *arguments, typed=typed)

    def check_slips(self, kind: str, slips: Sequence[tuple[str, str, str]]) -> list[str]:
        """Return what the checker says of the item with each slip in it by itself: number of the slip, line, fault."""
        text = (HERE / f"{kind}.toml").read_text(encoding="utf-8")
        folder = self.root / "slips" / "trial"
        folder.mkdir(parents=True)
        for number, (old, new, _) in enumerate(slips):
            assert old in text
            (folder / f"slip-{number}.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        told = self.run("bank", "check", "trial", "--bank", "slips")
        return [":".join(found) for found in re.findall(r"trial/slip-(\d+)\.toml:(.*)", told)]


def copied(root: Path) -> Copy:
    for name in PROGRAM:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Copy(root)


@pytest.fixture(scope="module")
def with_angle(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = copied(tmp_path_factory.mktemp("angle"))
    copy.add("angle", "quizengine/answers/kinds", "quizengine/answers/kind_names.py", "interval")
    return copy


@pytest.fixture(scope="module")
def with_decimals(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = copied(tmp_path_factory.mktemp("decimals"))
    copy.add("decimals", "quizengine/item/parameters", "quizengine/item/parameters/__init__.py", "texts")
    return copy


def test_an_answer_kind_touches_two_files(with_angle: Copy) -> None:
    assert with_angle.touched() == {"quizengine/answers/kinds/angle.py", "quizengine/answers/kind_names.py"}


def test_a_parameter_kind_touches_two_files(with_decimals: Copy) -> None:
    room = "quizengine/item/parameters"
    assert with_decimals.touched() == {f"{room}/decimals.py", f"{room}/__init__.py"}


def test_an_answer_of_a_new_kind_is_written_checked_and_shown(with_angle: Copy) -> None:
    assert "no faults, 0 to look at" in with_angle.run("bank", "check", "trial/angle", "--bank", "bank")
    shown = with_angle.run("bank", "show", "trial/angle", "--bank", "bank", "--seed", "3")
    assert "an angle in degrees, such as 30°" in shown
    assert "The answer: 192°" in shown


def test_a_fault_in_an_answer_of_a_new_kind_is_told(with_angle: Copy) -> None:
    assert_told(with_angle.check_slips("angle", ANSWER_SLIPS), ANSWER_SLIPS)


def test_an_answer_of_a_new_kind_is_compared(with_angle: Copy) -> None:
    rows = [json.dumps({"kind": "angle", "key": key, "answer": answer}) for key, answer, _ in COMPARED]
    told = with_angle.run("compare", "--jsonl", "-", typed="\n".join(rows))
    assert [json.loads(line)["verdict"] for line in told.splitlines()] == [verdict for _, _, verdict in COMPARED]


def test_an_answer_of_a_new_kind_is_an_option_of_the_command(with_angle: Copy) -> None:
    assert with_angle.run("compare", "--kind", "angle", "45", "405°").splitlines() == [
        "correct  (proven)",
        "read as  405°",
    ]
    assert "interval, angle" in with_angle.run("compare", "--jsonl", "-", typed='{"kind": "poem", "key": "1"}')


def test_an_answer_of_a_new_kind_is_typed_in_a_session(with_angle: Copy) -> None:
    session = ("practice", "trial/angle", "--bank", "bank", "--seed", "3", "-n", "1", "--plain")
    told = with_angle.run(*session, typed="12°\n-168 degrees\n")
    assert "There f rises fastest." in told
    assert "[ascent-for-descent]" in told
    assert "read as  −168°" in told
    assert "✓ Right at the second try" in told


def test_an_answer_of_a_new_kind_is_printed_in_all_formats(with_angle: Copy) -> None:
    formats = [option for name in FORMATS for option in ("--format", name)]
    sheet = ("sheet", "trial", "-n", "1", "--seed", "3", "--bank", "bank", "-o", "printed")
    with_angle.run(*sheet, *formats)
    files = sorted((with_angle.root / "printed").iterdir())
    assert len(files) == 2 * len(FORMATS)
    sources = {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix != ".pdf"}
    assert all(("°" in text) == ("-key" in name) for name, text in sources.items())
    assert "Answer: 264°" in sources["trial-a-key.txt"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in files if path.suffix == ".pdf")


def test_a_parameter_of_a_new_kind_is_checked_and_shown(with_decimals: Copy) -> None:
    assert "no faults, 0 to look at" in with_decimals.run("bank", "check", "trial/decimals", "--bank", "bank")


def test_a_parameter_of_a_new_kind_is_drawn_from_the_seed(with_decimals: Copy) -> None:
    drawn = with_decimals.python("-c", DRAWN)
    assert {line.split()[0] for line in drawn.splitlines()} == {"0.1", "0.3", "0.5", "0.7"}
    assert {line.split()[1] for line in drawn.splitlines()} == {"5"}
    assert with_decimals.python("-c", DRAWN) == drawn


def test_a_fault_in_a_parameter_of_a_new_kind_is_told(with_decimals: Copy) -> None:
    assert_told(with_decimals.check_slips("decimals", PARAMETER_SLIPS), PARAMETER_SLIPS)


def assert_told(lines: Sequence[str], slips: Sequence[tuple[str, str, str]]) -> None:
    """Each slip is told as it is written here, with its line, and whatever else comes of it after that."""
    for number, (_, _, told) in enumerate(slips):
        found = [line for line in lines if line.startswith(f"{number}:")]
        assert found, told
        assert found[0].startswith(f"{number}:{told}")
