"""Puts hostile files through the program, each in a process of its own, and tells what it cost.

    python tests/hostile/probe.py [FIRST:STEP]     all files (or each STEPth), one JSON line each; a table comes last

One process brings the program in and draws, judges and prints a good item, so that nothing is left to be loaded; it
then forks for each file. Memory is the peak of the fork above what it began with, time is its processor time, for each
stage: what one command or one draw takes. A stage is too slow beside a fixed piece of work, done in the same run.
"""

from __future__ import annotations

import io
import json
import os
import re
import resource
import select
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from families import CANARY, HOSTILE, Hostile, item

GOOD = item(
    title="'A good one'", let="f = 'a*x^2*y'", answer="vector = 'grad(f, x, y)'",
    prompt="'The good one: $<< f >>$.'", rest="[figure]\ncontours = 'x^2 + a*y^2'\nsays = 's'",
)  # fmt: skip
SEEDS = 5
MOST_MEGABYTES, LIMIT = 150, 600  # above the start; above it at all (a hard limit)
MOST_SECONDS, OF_CHECK = 2.0, 4.0  # of a stage; of the checker, which draws 5 questions whole and the numbers of 40
PATIENCE = 120  # seconds by the clock, for all stages
WORK, WORK_SECONDS = 1_000_000, 0.08  # turns of a loop, and the processor time that they took where the 2 s were set
SLACK = 2.0  # a machine with other work beside it is slower for a while, and not in all at once
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\u2063\u2066-\u2069\ufeff\U000e0041]"
)
_FORBIDDEN = (
    "os.system",
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "socket.connect",
    "ctypes.dlopen",
)


class Stages:
    """The stages of one file, with what each cost and what came out."""

    def __init__(self, bank: Path, id: str = "t/hostile") -> None:
        self.bank = bank
        self.id = id
        self.seconds: dict[str, float] = {}
        self.wrong: list[str] = []
        self.used = False

    def all(self) -> None:
        from quizengine.bank import load

        bank = self._timed("load", lambda: load([self.bank]))
        self.used = any(one.id == self.id and not one.faults for one in bank.items)
        self._run("check", "bank", "check", "t", "--seeds", str(SEEDS))
        if self.used:
            self.used = False
            for seed in range(1, SEEDS + 1):
                self._draw(bank, seed)
            self._run("show", "bank", "show", self.id, "--seed", "2")
            self._run("grade", "practice", self.id, "-n", "1", "--seed", "3", "--plain", typed="7\nx+1\n1+\n")
            self._run("grade", "--plain", typed=":show\n:skip\n" * 4)
        formats = [word for format in ("text", "html", "typst") for word in ("--format", format)]
        self._run("sheet", "sheet", "t", "-n", "2", "--seed", "4", *formats, "-o", str(self.bank / "out"))
        for path in sorted((self.bank / "out").glob("*")):
            self._look(path.name, path.read_text())
        self._good(bank)

    def _draw(self, bank: Any, seed: int) -> None:
        from quizengine.draw import Question, try_draw
        from quizengine.grade import grade_answer

        question = self._timed("draw", lambda: try_draw(bank.item(self.id), seed, bank.mistakes))
        if isinstance(question, Question):
            self.used = True
            for part in question.parts:
                for typed in (part.key.plain(), "1", "x^2 + 1/3", "(1, 2)"):
                    self._timed("grade", lambda part=part, typed=typed: grade_answer(part, typed))

    def _good(self, bank: Any) -> None:
        from quizengine.draw import Question, try_draw

        if not isinstance(try_draw(bank.item("t/good"), 1, bank.mistakes), Question):
            self.wrong.append("the good item cannot be drawn")
        if self._run("good", "sheet", "t/good", "-n", "1", "--format", "text", "-o", str(self.bank / "good")) != 0:
            self.wrong.append("the good item cannot be printed")
        if Path(CANARY).exists() or (self.bank / CANARY).exists():
            self.wrong.append("code was run")

    def _timed(self, stage: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] = max(self.seconds.get(stage, 0.0), time.process_time() - begun)

    def _run(self, stage: str, *arguments: str, typed: str = "") -> int:
        from quizengine.cli.app import run

        os.environ |= {"QUIZENGINE_BANK": str(self.bank), "QUIZENGINE_STORE": str(self.bank / "s.db")}
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(typed), io.StringIO(), io.StringIO()
        code = self._timed(stage, lambda: run(arguments))
        out, told = sys.stdout.getvalue(), sys.stderr.getvalue()
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
        self._look(stage, out + told)
        if "quizengine: a fault of the program" in told:
            self.wrong.append(f"{stage}: {told.strip()[:300]}")
        return int(code)

    def _look(self, where: str, text: str) -> None:
        if found := _CONTROLS.search(text):
            self.wrong.append(f"{where}: {found[0]!r} came out")


