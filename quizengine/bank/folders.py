"""Folders to a bank: each read by itself, then joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizengine.bank.bank import Bank
from quizengine.bank.files import MISTAKES, SKILLS, item_files, read_list, read_text
from quizengine.bank.format_number import looks_older, older, read_about
from quizengine.item import Fault, Item
from quizengine.item.skills_and_mistakes import Skill, read_mistakes, read_skills
from quizengine.item.source import Unusable
from quizengine.resources import shipped


def load_bank(*folders: str | Path) -> Bank:
    """Return the bank that the program brings, and those in `folders`, as one.

    A faulty file does not stop it: `bank.faults` tells what is wrong. Raises BankUnusable if a folder cannot be read.
    """
    return load([shipped("question_bank"), *map(Path, folders)])


def load(paths: Iterable[Path]) -> Bank:
    """Return the banks at `paths` as one, in their order; raises BankUnusable only if a folder cannot be read."""
    bank = Bank((), {}, {})
    for root in dict.fromkeys(path.resolve() for path in paths):
        bank = _joined(bank, _read_folder(root, bank.skills))
    return bank


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
        (*first.folders, *second.folders),
        first.title or second.title,
    )


def _read_folder(root: Path, skills_before: Mapping[str, Skill]) -> Bank:
    """The bank of one folder; raises BankUnusable if it cannot be read."""
    about = read_about(root)
    if not about.readable:
        return Bank((), {}, {}, about.faults)
    files = tuple(item_files(root))
    faults = [*about.faults]
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
    older_files = set(filter(_is_older, (item[0].path for item in unread.values())))
    if older_files:  # one line for all of them
        faults = [Fault(root, 0, older(root)), *(fault for fault in faults if fault.path not in older_files)]
    skills, of_skills = read_list(root / SKILLS, lambda source: read_skills(source, skills_before))
    mistakes, of_mistakes = read_list(root / MISTAKES, read_mistakes)
    return Bank(tuple(items), skills, mistakes, (*faults, *of_skills, *of_mistakes), unread, (root,), about.title)


def _read_item(id: str, path: Path) -> Item | tuple[Fault, ...]:
    """The item of a file, or why there is none."""
    text = read_text(path)
    if isinstance(text, Fault):
        return (text,)
    try:
        return Item.read(id, path, text)
    except Unusable as refused:
        return tuple(Fault(path, line, message) for line, message in refused.findings)


def _is_older(path: Path) -> bool:
    """Whether a file that cannot be used has a key of an older format."""
    text = read_text(path)
    return isinstance(text, str) and looks_older(text)
