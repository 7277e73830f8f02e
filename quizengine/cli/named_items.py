"""What is typed where items are named: ids, topics, skills, and paths of files and folders.

A name of the bank comes first; what is no name, and begins or ends as paths do or lies there, is a path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizengine.bank import Bank, Fault
    from quizengine.item import Item

#: An argument for which names of files are completed; whether it is a path is found out by `items_named`.
NAME_OR_PATH = click.Path(readable=False)


@dataclass(frozen=True, slots=True)
class NamedItems:
    """Items that were named, with the bank that has them and all that they need.

    unread: the ids of those that cannot be read; faults: those of the files, and of the lists that all items share.
    """

    bank: Bank
    items: tuple[Item, ...]
    unread: tuple[str, ...]
    faults: tuple[Fault, ...]


def items_named(bank: Bank, typed: Iterable[str]) -> NamedItems:
    """Return what each of `typed` names; all items of `bank` where nothing is typed.

    Raises UnknownTopic, and BankUnusable for a path at which there are no items.
    """
    from quizengine.bank import named, with_files

    typed = tuple(typed)
    found = with_files(bank, (Path(name) for name in typed if _is_path(bank, name)))
    names = (*(name for name in typed if not _is_path(bank, name)), *found.names)
    items, unread = named(found.bank, names) if names or not typed else ((), ())
    return NamedItems(found.bank, items, unread, found.bank.faults_with(items, unread))


def items_there(bank: Bank, typed: Iterable[str]) -> Bank:
    """Return `bank` with what lies at those of `typed` that are paths. Raises BankUnusable where there are no items."""
    from quizengine.bank import with_files

    return with_files(bank, (Path(name) for name in typed if _is_path(bank, name))).bank


def item_named(bank: Bank, typed: str) -> Item:
    """Return the one item whose id or file was typed.

    Raises UnknownTopic, BankUnusable, and UsageError for a folder of several items.
    """
    from quizengine.bank import named, with_files
    from quizengine.item import unusable

    if not _is_path(bank, typed):
        items, _ = named(bank, [typed])  # which tells a plain id of several banks
        return items[0] if len(items) == 1 and typed in (items[0].plain_id, items[0].full_id) else bank.item(typed)
    found = with_files(bank, [Path(typed)])
    items, unread = named(found.bank, found.names) if found.names else ((), ())
    if len(items) + len(unread) > 1:
        raise click.UsageError(f"{typed} holds {len(items) + len(unread)} items; name the file of one")
    if items:
        return items[0]
    raise unusable(found.bank.unread[unread[0]] if unread else found.faults)


def _is_path(bank: Bank, typed: str) -> bool:
    from quizengine.bank import named
    from quizengine.errors import AmbiguousName, UnknownTopic

    path = Path(typed)
    if path.suffix.lower() == ".toml" or path.is_absolute() or typed.startswith((".", "~")) or "\\" in typed:
        return True
    try:
        named(bank, [typed])
    except AmbiguousName:
        return False
    except UnknownTopic:
        return bool(typed.strip()) and path.exists()
    return False
