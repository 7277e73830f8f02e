"""What pydantic complains of, in the words and places of the file, each with the cure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from quizengine.item.answer_options import goes_with, option_of_others
from quizengine.item.faults import Finding, Where, did_you_mean, nearest
from quizengine.item.fields import figures_named
from quizengine.item.figure_tables import LIKE
from quizengine.item.known_keys import known_keys
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.misplaced_keys import misplaced, misplaced_among_own_names
from quizengine.item.parameters import PARAMETERS
from quizengine.item.renamed_keys import renamed
from quizengine.item.wanted_values import TABLES, are_tables, wanted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_QUOTED = re.compile(r"'([^']+)'")
_OPTION = re.compile(r"(\w+) = ")
#: pydantic's names for what may stand in one place
_OF_UNION = ("str", "int", "tuple", "bool", "constrained-int", "constrained-str")

MOST_TOLD = 50  # findings of one file: who has more has copied something, and mends the first ones first
#: What to write for a key that is missing.
MISSING_CURES: Mapping[str, str] = {
    "title": "title = '…'",
    "skills": "skills = ['…'] with names from skills.toml",
    "difficulty": "difficulty = 2, from 1 easy to 5 hard",
    "prompt": "prompt = '…'",
    "answer": "[answer] and below it number = '…', vector = '…', choice = '…' or another kind",
    "name": "name = '…', one of mistakes.toml",
    "says": "says = '…'",
    "typed": "typed = '…', what a learner might type",
    "verdict": "verdict = 'correct', or what else it must be",
}


def messages_of(errors: Iterable[ErrorDetails], data: Mapping[str, Any], source: str) -> list[Finding]:
    """Return all that pydantic found in the tables `data` of `source`, one finding for each place, by line."""
    lines = key_lines(source)
    told: dict[Where, dict[str, int]] = {}  # the lines of the messages, by place
    for details in islice(errors, MOST_TOLD):
        where = _as_written(details["loc"], data)
        if _follows_from_others(details):
            continue
        if details["type"] == "missing" or _stands(where, data):
            line, message = _finding(details, where, lines, data)
            told.setdefault(where, {})[message] = line
    return sorted({(min(found.values()), _joined(tuple(found))) for found in told.values()})


def _joined(messages: tuple[str, ...]) -> str:
    """What may stand in one place, told in one line with the place once."""
    first, *others = messages
    place = f"{first.partition(': ')[0]}: "
    return "; or ".join((first, *(message.removeprefix(place) for message in others)))


def _follows_from_others(details: ErrorDetails) -> bool:
    """Whether a list is called too short only since some of its entries are wrong, which is told of each."""
    least = details.get("ctx", {}).get("min_length", 0)
    return details["type"] == "too_short" and len(details["input"]) >= least


def _finding(details: ErrorDetails, where: Where, lines: Mapping[Where, int], data: Mapping[str, Any]) -> Finding:
    name = str(where[-1]) if where else ""
    place = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
    line = line_of(where, lines)
    match details["type"]:
        case "extra_forbidden" if len(where) == 1 and renamed(name):
            message = renamed(name)
        case "extra_forbidden":
            elsewhere = misplaced(where) or option_of_others(where)
            message = elsewhere or f"unknown key '{name}'{did_you_mean(name, known_keys(where, _table(where, data)))}"
        case "missing":
            message = f"'{place}' is missing" + (f"; write {MISSING_CURES[name]}" if name in MISSING_CURES else "")
        case "union_tag_not_found" | "union_tag_invalid" | "model_type" | "model_attributes_type":
            message = misplaced_among_own_names(where) or f"'{place}' {_needed(where, details['input'])}"
        case "value_error":
            message = f"'{place}': {details['ctx']['error']}" if place else str(details["ctx"]["error"])
            line = line if place else _named_line(message, lines)
        case _:
            message = misplaced_among_own_names(where) or f"'{place}': {wanted(details, name)}"
    return line, message.replace("\n", " ")


def _as_written(location: Where, data: Mapping[str, Any]) -> Where:
    """pydantic's location as the author wrote it: without the steps that the models put in between."""
    where: list[str | int] = list(location)
    if where[:1] == ["parts"] and "parts" not in data:
        where = where[2:]
    written: list[str | int] = []
    for position, step in enumerate(where):
        before = where[position - 1] if position else ""
        if step == "value" and isinstance(before, int):
            continue
        if isinstance(step, str) and position > 1 and ("[" in step or step in _OF_UNION):
            continue
        written.append(step)
    return tuple(written)


