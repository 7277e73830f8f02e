"""What a typed name stands for: an id, a topic, or a skill with all below it; after bank: those of one bank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizengine.errors import AmbiguousName
from quizengine.item import Item
from quizengine.item.names import full_id, plain_id, topic_of
from quizengine.item.skills_and_mistakes import Skill


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched: items, ids (with their bank) of those that cannot be read, and all skills by name."""

    items: tuple[Item, ...]
    unread: Iterable[str]
    skills: Mapping[str, Skill]

    def called(self, typed: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
        """Return the items that `typed` names, and the ids of those that cannot be read; both () if there are none.

        Raises AmbiguousName for the plain id of items of several banks.
        """
        bank, colon, rest = plain(typed).rpartition(":")
        items = self.items if not colon else tuple(item for item in self.items if item.bank == bank)
        unread = self.unread if not colon else tuple(id for id in self.unread if id.startswith(f"{bank}:"))
        if colon and not rest:
            return items, tuple(unread)
        skills = with_children(rest, self.skills) if rest else set()
        found = tuple(item for item in items if rest in (item.plain_id, item.topic) or skills & set(item.skills))
        lost = tuple(id for id in unread if rest in (plain_id(id), topic_of(id)))
        same = [item.full_id for item in found if item.plain_id == rest]
        if len(same) > 1:
            raise AmbiguousName(rest, tuple(same))
        return found, lost


def plain(typed: str) -> str:
    """Return a name as it was typed, as files spell it."""
    return typed.strip().strip("/").lower()


def with_children(name: str, skills: Mapping[str, Skill]) -> set[str]:
    """Return the skill `name` and every skill below it; just {name} if it is no skill."""
    family = {name}
    while more := {skill.name for skill in skills.values() if skill.parent in family} - family:
        family |= more
    return family


def names_of_banks(items: Iterable[Item], skills: Iterable[str]) -> set[str]:
    """Return every name with a bank in front that stands for some of `items`, or for a skill in it."""
    of_bank = {item.bank for item in items if item.bank}
    names = {full_id(item.bank, name) for item in items if item.bank for name in ("", item.plain_id, item.topic)}
    return names | {full_id(bank, skill) for bank in of_bank for skill in skills}
