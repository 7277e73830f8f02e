"""Fresh pairs, judged: what the judge says against an oracle of its own, by family.

    python tests/benchmarks/fresh_pairs/run.py [--count N] [--seed S] [--pairs FILE] [--out FILE]

Pairs are generated (or read from --pairs, as --keep wrote them), judged by `quizengine.answers`, and told in a table.
A false right is a "correct" of a wrong answer, a false wrong a credit kept from a right one. Times are processor time
of the judge's process for reading key and answer and judging, Python's collection of garbage left out; a pair that is
not done by the deadline has its process killed ("no end"). The last column is the longest wait.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import sys
import time
from collections import Counter
from fractions import Fraction
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.fresh_pairs.generate import pairs
from benchmarks.fresh_pairs.table import Told, faults, report

BETWEEN = 250  # pairs, after which garbage is collected
WARM = {"key": "2*x*y + sin(x)^2", "answer": "x*y + y*x + 1 - cos(x)^2", "variables": ["x", "y"]}


def told(row: dict[str, Any]) -> Told:
    """What the judge says of a pair, in this process."""
    from quizengine.answers import judge
    from quizengine.cli.jsonl_fields import key_of

    wanted = {name: row.get(name) for name in ("key", "variables", "domain")}
    started, wall = time.process_time(), time.perf_counter()
    try:
        verdict = judge(key_of(wanted), row["answer"])
        shown = verdict.witness and {name: Fraction(x) for name, x in verdict.witness.point}
        said = verdict.outcome, verdict.evidence, shown, verdict.message
    except Exception as fault:  # a fault of the program is a finding, too
        said = "fault", None, None, repr(fault)
    return Told(row, *said, time.process_time() - started, time.perf_counter() - wall)


def serve(wire: Connection) -> None:
    """The life of the judge's process: a row in, what is told out."""
    gc.disable()
    told(WARM)
    wire.send("ready")
    for count in itertools.count():
        wire.send(told(wire.recv()))
        if count % BETWEEN == 0:
            gc.collect()  # not in the time of whichever pair it falls into


class Court:
    """The judge in a process of its own, killed and started anew when it does not end."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.start()

    def start(self) -> None:
        context = get_context("spawn")
        self.wire, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.wire.recv()

    def ask(self, row: dict[str, Any]) -> Told:
        self.wire.send(row)
        try:
            if self.wire.poll(self.deadline):
                return self.wire.recv()  # type: ignore[no-any-return]
            how = f"not done after {self.deadline:g} s"
        except EOFError:
            how = "the process died"
        self.close()
        self.start()
        return Told(row, "no end", None, None, how, self.deadline, self.deadline)

    def close(self) -> None:
        self.process.kill()
        self.process.join()


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--count", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--pairs", type=Path, help="judge these instead of generating")
    arguments.add_argument("--keep", type=Path, help="write the pairs here")
    arguments.add_argument("--out", type=Path, help="write disagreements and what is undecided here, as JSON lines")
    arguments.add_argument("--deadline", type=float, default=5.0, help="seconds for a pair")
    chosen = arguments.parse_args()
    dropped: Counter[str] = Counter()
    if chosen.pairs:
        rows = [json.loads(text) for text in chosen.pairs.read_text(encoding="utf-8").splitlines()]
    else:
        rows = list(pairs(chosen.count, chosen.seed, dropped))
    if chosen.keep:
        write(chosen.keep, rows)
    court = Court(chosen.deadline)
    judged = [court.ask(row) for row in rows]
    court.close()
    if chosen.out:
        write(chosen.out, faults(judged))
    print(report(judged))
    if dropped:
        print(f"not kept: {dropped.total()}: " + ", ".join(f"{why} {n}" for why, n in dropped.most_common()))


if __name__ == "__main__":
    main()
