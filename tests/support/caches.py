"""Caches of the program, emptied."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import Any


def forget(package: str) -> None:
    """Empty every cache of the modules of `package` that are loaded."""
    for name, module in list(sys.modules.items()):
        if name.startswith(package):
            for cache in _caches_of(module):
                cache.cache_clear()


@cache  # thousands of tests begin with this
def _caches_of(module: ModuleType) -> list[Any]:
    return [thing for thing in vars(module).values() if hasattr(thing, "cache_clear")]
