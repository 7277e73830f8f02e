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

from quizengine.cli.prompts import Line, Paused
from quizengine.cli.session_commands import KEYS, WORDS
from quizengine.cli.terminal import WIDEST, Terminal

KEYS_TOLD = "F1 help · F2 hint · F3 skip · F4 show · Ctrl-C pause"
LONGEST = 4_000  # characters; longer texts are refused by the reader anyway
ROWS = 3  # lines that may stand under the one that is typed


class LivePrompt:
    """Asks with prompt_toolkit; the line and its echo stay on the screen when Enter is pressed."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.history = InMemoryHistory()

    def ask(self, asked: Line) -> str:
        buffer = Buffer(history=self.history, multiline=False)

        def below() -> str:
            return self._after(asked, buffer.text) if get_app().is_done else self._below(asked, buffer.text)

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

    def _below(self, asked: Line, text: str) -> str:
        """What stands under the line while it is typed."""
        if not text.strip():
            return self._fitted(KEYS_TOLD)
        if text.lstrip().startswith(":"):
            near = words_from(text)
            return self._fitted(f"{near[0]}  {WORDS[near[0]]}" if len(near) == 1 else " ".join(near) or "…")
        return self._after(asked, text) or self._fitted("…")

    def _after(self, asked: Line, text: str) -> str:
        """What stays under the line: how it was read; "" where it could not be, or is no answer."""
        if not text.strip() or text.lstrip().startswith(":"):
            return ""
        told = asked.echo(text[:LONGEST])
        return self._fitted(told.replace("\n", " ")) if told else ""

    def _fitted(self, text: str) -> str:
        """At most ROWS lines of the window, broken between words."""
        terminal = self.terminal.measured()
        lines = terminal.wrapped(text, "  ", "  ").split("\n")
        if len(lines) > ROWS:
            dots = terminal.fit(" …")
            lines[ROWS - 1] = lines[ROWS - 1][: (terminal.width or WIDEST) - len(dots)].rstrip() + dots
        return "\n".join(lines[:ROWS])


def words_from(text: str) -> list[str]:
    """Return the words that begin with `text`; all of them for a colon alone."""
    return [word for word in WORDS if word.startswith(text.strip().lower())]


def _keys(buffer: Buffer) -> KeyBindings:
    """Enter grades, Tab completes a word, function keys type their words, Ctrl-C and on an empty line Ctrl-D pause."""
    keys = KeyBindings()

    @keys.add("enter")
    def enter(event: KeyPressEvent) -> None:
        event.app.exit(result=buffer.text)

    @keys.add("tab")
    def complete(event: KeyPressEvent) -> None:
        near = words_from(buffer.text) if buffer.text.startswith(":") else []
        if len(near) == 1:
            buffer.text, buffer.cursor_position = near[0], len(near[0])

    @keys.add("c-c")
    def pause(event: KeyPressEvent) -> None:
        event.app.exit(exception=Paused())

    @keys.add("c-d")
    def leave(event: KeyPressEvent) -> None:
        if buffer.text:
            buffer.delete()
        else:
            event.app.exit(exception=Paused())

    @keys.add("c-l")
    def clear(event: KeyPressEvent) -> None:
        event.app.renderer.clear()
        buffer.append_to_history()  # what was typed comes back with the arrow
        event.app.exit(result=":again")

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
