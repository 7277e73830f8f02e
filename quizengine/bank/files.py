"""Finding and reading the files of a bank folder; each file that cannot be read is a fault, none stops the others."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from quizengine.errors import BankUnusable
from quizengine.item import Fault
from quizengine.item.faults import Finding
from quizengine.item.names import DEVICE, KEBAB
from quizengine.item.source import Unusable, one_file

MAX_BYTES = 200_000
SKILLS, MISTAKES, TOPICS, STATEMENTS = "skills.toml", "mistakes.toml", "topics.toml", "statements.toml"
ABOUT = "bank.toml"  # the format of the bank, and its title
LISTS = (SKILLS, MISTAKES, TOPICS, STATEMENTS, ABOUT)  # files of a bank that are no items
_OTHER_FORMATS = (".yaml", ".yml", ".json")
NOT_TOPICS = ("papers",)  # folders of a bank that hold something else
OUTSIDE = "lies outside a topic; move it into a folder such as gradient/"

L = TypeVar("L")


def item_files(root: Path) -> Iterator[tuple[str, Path] | Fault]:
    """Yield (id, path) of every item file below `root`, in order, or a Fault for what lies in the wrong place.

    Raises BankUnusable if `root` is no folder or cannot be read.
    """
    for entry in _entries(root):
        try:
            yield from _at_top(entry)
        except OSError as error:
            yield _locked(entry, error)


def _at_top(entry: Path) -> Iterator[tuple[str, Path] | Fault]:
    if entry.is_symlink() and entry.suffix == ".toml":
        yield Fault(entry, 0, "is a link; put the file itself into the bank")
    elif entry.is_symlink():
        yield Fault(entry, 0, "is a link; put the folder itself into the bank, or name it with --bank")
    elif entry.is_dir() and entry.name not in NOT_TOPICS:
        yield from topic_files(entry)
    elif entry.suffix == ".toml" and entry.name not in LISTS:
        yield Fault(entry, 0, OUTSIDE)


def read_text(path: Path) -> str | Fault:
    """Return the text of a file, or why there is none."""
    try:
        about = path.lstat()  # asked once: a bank has hundreds of files
        if stat.S_ISDIR(about.st_mode):
            return Fault(path, 0, "is a folder; an item is a file")
        if not stat.S_ISREG(about.st_mode):
            return Fault(path, 0, "is no ordinary file; put the file itself into the bank")
        if about.st_size > MAX_BYTES:
            return Fault(path, 0, f"is larger than {MAX_BYTES:,} bytes; an item is one question, split it")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:  # it grew, or has no size of its own, as a device has none
            return Fault(path, 0, f"is larger than {MAX_BYTES:,} bytes; an item is one question, split it")
    except OSError as error:
        return _locked(path, error)
    try:
        # editors on Windows put a mark in front and end lines in their own way; neither is the author's doing
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault(path, line, "is not UTF-8; save it again with the encoding UTF-8")


def is_there(path: Path) -> bool:
    """Return whether there is something at `path`, be it a link that leads nowhere or what may not be looked at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def read_list(
    path: Path, read: Callable[[str], tuple[Mapping[str, L], tuple[Finding, ...]]]
) -> tuple[Mapping[str, L], tuple[Fault, ...]]:
    """Return the entries of a list that items share, such as skills.toml, and its faults; a bank may do without any of
    them, so a missing file has none.
    """
    if not is_there(path):
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


def read_lists(
    paths: Iterable[Path], read: Callable[[str], tuple[Mapping[str, L], tuple[Finding, ...]]]
) -> tuple[Mapping[str, L], tuple[Fault, ...]]:
    """Return the entries of several lists of one kind in their order, and all faults; an entry that a later list tells
    again takes the place of the earlier one.
    """
    entries: dict[str, L] = {}
    faults: list[Fault] = []
    for path in paths:
        found, of_file = read_list(path, read)
        entries |= found
        faults += of_file
    return entries, tuple(faults)


def topic_files(folder: Path) -> Iterator[tuple[str, Path] | Fault]:
    """Yield (id, path) of every item file in the topic `folder`, in order, or a Fault for what cannot be an item."""
    try:
        entries = _entries(folder)
    except BankUnusable as error:
        yield Fault(folder, 0, error.why)
        return
    slip = wrong_name(folder.name, "topic") if any(entry.suffix == ".toml" for entry in entries) else ""
    if slip:
        yield Fault(folder, 0, slip)
        return
    for entry in entries:
        if entry.suffix != ".toml":
            yield from _overlooked(entry)
        elif slip := wrong_name(entry.stem, "item"):
            yield Fault(entry, 0, slip)
        else:
            yield f"{folder.name}/{entry.stem}", entry


def wrong_name(name: str, of: str) -> str:
    """Return what is wrong with the name of a topic or an item, "" if nothing is."""
    if DEVICE.match(name):
        return f"'{name}' is a name that Windows keeps for itself; take another"
    return "" if KEBAB.match(name) else f"'{name}' is no {of} name; use small letters, digits and hyphens"


def _overlooked(entry: Path) -> Iterator[Fault]:
    """A fault for what an author may take for an item, though it is read by nobody."""
    try:
        folder = entry.is_dir() and not entry.is_symlink()
        below = _entries(entry) if folder else []
    except (OSError, BankUnusable):
        return  # what cannot be looked into holds no item that was ever read
    if folder:
        if any(path.suffix == ".toml" for path in below):
            yield Fault(entry, 0, f"lies too deep; move its files up into {entry.parent.name}/")
    elif ".toml" in entry.name.lower() or entry.suffix.lower() in _OTHER_FORMATS:
        yield Fault(entry, 0, "is not read; the name of an item's file ends in .toml")


def _locked(path: Path, error: OSError) -> Fault:
    return Fault(path, 0, f"cannot be read ({error.strerror}); check its permissions")


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name, without hidden files."""
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith((".", "_")))
    except FileNotFoundError:
        raise BankUnusable(folder, "there is no such folder; name a bank folder with --bank") from None
    except NotADirectoryError:
        raise BankUnusable(folder, "is no folder; a bank is a folder of topic folders") from None
    except OSError as error:
        raise BankUnusable(folder, f"cannot be read ({error.strerror}); check its permissions") from None
    return [folder / name for name in names]
