"""What the templates see: the head of a sheet and each question in the order and the words of print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from quizengine.answers.base import Key
from quizengine.draw import Figure, Mistake, Part, Question, Table
from quizengine.errors import Unreadable
from quizengine.maths.show import Prose
from quizengine.paper import Paper, code, label
from quizengine.sheet.rows import GAP, RESULT, RULED, Rows, all_rows, length, of_scenery, rows

if TYPE_CHECKING:
    from quizengine.sheet.figure import Drawing

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAST_LINES, MOST_LINES = 3, 8


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the questions and at the foot of each page."""

    title: str
    variant: str
    summary: str
    instructions: str
    code: str
    marks: int

    @property
    def name(self) -> str:
        """The title of the document, for readers that list files by it."""
        return f"{self.title}, variant {self.variant}"


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose from; `says` is for the key: why a wrong one is wrong."""

    letter: str
    text: Prose
    right: bool
    says: Prose


@dataclass(frozen=True)
class Asked:
    """A part. `lines` is the room for its answer, 0 where boxes are marked; `mistakes` are those of no option.

    stems: the left sides of a matching, whose options are the right sides; columns: how many options fit side by
    side; rows: how much of a page the part fills.
    """

    label: str
    prompt: Prose
    marks: int
    options: tuple[Option, ...]
    columns: int
    stems: tuple[Prose, ...]
    lines: int
    answer: Prose
    steps: tuple[Prose, ...]
    mistakes: tuple[Mistake, ...]

    @cached_property
    def rows(self) -> Rows:
        below = all_rows(self.stems, 1) + rows(self.prompt)
        texts = [option.text for option in self.options]
        boxes = all_rows(texts) / self.columns
        room = RULED * self.lines + RESULT if self.lines else 0
        notes = all_rows([option.says for option in self.options], 0) + all_rows(texts)
        explained = (
            rows(self.answer) + RESULT + all_rows(self.steps) + all_rows(mistake.says for mistake in self.mistakes)
        )
        return Rows(below + boxes + room + GAP, below + notes + explained + GAP)

    def fits(self, output: str) -> bool:
        """Whether the part fits on one page."""
        return self.rows.fit(output)


@dataclass(frozen=True)
class Numbered:
    """A question with its number; `origin` is the item and seed that give it again."""

    number: int
    prompt: Prose
    table: Table | None
    figure: Figure | None
    parts: tuple[Asked, ...]
    origin: str

    def fits(self, output: str) -> bool:
        """Whether the whole question fits on one page."""
        return sum((part.rows for part in self.parts), self._top).fit(output)

    def start_fits(self, output: str) -> bool:
        """Whether all down to the end of the first part fits on one page."""
        return (self._top + self.parts[0].rows).fit(output)

    @cached_property
    def drawing(self) -> Drawing | None:
        """The geometry of the figure."""
        from quizengine.sheet.figure import drawing

        return drawing(self.figure) if self.figure else None

    @cached_property
    def _top(self) -> Rows:
        above = rows(self.prompt) + of_scenery(self.table, self.figure)
        return Rows(above, above)


def head(questions: Sequence[Question], paper: Paper, variant: int) -> Head:
    """The head of the sheet of `variant`."""
    marks = sum(question.marks for question in questions)
    summary = f"{counted(len(questions), 'question')} · {counted(marks, 'mark')}"
    parts = [part for question in questions for part in question.parts]
    instructions = "Answer all questions."
    if any(not part.key.options for part in parts):
        instructions += " Where there are lines, show your working and write the result after “Answer”."
    if any(part.key.options for part in parts):
        instructions += " Where there are boxes, mark the box of the right answer."
    return Head(paper.title, label(variant), summary, instructions, code(paper, variant), marks)


def numbered(questions: Sequence[Question]) -> tuple[Numbered, ...]:
    """The questions as the templates see them."""
    return tuple(_numbered(number, question) for number, question in enumerate(questions, start=1))


def counted(number: int, noun: str) -> str:
    """ "1 mark", "2 marks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _numbered(number: int, question: Question) -> Numbered:
    parts = tuple(_asked(part) for part in question.parts)
    origin = f"{question.item.id} --seed {question.seed}"
    return Numbered(number, question.prompt, question.table, question.figure, parts, origin)


def _asked(part: Part) -> Asked:
    options = _options(part)
    on_options = {option.says for option in options}
    others = tuple(mistake for mistake in part.mistakes if mistake.says not in on_options)
    lines = 0 if options else min(MOST_LINES, max(LEAST_LINES, len(part.steps) + part.marks - 1))
    widest = max((length(option.text) for option in options), default=0)
    columns = next(count for count, width in ((4, 14), (2, 36), (1, widest)) if widest <= width)
    right = ", ".join(option.letter for option in options if option.right)
    answer = (right,) if right else part.key.prose()
    return Asked(
        part.label, part.prompt, part.marks, options, columns, part.key.stems, lines, answer, part.steps, others
    )


def _options(part: Part) -> tuple[Option, ...]:
    """The options with what the key itself says of each; an order or a matching has no option right by itself."""
    texts = part.key.options
    letters = LETTERS[: len(texts)]
    says = {letter: mistake.says for mistake in part.mistakes for letter in letters if _takes(mistake.key, letter, 1)}
    right = {letter for letter in letters if _takes(part.key, letter, 0)}
    pairs = zip(letters, texts, strict=True)
    return tuple(Option(letter, text, letter in right, says.get(letter, ())) for letter, text in pairs)


def _takes(key: Key[Any], letter: str, credit: float) -> bool:
    """Whether `key` gives more than `credit`, or all, for the option `letter`."""
    try:
        given = key.judge(key.read(letter)).credit
    except Unreadable:
        return False
    return given > credit or given == 1
