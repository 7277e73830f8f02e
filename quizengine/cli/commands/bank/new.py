"""quizengine bank new: the file of a new item."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.options import Config, bank_option
from quizengine.errors import BankUnusable

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.bank.new_item import NewItem

_ITEM = re.compile(r"^prompt[ \t]*=", re.MULTILINE)
_NAMING = "small letters, digits and hyphens"


@click.command()
@click.argument("id", metavar="TOPIC/NAME")
@click.option("--like", metavar="ID", help="Begin with the text of this item.")
@bank_option
@click.pass_obj
def new(config: Config, id: str, like: str | None, bank: tuple[Path, ...]) -> None:
    """Write the file of a new item into your bank: one that can be checked at once, to write over.

    Your bank is the folder of --bank or QUIZENGINE_BANK, of several the first; without them this folder, if it is one.

    \b
    Example:
      quizengine bank new gradient/my-item --bank my-bank
      quizengine bank new gradient/my-item --like gradient/polynomial --bank my-bank
    """
    from quizengine.bank.new_item import copied, skeleton

    topic, name = _names(id)
    config = config.with_paths(None, bank)
    folder = _folder(config)
    loaded = _loaded(config, folder)
    config = config if _named(config) else replace(config, extra=(folder,))
    if same := [item for item in loaded.items if item.plain_id == id]:
        raise BankUnusable(same[0].path, f"is '{id}' already; choose another name")
    text = skeleton(name) if like is None else copied(_sound(loaded, like))
    path = folder / topic / f"{name}.toml"
    _write(path, text, folder)
    config.terminal.print(str(path))
    if text.left_out:
        config.terminal.say(f"left out of the copy: {' and '.join(text.left_out)}")
    config.terminal.say(f"Next: {config.again(f'bank check {id}')}")
    config.terminal.say(f"      {config.again(f'bank show {id}')}")


def _names(id: str) -> tuple[str, str]:
    """The topic and the name that were typed; raises UsageError where an item cannot be called so."""
    from quizengine.bank.files import NOT_TOPICS
    from quizengine.item.names import KEBAB

    topic, slash, name = id.partition("/")
    if not slash or not KEBAB.match(topic) or not KEBAB.match(name):
        raise click.UsageError(f"'{id[:60]}' is no name for an item; write topic/name in {_NAMING}: gradient/my-item")
    if topic in NOT_TOPICS:
        raise click.UsageError(f"'{topic}' is no topic, that folder holds something else; choose another topic")
    return topic, name


def _folder(config: Config) -> Path:
    """The bank to write into; raises UsageError where none is named, BankUnusable for that of the installed program and
    for one that cannot be made.
    """
    import quizengine

    named = _named(config)
    folder = named or Path()
    if named is None and not _is_bank(folder):
        raise click.UsageError(
            "which bank shall have the item? Name its folder with --bank, such as --bank my-bank; it may be a new one"
        )
    if Path(quizengine.__file__).resolve().parent in (folder.resolve(), *folder.resolve().parents):
        raise BankUnusable(folder, "belongs to the program; write into a bank of your own, --bank my-bank")
    if not folder.exists() and not folder.absolute().parent.is_dir():
        raise BankUnusable(folder, f"there is no folder {folder.parent} to put a new bank into; make that first")
    return folder


def _named(config: Config) -> Path | None:
    """The bank that was typed, or that the environment names: of several the first."""
    return next(iter(config.named_banks), None)


def _is_bank(folder: Path) -> bool:
    """Whether a folder that nobody named is a bank: it says so, or holds an item in a topic folder."""
    from quizengine.bank.files import ABOUT, read_text
    from quizengine.item.names import KEBAB

    if (folder / ABOUT).is_file():
        return True
    files = (path for path in folder.glob("*/*.toml") if KEBAB.match(path.parent.name) and KEBAB.match(path.stem))
    return any(_ITEM.search(text) for path in files if isinstance(text := read_text(path), str))


def _loaded(config: Config, folder: Path) -> Bank:
    """What is there already, the items of `folder` too; a new bank holds none."""
    from quizengine.bank import load_bank

    there = (known for known in (folder, *config.named_banks) if known.exists())
    return load_bank(*there)


def _sound(bank: Bank, like: str) -> str:
    """The text of the item to be copied; raises BankUnusable for one with faults."""
    from quizengine.item import unusable

    item = bank.item(like)
    if item.faults:
        raise unusable(item.faults)
    return item.source


def _write(path: Path, new: NewItem, folder: Path) -> None:
    """Write the file, which must not be there yet; its first line points at the schema that lies in the bank."""
    from quizengine.item.schema.file_name import FILE

    pointer = f"#:schema ../{FILE}\n" if (folder / FILE).is_file() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(pointer + new.text)
    except FileExistsError:
        raise BankUnusable(path, "is there already, and is left as it is; choose another name") from None
