"""A bank as a value: folders of items, read and searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from pathlib import Path
from typing import TypeVar

from quizengine.bank.files import MISTAKES, SKILLS, item_files, read_text
from quizengine.errors import UnknownTopic
from quizengine.item import Fault, Item, unusable
from quizengine.item.faults import Finding, nearest
from quizengine.item.skills_and_mistakes import KnownMistake, Skill, read_mistakes, read_skills
from quizengine.item.source import Unusable, one_file
from quizengine.resources import shipped
from quizengine.seeded import fingerprint

L = TypeVar("L", Skill, KnownMistake)


@dataclass(frozen=True)
class Bank:
    """What was read. `early_faults` are those seen without reading whole items; `faults` are all.

    unread: what is wrong with the items whose heading cannot be read, by id.
    """

    items: tuple[Item, ...]
    skills: Mapping[str, Skill]
    mistakes: Mapping[str, KnownMistake]
    early_faults: tuple[Fault, ...] = ()
    unread: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault of the bank, by file and line."""
        found = [*self.early_faults]
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
        raise UnknownTopic(id, nearest(id, {*self._by_id, *self.unread}))

    def faults_of(self, topics: Iterable[str]) -> tuple[Fault, ...]:
        """Return the faults of the items that `topics` name, and of the lists that all items share; without topics all.

        Raises UnknownTopic.
        """
        items, unread = named(self, topics)
        theirs = {item.path for item in items} | {self.unread[id][0].path for id in unread}
        others = {item.path for item in self.items} | {faults[0].path for faults in self.unread.values()}
        return tuple(fault for fault in self.faults if fault.path in theirs or fault.path not in others)

    @property
    def names(self) -> set[str]:
        """Every name of items that `select` knows: ids, topics, and skills of some item."""
        return {name for item in self.items for name in (item.id, item.topic, *item.skills)}

    @cached_property
    def _by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}


def load_bank(*folders: str | Path) -> Bank:
    """Return the bank that the program brings, and those in `folders`, as one.

    A faulty file does not stop it: `bank.faults` tells what is wrong. Raises BankUnusable if a folder cannot be read.
    """
    return load([shipped("question_bank"), *map(Path, folders)])


def load(paths: Iterable[Path]) -> Bank:
    """Return the banks at `paths` as one, in their order; raises BankUnusable only if a folder cannot be read."""
    roots = dict.fromkeys(path.resolve() for path in paths)
    return reduce(_joined, map(_read_folder, roots), Bank((), {}, {}))


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
        name = topic.strip().strip("/").lower()
        skills = _with_children(name, bank.skills) if name else set()
        found = [item for item in bank.items if name in (item.id, item.topic) or skills & set(item.skills)]
        lost = [id for id in bank.unread if name in (id, id.partition("/")[0])]
        if not found and not lost:
            raise UnknownTopic(topic, nearest(name, bank.names | set(bank.unread)))
        chosen |= {item.id: item for item in found}
        unread |= set(lost)
    return tuple(chosen[id] for id in sorted(chosen)), tuple(sorted(unread))


def _joined(first: Bank, second: Bank) -> Bank:
    """Two banks as one; an item of the first hides one of the same id in the second, which is a fault."""
    items = {item.id: item for item in first.items}
    doubled = [
        Fault(item.path, 0, f"another bank has '{item.id}' already ({items[item.id].path}); rename this file")
        for item in second.items
        if item.id in items
    ]
    items = {item.id: item for item in second.items} | items
    return Bank(
        tuple(items[id] for id in sorted(items)),
        {**first.skills, **second.skills},
        {**first.mistakes, **second.mistakes},
        (*first.early_faults, *second.early_faults, *doubled),
        {**first.unread, **second.unread},
    )


def _read_folder(root: Path) -> Bank:
    """The bank of one folder; raises BankUnusable if it cannot be read."""
    files = tuple(item_files(root))
    faults: list[Fault] = []
    if not files:
        faults.append(Fault(root, 0, "holds no items; put them into topic folders, such as slope/my-item.toml"))
    items: list[Item] = []
    unread: dict[str, tuple[Fault, ...]] = {}
    for found in files:
        if isinstance(found, Fault):
            faults.append(found)
        elif isinstance(item := _read_item(*found), Item):
            items.append(item)
        else:
            unread[found[0]] = item
            faults += item
    skills, of_skills = _read_list(root / SKILLS, read_skills)
    mistakes, of_mistakes = _read_list(root / MISTAKES, read_mistakes)
    return Bank(tuple(items), skills, mistakes, (*faults, *of_skills, *of_mistakes), unread)


def _read_item(id: str, path: Path) -> Item | tuple[Fault, ...]:
    """The item of a file, or why there is none."""
    text = read_text(path)
    if isinstance(text, Fault):
        return (text,)
    try:
        return Item.read(id, path, text)
    except Unusable as refused:
        return tuple(Fault(path, line, message) for line, message in refused.findings)


def _read_list(
    path: Path, read: Callable[[str], tuple[Mapping[str, L], tuple[Finding, ...]]]
) -> tuple[Mapping[str, L], tuple[Fault, ...]]:
    """The entries of skills.toml or mistakes.toml, and its faults; a bank may do without, so a missing file is none."""
    if not path.exists() and not path.is_symlink():
        return {}, ()
    text = read_text(path)
    if isinstance(text, Fault):
        return {}, (text,)
    try:
        with one_file():
            entries, findings = read(text)
    except Unusable as refused:
        entries, findings = {}, refused.findings
    return entries, tuple(Fault(path, line, message) for line, message in findings)


def _unknown_names(item: Item, bank: Bank) -> Iterator[Fault]:
    """Skills and mistakes of a sound item that no list explains."""
    for skill in item.skills:
        if skill not in bank.skills:
            yield Fault(item.path, item.line("skills"), _unknown("skill", skill, bank.skills, SKILLS))
    for number, part in enumerate(item.parts):
        for position, mistake in enumerate(part.mistakes):
            if mistake.name not in bank.mistakes:
                line = item.line("parts", number, "mistakes", position, "name")
                yield Fault(item.path, line, _unknown("mistake", mistake.name, bank.mistakes, MISTAKES))


def _unknown(word: str, name: str, known: Iterable[str], file: str) -> str:
    near = nearest(name, known)
    cure = f"did you mean '{near[0]}'? A" if near else "a"
    return f"no {word} is called '{name}'; {cure} new one goes into {file} of your bank"


def _with_children(name: str, skills: Mapping[str, Skill]) -> set[str]:
    """The skill `name` and every skill below it; also just {name} if it is no skill."""
    family = {name}
    while more := {skill.name for skill in skills.values() if skill.parent in family} - family:
        family |= more
    return family
