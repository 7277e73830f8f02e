"""What stands in the fields of an item: texts, names, expressions, and tables that name their kind."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator
from pydantic_core import PydanticKnownError

from quizengine.answers import KINDS
from quizengine.answers.key import AnswerModel
from quizengine.figures import KINDS as FIGURES
from quizengine.figures.figure import FigureModel
from quizengine.item.base import bounded
from quizengine.item.parameters import PARAMETERS
from quizengine.item.parameters.base import Parameter

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}\Z")


def _of_its_parameter_kind(table: Any) -> Parameter:
    """A table read by the model of the parameter kind that it names, of several the first."""
    kind = next((name for name in PARAMETERS if isinstance(table, dict) and name in table), None)
    if kind is None:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind"})
    return PARAMETERS[kind].model_validate(table)


def kind_of(table: Any) -> str | None:
    """Return the answer kind that the table of an answer names; None if it names none, or several."""
    named = [name for name in KINDS if name in table] if isinstance(table, dict) else []
    return named[0] if len(named) == 1 else None


def _of_its_kind(table: Any) -> AnswerModel:
    """A table read by the model of the one answer kind that it names; the other kinds are not even loaded."""
    bounded(table)
    kind = kind_of(table)
    if kind is None:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind_of"})
    return KINDS[kind].model_validate(table)


def figures_named(table: Any) -> list[str]:
    """Return the kinds of figures that a table names."""
    return [name for name in FIGURES if name in table] if isinstance(table, dict) else []


def _of_its_figure_kind(table: Any) -> FigureModel:
    """A table read by the model of the one kind of figure that it names; the other kinds are not even loaded."""
    bounded(table)
    named = figures_named(table)
    if len(named) != 1:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind_of"})
    return FIGURES[named[0]].model_validate(table)


def _a_name(name: str) -> str:
    if not _NAME.match(name):
        raise ValueError(f"'{name}' cannot be a name; use letters, digits and _, a letter first")
    if name in _taken():
        raise ValueError(f"'{name}' has a meaning already; take another name")
    return name


def not_blank(text: str) -> str:
    """Return the text; raises ValueError where there is none."""
    if not text.strip():
        raise ValueError("must not be empty")
    return text


@cache
def _taken() -> frozenset[str]:
    from quizengine.maths.functions import FUNCTIONS
    from quizengine.maths.tree import CONSTANTS

    return frozenset((*FUNCTIONS, *CONSTANTS, "and", "or", "not", "true", "false", "none"))


Name = Annotated[str, Field(max_length=120)]  # a key or a name in quotes
Text = Annotated[str, Field(max_length=8_000), AfterValidator(not_blank)]  # prose with $formulas$ and << fill-ins >>
Expression = Annotated[str, Field(min_length=1, max_length=2_000)]  # the author's language
Cell = Annotated[str, Field(max_length=2_000)]
VariableName = Annotated[str, AfterValidator(_a_name)]
Room = Literal["none", "lines", "box", "grid"]  # of a sheet, for the working
WrittenAnswer = Annotated[AnswerModel, PlainValidator(_of_its_kind)]
WrittenFigure = Annotated[FigureModel, PlainValidator(_of_its_figure_kind)]
WrittenParameter = Annotated[Parameter, PlainValidator(_of_its_parameter_kind)]
