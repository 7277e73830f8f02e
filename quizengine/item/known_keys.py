"""Which keys may stand where in a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quizengine.item.fields import figures_named
from quizengine.item.figure_tables import LIKE
from quizengine.item.parameters import PARAMETERS

if TYPE_CHECKING:
    from quizengine.item.faults import Where


def known_keys(where: Where, table: Mapping[str, Any]) -> set[str]:
    """Return the keys that may stand at `where`, in `table`."""
    from quizengine.answers import KINDS
    from quizengine.item import model
    from quizengine.item.help import Help, WrittenStep

    of_answer = {key for kind in KINDS.values() for key in kind.model_fields}
    above = next((step for step in reversed(where[:-1]) if isinstance(step, str)), "")
    if where[:1] == ("parameters",):
        fields = (field for kind in PARAMETERS.values() for field in kind.model_fields.items())
        return {field.alias or name for name, field in fields}
    if where[:1] == ("figures",):
        return _of_figure(table) | {LIKE}
    match above:
        case "":
            return {*model.Body.model_fields, *model.WrittenPart.model_fields} - {"carries"}
        case "parts":
            return set(model.WrittenPart.model_fields)
        case "mistakes":
            return {"name", "says", "when", *of_answer}
        case "tests":
            return set(model.WrittenTest.model_fields)
        case "help":
            return set(Help.model_fields)
        case "steps":
            return set(WrittenStep.model_fields)
        case "table":
            return set(model.WrittenTable.model_fields)
        case "figure":
            return _of_figure(table)
        case _:
            return of_answer


def _of_figure(table: Mapping[str, Any]) -> set[str]:
    from quizengine.figures import KINDS

    return {key for kind in figures_named(table) or KINDS for key in KINDS[kind].model_fields}
