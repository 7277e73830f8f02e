"""The models of one TOML file: what an author may write, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticKnownError

from quizengine.answers import KINDS
from quizengine.answers.key import AnswerModel
from quizengine.item.base import Model, bounded
from quizengine.item.parameters import PARAMETERS
from quizengine.item.parameters.base import Parameter

MAX_PARTS = 8
#: What a person writes is far below these; a draw takes a time in proportion to them.
MAX_MISTAKES, MAX_HINTS, MAX_STEPS = 24, 12, 40
MAX_PARAMETERS, MAX_LINES, MAX_REQUIREMENTS = 40, 100, 40
MAX_ROWS, MAX_COLUMNS, MAX_POINTS, MAX_LEVELS, MAX_NAMES = 60, 20, 12, 40, 40
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}\Z")
_OF_MISTAKE = ("name", "says", "when")  # all else in a mistake's table is its value


def _of_its_parameter_kind(table: Any) -> Parameter:
    """A table read by the model of the parameter kind that it names, of several the first."""
    kind = next((name for name in PARAMETERS if isinstance(table, dict) and name in table), None)
    if kind is None:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind"})
    return PARAMETERS[kind].model_validate(table)


def _kind_of(table: Any) -> str | None:
    """The answer kind that the table of an answer names; None if it names none, or several."""
    named = [name for name in KINDS if name in table] if isinstance(table, dict) else []
    return named[0] if len(named) == 1 else None


def _of_its_kind(table: Any) -> AnswerModel:
    """A table read by the model of the one answer kind that it names; the other kinds are not even loaded."""
    bounded(table)
    kind = _kind_of(table)
    if kind is None:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind_of"})
    return KINDS[kind].model_validate(table)


def _a_name(name: str) -> str:
    if not _NAME.match(name):
        raise ValueError(f"'{name}' cannot be a name; use letters, digits and _, a letter first")
    if name in _taken():
        raise ValueError(f"'{name}' has a meaning already; take another name")
    return name


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


@cache
def _taken() -> frozenset[str]:
    from quizengine.maths.functions import FUNCTIONS
    from quizengine.maths.tree import CONSTANTS

    return frozenset((*FUNCTIONS, *CONSTANTS, "and", "or", "not", "true", "false", "none"))


Name = Annotated[str, Field(max_length=120)]  # a key or a name in quotes
Whole = Annotated[int, Field(strict=True)]  # true, 2.0 and '2' are no whole numbers
Text = Annotated[str, Field(max_length=8_000), AfterValidator(_not_blank)]  # prose with $formulas$ and << fill-ins >>
Expression = Annotated[str, Field(min_length=1, max_length=2_000)]  # the author's language
Cell = Annotated[str, Field(max_length=2_000)]
WrittenRow = Annotated[tuple[Cell, ...], Field(max_length=MAX_COLUMNS)]
VariableName = Annotated[str, AfterValidator(_a_name)]
WrittenAnswer = Annotated[AnswerModel, PlainValidator(_of_its_kind)]
WrittenParameter = Annotated[Parameter, PlainValidator(_of_its_parameter_kind)]


class WrittenMistake(Model):
    """[[mistakes]]: a wrong answer with a name; without `says` the sentence of mistakes.toml is used.

    `when` is a condition: the mistake belongs to a question only where it holds.
    """

    name: Name
    value: WrittenAnswer
    says: Text | None = None
    when: Expression | None = None


class Help(Model):
    """[help]: hints from gentle to strong, and the worked steps."""

    hints: tuple[Text, ...] = Field(default=(), max_length=MAX_HINTS)
    steps: tuple[Text, ...] = Field(default=(), max_length=MAX_STEPS)


class WrittenPart(Model):
    """One thing asked: a [[parts]] table, or the whole file where there is one part only.

    `carries` is the name of [let] that a learner's own answer replaces in later parts (error carried forward),
    unless the condition `carries_if` fails for it.
    """

    prompt: str = Field(default="", max_length=8_000)
    marks: Whole = Field(default=1, ge=1, le=100)
    answer: WrittenAnswer
    mistakes: tuple[WrittenMistake, ...] = Field(default=(), max_length=MAX_MISTAKES)
    help: Help = Help()
    carries: VariableName | None = None
    carries_if: Expression | None = None

    @model_validator(mode="before")
    @classmethod
    def _complete_mistakes(cls, data: Any) -> Any:
        """A mistake takes over the options of its answer, such as the variables, that it does not set itself."""
        if isinstance(data, dict) and isinstance(data.get("mistakes"), list):
            return {**data, "mistakes": [_with_options(written, data.get("answer")) for written in data["mistakes"]]}
        return data


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


class WrittenFigure(Model):
    """[figure]: a contour map of an expression over a rectangle, with points; `says` is told to who cannot see it."""

    contours: Expression
    variables: tuple[VariableName, VariableName] = ("x", "y")
    horizontal: tuple[Whole | Expression, Whole | Expression] = (-3, 3)
    vertical: tuple[Whole | Expression, Whole | Expression] = (-3, 3)
    levels: (
        Annotated[int, Field(strict=True, ge=1, le=MAX_LEVELS)]
        | Annotated[tuple[Whole | Expression, ...], Field(max_length=MAX_LEVELS)]
    ) = 9
    points: Mapping[Name, Expression] = Field(default_factory=dict, max_length=MAX_POINTS)
    says: Text


class Body(Model):
    """A whole file; one without [[parts]] has one part, with an empty prompt."""

    title: Annotated[str, Field(max_length=120), AfterValidator(_not_blank)]
    skills: tuple[Name, ...] = Field(min_length=1, max_length=MAX_NAMES)
    difficulty: Whole = Field(ge=1, le=5)
    seeds: tuple[Annotated[str, Field(pattern=r"^S\d-\d\d$")], ...] = Field(default=(), max_length=MAX_NAMES)
    prompt: Text
    parameters: Mapping[VariableName, WrittenParameter] = Field(default_factory=dict, max_length=MAX_PARAMETERS)
    let: Mapping[VariableName, Expression] = Field(default_factory=dict, max_length=MAX_LINES)
    require: Mapping[Name, Expression] = Field(default_factory=dict, max_length=MAX_REQUIREMENTS)
    table: WrittenTable | None = None
    figure: WrittenFigure | None = None
    parts: tuple[WrittenPart, ...] = Field(min_length=1, max_length=MAX_PARTS)

    @model_validator(mode="before")
    @classmethod
    def _gather_part(cls, data: Any) -> Any:
        """Moves the answer of a file without [[parts]] into its only part."""
        if not isinstance(data, dict):
            return data
        own = {key: data[key] for key in ("answer", "mistakes", "help", "marks") if key in data}
        if "parts" in data:
            if own:
                raise ValueError(f"write '{next(iter(own))}' inside [[parts]], since this item has parts")
            return data
        rest = {key: value for key, value in data.items() if key not in own}
        return {**rest, "parts": [own]}

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        for name in self.let:
            if name in self.parameters:
                raise ValueError(f"'{name}' is a parameter; give it another name in [let]")
        for part in self.parts:
            if part.carries and part.carries not in self.let:
                raise ValueError(f"carries = '{part.carries}' names nothing in [let]{_listed(tuple(self.let))}")
        return self


def _with_options(written: Any, answer: Any) -> Any:
    if not isinstance(written, dict) or "value" in written:
        return written
    own = {key: written[key] for key in _OF_MISTAKE if key in written}
    value = {key: written[key] for key in written if key not in _OF_MISTAKE}
    kind, of_answer = _kind_of(value), _kind_of(answer)
    if kind and of_answer and isinstance(answer, dict):
        known = KINDS[kind].model_fields
        inherited = {key: answer[key] for key in answer if key in known and key not in (kind, of_answer)}
        value = {**inherited, **value}
    return {**own, "value": value}


def _listed(names: tuple[str, ...]) -> str:
    return f"; there are {', '.join(names)}" if names else ""
