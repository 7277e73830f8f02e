"""Feed the reader and the judge what a fuzzer thinks of, and see that every promise holds.

    python tests/fuzz/fuzz_reader.py [SECONDS] [SEED]

With `atheris` installed (Linux) the fuzzer is guided by coverage; without it the corpus is mutated at random.
Every input must end within the limit of CPU time, raise nothing but Unreadable with a sound offset and a short
message, and, if it reads, be judged equal to its own plain notation and never raise on the way.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from quizengine.answers import judge, key_from_text
from quizengine.errors import Unreadable
from quizengine.maths.equality import same
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain, show
from quizengine.maths.tree import Node, Relation, Vector, walk

Result = TypeVar("Result")

CORPUS = Path(__file__).parent / "corpus"
SLOWEST = 500  # ordinary answers that could be judged in the same time: about a tenth of a second without a fuzzer
TRIES = 3  # a collection of garbage, or a first import, is no fault of the text
NOTATION = Notation(("x", "y", "z", "w1", "w2", "a", "b"))
KEYS = (
    key_from_text(None, "2*x*y", NOTATION.variables),
    key_from_text(None, "(2*x, 2*y)", NOTATION.variables),
    key_from_text(None, "1/3", ()),
)


def sound(fault: Unreadable, text: str) -> None:
    """Raise AssertionError if a fault does not say where and what in a short line."""
    assert 0 <= fault.offset <= len(text), f"offset {fault.offset}"
    assert 0 < len(fault.message) <= 200, fault.message
    assert "\n" not in fault.message, fault.message


@cache
def limit() -> float:
    """The CPU time of SLOWEST ordinary answers, measured here and now, with whatever slows this process down."""
    answers = ("2x y + 1", "(2x, x^2 + 3cos(3y))", "1/4")
    times = []
    for _ in range(30):
        start = time.process_time()
        for key, answer in zip(KEYS, answers, strict=True):
            judge(key, answer)
        times.append(time.process_time() - start)
    return sorted(times)[len(times) // 2] / len(answers) * SLOWEST


def timed(act: Callable[[], Result], what: str) -> Result:
    """What `act` gives. Raises AssertionError if it takes more CPU time than the limit at every one of TRIES."""
    for _ in range(TRIES):
        start = time.process_time()
        result = act()
        if time.process_time() - start < limit():
            return result
    raise AssertionError(f"slow to {what}")


def outcome(text: str) -> Node | Unreadable:
    """The tree of `text`, or its fault."""
    try:
        return parse(text, NOTATION).tree
    except Unreadable as fault:
        return fault


def check(text: str) -> None:
    """Raise AssertionError if a promise is broken for `text`."""
    limit()
    tree = timed(partial(outcome, text), "read")
    if isinstance(tree, Unreadable):
        sound(tree, text)
    for key in KEYS:
        verdict = timed(partial(judge, key, text), "judge")
        assert len(verdict.message) <= 200, verdict.message
        verdict.to_json()
    if not isinstance(tree, Unreadable) and not any(isinstance(part, Vector | Relation) for part in walk(tree)):
        show(tree)
        again = parse(plain(tree), NOTATION).tree
        assert same(tree, again, NOTATION.variables).equal is not False, plain(tree)


def guided(seconds: int, seed: int) -> None:
    """Coverage-guided fuzzing with atheris, which ends the process."""
    import atheris

    def one(data: bytes) -> None:
        check(data.decode("utf-8", "surrogateescape"))

    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as found:  # what the fuzzer adds to its first folder, not to our corpus
        options = [f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=300", "-verbosity=0", found, str(CORPUS)]
        atheris.Setup([sys.argv[0], *options], one)
        atheris.Fuzz()


def mutated(texts: list[str], chance: random.Random) -> Iterator[str]:
    """Texts of the corpus with pieces cut, doubled, swapped and joined, without end."""
    while True:
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 4)):
            a, b = sorted(chance.randint(0, len(text)) for _ in range(2))
            other = chance.choice(texts)
            piece = chance.choice(
                [text[a:b] * 2, other[: chance.randint(0, 8)], "", chance.choice("()[]{}^_,;|/\\=<>-+*. x2")]
            )
            text = text[:a] + piece + text[b:]
        yield text[:300]


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    try:
        guided(seconds, seed)
    except ImportError:
        texts = [file.read_text(encoding="utf-8") for file in sorted(CORPUS.iterdir())]
        end = time.monotonic() + seconds
        for count, text in enumerate(mutated(texts, random.Random(seed))):
            check(text)
            if time.monotonic() > end:
                print(f"{count} texts, every promise held")
                return


if __name__ == "__main__":
    main()
