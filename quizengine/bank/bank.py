"""A bank as a value: folders of items, read and searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizengine.bank.searching import Searched, names_of_banks, plain
from quizengine.bank.unknown_names import unknown_names
from quizengine.errors import UnknownTopic
from quizengine.item import Fault, Item, unusable
from quizengine.item.faults import nearest
from quizengine.item.names import plain_id
from quizengine.item.skills_and_mistakes import KnownMistake, Skill
from quizengine.seeded import fingerprint

if TYPE_CHECKING:
    from quizengine.bank.course import Course
    from quizengine.bank.statement_lists import StatementLists


@dataclass(frozen=True)
class Bank:
    """What was read. `early_faults` are those seen without reading whole items; `faults` are all.

    unread: what is wrong with the items whose heading cannot be read, by id with their bank; folders: those that were
    read; title: of the first of them that has one, else ""; called: the folders by the names of their banks; clashes:
    a fault for each name that two banks or two items have.
    """

    items: tuple[Item, ...]
    skills: Mapping[str, Skill]
    mistakes: Mapping[str, KnownMistake]
    early_faults: tuple[Fault, ...] = ()
    unread: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    title: str = ""
    called: Mapping[str, Path] = field(default_factory=dict)
    clashes: tuple[Fault, ...] = ()

    @cached_property
    def course(self) -> Course:
        """The topics with titles, in order, as the files topics.toml tell; read when first asked for, for the first
        question does without.
        """
        from quizengine.bank.course import read_course

        return read_course(self.folders)

    @cached_property
    def statements(self) -> StatementLists:
        """What items may cover, as the files statements.toml tell; read when first asked for."""
        from quizengine.bank.statement_lists import read_statement_lists

        return read_statement_lists(self.folders)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault of the bank, by file and line."""
        return self.faults_with(self.items, tuple(self.unread))

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits that stand for the ids and texts of all items."""
        return fingerprint("".join(f"{item.id} {item.version}\n" for item in self.items))

    def find(self, id: str, version: str = "") -> Item | None:
        """Return the item that a journal calls `id`, None if there is none.

        An id without a bank may be of one that has a namesake by now: then the text of that `version` decides.
        """
        bank, _, rest = id.rpartition(":")
        same = [item for item in self._by_plain_id.get(rest, ()) if bank in ("", item.bank)]
        if len(same) == 1:
            return same[0]
        kept = (item for item in same if version and item.version == version)
        return next(kept, None) or next((item for item in same if item.id == id), None)

    def item(self, id: str, version: str = "") -> Item:
        """Return what `find` does; raises UnknownTopic, or BankUnusable for one whose heading cannot be read."""
        found = self.find(id, version)
        if found is not None:
            return found
        for lost in self.unread:
            if id in (lost, plain_id(lost)):
                raise unusable(self.unread[lost])
        raise self._unknown(id)

    def faults_of(self, topics: Iterable[str]) -> tuple[Fault, ...]:
        """Return the faults of the items that `topics` name, and of the lists that all items share; without topics all.

        Raises UnknownTopic.
        """
        return self.faults_with(*named(self, topics))

    def faults_with(self, items: Iterable[Item], unread: Iterable[str]) -> tuple[Fault, ...]:
        """Return the faults of `items` and of the ids `unread`, and of the lists that all items share."""
        from quizengine.bank.statement_lists import faults_of_rules

        items = tuple(items)
        theirs = {item.path for item in items} | {self.unread[id][0].path for id in unread}
        others = {item.path for item in self.items} | {faults[0].path for faults in self.unread.values()}
        early = (*self.early_faults, *self.clashes, *self.course.faults, *self.statements.faults)
        found = [fault for fault in early if fault.path in theirs or fault.path not in others]
        found += faults_of_rules(self.folders)
        for item in items:
            found += item.faults or unknown_names(item, self.skills, self.mistakes, self.statements.known)
        return tuple(sorted(set(found), key=lambda fault: (str(fault.path), fault.line, fault.message)))

    @property
    def not_read(self) -> str:
        """The first fault of a file or folder that gave no names at all, "" if there is none."""
        named = {fault for faults in self.unread.values() for fault in faults}
        return next((str(fault) for fault in self.early_faults if fault not in named), "")

    def title_of(self, name: str) -> str:
        """Return the title of what `select` would find under `name`: of a topic, a skill or an item; else the name in
        words.
        """
        bank, _, name = plain(name).rpartition(":")
        if any(item.topic == name for item in self.items):
            return self.course.topic(name).title
        known = self.skills.get(name) or self.find(f"{bank}:{name}" if bank else name)
        if known:
            return known.title
        from quizengine.item.topics import Topic

        return Topic.of_folder(name.rpartition("/")[2] or bank).title

    @property
    def names(self) -> set[str]:
        """Every name of items that `select` knows: ids, topics, and skills of some item."""
        return {name for item in self.items for name in (item.id, item.topic, *item.skills)}

    @property
    def names_of_banks(self) -> set[str]:
        """Every name of items with the name of their bank in front: bank:gradient, and bank: for all of a bank."""
        return names_of_banks(self.items, self.skills)

    def _unknown(self, typed: str) -> UnknownTopic:
        """The error for a name of nothing, with those that look like it."""
        unread = set(self.unread)
        known = self.names_of_banks | unread if ":" in typed else self.names | set(map(plain_id, unread))
        return UnknownTopic(typed, nearest(plain(typed), known), self.not_read)

    @cached_property
    def _by_plain_id(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, tuple[Item, ...]] = {}
        for item in self.items:
            found[item.plain_id] = (*found.get(item.plain_id, ()), item)
        return found


def select(bank: Bank, topics: Iterable[str]) -> tuple[Item, ...]:
    """Return the items that any of `topics` names: an id, a topic folder, or a skill with all below it; no topics: all
    items.

    The name of a bank with a colon may stand in front of each, and alone for all of that bank. Raises UnknownTopic with
    the nearest names, AmbiguousName, and BankUnusable if none of the items named can be read.
    """
    items, unread = named(bank, topics)
    if unread and not items:
        raise unusable(bank.unread[unread[0]])
    return items


def named(bank: Bank, topics: Iterable[str]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the items that `topics` name as in `select`, and the ids of those that cannot be read; raises
    UnknownTopic.
    """
    wanted = tuple(topics)
    if not wanted:
        return bank.items, tuple(sorted(bank.unread))
    chosen: dict[str, Item] = {}
    unread: set[str] = set()
    searched = Searched(bank.items, tuple(bank.unread), bank.skills)
    for topic in wanted:
        found, lost = searched.called(topic)
        if not found and not lost:
            raise bank._unknown(topic)
        chosen |= {item.id: item for item in found}
        unread |= set(lost)
    return tuple(chosen[id] for id in sorted(chosen)), tuple(sorted(unread))
