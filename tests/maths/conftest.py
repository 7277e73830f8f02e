"""Every test of the mathematics starts with empty caches, so that none rests on the work of another."""

from __future__ import annotations

import pytest

from quizengine.maths.same import domain, key


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget the keys, points and places of earlier tests."""
    for cached in (key._prepared, key.grid, domain.points, domain.far_points):
        cached.cache_clear()
