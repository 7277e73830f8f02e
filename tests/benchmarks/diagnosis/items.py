"""Which items tell each misconception, and which see only a wrong answer.

    python tests/benchmarks/diagnosis/items.py [--seeds N] [MISCONCEPTION]

For each misconception and each part of the topics where it belongs: in how many of some draws its wrong answer differs
from the key, and how often it is named. What stands below the line of a misconception is what its author may add.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.diagnosis.learner import misworked
from benchmarks.diagnosis.misconceptions import MISCONCEPTIONS, Misconception

from quizengine.answers.answer import Answer
from quizengine.bank import load_bank, select
from quizengine.draw import draw_question
from quizengine.grade import follow


def told(held: Misconception, seeds: int) -> None:
    """Print one line for the misconception, and one for each part that does not name it."""
    bank = load_bank()
    shown_in, named_in, below = 0, 0, []
    for item in select(bank, held.topics):
        if not item.has_parameters:
            continue
        for number in range(len(item.parts)):
            shown, named, other = 0, 0, set[str]()
            for seed in range(1, seeds + 1):
                question = draw_question(item, seed, bank.mistakes)
                typed = misworked(question, number, held)
                if typed is not None:
                    shown += 1
                    verdict = follow(question, number, Answer(typed), {})
                    named += verdict.mistake in held.names
                    other |= {verdict.mistake or "–"} - held.names
            shown_in += bool(shown)
            named_in += bool(named)
            if shown and named < shown:
                below.append(
                    f"    {item.id} {question.parts[number].label}: {named} of {shown}, else {', '.join(other)}"
                )
    print(f"{held.title}: shows in {shown_in} parts, is named in {named_in}")
    print(*below, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("title", nargs="?", default="")
    given = parser.parse_args()
    for held in MISCONCEPTIONS:
        if given.title in held.title:
            told(held, given.seeds)


if __name__ == "__main__":
    main()