def probed(hostile: Hostile) -> dict[str, Any]:
    """What one file cost; in a fork of this process, with a limit of memory."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        row: dict[str, Any] = {"wrong": ["the process died"]}
        try:
            row = _in_child(hostile)
        except BaseException as error:
            row = {"wrong": [f"{type(error).__name__}: {str(error)[:300]}"]}
        finally:
            with os.fdopen(writing, "w") as pipe:
                json.dump(row, pipe)
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        if not select.select([pipe], [], [], PATIENCE)[0]:
            os.kill(child, 9)
        text = pipe.read()
    os.waitpid(child, 0)
    row = json.loads(text) if text else {"wrong": [f"no answer in {PATIENCE} s, or killed"]}
    return {"family": hostile.family, "name": hostile.name, **row}


def _in_child(hostile: Hostile) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder)
        (bank / "t").mkdir()
        (bank / "t" / "good.toml").write_text(GOOD)
        hostile.write(bank)
        os.chdir(bank)
        began = _pages()
        resource.setrlimit(resource.RLIMIT_AS, (_pages("size") + LIMIT * 2**20,) * 2)
        stages = Stages(bank)

        def watch(event: str, arguments: tuple[Any, ...]) -> None:
            if event in _FORBIDDEN:
                stages.wrong.append(f"{event} {arguments!r:.200}")

        sys.addaudithook(watch)
        stages.all()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return {
            "used": stages.used,
            "seconds": {stage: round(seconds, 3) for stage, seconds in stages.seconds.items()},
            "megabytes": round(max(0, peak - began) / 2**20),
            "wrong": stages.wrong,
        }


def _pages(of: str = "resident") -> int:
    size, resident = Path("/proc/self/statm").read_text().split()[:2]
    return int(size if of == "size" else resident) * resource.getpagesize()


def pace() -> float:
    """Return how many times as long as where the bound was set this machine takes now, 1 or more."""
    begun, total = time.process_time(), 0
    for turn in range(WORK):
        total += turn % 7
    return max(1.0, (time.process_time() - begun) / WORK_SECONDS)


def faults(row: dict[str, Any], pace: float) -> list[str]:
    """What is not as it should be, on a machine of this `pace`."""
    slack = SLACK * pace
    slow = [
        f"{stage} took {took} s"
        for stage, took in row.get("seconds", {}).items()
        if took > slack * (OF_CHECK if stage == "check" else MOST_SECONDS)
    ]
    large = [f"{row['megabytes']} MB"] if row.get("megabytes", 0) > MOST_MEGABYTES else []
    return [*row["wrong"], *slow, *large]


def run(chosen: Sequence[Hostile]) -> Iterator[dict[str, Any]]:
    """The rows of some hostile files, when the program is warm."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "t").mkdir()
        (Path(folder) / "t" / "hostile.toml").write_text(
            item(let="f = 'simplify(sin(a*x)^2/x)'\ng = 'solve(x^4 = a, x)'")
        )
        (Path(folder) / "t" / "good.toml").write_text(GOOD)
        warm = Stages(Path(folder))
        warm.all()
        assert warm.used, "the good item is not drawn"
        assert not warm.wrong, warm.wrong
    yield from map(probed, chosen)


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The results by family, for the README of the tests."""
    lines = ["| family | files | refused | used | slowest stage, s | most memory, MB |", "|---|---|---|---|---|---|"]
    for family in [*dict.fromkeys(row["family"] for row in rows), "all"]:
        of = [row for row in rows if family in (row["family"], "all")]
        used = sum(row.get("used", False) for row in of)
        slowest = max(max(row.get("seconds", {"": 0}).values()) for row in of)
        memory = max(row.get("megabytes", 0) for row in of)
        lines.append(f"| {family} | {len(of)} | {len(of) - used} | {used} | {slowest:.2f} | {memory} |")
    return "\n".join(lines)


if __name__ == "__main__":
    first, every = (int(number) for number in (sys.argv[1:] or ["0:1"])[0].split(":"))
    rows = []
    for row in run(HOSTILE[first::every]):
        rows.append(row)
        print(json.dumps({**row, "faults": faults(row, pace())}), flush=True)
    print(table(rows), file=sys.stderr)
