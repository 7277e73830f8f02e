"""From the text of a file to its model, or to the list of all that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizengine.item.faults import Where, backslash_line, did_you_mean, key_lines, line_of, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from quizengine.item.model import Body

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_PROMPT = re.compile(r"^prompt\b", re.MULTILINE)

Finding = tuple[int, str]  # line (from 1) and message


class Unusable(Exception):
    """The text is no item; `findings` says where and why. Stays inside this room and the bank."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"line {line}: {message}" for line, message in self.findings))


@dataclass(frozen=True, slots=True)
class Heading:
    """What can be told of an item without reading all of it."""

    title: str
    skills: tuple[str, ...]
    difficulty: int
    seeds: tuple[str, ...]


def parse_toml(source: str) -> dict[str, Any]:
    """The tables of a TOML text; raises Unusable for bad TOML and for a backslash in double quotes."""
    if line := backslash_line(source):
        raise Unusable(
            [(line, "a backslash in double quotes changes the text; write LaTeX in single quotes: '\\nabla'")]
        )
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        line = int(found[1]) if (found := _AT_LINE.search(told)) else source.count("\n") + 1
        cure = "; a text with an apostrophe needs ''' around it" if "newline" in told or "after" in told else ""
        raise Unusable([(line, f"no TOML: {_AT_LINE.sub('', told).strip()}{cure}")]) from None
    except RecursionError:
        raise Unusable([(1, "no TOML: brackets nested too deeply")]) from None


def read_heading(source: str) -> Heading:
    """The fields that stand before `prompt`; raises Unusable if they are not as they should be."""
    cut = _PROMPT.search(source)
    try:
        data = tomllib.loads(source[: cut.start()] if cut else source)
        return _heading(data)
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, TypeError, ValueError):
        return _heading_of_body(read_body(source))


def read_body(source: str) -> Body:
    """The whole model; raises Unusable with everything that was found."""
    from pydantic import ValidationError

    from quizengine.item.model import Body

    data = parse_toml(source)
    try:
        return Body.model_validate(data)
    except ValidationError as error:
        lines = key_lines(source)
        details = error.errors(include_url=False)
        # the one part made of a file without [[parts]] counts as missing when anything in it is wrong
        told = [each for each in details if each["type"] != "too_short" or each["loc"] != ("parts",)] or details
        findings = {_finding(each, data, lines) for each in told}
        raise Unusable(sorted(findings)) from None


def _heading(data: Mapping[str, Any]) -> Heading:
    skills, seeds = data["skills"], data.get("seeds", [])
    if not isinstance(skills, list) or not isinstance(seeds, list):
        raise TypeError
    heading = Heading(data["title"], tuple(skills), data["difficulty"], tuple(seeds))
    texts = (heading.title, *heading.skills, *heading.seeds)
    if not skills or not all(isinstance(text, str) for text in texts) or type(heading.difficulty) is not int:
        raise ValueError
    return heading


def _heading_of_body(body: Body) -> Heading:
    return Heading(body.title, body.skills, body.difficulty, body.seeds)


def _finding(details: ErrorDetails, data: Mapping[str, Any], lines: Mapping[Where, int]) -> Finding:
    """One of pydantic's errors in the words and places of the file."""
    where = _as_written(details["loc"], data)
    name = str(where[-1]) if where else ""
    place = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
    match details["type"]:
        case "extra_forbidden":
            message = f"unknown key '{name}'{did_you_mean(name, _known_keys(where))}"
        case "missing":
            message = f"'{place}' is missing"
        case "union_tag_not_found" | "union_tag_invalid" | "model_type" | "model_attributes_type":
            message = f"'{place}' needs {_needed(where, details['input'])}"
        case "value_error":
            message = f"{place}: {details['ctx']['error']}" if place else str(details["ctx"]["error"])
        case _:
            told = details["msg"][:1].lower() + details["msg"][1:]
            message = f"{place}: {told}"
    return line_of(where, lines), message.replace("\n", " ")


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
        if step in ("integers", "choices", "texts") and position == 2 and where[0] == "parameters":
            continue
        written.append(step)
    return tuple(written)


def _needed(where: Where, written: object) -> str:
    """What a table lacks, or the key in it that is nearly right."""
    from quizengine.answers import KINDS

    if where[:1] == ("parameters",):
        return "one of integers = [lowest, highest], choices = […] or texts = […]"
    if where and (where[-1] == "answer" or "mistakes" in where):
        names = [name for name in written if name not in KINDS] if isinstance(written, dict) else []
        near = [f"; did you mean '{found[0]}' for '{name}'?" for name in names if (found := nearest(name, KINDS))]
        return f"exactly one of these kinds of answer: {', '.join(KINDS)}{near[0] if near else ''}"
    return "a table of keys"


def _known_keys(where: Where) -> set[str]:
    """The keys that may stand beside the one at `where`."""
    from quizengine.answers import KINDS
    from quizengine.item import model, parameters

    of_answer = {key for kind in KINDS.values() for key in kind.model_fields}
    above = next((step for step in reversed(where[:-1]) if isinstance(step, str)), "")
    if where[:1] == ("parameters",):
        return {"integers", "except", "choices", "texts", *parameters.Drawn.model_fields}
    match above:
        case "":
            return {*model.Body.model_fields, *model.Asked.model_fields, "parts"} - {"asked", "carries"}
        case "parts":
            return set(model.Asked.model_fields)
        case "mistakes":
            return {"name", "says", "when", *of_answer}
        case "help":
            return set(model.Help.model_fields)
        case "table":
            return set(model.WrittenTable.model_fields)
        case "figure":
            return set(model.WrittenFigure.model_fields)
        case _:
            return of_answer
