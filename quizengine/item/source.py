"""From the text of a file to its model, or to the list of all that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizengine.errors import unforeseen
from quizengine.item.faults import Finding
from quizengine.item.line_numbers import backslash_line
from quizengine.item.plain_lines import plain_lines
from quizengine.item.renamed_keys import RENAMED
from quizengine.item.toml_text import refused

if TYPE_CHECKING:
    from quizengine.item.model import Body

_PROMPT = re.compile(r"^prompt\b", re.MULTILINE)
PART = re.compile(r"^[ \t]*\[\[[ \t]*parts[ \t]*\]\]", re.MULTILINE)
_SKILLS = re.compile(r"^[ \t]*(skills[ \t]*=[ \t]*\[[^\]]*\])", re.MULTILINE)
_COVERS = re.compile(r"^[ \t]*['\"]?covers['\"]?[ \t]*=", re.MULTILINE)


class Unusable(Exception):
    """The text is no item; `findings` says where and why. Stays inside this folder and the bank."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"line {line}: {message}" for line, message in self.findings))


@dataclass(frozen=True, slots=True)
class Header:
    """What can be told of an item without reading all of it. `skills` are those of each part."""

    title: str
    skills: tuple[tuple[str, ...], ...]
    difficulty: int
    covers: tuple[str, ...]  # ids of statements


def parse_toml(source: str) -> dict[str, Any]:
    """Return the tables of a TOML text; raises Unusable for bad TOML, for a backslash in double quotes, and for what is
    too long, too deep or too much to be read.
    """
    _bounded(source)
    if line := backslash_line(source):
        apostrophe = ", three on each side where it holds an apostrophe" if "'" in source.splitlines()[line - 1] else ""
        cure = f"write LaTeX in single quotes: '\\nabla'{apostrophe}"
        raise Unusable([(line, f"a backslash in double quotes changes the text; {cure}")])
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        from quizengine.item.toml_messages import message_of_toml

        raise Unusable([message_of_toml(str(error), source)]) from None


def _bounded(source: str) -> None:
    if finding := refused(source):
        raise Unusable([finding])


@contextmanager
def one_file() -> Iterator[None]:
    """Whatever else goes wrong with a file is a finding too: no file may stop those beside it. Raises Unusable."""
    try:
        yield
    except Unusable:
        raise
    except Exception as error:
        raise Unusable([(1, f"this file cannot be read: {unforeseen(error)}")]) from error


def read_header(source: str) -> Header:
    """Return the fields that stand before `prompt`, and the skills of the parts; raises Unusable if they are not as
    they should be.
    """
    cut = _PROMPT.search(source)
    with one_file():
        heading = source[: cut.start()] if cut else source
        try:
            data = _tables(heading)
            if "covers" not in data and _COVERS.search(source, len(heading)):
                raise ValueError
            return _heading(data, [data["skills"]] if "skills" in data else _skills_of_parts(source))
        except (Unusable, KeyError, TypeError, ValueError):  # a TOMLDecodeError is one of the last
            body = read_body(source)
            return Header(body.title, tuple(part.skills for part in body.parts), body.difficulty, body.covers)


def read_prompt(source: str) -> str:
    """Return the prompt of a concept item, if it has no fill-ins, else ""; raises Unusable for bad TOML."""
    data = parse_toml(source)
    prompt = data.get("prompt")
    fixed = isinstance(prompt, str) and "<<" not in prompt and "parameters" not in data
    return str(prompt).strip() if fixed else ""


def read_body(source: str) -> Body:
    """Return the whole model; raises Unusable with everything that was found."""
    from pydantic import ValidationError

    from quizengine.item.model import Body

    with one_file():
        data = parse_toml(source)
        try:
            return Body.model_validate(data)
        except ValidationError as error:
            from quizengine.item.validation_messages import messages_of

            details = error.errors(include_url=False)
            # the one part made of a file without [[parts]] counts as missing when anything in it is wrong
            told = [each for each in details if each["type"] != "too_short" or each["loc"] != ("parts",)] or details
            raise Unusable(messages_of(told, data, source)) from None


def _skills_of_parts(source: str) -> list[Any]:
    """What stands after `skills =` in each [[parts]]; raises ValueError where that cannot be told from the lines."""
    if _in_a_text(source, PART) or _in_a_text(source, _SKILLS):
        raise ValueError
    before, *parts = PART.split(source)
    found = [_SKILLS.findall(part) for part in parts]
    if _SKILLS.search(before) or not all(len(lines) == 1 for lines in found):
        raise ValueError
    return [_tables(line)["skills"] for (line,) in found]


def _tables(heading: str) -> dict[str, Any]:
    """What a heading says; raises Unusable and TOMLDecodeError."""
    if (plain := plain_lines(heading)) is not None:
        return plain
    _bounded(heading)
    return tomllib.loads(heading)


def _in_a_text(source: str, pattern: re.Pattern[str]) -> bool:
    """Whether a long text seems to be open where `pattern` is found; quotes in a comment may make it seem so."""
    at, is_open = 0, {"'''": False, '"""': False}
    for found in pattern.finditer(source):
        for quotes in is_open:
            is_open[quotes] ^= source.count(quotes, at, found.start()) % 2 == 1
        at = found.start()
        if any(is_open.values()):
            return True
    return False


def _heading(data: Mapping[str, Any], skills: list[Any]) -> Header:
    covers = data.get("covers", [])
    if not isinstance(covers, list) or not all(isinstance(names, list) for names in skills):
        raise TypeError
    if not RENAMED.keys().isdisjoint(data):
        raise TypeError
    heading = Header(data["title"], tuple(map(tuple, skills)), data["difficulty"], tuple(covers))
    texts = (heading.title, *(name for names in skills for name in names), *heading.covers)
    if not (skills and all(skills)) or not all(isinstance(text, str) for text in texts):
        raise ValueError
    if type(heading.difficulty) is not int:
        raise ValueError
    return heading
