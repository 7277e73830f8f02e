"""What the templates see: the head of a sheet and each question in the order and the words of print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizengine.answers.wording import counted
from quizengine.draw import Question, Table
from quizengine.maths.print import Prose
from quizengine.paper import Paper, label, sheet_code
from quizengine.sheet.page_estimate import BELOW_HEAD, SURE, Output, Rows, figure_rows, rows, rows_of_table
from quizengine.sheet.pictures import Placed, above_options, pictured
from quizengine.sheet.printed_part import PrintedPart, printed

SHORT = 0.4  # of a page: several parts that fill no more stay on one page


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the questions and at the foot of each page."""

    title: str
    variant: str
    summary: str
    instructions: str
    code: str
    marks: int
    minutes: int

    @property
    def timed(self) -> str:
        """The summary for the teacher, with the time that the sheet is expected to take."""
        return f"{self.summary} · about {counted(self.minutes, 'minute')}"

    @property
    def name(self) -> str:
        """The title of the document, for readers that list files by it."""
        return f"{self.title}, variant {self.variant}"


@dataclass(frozen=True)
class Numbered:
    """A question with its number; `origin` is the item and seed that give it again."""

    number: int
    prompt: Prose
    table: Table | None
    figure: Placed | None
    parts: tuple[PrintedPart, ...]
    origin: str
    minutes: int

    @property
    def pictured(self) -> bool:
        """Whether there is a figure in any place of the question."""
        return self.figure is not None or pictured((self.prompt, *(text for part in self.parts for text in part.texts)))

    def fits(self, output: Output) -> bool:
        """Return whether the whole question is kept on one page: on a sheet if no page gets half empty, on a
        key never.
        """
        if output.document == "key":
            return False
        if len(self.parts) == 1:
            return self.start_fits(output)
        return sum((part.rows for part in self.parts), self._top).fit(output, SHORT)

    def top_fits(self, output: Output) -> bool:
        """Return whether the prompt fits on one page with its table and its figure."""
        return self._top.fit(output, self._share)

    def start_fits(self, output: Output) -> bool:
        """Return whether all down to the end of the first part fits on one page."""
        return (self._top + self.parts[0].rows).fit(output, self._share)

    @property
    def _share(self) -> float:
        """The share of a page that is free where it begins on a new one; else page 1 might have the head alone."""
        return BELOW_HEAD if self.number == 1 else SURE

    @cached_property
    def _top(self) -> Rows:
        above = rows(self.prompt) + (rows_of_table(self.table) if self.table else 0)
        return Rows(above, above, figure_rows(self.prompt, (self.figure,) if self.figure else ()))


def head(questions: Sequence[Numbered], paper: Paper, variant: int) -> Head:
    """Return the head of the sheet of `variant`."""
    parts = [part for question in questions for part in question.parts]
    marks = sum(part.marks for part in parts)
    summary = f"{counted(len(questions), 'question')} · {counted(marks, 'mark')}"
    minutes = sum(question.minutes for question in questions)
    instructions, code = _instructions(parts), sheet_code(paper, variant)
    return Head(paper.title, label(variant), summary, instructions, code, marks, minutes)


def _instructions(parts: Sequence[PrintedPart]) -> str:
    """What to do, for the kinds of answers that the sheet asks for."""
    instructions = "Answer all questions."
    rooms = {part.room for part in parts if part.lines}
    if rooms:
        where = "there are lines" if rooms == {"lines"} else "there is room for it"
        instructions += f" Where {where}, show your working and write the result after “Answer”."
    if any(part.boxes or part.claims for part in parts):
        several = any(sum(option.right for option in part.options) > 1 for part in parts)
        also = ", or all right answers where several are asked for" if several else ""
        boxes = "options have" if "box" in rooms else "there are"
        instructions += f" Where {boxes} boxes, mark the right answer{also}."
    if any(part.stems for part in parts):
        instructions += " Where there are gaps, write the letter that fits."
    if any(part.options and part.result for part in parts):
        instructions += " Where things are to be put in order, write their letters in order after “Answer”."
    return instructions


def numbered(questions: Sequence[Question]) -> tuple[Numbered, ...]:
    """Return the questions as the templates see them."""
    return tuple(_numbered(number, question) for number, question in enumerate(questions, start=1))


def _numbered(number: int, question: Question) -> Numbered:
    parts = tuple(printed(part) for part in question.parts)
    origin = f"{question.item.id} --seed {question.seed}"
    minutes = question.item.minutes
    figure = above_options(question.figure, (text for part in question.parts for text in part.key.options))
    return Numbered(number, question.prompt, question.table, figure, parts, origin, minutes)
