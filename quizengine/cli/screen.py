"""How a question, a verdict and what follows look on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizengine.cli.terminal import Style, Terminal
from quizengine.display_width import display_width
from quizengine.maths.print.character_boxes import Box
from quizengine.maths.print.display import INDENT, Display
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.cli.line_breaking import Pieces
    from quizengine.draw import Part, Question, Table, WorkedStep
    from quizengine.maths.print import Layout, Prose

USUAL_COLUMNS = 80  # where no window tells its width
LONGEST_SHOWN = 500  # characters of an answer that are written again, where a window sets no limit


class Screen:
    """Prints one session to one terminal, top to bottom: nothing that was printed is changed."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    @property
    def terminal(self) -> Terminal:
        """The terminal as wide as it is now."""
        return self._terminal.measured()

    def line(self, text: str = "", style: Style = "plain") -> None:
        """Words of ours, wrapped."""
        self._terminal.tell(text, style)

    def words(self, words: Mapping[str, str]) -> None:
        """What can be typed, and what it does."""
        wide = max(map(len, words))
        for name, does in words.items():
            self._terminal.tell(f"{name:{wide}}  {does}", indent="  ", below=" " * (wide + 2))

    def heading(self, left: str, *less: str) -> None:
        """A title, and beside it, or below where that is too wide, what is less important."""
        terminal = self.terminal
        left, right = terminal.fit(left), terminal.fit(terminal.joined(less))
        self.line()
        if terminal.width is None or display_width(left) + 3 + display_width(right) <= terminal.width:
            terminal.out.write(f"{terminal.styled(left, 'strong')}   {terminal.styled(right, 'dim')}\n")
        else:
            terminal.tell(left, "strong")
            terminal.tell(right, "dim", "  ")
        terminal.out.flush()

    def prose(self, prose: Prose, indent: str = "  ") -> None:
        """An author's text; formulas stand in two dimensions where that helps and the screen is a live one."""
        self._flow(prose, indent, 0)

    def prompt(self, prompt: Prose) -> None:
        """What is asked; it is on the screen when this returns, while the rest may still be drawn."""
        self.prose(prompt)
        self.terminal.out.flush()

    def stimulus(self, question: Question) -> None:
        """The table and the figure, which all parts share too."""
        if question.table is not None:
            self.line()
            self.table(question.table)
        if question.figure is not None:
            self.line()
            self.prose((question.figure,))

    def describe(self, question: Question, part: Part) -> None:
        """The figures in words, as they stand from top to bottom."""
        from quizengine.cli.descriptions import descriptions

        told = tuple(descriptions(question, part))
        for name, words in told:
            self.note(name, words)
        if not told:
            self.line("  There is no figure here.", "dim")

    def table(self, table: Table) -> None:
        rows = (table.header, *table.rows) if table.header else table.rows
        self.terminal.table([[self._inline(cell) for cell in row] for row in rows], right=range(100))

    def part(self, part: Part, of: int) -> None:
        """The part's own prompt, what there is to choose from, and how to answer."""
        if part.prompt or of > 1:
            self.line()
        marks = f"  [{_marks(part.marks)}]" if of > 1 else ""
        if part.label:
            self.note(f"({part.label})", (*part.prompt, marks))
        elif part.prompt:
            self.prose(part.prompt)
        if part.key.stems:
            self._listed([str(number) for number in range(1, len(part.key.stems) + 1)], part.key.stems)
        if part.key.options:
            self._listed(ascii_lowercase, part.key.options)
        self._terminal.tell(part.key.asks(), "dim", "  ")

    def recall(self, part: Part, own: str | None = None) -> None:
        """A part that is over, before one that is not: with its answer, or with the learner's `own`."""
        self.line()
        self.note(f"({part.label})", part.prompt)
        if own is None:
            self.key(part)
        else:
            self.line(f"  You answered {own}", "dim")

    def _listed(self, names: Sequence[str], entries: Sequence[Prose]) -> None:
        if any(isinstance(piece, Picture) for entry in entries for piece in entry):
            from quizengine.cli.figure_lines import option_lines

            lines = list(option_lines(names, entries, self.terminal))
            for line in lines:
                self.terminal.print(line)
            if lines:
                return
        for name, entry in zip(names, entries, strict=False):
            self.note(f"{name})", entry, "    ")

    def key(self, part: Part) -> None:
        """The right answer."""
        self.note(f"The answer to ({part.label}):" if part.label else "The answer:", part.key.prose())

    def steps(self, part: Part) -> None:
        """The worked steps, numbered."""
        for number, step in enumerate(part.steps, 1):
            self.step(f"{number}.", step)

    def step(self, name: str, step: WorkedStep) -> None:
        """A worked step after its number, with the marks that it is worth."""
        marks = () if step.marks is None else (f"  [{_marks(step.marks)}]",)
        self.note(name, (*step.says, *marks))

    def note(self, name: str, prose: Prose, indent: str = "  ") -> None:
        """Some of the author's words after a name of ours."""
        self._flow((f"{name} ", *prose), indent, len(name) + 1 if len(name) < 4 else 2)

    def caret(self, text: str, verdict: Verdict, prompt: str) -> None:
        """A caret under the character that could not be read.

        It stands below the line just typed after `prompt` where that is one line of a window that shows it as we
        would, else below the text written again, or what fits of it around that character.
        """
        if verdict.offset is None:
            return
        terminal = self.terminal
        line, at = text.replace("\n", " "), verdict.offset
        before = terminal.fit(line[max(0, at - LONGEST_SHOWN) : at])
        after = terminal.fit(line[at : at + LONGEST_SHOWN])
        as_typed = terminal.width is not None and display_width(prompt + before + after) < terminal.width
        if not as_typed or before + after != text:
            before, after = _around(before, after, (terminal.width or LONGEST_SHOWN) - 3, terminal.fit("…"))
            terminal.out.write(f"  {before}{after}\n")
            prompt = "  "
        terminal.out.write(f"{' ' * display_width(prompt + before)}^\n")

    def _flow(self, prose: Prose, indent: str, hanging: int) -> None:
        terminal = self.terminal
        if terminal.width is None:
            self._unbroken(prose, indent)
            return
        from quizengine.cli.line_breaking import broken_lines, flat, flat_ascii, tall

        shape = flat_ascii if not terminal.unicode else tall if terminal.live else flat
        pieces = self._pieces(prose, terminal.width - len(indent) - hanging)
        words = tuple(terminal.fit(piece) if isinstance(piece, str) else piece for piece in pieces)
        for line in broken_lines(words, terminal.width - len(indent), hanging, shape):
            terminal.print(indent + line if line else "")

    def _unbroken(self, prose: Prose, indent: str) -> None:
        """Each paragraph as one line, where there is no window."""
        shown: list[str] = []
        words: list[str | Layout | Display] = []
        for piece in self._pieces(prose, USUAL_COLUMNS - len(indent)):
            if isinstance(piece, Box):
                shown += [
                    *self._paragraphs(words, indent),
                    "\n".join(f"{indent}{line}".rstrip() for line in piece.lines),
                ]
                words = []
            else:
                words.append(piece)
        self.terminal.print("\n\n".join([*shown, *self._paragraphs(words, indent)]))

    def _paragraphs(self, words: Sequence[str | Layout | Display], indent: str) -> Iterator[str]:
        for paragraph in self._text(tuple(words)).strip("\n").split("\n\n") if words else ():
            own_line = INDENT if paragraph.startswith(INDENT) else ""
            yield indent + own_line + " ".join(paragraph.split())

    def _pieces(self, prose: Prose, room: int) -> Pieces:
        """The same with its figures as blocks of lines of at most `room` columns, or in words."""
        without = tuple(piece for piece in prose if not isinstance(piece, Picture))
        if len(without) == len(prose):
            return without
        from quizengine.cli.figure_lines import in_window

        return in_window(prose, self.terminal, room)

    def _inline(self, prose: Prose) -> str:
        return " ".join(self._text(prose).split())

    def _text(self, prose: Prose) -> str:
        from quizengine.maths.print import show_prose

        return show_prose(prose, self.terminal.format)


def _marks(marks: int) -> str:
    return f"{marks}\u00a0{'mark' if marks == 1 else 'marks'}"


def _around(before: str, after: str, room: int, dots: str) -> tuple[str, str]:
    """The end of `before` and the start of `after`, in `room` columns; `dots` stand for what is left out."""
    if display_width(before + after) > room:
        before = _cut(before[::-1], max(2 * room // 3, room - display_width(after)), dots)[::-1]
        after = _cut(after, room - display_width(before), dots)
    return before, after


def _cut(text: str, room: int, dots: str) -> str:
    """The start of `text`, with `dots` where more would take over `room` columns."""
    if display_width(text) <= room:
        return text
    while display_width(text) > room - len(dots):
        text = text[:-1]
    return text + dots


def clock(seconds: float) -> str:
    """Return seconds as 0:48, 12:05 or 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
