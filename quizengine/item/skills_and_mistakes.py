"""The two lists that items share: skills.toml and mistakes.toml.

[gradient]                                  a skill: its name, a title, and the skill that it is a part of
title  = 'Gradients'
parent = 'calculus'

[magnitude]                                 a group of mistakes
meaning = 'length of a vector computed wrongly'
[magnitude.mistakes]
squared-norm = 'This is the squared length: take the root.'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizengine.item.faults import Finding, did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.source import Unusable, parse_toml

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Skill:
    """What an item trains; `parent` is the name of a wider skill or ""."""

    name: str
    title: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A mistake that any item may use: its group, and the sentence told where the item has none of its own."""

    name: str
    group: str
    says: str


def read_skills(source: str) -> tuple[Mapping[str, Skill], tuple[Finding, ...]]:
    """Return the skills of a skills.toml by name, and what is wrong with it."""
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    lines = key_lines(source)
    skills: dict[str, Skill] = {}
    findings: list[Finding] = []
    for name, table in data.items():
        if trouble := _trouble_of_skill(name, table, data):
            findings.append((line_of((name,), lines), trouble))
        else:
            skills[name] = Skill(name, table["title"], table.get("parent", ""))
    return skills, tuple(findings)


def read_mistakes(source: str) -> tuple[Mapping[str, KnownMistake], tuple[Finding, ...]]:
    """Return the mistakes of a mistakes.toml by name, and what is wrong with it."""
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    lines = key_lines(source)
    known: dict[str, KnownMistake] = {}
    findings: list[Finding] = []
    for group, table in data.items():
        named = table.get("mistakes") if isinstance(table, dict) else None
        if (
            not isinstance(named, dict)
            or not isinstance(table.get("meaning"), str)
            or set(table) > {"meaning", "mistakes"}
        ):
            findings.append((line_of((group,), lines), f"[{group}] needs meaning = '…' and [{group}.mistakes]"))
            continue
        for name, says in named.items():
            if trouble := _trouble_of_mistake(name, says, known):
                findings.append((line_of((group, "mistakes", name), lines), trouble))
            else:
                known[name] = KnownMistake(name, group, says)
    return known, tuple(findings)


def _trouble_of_skill(name: str, table: Any, skills: Mapping[str, Any]) -> str:
    if not KEBAB.match(name):
        return f"'{name}' is no name; use small letters, digits and hyphens"
    if not isinstance(table, dict) or not isinstance(table.get("title"), str) or set(table) > {"title", "parent"}:
        return f"[{name}] needs title = '…', may have parent = '…' and nothing else"
    parent = table.get("parent", "")
    if not isinstance(parent, str):
        return f"[{name}] needs a parent in quotes: parent = '…'"
    if parent and (parent not in skills or parent == name):
        return f"no skill is called '{parent}'{did_you_mean(str(parent), skills)}"
    return ""


def _trouble_of_mistake(name: str, says: Any, known: Mapping[str, KnownMistake]) -> str:
    if not KEBAB.match(name):
        return f"'{name}' is no name; use small letters, digits and hyphens"
    if not isinstance(says, str) or not says.strip():
        return f"'{name}' needs a sentence for the learner"
    if name in known:
        return f"'{name}' stands in [{known[name].group}] already; remove one"
    return ""
