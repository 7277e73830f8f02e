"""Every test of the mathematics starts with empty caches, so that none rests on the work of another."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget whatever earlier tests made the mathematics remember."""
    for name, module in list(sys.modules.items()):
        if name.startswith("quizengine.maths"):
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
