"""Files and folders named by their paths, whether they lie in a bank that is used or not.

A file is an item of the bank two folders above it, whose lists are read and whose other items are not. One that lies in
no bank is read all the same, under the name of its folder; a draft, whose name begins with _, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from quizengine.bank.bank import Bank
from quizengine.bank.files import LISTS, OUTSIDE, is_there, topic_files, wrong_name
from quizengine.bank.folders import load, read_files, whole_path
from quizengine.bank.joining import joined
from quizengine.errors import BankUnusable
from quizengine.item import Fault
from quizengine.item.names import as_name, full_id


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at some paths: a `bank` that has it with all that was used before, and what `select` finds there under
    `names`. faults: why files gave no name.
    """

    bank: Bank
    names: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def with_files(bank: Bank, paths: Iterable[Path]) -> Found:
    """Return `bank` with what lies at `paths`: files of items, topic folders or whole banks.

    Raises BankUnusable for a path at which there is nothing, or nothing of the kind.
    """
    found = Found(bank)
    for path in map(whole_path, paths):
        more = _found(found.bank, path)
        found = Found(more.bank, (*found.names, *more.names), (*found.faults, *more.faults))
    return found


def _found(bank: Bank, path: Path) -> Found:
    if not is_there(path):
        raise BankUnusable(path, "there is no such file or folder; `quizengine bank list` shows the ids of items")
    known = tuple(_known(bank, path))
    if known:
        return Found(bank, known)
    if not path.is_dir():
        if path.suffix != ".toml":
            raise BankUnusable(path, "is no item; the name of an item's file ends in .toml")
        return _beside(bank, _root(path.parent), (_one_file(path),))
    if _is_bank(path):
        whole = load([*bank.folders, path])
        return Found(whole, tuple(f"{name}:" for name, root in whole.called.items() if root == path))
    files = tuple(_in_folder(path))
    if not files:
        raise BankUnusable(path, "holds no items; name the file of an item, a topic folder or a bank")
    return _beside(bank, _root(path), files)


def _in_folder(folder: Path) -> Iterator[tuple[str, Path] | Fault]:
    """The items of a folder; one that lies in no bank may have any name."""
    if _is_bank_by_lists(folder.parent) or not wrong_name(folder.name, "topic"):
        yield from topic_files(folder)
    else:
        yield from map(_one_file, sorted(path for path in folder.glob("*.toml") if path.name[0] not in "._"))


def _known(bank: Bank, path: Path) -> Iterator[str]:
    """The names of what lies at `path`, as far as it is in `bank`."""
    for name, root in bank.called.items():
        if root == path:
            yield f"{name}:"
    here = [(item.full_id, item.path) for item in bank.items]
    here += [(id, faults[0].path) for id, faults in bank.unread.items()]
    yield from (id for id, place in here if path in (place, place.parent))


def _beside(bank: Bank, root: Path, files: tuple[tuple[str, Path] | Fault, ...]) -> Found:
    """`bank` with these files of the bank at `root`, which is not used otherwise."""
    other = _under_another_name(read_files(root, files, bank.skills), bank)
    faults = tuple(fault for fault in other.early_faults if fault not in _of_unread(other))
    names = (*(item.full_id for item in other.items), *other.unread)
    return Found(joined([bank, other], ()), names, faults)


def _of_unread(bank: Bank) -> set[Fault]:
    return {fault for faults in bank.unread.values() for fault in faults}


def _under_another_name(other: Bank, bank: Bank) -> Bank:
    """`other` with a name that no bank in `bank` has: what is only looked at is no namesake."""
    (name,) = other.called
    free = next(one for number in count(1) if (one := name if number == 1 else f"{name}-{number}") not in bank.called)
    if free == name:
        return other
    return replace(
        other,
        items=tuple(replace(item, bank=free) for item in other.items),
        unread={full_id(free, id.partition(":")[2]): faults for id, faults in other.unread.items()},
        called={free: other.called[name]},
    )


def _one_file(path: Path) -> tuple[str, Path] | Fault:
    """The id of a file and its path; a Fault for one that can be no item."""
    if _is_bank_by_lists(path.parent):
        return Fault(path, 0, OUTSIDE)
    name, topic = path.stem.removeprefix("_"), path.parent.name
    slip = wrong_name(name, "item") or (wrong_name(topic, "topic") if _is_bank_by_lists(path.parent.parent) else "")
    return Fault(path, 0, slip) if slip else (f"{as_name(topic) or 'topic'}/{name}", path)


def _root(folder: Path) -> Path:
    """The bank to which a folder with items belongs."""
    return folder if _is_bank_by_lists(folder) else folder.parent


def _is_bank_by_lists(folder: Path) -> bool:
    return any(is_there(folder / name) for name in LISTS)


def _is_bank(folder: Path) -> bool:
    """Whether a folder is a bank: it has lists, or folders with items and no items of its own."""
    return _is_bank_by_lists(folder) or not (any(folder.glob("*.toml")) or not any(folder.glob("*/*.toml")))
