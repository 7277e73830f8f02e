"""How a question, a verdict and what follows look on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizengine.cli.terminal import Style, Terminal

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.draw import Part, Question, Table
    from quizengine.maths.show import Prose

LONGEST_SHOWN = 500  # characters of an answer that are worth a caret
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Page:
    """Prints one session to one terminal, top to bottom: nothing that was printed is changed."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    @property
    def terminal(self) -> Terminal:
        """The terminal as wide as it is now."""
        return self._terminal.measured()

    def line(self, text: str = "", style: Style = "plain") -> None:
        """Words of ours, wrapped."""
        self.terminal.print(self.terminal.wrapped(text, below="  "), style)

    def heading(self, left: str, right: str) -> None:
        """A title, and beside it, or below where that is too wide, what is less important."""
        width = self.terminal.width
        gap = "   " if width is None or len(left) + 3 + len(right) <= width else "\n  "
        self.line()
        self.terminal.out.write(f"{self.terminal.styled(left, 'strong')}{gap}{self.terminal.styled(right, 'dim')}\n")
        self.terminal.out.flush()

    def prose(self, prose: Prose, indent: str = "  ") -> None:
        """An author's text; formulas stand in two dimensions where that helps and the screen is a live one."""
        self._flow(prose, indent, 0)

    def prompt(self, prompt: Prose) -> None:
        """What is asked; it is on the screen when this returns, while the rest may still be drawn."""
        self.prose(prompt)
        self.terminal.out.flush()

    def scenery(self, question: Question) -> None:
        """The table and the figure, which all parts share too."""
        if question.table is not None:
            self.line()
            self.table(question.table)
        if question.figure is not None:
            from quizengine.cli.figure import contours

            self.line()
            self.terminal.print(contours(question.figure))
            self.prose(question.figure.says)

    def table(self, table: Table) -> None:
        rows = (table.header, *table.rows) if table.header else table.rows
        self.terminal.table([[self._inline(cell) for cell in row] for row in rows], right=range(100))

    def part(self, part: Part, of: int) -> None:
        """The part's own prompt, what there is to choose from, and how to answer."""
        if part.prompt or of > 1:
            self.line()
        label = f"({part.label})" if part.label else ""
        marks = f"  [{part.marks} {'mark' if part.marks == 1 else 'marks'}]" if of > 1 else ""
        words = self._inline(part.prompt)
        if label or words:
            self.terminal.print(self.terminal.wrapped(f"{label} {words}{marks}".strip(), "  "))
        if part.key.stems:
            self._listed([str(number) for number in range(1, len(part.key.stems) + 1)], part.key.stems)
        if part.key.options:
            self._listed(LETTERS, part.key.options)
        self.terminal.print(self.terminal.wrapped(part.key.asks(), "  "), "dim")

    def _listed(self, names: Sequence[str], entries: Sequence[Prose]) -> None:
        for name, entry in zip(names, entries, strict=False):
            wrapped = self.terminal.wrapped(self._inline(entry), "       ")
            self.terminal.print(f"    {name}) {wrapped.strip()}")

    def key(self, part: Part) -> None:
        """The right answer."""
        self.note(f"The answer to ({part.label}):" if part.label else "The answer:", part.key.prose())

    def steps(self, part: Part) -> None:
        """The worked steps, numbered."""
        for number, step in enumerate(part.steps, 1):
            self.note(f"{number}.", step)

    def note(self, name: str, prose: Prose) -> None:
        """Some of the author's words after a name of ours."""
        self._flow((f"{name} ", *prose), "  ", len(name) + 1 if len(name) < 4 else 2)

    def caret(self, text: str, verdict: Verdict, prompt: str) -> None:
        """A caret under the character that could not be read.

        It stands below the line just typed after `prompt` where that fills one line of a live screen, else below
        the text written again.
        """
        shown = self.terminal.fit(text.replace("\n", " "))
        if verdict.offset is None or len(shown) > LONGEST_SHOWN:
            return
        before = len(self.terminal.fit(text[: verdict.offset].replace("\n", " ")))
        width = self.terminal.width
        if width is None or len(prompt) + len(shown) >= width or "\n" in text:
            self.terminal.out.write(f"  {shown}\n")
            prompt = "  "
        self.terminal.out.write(f"{' ' * (len(prompt) + before)}^\n")

    def _flow(self, prose: Prose, indent: str, hanging: int) -> None:
        terminal = self.terminal
        if terminal.live and terminal.unicode and terminal.width is not None:
            from quizengine.cli.flow import flowed

            for line in flowed(prose, terminal.width - len(indent), hanging):
                terminal.print(indent + line if line else "")
            return
        from quizengine.maths.show import show_prose

        for number, paragraph in enumerate(show_prose(prose, terminal.format).strip().split("\n\n")):
            if number:
                terminal.print()
            terminal.print(terminal.wrapped(" ".join(paragraph.split()), indent, " " * hanging))

    def _inline(self, prose: Prose) -> str:
        from quizengine.maths.show import show_prose

        return " ".join(show_prose(prose, self.terminal.format).split())


def clock(seconds: float) -> str:
    """0:48, 12:05, 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
