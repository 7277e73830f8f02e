"""One item as a web page for its author: looked up, drawn and checked, with all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizengine.errors import BankUnusable, CannotDraw, CannotWrite, QuizError

if TYPE_CHECKING:
    from quizengine.bank import Bank, Fault
    from quizengine.draw import Question
    from quizengine.item import Item
    from quizengine.item.skills_and_mistakes import KnownMistake
    from quizengine.sheet import Preview

CHECKED = 5  # seeds: a page must not keep its author waiting
LISTS = ("skills.toml", "mistakes.toml", "topics.toml", "statements.toml", "bank.toml")  # what a page depends on, too
BEGINNING = 1000  # bytes in which a page says what it is


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be shown: `load` gives the bank as its files are now, `find` the item in it; `seeds` to draw."""

    load: Callable[[], Bank]
    find: Callable[[Bank], Item]
    seeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where the item is: its id and file; item: None where its heading cannot be read; faults: those of its file, of
    the lists of its bank, and names that they do not know.
    """

    id: str
    path: Path
    folders: tuple[Path, ...] = ()
    item: Item | None = None
    mistakes: Mapping[str, KnownMistake] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files on which the page depends."""
        return (self.path, *(folder / name for folder in self.folders for name in LISTS))


def look_up(order: Order) -> Found:
    """Return the item and what is wrong with its file; raises UnknownTopic, and BankUnusable for a bad folder."""
    bank = order.load()
    try:
        item = order.find(bank)
    except BankUnusable as error:
        unread = {faults[0].path: (id, faults) for id, faults in bank.unread.items()}
        if error.path not in unread:
            raise
        id, faults = unread[error.path]
        return Found(id, error.path, bank.folders, faults=faults)
    alone = replace(bank, items=(item,))  # without reading the others whole
    concerned = {item.path, *(folder / name for folder in bank.folders for name in LISTS)}
    faults = tuple(fault for fault in alone.faults if fault.path in concerned)
    return Found(item.id, item.path, bank.folders, item, bank.mistakes, faults)


def look_up_again(order: Order, before: Found) -> Found:
    """Return as `look_up`, of an item that was there before; what keeps it from being read now is its fault."""
    from quizengine.bank import Fault

    try:
        return look_up(order)
    except QuizError as error:
        gone = Fault(before.path, 0, "is not there; this page comes back when it is saved again")
        told = Fault(getattr(error, "path", before.path), 0, getattr(error, "why", str(error)))
        return replace(before, item=None, faults=(told if before.path.exists() else gone,))


def drawn_page(found: Found, seeds: tuple[int, ...], written: str) -> Preview:
    """Return what a page shows before the checker has looked at the item; written: the time of day."""
    from quizengine.sheet import Preview

    item = found.item
    sound = item is not None and not item.faults
    draws = {seed: _drawn(item, seed, found.mistakes) for seed in seeds if item is not None and sound}
    return Preview(found.id, found.path, item, draws, found.faults, written)


def checked_page(page: Preview, found: Found) -> Preview:
    """Return the page with what the checker says; `page` itself where the file has faults before any question."""
    from quizengine.check import check_item

    if page.item is None or page.item.faults:
        return page
    report = check_item(page.item, found.mistakes, CHECKED)
    faults = tuple(dict.fromkeys((*page.found, *report.faults)))
    return replace(page, found=faults, looks=report.advice, checked=CHECKED)


def _drawn(item: Item, seed: int, mistakes: Mapping[str, KnownMistake]) -> Question | CannotDraw:
    from quizengine.draw import draw_question

    try:
        return draw_question(item, seed, mistakes)
    except CannotDraw as failure:
        return failure


def usual_file(id: str) -> Path:
    """Return where the page of an item goes, whatever its bank: "gradient-polynomial.html" in the current folder."""
    from quizengine.item.names import plain_id

    return Path(re.sub(r"[^A-Za-z0-9_-]+", "-", plain_id(id)) + ".html")


def refuse_others(output: Path) -> None:
    """Raise CannotWrite if a file is there that no page was ever written to."""
    from quizengine.sheet import is_preview

    try:
        if output.is_dir():
            raise CannotWrite(output, "it is a folder, name a file in it")
        with output.open("rb") as file:
            if not is_preview(file.read(BEGINNING)):
                raise CannotWrite(output, "a file of that name is there, and is no such page")
    except FileNotFoundError:
        return
