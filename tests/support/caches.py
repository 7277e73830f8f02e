"""Caches of the program, emptied."""

from __future__ import annotations

import sys


def forget(package: str) -> None:
    """Empty every cache of the modules of `package` that are loaded."""
    for name, module in list(sys.modules.items()):
        if name.startswith(package):
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
