"""A bank as a value: folders of items, read and searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizengine.bank.files import MISTAKES, SKILLS, STATEMENTS
from quizengine.errors import UnknownTopic
from quizengine.item import Fault, Item, unusable
from quizengine.item.faults import nearest
from quizengine.item.skills_and_mistakes import KnownMistake, Skill
from quizengine.seeded import fingerprint

if TYPE_CHECKING:
    from quizengine.bank.course import Course
    from quizengine.bank.statement_lists import StatementLists


@dataclass(frozen=True)
class Bank:
    """What was read. `early_faults` are those seen without reading whole items; `faults` are all.

    unread: what is wrong with the items whose heading cannot be read, by id; folders: those that were read;
    title: of the first of them that has one, else "".
    """

    items: tuple[Item, ...]
    skills: Mapping[str, Skill]
    mistakes: Mapping[str, KnownMistake]
    early_faults: tuple[Fault, ...] = ()
    unread: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    title: str = ""

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
        from quizengine.bank.statement_lists import faults_of_rules

        found = [*self.early_faults, *self.course.faults, *self.statements.faults, *faults_of_rules(self.folders)]
        for item in self.items:
            found += item.faults or _unknown_names(item, self)
        return tuple(sorted(set(found), key=lambda fault: (str(fault.path), fault.line, fault.message)))

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits that stand for the ids and texts of all items."""
        return fingerprint("".join(f"{item.id} {item.version}\n" for item in self.items))

    def item(self, id: str) -> Item:
        """Return the item called `id`; raises UnknownTopic, or BankUnusable for one whose heading cannot be read."""
        found = self._by_id.get(id)
        if found is not None:
            return found
        if id in self.unread:
            raise unusable(self.unread[id])
        raise UnknownTopic(id, nearest(id, {*self._by_id, *self.unread}), self.not_read)

    def faults_of(self, topics: Iterable[str]) -> tuple[Fault, ...]:
        """Return the faults of the items that `topics` name, and of the lists that all items share; without topics all.

        Raises UnknownTopic.
        """
        items, unread = named(self, topics)
        theirs = {item.path for item in items} | {self.unread[id][0].path for id in unread}
        others = {item.path for item in self.items} | {faults[0].path for faults in self.unread.values()}
        return tuple(fault for fault in self.faults if fault.path in theirs or fault.path not in others)

    @property
    def not_read(self) -> str:
        """The first fault of a file or folder that gave no names at all, "" if there is none."""
        named = {fault for faults in self.unread.values() for fault in faults}
        return next((str(fault) for fault in self.early_faults if fault not in named), "")

    def title_of(self, name: str) -> str:
        """Return the title of what `select` would find under `name`: of a topic, a skill or an item; else the name in
        words.
        """
        name = _plain(name)
        if any(item.topic == name for item in self.items):
            return self.course.topic(name).title
        known = self.skills.get(name) or self._by_id.get(name)
        if known:
            return known.title
        from quizengine.item.topics import Topic

        return Topic.of_folder(name.rpartition("/")[2]).title

    @property
    def names(self) -> set[str]:
        """Every name of items that `select` knows: ids, topics, and skills of some item."""
        return {name for item in self.items for name in (item.id, item.topic, *item.skills)}

    @cached_property
    def _by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}


def select(bank: Bank, topics: Iterable[str]) -> tuple[Item, ...]:
    """Return the items that any of `topics` names: an id, a topic folder, or a skill with all below it; no topics: all
    items.

    Raises UnknownTopic with the nearest names, and BankUnusable if none of the items named can be read.
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
    for topic in wanted:
        name = _plain(topic)
        skills = _with_children(name, bank.skills) if name else set()
        found = [item for item in bank.items if name in (item.id, item.topic) or skills & set(item.skills)]
        lost = [id for id in bank.unread if name in (id, id.partition("/")[0])]
        if not found and not lost:
            raise UnknownTopic(topic, nearest(name, bank.names | set(bank.unread)), bank.not_read)
        chosen |= {item.id: item for item in found}
        unread |= set(lost)
    return tuple(chosen[id] for id in sorted(chosen)), tuple(sorted(unread))


def _unknown_names(item: Item, bank: Bank) -> Iterator[Fault]:
    """Skills, statements and mistakes of a sound item that no list explains."""
    for place, statement in enumerate(item.covers):
        if statement not in bank.statements.known:
            message = _unknown("statement", statement, bank.statements.known, STATEMENTS)
            yield Fault(item.path, item.line("covers", place), message)
    for number, part in enumerate(item.parts):
        for skill in part.skills:
            if skill not in bank.skills:
                line = item.line("parts", number, "skills")
                yield Fault(item.path, line, _unknown("skill", skill, bank.skills, SKILLS))
        for position, mistake in enumerate(part.mistakes):
            if mistake.name not in bank.mistakes:
                line = item.line("parts", number, "mistakes", position, "name")
                yield Fault(item.path, line, _unknown("mistake", mistake.name, bank.mistakes, MISTAKES))


def _unknown(word: str, name: str, known: Iterable[str], file: str) -> str:
    near = nearest(name, known)
    cure = f"did you mean '{near[0]}'? A" if near else "a"
    return f"no {word} is called '{name}'; {cure} new one goes into {file} of your bank"


def _plain(name: str) -> str:
    """A name as typed, as files spell it."""
    return name.strip().strip("/").lower()


def _with_children(name: str, skills: Mapping[str, Skill]) -> set[str]:
    """The skill `name` and every skill below it; also just {name} if it is no skill."""
    family = {name}
    while more := {skill.name for skill in skills.values() if skill.parent in family} - family:
        family |= more
    return family
