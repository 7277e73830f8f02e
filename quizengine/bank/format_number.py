"""bank.toml: in which format a bank is written, and its title.

format = 2
title  = 'Gradients'

A folder without it may hold items of the format of today: who begins with ten items needs no ceremony.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizengine.bank.files import ABOUT, read_text
from quizengine.item import Fault
from quizengine.item.faults import did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.renamed_keys import RENAMED
from quizengine.item.source import PART, Unusable, parse_toml

FORMAT = 2
_KEYS = ("format", "title")
_OLD_KEY = re.compile(rf"^[ \t]*(?:{'|'.join(RENAMED)})[ \t]*=", re.MULTILINE)
_SKILLS = re.compile(r"^[ \t]*skills[ \t]*=", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class About:
    """What a bank says of itself. `title` is "" where it has none; `readable` is whether its items are in the format
    of today; faults: what is wrong with bank.toml.
    """

    title: str = ""
    readable: bool = True
    faults: tuple[Fault, ...] = ()


def read_about(root: Path) -> About:
    """Return what the bank.toml in `root` says; all is as usual where there is none."""
    path = root / ABOUT
    if not path.exists():
        return About()
    text = read_text(path)
    if isinstance(text, Fault):
        return About(faults=(text,))
    try:
        data = parse_toml(text)
    except Unusable as unusable:
        return About(faults=tuple(Fault(path, line, message) for line, message in unusable.findings))
    lines = key_lines(text)
    number, title = data.get("format"), data.get("title", "")
    if trouble := _of_another_format(number, root):
        return About(readable=False, faults=(Fault(path, line_of(("format",), lines), trouble),))
    slips = tuple(Fault(path, line_of((key,), lines), message) for key, message in _slips(data).items())
    return About(title.strip() if isinstance(title, str) else "", faults=slips)


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
    slips = {name: f"unknown key '{name}'{did_you_mean(name, _KEYS)}" for name in data if name not in _KEYS}
    if type(data.get("format")) is not int:
        slips["format"] = f"needs format = {FORMAT}, a number without quotes"
    if not isinstance(data.get("title", "x"), str) or not data.get("title", "x").strip():
        slips["title"] = "write title = '…'"
    return slips
