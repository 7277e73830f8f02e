"""Every test of the mathematics starts with empty caches, so that none rests on the work of another."""

from __future__ import annotations

import pytest

from quizengine.maths.same import compare, domain, key


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget the keys, points and places of earlier tests."""
    for cached in (key._prepared, domain.point, domain.far_points, compare.place):
        cached.cache_clear()
