"""Keys of an item that had another name in an older format: refused with the new one, rewritten by `bank upgrade`."""

from __future__ import annotations

from collections.abc import Mapping

#: The old name and the new one, of keys at the top of an item.
RENAMED: Mapping[str, str] = {"seeds": "covers"}
#: what rewrites the files of an older format, to end a message
UPGRADE = "`quizengine bank upgrade FOLDER`"


def renamed(name: str) -> str:
    """Return what to tell of the key `name` at the top of an item; "" if it never had another name."""
    new = RENAMED.get(name)
    return f"'{name}' is called '{new}' now; {UPGRADE} rewrites a whole bank" if new else ""
