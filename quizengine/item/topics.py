"""topics.toml: the topics of a course, in their order.

[gradient]                                  a topic: the name of its folder
title = 'The gradient'
says  = 'Collect the partial derivatives into one vector, and say what it tells.'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizengine.item.faults import Finding, Where, did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.names import KEBAB
from quizengine.item.source import Unusable, parse_toml

MOST_LETTERS = 60  # of a title, which heads lists and sheets
_KEYS = ("title", "says")


@dataclass(frozen=True, slots=True)
class Topic:
    """A folder of items; `says` is one sentence on what is learned there, "" where topics.toml has no entry."""

    name: str
    title: str
    says: str = ""

    @classmethod
    def of_folder(cls, name: str) -> Topic:
        """Return the topic of a folder that no topics.toml tells of: its title is its name in words."""
        words = name.replace("-", " ")
        return cls(name, words[:1].upper() + words[1:])


def read_topics(source: str) -> tuple[Mapping[str, Topic], tuple[Finding, ...]]:
    """Return the topics of a topics.toml by name, in their order, and what is wrong with it."""
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    topics: dict[str, Topic] = {}
    found: list[tuple[Where, str]] = []
    for name, table in data.items():
        if trouble := _trouble(name, table):
            key, told = trouble
            found.append(((name, *key), told))
        else:
            topics[name] = Topic(name, table["title"].strip(), table["says"].strip())
    lines = key_lines(source) if found else {}
    return topics, tuple((line_of(where, lines), told) for where, told in found)


def _trouble(name: str, table: Any) -> tuple[Where, str] | None:
    """What is wrong with a topic, and at which of its keys."""
    if not KEBAB.match(name):
        return (), f"'{name}' is no topic name; use small letters, digits and hyphens, as in the name of its folder"
    if not isinstance(table, dict):
        return (), f"'{name}' is no topic; write [{name}] and below it title = '…' and says = '…'"
    if strange := sorted(set(table) - set(_KEYS)):
        return (strange[0],), f"[{name}]: unknown key '{strange[0]}'{did_you_mean(strange[0], _KEYS)}"
    for key in _KEYS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            what = ", one sentence on what is learned there" if key == "says" else ""
            return (key,), f"[{name}] needs {key} = '…'{what}"
    if len(table["title"]) > MOST_LETTERS:
        return ("title",), f"[{name}]: a title has at most {MOST_LETTERS} characters; it heads lists and sheets"
    return None
