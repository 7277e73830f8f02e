"""What the templates see of one part: its options, the room for its answer, and what the key says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from quizengine.answers.key import Key
from quizengine.answers.lettered_options import LETTERS
from quizengine.draw import Part, WorkedStep
from quizengine.maths.print import Prose
from quizengine.sheet.page_estimate import (
    GAP,
    RESULT,
    RULED,
    SURE,
    Output,
    Rows,
    all_rows,
    figure_rows,
    figure_rows_beside,
    length,
    rows,
)
from quizengine.sheet.pictures import BESIDE, pictured, small

if TYPE_CHECKING:
    from quizengine.item.fields import Room

LEAST_LINES, MOST_LINES = 3, 8


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose from; `says` is for the key: why a wrong one is wrong."""

    letter: str
    text: Prose
    right: bool
    says: Prose = ()


@dataclass(frozen=True)
class PrintedPart:
    """A part as it is printed.

    claims: "true" and "false" where one of them is asked; options: what there is to choose from, to order or to match,
    beside each other in `columns`; boxes: whether options have boxes to mark; stems: the left sides of a matching;
    room: what is left for the working, as high as so many `lines`; written: whether its author says so; result: whether
    there is a line for the answer; form: what it must keep to, "" for nothing special; unit: what is printed
    after that line; mistakes: those of no option, with what to say.
    """

    label: str
    prompt: Prose
    marks: int
    claims: tuple[Option, ...]
    options: tuple[Option, ...]
    columns: int
    stems: tuple[Prose, ...]
    room: Room
    lines: int
    written: bool
    form: str
    unit: str
    answer: Prose
    steps: tuple[WorkedStep, ...]
    mistakes: tuple[Prose, ...]

    @property
    def drawn(self) -> bool:
        """Whether there are figures among the options, which stand beside each other on keys and in large print too."""
        return pictured(option.text for option in self.options)

    @property
    def stem_columns(self) -> int:
        """In how many columns the left sides of a matching stand: in several where there are figures among them."""
        return BESIDE if pictured(self.stems) else 1

    @property
    def texts(self) -> tuple[Prose, ...]:
        """All texts, also those of the key."""
        options = (text for option in self.options for text in (option.text, option.says))
        return (self.prompt, *self.stems, *options, self.answer, *(step.says for step in self.steps), *self.mistakes)

    @property
    def boxes(self) -> bool:
        return any(option.right for option in self.options)

    @property
    def result(self) -> bool:
        return not (self.boxes or self.claims or self.stems)

    @cached_property
    def rows(self) -> Rows:
        """How much of a page the part fills."""
        texts, says = [option.text for option in self.options], [option.says for option in self.options]
        above = all_rows(self.stems, 1) + rows(self.prompt) + GAP * bool(self.claims) + GAP
        sheet = all_rows(texts) / self.columns + RULED * self.lines + RESULT * self.result
        key = all_rows(texts) + all_rows(says, 0) + rows(self.answer) + RESULT
        figures = figure_rows(self.prompt) + figure_rows_beside(texts) + figure_rows_beside(self.stems)
        return Rows(above + sheet, above + key, figures, figure_rows_beside(says))

    def fits(self, output: Output) -> bool:
        """Return whether the part fits on one page."""
        return self.rows.fit(output)

    def worked_fits(self, output: Output, share: float = SURE) -> bool:
        """Return whether it fits with its steps and mistakes, so that a key need not tear these lists; see
        `Rows.fit`.
        """
        steps = [step.says for step in self.steps]
        worked = all_rows(steps) + all_rows(self.mistakes) + GAP
        return (self.rows + Rows(0, worked, 0, figure_rows(*steps, *self.mistakes))).fit(output, share)


def printed(part: Part) -> PrintedPart:
    """Return the part as it is printed."""
    key = part.key
    claims = () if key.claim is None else (Option("", ("true",), key.claim), Option("", ("false",), not key.claim))
    options = _options(part)
    says = {option.says for option in options}
    room: Room = part.room or ("none" if key.node() is None else "lines")
    widest = max((length(option.text) for option in options), default=0)
    drawn = pictured(option.text for option in options)
    return PrintedPart(
        label=part.label,
        prompt=part.prompt,
        marks=part.marks,
        claims=claims,
        options=options,
        columns=BESIDE if drawn else next(n for n, width in ((4, 14), (2, 36), (1, widest)) if widest <= width),
        stems=tuple(map(small, key.stems)),
        room=room,
        lines=0 if room == "none" else min(MOST_LINES, max(LEAST_LINES, len(part.steps) + part.marks - 1)),
        written=part.room is not None,
        form=key.form(),
        unit=key.unit(),
        answer=_answer(key, claims, options),
        steps=tuple(replace(step, says=small(step.says)) for step in part.steps),
        mistakes=tuple(
            small((*wrong.key.short(), ": ", *wrong.says)) for wrong in part.mistakes if small(wrong.says) not in says
        ),
    )


def _answer(key: Key[Any], claims: tuple[Option, ...], options: tuple[Option, ...]) -> Prose:
    """What the key says: letters where there are options, else the answer and what counts beside it."""
    chosen = ", ".join(option.letter for option in options if option.right)
    if options:
        paid = key.payment.told()
        return (chosen if chosen and not claims else key.plain(), *((f" ({paid})",) if paid else ()))
    return key.printed()


def _options(part: Part) -> tuple[Option, ...]:
    """The options with what the keys themselves say of each; in an order or a matching none is right by itself."""
    says = {place: mistake.says for mistake in part.mistakes for place in mistake.key.chosen}
    return tuple(
        Option(LETTERS[place], small(text), place in part.key.chosen, small(says.get(place, ())))
        for place, text in enumerate(part.key.options)
    )
