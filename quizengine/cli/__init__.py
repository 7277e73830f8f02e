"""The command line: the only floor that prints, asks, and reads the clock, the home folder and entropy.

    app        the group of commands, and the fence around them: one line for every fault, exit codes
    terminal   what may reach the screen, and how it is styled; gate makes control characters visible
    session    one loop for both front ends, plain (line by line) and live (prompt_toolkit): what is typed goes into the
               session of quizengine.quiz; sitting keeps its rows in the journal, then presenter prints its steps

Nothing heavy is imported before it is needed: help must come at once, and so must the first question.
"""

from __future__ import annotations

from quizengine.cli.codes import PAUSED


def main() -> None:
    """The program `quizengine`; leaves with 0 done, 1 failed, 2 usage, 130 paused."""
    import os
    import sys

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for them in every installed package
    # it would ask where the cursor is, and not all terminals answer
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    try:
        from quizengine.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = PAUSED
    sys.exit(code)
