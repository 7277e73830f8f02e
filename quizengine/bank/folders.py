"""Folders to a bank: each read by itself, then joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizengine.bank.bank import Bank
from quizengine.bank.files import MISTAKES, SKILLS, item_files, read_list, read_text
from quizengine.bank.format_number import looks_older, older, read_about
from quizengine.bank.joining import clashes, joined
from quizengine.item import Fault, Item
from quizengine.item.names import full_id
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
    banks: list[Bank] = []
    skills: dict[str, Skill] = {}
    for root in dict.fromkeys(map(whole_path, paths)):
        banks.append(_read_folder(root, skills))
        skills |= banks[-1].skills
    return joined(banks, tuple(clashes(banks)))


def whole_path(path: Path) -> Path:
    """Return the path from the root on, without links; of a link that leads round in a circle, the link itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def read_files(root: Path, files: Iterable[tuple[str, Path] | Fault], skills_before: Mapping[str, Skill]) -> Bank:
    """Return the bank at `root` with only `files` of it, as `item_files` yields them; they are asked for only if the
    bank is in the format of today.
    """
    about = read_about(root)
    if not about.readable:
        return Bank((), {}, {}, about.faults, called={about.name: root})
    files = tuple(files)
    faults = [*about.faults]
    if not files:
        faults.append(Fault(root, 0, "holds no items; put them into topic folders, such as slope/my-item.toml"))
    items: list[Item] = []
    unread: dict[str, tuple[Fault, ...]] = {}
    for found in files:
        if isinstance(found, Fault):
            faults.append(found)
        elif isinstance(item := _read_item(*found, about.name), Item):
            items.append(item)
        else:
            unread[full_id(about.name, found[0])] = item
            faults += item
    older_files = set(filter(_is_older, (item[0].path for item in unread.values())))
    if older_files:  # one line for all of them
        faults = [Fault(root, 0, older(root)), *(fault for fault in faults if fault.path not in older_files)]
    skills, of_skills = read_list(root / SKILLS, lambda source: read_skills(source, skills_before))
    mistakes, of_mistakes = read_list(root / MISTAKES, read_mistakes)
    faults += [*of_skills, *of_mistakes]
    called = {about.name: root}
    return Bank(tuple(items), skills, mistakes, tuple(faults), unread, (root,), about.title, called)


def _read_folder(root: Path, skills_before: Mapping[str, Skill]) -> Bank:
    """The bank of one folder; raises BankUnusable if it cannot be read."""
    return read_files(root, item_files(root), skills_before)


def _read_item(id: str, path: Path, bank: str) -> Item | tuple[Fault, ...]:
    """The item of a file, or why there is none."""
    text = read_text(path)
    if isinstance(text, Fault):
        return (text,)
    try:
        return Item.read(id, path, text, bank)
    except Unusable as refused:
        return tuple(Fault(path, line, message) for line, message in refused.findings)


def _is_older(path: Path) -> bool:
    """Whether a file that cannot be used has a key of an older format."""
    text = read_text(path)
    return isinstance(text, str) and looks_older(text)
