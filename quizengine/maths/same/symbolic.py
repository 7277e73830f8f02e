"""SymPy's last word on an equality, in a process of its own that is killed at its deadline."""

from __future__ import annotations

import subprocess
import sys

from quizengine.maths.same.domain import Domain
from quizengine.maths.tree import Negative, Node, Sum, variables

DEADLINE = 4.0  # seconds, most of them for starting SymPy


def symbolically_zero(key: Node, answer: Node, domain: Domain) -> bool:
    """Does SymPy find key - answer equal to 0 within DEADLINE seconds? False when it does not say."""
    from quizengine.maths.show import plain

    difference = Sum((key, Negative(answer)))
    names = variables(difference)
    positive = "positive" if names and all(domain.sign(name) > 0 for name in names) else "real"
    command = [sys.executable, "-m", "quizengine.maths.same.symbolic", positive, *names]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the text goes to our own reader
            command, input=plain(difference), capture_output=True, text=True, timeout=DEADLINE, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return done.stdout.strip() == "yes"


def _main() -> None:
    from quizengine.errors import QuizError
    from quizengine.maths.calculus import symbolic_zero
    from quizengine.maths.read import Notation, read

    positive, *names = sys.argv[1:]
    try:
        node = read(sys.stdin.read(), Notation(tuple(names), "expression")).tree
        told = symbolic_zero(node, tuple(names), positive == "positive")
    except QuizError:
        told = None
    sys.stdout.write("yes" if told else "no")


if __name__ == "__main__":
    _main()
