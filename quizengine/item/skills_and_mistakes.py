"""The two lists that items share: skills.toml and mistakes.toml.

[gradient]                                  a skill: its name, a title, and the skill that it is a part of
title  = 'Gradients'
parent = 'calculus'
after  = ['partial-derivative']             the skills that it builds on
rules  = '''                                half a screen of what a learner needs to know for it
The gradient $\\nabla f$ collects …
'''

[magnitude]                                 a group of mistakes
meaning = 'length of a vector computed wrongly'
[magnitude.mistakes]
squared-norm = 'This is the squared length: take the root.'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quizengine.item.circles import circles
from quizengine.item.faults import Finding, Where, did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.names import KEBAB
from quizengine.item.source import Unusable, parse_toml

MOST_LETTERS_OF_RULES = 1_500  # half a screen
MOST_TOLD = 4  # skills of a circle
_OF_SKILL = {"title": str, "parent": str, "after": list, "rules": str}


@dataclass(frozen=True, slots=True)
class Skill:
    """What an item trains. `parent` is the name of a wider skill or ""; `after` are the names of the skills that it
    builds on; `rules` is prose with $formulas$, as written, or "".
    """

    name: str
    title: str
    parent: str = ""
    after: tuple[str, ...] = ()
    rules: str = ""


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A mistake that any item may use: its group, and the sentence told where the item has none of its own."""

    name: str
    group: str
    says: str


def read_skills(
    source: str, elsewhere: Mapping[str, Skill] | None = None
) -> tuple[Mapping[str, Skill], tuple[Finding, ...]]:
    """Return the skills of a skills.toml by name, and what is wrong with it, but for the prose of the rules.

    `elsewhere` has the skills of banks read before, which may be a parent or built on as well.
    """
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    names = {**(elsewhere or {}), **data}
    skills: dict[str, Skill] = {}
    found: list[tuple[Where, str]] = []
    for name, table in data.items():
        if trouble := _trouble_of_skill(name, table, names):
            key, told = trouble
            found.append(((name, *key), told))
            continue
        after = table.get("after", ())
        known = tuple(other for other in after if other in names and other != name)
        skills[name] = Skill(name, table["title"], table.get("parent", ""), known, table.get("rules", ""))
        found += (((name, "after"), told) for told in _strangers(name, after, names))
    found += (((name, "after"), told) for name, told in _cut_circles(skills, elsewhere or {}))
    lines = key_lines(source) if found else {}
    return skills, tuple((line_of(where, lines), told) for where, told in found)


def _cut_circles(skills: dict[str, Skill], elsewhere: Mapping[str, Skill]) -> Iterator[tuple[str, str]]:
    """What is wrong with skills that build on each other in a circle, each of which is cut at one of `skills`."""
    while there := list(circles({skill.name: skill.after for skill in {**elsewhere, **skills}.values()})):
        for circle in there:
            last = max(place for place, name in enumerate(circle) if name in skills)
            name, *others = (*circle[last:], *circle[:last])
            way = [*others, name] if len(others) < MOST_TOLD else [*others[:MOST_TOLD], "…", name]
            way_told = ", which builds on ".join(f"'{other}'" for other in way)
            yield name, f"'{name}' builds on {way_told}; take one of them out"
            rest = tuple(other for other in skills[name].after if other != [*others, name][0])
            skills[name] = replace(skills[name], after=rest)


def findings_of_rules(source: str) -> Iterator[Finding]:
    """Yield what is wrong with the prose of the rules in a skills.toml, each at its line; nothing for one that is no
    TOML.
    """
    from quizengine.item.shared_prose import findings_of_prose

    try:
        data = parse_toml(source)
    except Unusable:
        return
    lines = key_lines(source)
    for name, table in data.items():
        rules = table.get("rules") if isinstance(table, dict) else None
        if isinstance(rules, str):
            yield from findings_of_prose(rules, (name, "rules"), lines, source)


def read_mistakes(source: str) -> tuple[Mapping[str, KnownMistake], tuple[Finding, ...]]:
    """Return the mistakes of a mistakes.toml by name, and what is wrong with it."""
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    known: dict[str, KnownMistake] = {}
    found: list[tuple[Where, str]] = []
    for group, table in data.items():
        named = table.get("mistakes") if isinstance(table, dict) else None
        if (
            not isinstance(named, dict)
            or not isinstance(table.get("meaning"), str)
            or set(table) > {"meaning", "mistakes"}
        ):
            found.append(((group,), f"[{group}] needs meaning = '…' and [{group}.mistakes]"))
            continue
        for name, says in named.items():
            if trouble := _trouble_of_mistake(name, says, known):
                found.append(((group, "mistakes", name), trouble))
            else:
                known[name] = KnownMistake(name, group, says)
    lines = key_lines(source) if found else {}
    return known, tuple((line_of(where, lines), trouble) for where, trouble in found)


def _trouble_of_skill(name: str, table: Any, skills: Mapping[str, Any]) -> tuple[Where, str] | None:
    """What is wrong with a skill, and at which of its keys."""
    if not KEBAB.match(name):
        return (), f"'{name}' is no name; use small letters, digits and hyphens"
    if not isinstance(table, dict) or not isinstance(table.get("title"), str):
        return (), f"[{name}] needs title = '…', may have parent = '…', after = ['…'] and rules = '…'"
    for key, value in table.items():
        if key not in _OF_SKILL:
            return (key,), f"[{name}]: unknown key '{key}'{did_you_mean(key, _OF_SKILL)}"
        if not isinstance(value, _OF_SKILL[key]) or (key == "after" and not all(isinstance(one, str) for one in value)):
            return (key,), f"[{name}]: write {key} = ['…']" if key == "after" else f"[{name}]: write {key} = '…'"
    if "rules" in table and not 0 < len(table["rules"].strip()) <= MOST_LETTERS_OF_RULES:
        return ("rules",), f"[{name}]: rules have half a screen, 1 to {MOST_LETTERS_OF_RULES:,} characters"
    parent = table.get("parent", "")
    if parent and (parent not in skills or parent == name):
        return ("parent",), f"no skill is called '{parent}'{did_you_mean(str(parent), skills)}"
    return None


def _strangers(name: str, after: Iterable[str], skills: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the names that a skill builds on."""
    for other in after:
        if other == name:
            yield f"'{name}' cannot build on itself; take it out"
        elif other not in skills:
            yield f"no skill is called '{other}'{did_you_mean(other, skills)}"


def _trouble_of_mistake(name: str, says: Any, known: Mapping[str, KnownMistake]) -> str:
    if not KEBAB.match(name):
        return f"'{name}' is no name; use small letters, digits and hyphens"
    if not isinstance(says, str) or not says.strip():
        return f"'{name}' needs a sentence for the learner"
    if name in known:
        return f"'{name}' stands in [{known[name].group}] already; remove one"
    return ""
