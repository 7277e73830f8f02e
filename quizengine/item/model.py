"""The models of one TOML file: what an author may write, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from quizengine.answers import KINDS
from quizengine.item.base import Model, Whole
from quizengine.item.fields import (
    Cell,
    Expression,
    Name,
    Room,
    Text,
    VariableName,
    WrittenAnswer,
    WrittenFigure,
    WrittenParameter,
    kind_of,
    not_blank,
)
from quizengine.item.figure_tables import completed_figures
from quizengine.item.help import Help, completed
from quizengine.item.names import STATEMENT_ID
from quizengine.item.renamed_keys import UPGRADE

MAX_PARTS, MAX_MINUTES = 8, 60
#: What a person writes is far below these; a draw takes a time in proportion to them.
MAX_MISTAKES, MAX_TESTS = 24, 24
MAX_PARAMETERS, MAX_LINES, MAX_REQUIREMENTS = 40, 100, 40
MAX_ROWS, MAX_COLUMNS, MAX_FIGURES, MAX_NAMES = 60, 20, 12, 40
#: keys of a part, in a file without [[parts]]
OF_ONLY_PART = ("answer", "mistakes", "tests", "help", "marks", "room", "skills")
ONLY_OF_ANSWER = ("credit", "unit", "also")  # that a mistake cannot have
_OF_MISTAKE = ("name", "says", "when")  # all else in a mistake's table is its value
WrittenRow = Annotated[tuple[Cell, ...], Field(max_length=MAX_COLUMNS)]


class WrittenMistake(Model):
    """[[mistakes]]: a wrong answer with a name; without `says` the sentence of mistakes.toml is used.

    `when` is a condition: the mistake belongs to a question only where it holds.
    """

    name: Name
    value: WrittenAnswer
    says: Text | None = None
    when: Expression | None = None


class WrittenTest(Model):
    """[[tests]]: what a learner might type, and the verdict that it must get; the checker tries it.

    << fill-ins >> in `typed` become values in plain notation. `mistake` is the name that must be told, 'none' for none;
    with `seed` the test is for the question of that seed only, else for every question.
    """

    typed: Text
    verdict: Literal["correct", "partial", "incorrect", "unreadable", "undecided"]
    mistake: Name | None = None
    seed: Whole | None = Field(default=None, ge=0)


class WrittenPart(Model):
    """One thing asked: a [[parts]] table, or the whole file where there is one part only.

    `room` is what a sheet leaves for working; without it, what fits the kind of answer. `carries` is the name of [let]
    that a learner's own answer replaces in later parts (error carried forward), unless the condition `carries_if`
    fails for it.
    """

    prompt: str = Field(default="", max_length=8_000)
    skills: tuple[Name, ...] = Field(min_length=1, max_length=MAX_NAMES)
    marks: Whole = Field(default=1, ge=1, le=100)
    room: Room | None = None
    answer: WrittenAnswer
    mistakes: tuple[WrittenMistake, ...] = Field(default=(), max_length=MAX_MISTAKES)
    tests: tuple[WrittenTest, ...] = Field(default=(), max_length=MAX_TESTS)
    help: Help = Field(default_factory=Help)  # not read before a file is
    carries: VariableName | None = None
    carries_if: Expression | None = None

    @model_validator(mode="before")
    @classmethod
    def _complete_mistakes(cls, data: Any) -> Any:
        """A mistake takes over the options of its answer, such as the variables, that it does not set itself."""
        if isinstance(data, dict) and isinstance(data.get("mistakes"), list):
            return {**data, "mistakes": [_with_options(written, data.get("answer")) for written in data["mistakes"]]}
        return data

    @model_validator(mode="before")
    @classmethod
    def _complete_steps(cls, data: Any) -> Any:
        """So do the answers to worked steps."""
        if isinstance(data, dict) and "help" in data:
            return {**data, "help": completed(data["help"], data.get("answer"))}
        return data

    @model_validator(mode="after")
    def _marks_of_steps(self) -> Self:
        if why := self.help.unlike(self.marks):
            raise ValueError(why)
        return self


class WrittenTable(Model):
    """[table]: cells as texts, or `rows` as one expression that gives a list of rows."""

    header: tuple[Cell, ...] = Field(default=(), max_length=MAX_COLUMNS)
    rows: Annotated[tuple[WrittenRow, ...], Field(min_length=1, max_length=MAX_ROWS)] | Expression

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        widths = {len(row) for row in self.rows} if not isinstance(self.rows, str) else set()
        if self.header:
            widths.add(len(self.header))
        if len(widths) > 1:
            raise ValueError(f"all rows and the header need as many cells; found {sorted(widths)}")
        return self


class Body(Model):
    """A whole file; one without [[parts]] has one part, with an empty prompt.

    decimals: values whose decimal expansion ends are shown so, 1/10 as 0.1; figures: those that texts put in by their
    names, as << map >>, beside the one that stands below the prompt.
    """

    title: Annotated[str, Field(max_length=120), AfterValidator(not_blank)]
    difficulty: Whole = Field(ge=1, le=5)
    minutes: Whole | None = Field(default=None, ge=1, le=MAX_MINUTES)
    covers: tuple[Annotated[str, Field(pattern=STATEMENT_ID)], ...] = Field(default=(), max_length=MAX_NAMES)
    decimals: bool = Field(default=False, strict=True)
    prompt: Text
    parameters: Mapping[VariableName, WrittenParameter] = Field(default_factory=dict, max_length=MAX_PARAMETERS)
    let: Mapping[VariableName, Expression] = Field(default_factory=dict, max_length=MAX_LINES)
    require: Mapping[Name, Expression] = Field(default_factory=dict, max_length=MAX_REQUIREMENTS)
    verify: Mapping[Name, Expression] = Field(default_factory=dict, max_length=MAX_REQUIREMENTS)
    table: WrittenTable | None = None
    figure: WrittenFigure | None = None
    figures: Mapping[VariableName, WrittenFigure] = Field(default_factory=dict, max_length=MAX_FIGURES)
    parts: tuple[WrittenPart, ...] = Field(min_length=1, max_length=MAX_PARTS)

    @model_validator(mode="before")
    @classmethod
    def _gather_part(cls, data: Any) -> Any:
        """Moves what belongs to a part into the only part of a file without [[parts]]."""
        if not isinstance(data, dict):
            return data
        own = {key: data[key] for key in OF_ONLY_PART if key in data}
        if "parts" in data:
            if own.keys() == {"skills"}:
                raise ValueError(f"write 'skills' inside each [[parts]], what that part trains; {UPGRADE} begins that")
            if own:
                raise ValueError(f"write '{next(iter(own))}' inside [[parts]], since this item has parts")
            return data
        rest = {key: value for key, value in data.items() if key not in own}
        return {**rest, "parts": [own]}

    @model_validator(mode="before")
    @classmethod
    def _complete_figures(cls, data: Any) -> Any:
        """A figure `like` another has all of that one's keys that it does not set itself."""
        return completed_figures(data) if isinstance(data, dict) and isinstance(data.get("figures"), dict) else data

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        for name in self.let:
            if name in self.parameters:
                raise ValueError(f"'{name}' is a parameter; give it another name in [let]")
        for name in self.figures:
            if name in self.parameters or name in self.let:
                raise ValueError(f"'{name}' has a value already; give the figure another name")
        for part in self.parts:
            if part.carries and part.carries not in self.let:
                raise ValueError(f"carries = '{part.carries}' names nothing in [let]{_listed(tuple(self.let))}")
        return self


def _with_options(written: Any, answer: Any) -> Any:
    if not isinstance(written, dict) or "value" in written:
        return written
    apart = (*_OF_MISTAKE, *ONLY_OF_ANSWER)  # the latter are told as keys that have no place there
    own = {key: written[key] for key in apart if key in written}
    value = {key: written[key] for key in written if key not in apart}
    kind, of_answer = kind_of(value), kind_of(answer)
    if kind and of_answer and isinstance(answer, dict):
        known = KINDS[kind].model_fields
        own_only = {kind, of_answer, "credit"} if kind == of_answer else {kind, of_answer, "credit", "up_to"}
        inherited = {key: answer[key] for key in answer if key in known and key not in own_only}
        value = {**inherited, **value}
    return {**own, "value": value}


def _listed(names: tuple[str, ...]) -> str:
    return f"; there are {', '.join(names)}" if names else ""
