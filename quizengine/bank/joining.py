"""Several banks as one, and what is told where two of them use one name.

An item keeps its id topic/name as long as no other bank has it. Where two have, each is called bank:topic/name, but for
the item that the program brings: journals and sheet codes go on to mean that one. Which bank was named first makes no
difference; only where the banks have one name, too, does the first hide the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizengine.bank.bank import Bank
from quizengine.item import Fault, Item

OURS = "quizengine"  # the name of the bank that the program brings


def joined(banks: Sequence[Bank], clashes: Sequence[Fault] = ()) -> Bank:
    """Return `banks` as one, with the faults `clashes`; entries of later lists take the place of earlier ones."""
    whole = Bank((), {}, {}, clashes=tuple(clashes))
    items: dict[str, Item] = {}
    for bank in banks:
        items = {item.full_id: item for item in bank.items} | items
        whole = replace(
            whole,
            skills={**whole.skills, **bank.skills},
            mistakes={**whole.mistakes, **bank.mistakes},
            early_faults=(*whole.early_faults, *bank.early_faults),
            unread={**bank.unread, **whole.unread},
            folders=(*whole.folders, *bank.folders),
            title=whole.title or bank.title,
            called={**bank.called, **whole.called},
            clashes=(*whole.clashes, *bank.clashes),
        )
    times = Counter(item.plain_id for item in items.values())
    named = (_named(item, times[item.plain_id] > 1) for item in items.values())
    return replace(whole, items=tuple(sorted(named, key=lambda item: item.id)))


def clashes(banks: Sequence[Bank]) -> Iterator[Fault]:
    """Yield a fault for each name that a bank or an item shares with one of an earlier bank."""
    called: dict[str, Path] = {}
    items: dict[str, Item] = {}
    for bank in banks:
        for name, root in bank.called.items():
            if name in called:
                cure = "give it another with name = '…' in its bank.toml"
                yield Fault(root, 0, f"another bank has the name '{name}' already ({called[name]}); {cure}")
            called.setdefault(name, root)
        for item in bank.items:
            other = items.setdefault(item.plain_id, item)
            if other is not item:
                yield Fault(item.path, 0, _told(item, other))


def _told(item: Item, other: Item) -> str:
    told = f"another bank has '{item.plain_id}' already ({other.path}); rename this file"
    return told if item.full_id == other.full_id else f"{told}, or ask for {other.full_id} or {item.full_id}"


def _named(item: Item, shared: bool) -> Item:
    id = item.full_id if shared and item.bank != OURS else item.plain_id
    return item if id == item.id else replace(item, id=id)
