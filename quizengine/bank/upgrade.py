"""Files of an older format rewritten to that of today: only the lines that have to change, so comments and layout stay.

`upgraded` rewrites the text of one item and says what it did; `upgrade_folder` finds the files of a bank and does the
same for each, without writing; `write` puts one of them into its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizengine.bank.files import ABOUT, NOT_TOPICS, read_text
from quizengine.bank.format_number import FORMAT
from quizengine.bank.rewriting import CannotRewrite, moved_skills, renamed_keys
from quizengine.errors import BankUnusable
from quizengine.item import Fault
from quizengine.item.faults import Finding
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.source import Unusable, parse_toml

_MARK = "\ufeff"  # that some editors put before a text


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What is to be done to one file: `text` is what it will hold, `changes` says what differs, with the line before.

    left: why the file stays as it is; () if nothing hinders.
    """

    path: Path
    text: str
    changes: tuple[Finding, ...] = ()
    left: tuple[Fault, ...] = ()


def upgraded(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of an item in the format of today, and what was changed, with the lines of `text`; () if it is
    in that format already.

    Raises Unusable for what is no TOML, or cannot be rewritten line by line.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    lines = text.removeprefix(_MARK).split("\n")
    changes: list[Finding] = []
    for rewrite in (renamed_keys, moved_skills):  # the second moves lines, and told are those of the text before
        source = "\n".join(lines).replace("\r\n", "\n")
        try:
            lines, done, wanted = rewrite(lines, parse_toml(source), source)
        except CannotRewrite as refused:
            raise Unusable([(refused.line, refused.why)]) from None
        if parse_toml("\n".join(lines).replace("\r\n", "\n")) != wanted:
            raise Unusable(
                [(line_of(("skills",), key_lines(source)), "cannot be rewritten line by line; do it by hand")]
            )
        changes += done
    return mark + "\n".join(lines), tuple(sorted(changes))


def upgrade_folder(root: Path) -> Iterator[Upgrade]:
    """Yield what is to be done to each file of the bank in `root`: those that change, and those that have to be left.

    Drafts, whose names begin with _, are rewritten too. Raises BankUnusable if `root` is no folder of a bank, or is
    written in a newer format.
    """
    if not root.is_dir():
        raise BankUnusable(root, "is no folder; name the folder of a bank")
    about = _about(root)
    for path in sorted(root.glob("*/*.toml")):
        if not path.name.startswith(".") and path.parent.name not in NOT_TOPICS and not path.parent.is_symlink():
            yield from _of_item(path)
    yield from about


def write(upgrade: Upgrade) -> Fault | None:
    """Put the text of `upgrade` into its place, whole or not at all; return what hindered it, None if nothing did."""
    path = upgrade.path
    beside = path.with_name(f".{path.name}.upgrade")
    try:
        beside.write_bytes(upgrade.text.encode("utf-8"))
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        return Fault(path, 0, f"cannot be written ({error.strerror}); check its permissions")
    return None


def _of_item(path: Path) -> Iterator[Upgrade]:
    read = read_text(path)
    if isinstance(read, Fault):
        yield Upgrade(path, "", left=(read,))
        return
    text = path.read_bytes().decode("utf-8")
    try:
        after, changes = upgraded(text)
    except Unusable as unusable:
        yield Upgrade(path, text, left=tuple(Fault(path, line, message) for line, message in unusable.findings))
        return
    if changes:
        yield Upgrade(path, after, changes)


def _about(root: Path) -> tuple[Upgrade, ...]:
    """What is to be done to bank.toml; raises BankUnusable for a newer format."""
    path = root / ABOUT
    if not path.exists():
        words = root.resolve().name.replace("-", " ").replace("_", " ").replace("'", "")
        title = f"title  = '{words[:1].upper()}{words[1:]}'\n" if words.isprintable() and words.strip() else ""
        return (Upgrade(path, f"format = {FORMAT}\n{title}", ((1, f"is new, with format = {FORMAT}"),)),)
    read = read_text(path)
    if isinstance(read, Fault):
        return (Upgrade(path, "", left=(read,)),)
    text = path.read_bytes().decode("utf-8")
    try:
        data = parse_toml(read)
    except Unusable as unusable:
        return (Upgrade(path, text, left=tuple(Fault(path, line, message) for line, message in unusable.findings)),)
    number = data.get("format")
    if type(number) is int and number > FORMAT:
        raise BankUnusable(path, f"has format {number}, which is newer than {FORMAT}; install a newer quizengine")
    if number == FORMAT:
        return ()
    return (_with_number(path, text, line_of(("format",), key_lines(read)) if "format" in data else 0),)


def _with_number(path: Path, text: str, line: int) -> Upgrade:
    """bank.toml with the number of today: on its line, or before all others where there is none (line 0)."""
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    comment = lines[line - 1].rstrip("\r").partition("#") if line else ("", "", "")
    new = f"format = {FORMAT}{'  #' if comment[1] else ''}{comment[2]}{end}"
    lines[max(line - 1, 0) : line] = [new]
    return Upgrade(path, "\n".join(lines), ((line or 1, f"format = {FORMAT}"),))
