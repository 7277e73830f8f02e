"""A line with editing and history, and under it, while it is typed, how it is read."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import ColorDepth

from quizengine.cli.front import KEYS, Line, Paused
from quizengine.cli.terminal import Terminal

KEYS_TOLD = "F1 help · F2 hint · F3 skip · F4 show · Ctrl-C pause"
LONGEST = 4_000  # characters; longer texts are refused by the reader anyway


class Live:
    """Asks with prompt_toolkit; the line and its echo stay on the screen when Enter is pressed."""

    echoes = True

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.history = InMemoryHistory()

    def ask(self, asked: Line) -> str:
        buffer = Buffer(history=self.history, multiline=False)

        def below() -> str:
            if not buffer.text and not get_app().is_done:
                return self.terminal.fit(f"  {KEYS_TOLD}")
            told = self._echo(asked, buffer.text)
            return (
                f"  {told}"
                if told
                else self.terminal.fit("  …")
                if buffer.text.strip() and not get_app().is_done
                else ""
            )

        line = Window(
            BufferControl(buffer, input_processors=[BeforeInput(asked.prompt, style="bold")]),
            wrap_lines=True,
            dont_extend_height=True,
        )
        echo = Window(FormattedTextControl(below), style="fg:ansicyan", wrap_lines=True, dont_extend_height=True)
        tidy = ConditionalContainer(echo, Condition(lambda: bool(below())) | ~is_done)
        application: Application[str] = Application(
            layout=Layout(HSplit([line, tidy, Window()])),
            key_bindings=_keys(buffer),
            color_depth=None if self.terminal.colour else ColorDepth.DEPTH_1_BIT,
            mouse_support=False,
            after_render=lambda _: asked.idle(),
        )
        typed = application.run()
        if typed.strip():
            buffer.append_to_history()
        return typed

    def _echo(self, asked: Line, text: str) -> str:
        if not text.strip() or text.lstrip().startswith(":"):
            return ""
        told = self.terminal.fit(asked.echo(text[:LONGEST])).replace("\n", " ")
        room = (self.terminal.measured().width or 80) - 4
        return told if len(told) <= room else self.terminal.fit(told[: room - 1] + "…")


def _keys(buffer: Buffer) -> KeyBindings:
    """Enter grades; the function keys type the words they stand for; Ctrl-C and, on an empty line, Ctrl-D pause."""
    keys = KeyBindings()

    @keys.add("enter")
    def enter(event: KeyPressEvent) -> None:
        event.app.exit(result=buffer.text)

    @keys.add("c-c")
    def pause(event: KeyPressEvent) -> None:
        event.app.exit(exception=Paused())

    @keys.add("c-d")
    def leave(event: KeyPressEvent) -> None:
        if buffer.text:
            buffer.delete()
        else:
            event.app.exit(exception=Paused())

    @keys.add("c-z")
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    for key, word in KEYS.items():
        keys.add(key)(_types(buffer, word))
    return keys


def _types(buffer: Buffer, word: str) -> Callable[[KeyPressEvent], None]:
    def press(event: KeyPressEvent) -> None:
        buffer.text = word  # so that the screen tells what was done
        event.app.exit(result=word)

    return press