def _table(where: Where, data: Any) -> Mapping[str, Any]:
    """The table in which the key at `where` stands."""
    for step in where[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}


def _stands(where: Where, data: Any) -> bool:
    """Whether the author wrote something at `where`: what a mistake takes over from its answer is told there only."""
    for step in where:
        if isinstance(step, str) and isinstance(data, dict) and step not in data:
            return False
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return True
    return True


def _named_line(message: str, lines: Mapping[Where, int]) -> int:
    """The line of the key that a message about the whole file names first; 1 if there is none."""
    for name in _QUOTED.findall(message):
        found = [line for where, line in lines.items() if _name_of(where) == name and where[:1] != ("parameters",)]
        if found:
            return found[0]
    option = _OPTION.match(message)
    return next((line for where, line in lines.items() if option and where[-1:] == (option[1],)), 1)


def _name_of(where: Where) -> str:
    """The key itself, of an entry of a list the list."""
    return next((step for step in reversed(where) if isinstance(step, str)), "")


def _needed(where: Where, written: object) -> str:
    """What a table lacks, what it has too much, or the key in it that is nearly right."""
    from quizengine.answers import KINDS

    if where[:1] == ("parameters",):
        *others, last = (model.form for model in PARAMETERS.values())
        return f"needs one of {', '.join(others)} or {last}{_meant(written)}"
    if where and (where[-1] == "answer" or "mistakes" in where):
        kinds = [name for name in KINDS if name in written] if isinstance(written, dict) else []
        if len(kinds) > 1:
            return f"has several kinds of answer, {' and '.join(kinds)}; keep one"
        names = list(written) if isinstance(written, dict) else []
        near = [f"; {told}" for name in names if (told := goes_with(name))]
        near += [f"; did you mean '{found[0]}' for '{name}'?" for name in names if (found := nearest(name, KINDS))]
        return f"needs exactly one of these kinds of answer: {', '.join(KINDS)}{near[0] if near else ''}"
    if where and (where[-1] == "figure" or where[:1] == ("figures",)):
        return _needed_of_figure(written)
    if are_tables(written):
        name = ".".join(step for step in where if isinstance(step, str))
        return f"stands once; write [{name}], with one bracket on each side"
    table = TABLES.get(str(where[-1]) if where else "")
    return f"needs a table; write {where[-1]} = {table}" if table else "needs a table of keys"


def _needed_of_figure(written: object) -> str:
    from quizengine.figures import KINDS

    names = list(written) if isinstance(written, dict) else []
    if isinstance(written, dict) and LIKE in written:
        return f"is like '{written[LIKE]}', and no figure above it has that name"
    kinds = figures_named(written)
    if len(kinds) > 1:
        lines = "; lines at the ticks are grid_lines = true" if "grid" in kinds and len(kinds) == 2 else ""
        return f"has several kinds of figure, {' and '.join(kinds)}; keep one{lines}"
    near = [f"; did you mean '{found[0]}' for '{name}'?" for name in names if (found := nearest(name, KINDS))]
    return f"needs exactly one of these kinds of figure: {', '.join(KINDS)}{near[0] if near else ''}"


def _meant(written: object) -> str:
    """What a list or a value by itself may be meant for."""
    if isinstance(written, list):
        return f"; write {{ choices = {written} }}"
    return "; a fixed value stands in [let]" if isinstance(written, int | str) else ""
