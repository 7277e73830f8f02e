"""How the names that files share are written: of topics, items, skills and mistakes, of statements, and of banks.

An item of any bank is called topic/name. Where two banks have items of one name, bank:topic/name tells which is meant.
"""

from __future__ import annotations

import re

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
STATEMENT_ID = r"^[A-Z][A-Za-z0-9]*-[0-9]{1,4}$"
#: names of devices, which no file can have on Windows
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def full_id(bank: str, id: str) -> str:
    """Return bank:topic/name for an item topic/name; as it is where the bank has no name."""
    return f"{bank}:{id}" if bank else id


def plain_id(id: str) -> str:
    """Return topic/name of an id that may have its bank in front."""
    return id.rpartition(":")[2]


def topic_of(id: str) -> str:
    """Return the topic of an id, with or without its bank."""
    return plain_id(id).partition("/")[0]


def as_name(text: str) -> str:
    """Return `text` in small letters, digits and hyphens, "" if nothing is left: 'My Bank' becomes 'my-bank'."""
    return _NOT_IN_NAMES.sub("-", text.lower()).strip("-")
