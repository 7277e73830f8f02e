"""The live line: what Enter, the function keys and Ctrl-C give, and what stands under the line."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from quizengine.cli.live_prompt import LivePrompt
from quizengine.cli.prompts import Line, Paused
from quizengine.cli.terminal import Terminal

PAUSED = r"Paused at \d+/\d+; all answers are saved"
LINE = Line("answer> ", lambda text: f"read as  {text}")


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def live() -> LivePrompt:
    return LivePrompt(Terminal(io.StringIO(), io.StringIO(), live=True))


@pytest.mark.parametrize(
    ("pressed", "typed"),
    [
        ("2x\r", "2x"),
        ("\r", ""),
        ("2x\x7fy\r", "2y"),
        ("ab\x1b[D\x1b[Dc\r", "cab"),
        ("\x1bOP", ":help"),
        ("12\x1bOQ", ":hint"),
        ("\x1bOR", ":skip"),
        ("\x1bOS", ":show"),
        ("\x1b[15~", ":again"),
        ("2x\x0c", ":again"),
        ("\x1b[200~(x,\n y)\x1b[201~\r", "(x,\n y)"),
        ("ab\x1b[D\x04\r", "a"),
        (":hi\t\r", ":hint"),
        (":s\tt\t\r", ":steps"),
        ("2\tx\r", "2x"),
    ],
)
def test_keys(keys: PipeInput, pressed: str, typed: str) -> None:
    keys.send_text(pressed)
    assert live().ask(LINE) == typed


@pytest.mark.parametrize("pressed", ["\x03", "2x\x03", "\x04"])
def test_control_c_and_the_end_of_input_pause(keys: PipeInput, pressed: str) -> None:
    keys.send_text(pressed)
    with pytest.raises(Paused):
        live().ask(LINE)


def test_the_line_before_comes_back_with_the_arrow(keys: PipeInput) -> None:
    prompt = live()
    keys.send_text("first\r")
    prompt.ask(LINE)
    keys.send_text("\x1b[A!\r")
    assert prompt.ask(LINE) == "first!"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "  F1 help · F2 hint · F3 skip · F4 show\n    · Ctrl-C pause"),
        (":", "  :hint :skip :show :again :describe\n    :steps :undo :quit :help"),
        (":hi", "  :hint  a hint, then worked steps"),
        (":x", "  …"),
        ("(2x", "  …"),
        ("1 + 2", "  read as  1 + 2"),
        (
            "x + " * 40,
            ("  read as  x + x + x + x + x + x + x + x" + "\n    + x + x + x + x + x + x + x + x + x" * 2)[:-2] + " …",
        ),
        ("x" * 200, "  read as  " + "x" * 29 + "\n    " + "x" * 36 + "\n    " + "x" * 34 + " …"),
    ],
)
def test_what_stands_below_the_line_fits_the_window(text: str, shown: str) -> None:
    narrow = LivePrompt(Terminal(io.StringIO(), io.StringIO(), live=True, width=40))
    line = Line("answer> ", lambda typed: "" if "(" in typed else f"read as  {typed}")
    assert narrow._below(line, text) == shown


pty = pytest.importorskip("pty")


def _take_the_terminal() -> None:
    """Makes standard input the terminal that Ctrl-C of this process comes from, and lets Ctrl-C through."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where the tests run in the background


class Screen:
    """The program at the end of a pseudo-terminal."""

    def __init__(self, *arguments: str, **environ: str) -> None:
        ours, theirs = pty.openpty()
        self.end = ours
        self.shown = ""
        self.program = subprocess.Popen(
            [sys.executable, "-m", "quizengine", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", **environ},
            start_new_session=True,
            preexec_fn=_take_the_terminal,
        )
        os.close(theirs)

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.end)

    def until(self, pattern: str, seconds: float = 60) -> str:
        """What appeared up to `pattern`; fails after `seconds`."""
        limit = time.monotonic() + seconds
        while not re.search(pattern, self.shown):
            assert time.monotonic() < limit, f"no {pattern!r} in {self.shown!r}"
            if select.select([self.end], [], [], 0.2)[0]:
                try:
                    self.shown += os.read(self.end, 65_536).decode("utf-8", "replace")
                except OSError:  # the other end is closed
                    assert re.search(pattern, self.shown), self.shown
        seen, self.shown = self.shown, ""
        return seen

    def press(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def pause(self) -> str:
        """Ctrl-C, and once more where the first one came while the system was too busy to pass it on."""
        self.press("\x03")
        try:
            return self.until(PAUSED, 20)
        except AssertionError:
            self.press("\x03")
            return self.until(PAUSED)

    def ended(self) -> int:
        return self.program.wait(60)


def test_a_session_on_a_screen(store: Path) -> None:
    with Screen("practice", "slope", "-n", "1", "--seed", "2") as screen:
        screen.until("answer>")
        screen.press("(2x\r")
        screen.until("Not readable yet")
        screen.press("123456\r")
        screen.until(r"✗ Not right[^>]*answer>")
        assert "Paused at 1/1" in screen.pause()
        assert screen.ended() == 130
    with Screen() as screen:
        screen.until("You answered 123456")
        screen.until("answer>")
        screen.press("\x1bOS")
        screen.until("Done")
        assert screen.ended() == 0


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_none_are_wanted(store: Path, environ: dict[str, str]) -> None:
    with Screen("practice", "slope", "-n", "1", "--seed", "2", **environ) as screen:
        screen.until("answer>")
        screen.press("123456\r")
        shown = screen.until(r"✗ Not right[^>]*answer>")  # a signal just before a read begins would wait for its end
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)
        assert ("\x1b" in shown) == ("TERM" not in environ)
        assert "\x1b[6n" not in shown  # no question to the terminal, which might not answer
        screen.pause()
        assert screen.ended() == 130
