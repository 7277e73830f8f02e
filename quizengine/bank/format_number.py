"""bank.toml: in which format a bank is written, its title, and its name.

format = 2
title  = 'Gradients'
name   = 'gradients'       of the bank, where its folder's name will not do

A folder without it may hold items of the format of today: who begins with ten items needs no ceremony.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizengine.bank.files import ABOUT, is_there, read_text
from quizengine.item import Fault
from quizengine.item.faults import did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.names import KEBAB, as_name
from quizengine.item.renamed_keys import RENAMED
from quizengine.item.source import PART, Unusable, one_file, parse_toml

FORMAT = 2
LONGEST_TITLE, LONGEST_NAME = 120, 60  # characters
_KEYS = ("format", "title", "name")
_OLD_KEY = re.compile(rf"^[ \t]*(?:{'|'.join(RENAMED)})[ \t]*=", re.MULTILINE)
_SKILLS = re.compile(r"^[ \t]*skills[ \t]*=", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class About:
    """What a bank says of itself. `name` is that of its folder where it has no other; `title` is "" where it has none;
    `readable` is whether its items are in the format of today; faults: what is wrong with bank.toml.
    """

    name: str
    title: str = ""
    readable: bool = True
    faults: tuple[Fault, ...] = ()


def read_about(root: Path) -> About:
    """Return what the bank.toml in `root` says; all is as usual where there is none."""
    path = root / ABOUT
    name = as_name(root.name)[:LONGEST_NAME].strip("-") or "bank"
    if not is_there(path):
        return About(name)
    text = read_text(path)
    if isinstance(text, Fault):
        return About(name, faults=(text,))
    try:
        with one_file():
            data = parse_toml(text)
    except Unusable as unusable:
        return About(name, faults=tuple(Fault(path, line, message) for line, message in unusable.findings))
    lines = key_lines(text)
    number, title = data.get("format"), data.get("title", "")
    if trouble := _of_another_format(number, root):
        return About(name, readable=False, faults=(Fault(path, line_of(("format",), lines), trouble),))
    slips = _slips(data)
    name = data["name"] if "name" in data and "name" not in slips else name
    faults = tuple(Fault(path, line_of((key,), lines), message) for key, message in slips.items())
    return About(name, "" if "title" in slips else title.strip(), faults=faults)


def looks_older(text: str) -> bool:
    """Return whether the text of an item that cannot be used has a key of an older format, or skills where they stood
    in it.
    """
    top = _TABLE.split(text, maxsplit=1)[0]
    return _OLD_KEY.search(top) is not None or (_SKILLS.search(top) is not None and PART.search(text) is not None)


def older(root: Path) -> str:
    """Return what to do about a bank that is written in an older format."""
    return f"is written in an older format; `{upgrade_command(root)}` rewrites its files"


def upgrade_command(root: Path) -> str:
    """Return the command that rewrites the bank in `root`, to be typed as it is."""
    return f"quizengine bank upgrade {shlex.quote(str(root))}"


def _of_another_format(number: Any, root: Path) -> str:
    """What to do about a bank of another format; "" for one of today's, or one that says no number."""
    if type(number) is not int or number == FORMAT:
        return ""
    if number < FORMAT:
        return f"this bank {older(root)}"
    return f"this bank has format {number}, and this quizengine reads format {FORMAT}; install a newer quizengine"


def _slips(data: dict[str, Any]) -> dict[str, str]:
    """What is wrong with a bank.toml, by the key where it stands."""
    slips = {key: f"unknown key '{key}'{did_you_mean(key, _KEYS)}" for key in data if key not in _KEYS}
    if type(data.get("format")) is not int:
        slips["format"] = f"needs format = {FORMAT}, a number without quotes"
    title, name = data.get("title", "x"), data.get("name", "x")
    if not isinstance(title, str) or not title.strip():
        slips["title"] = "write title = '…'"
    elif len(title) > LONGEST_TITLE or not title.strip().isprintable():
        slips["title"] = f"a title is one line of at most {LONGEST_TITLE} characters"
    if not isinstance(name, str) or not KEBAB.match(name) or len(name) > LONGEST_NAME:
        slips["name"] = "write name = 'my-bank', in small letters, digits and hyphens"
    return slips
