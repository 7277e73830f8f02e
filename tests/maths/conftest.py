"""Every test of the mathematics starts with empty caches, so that none rests on the work of another."""

from __future__ import annotations

import pytest
from support.caches import forget


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget whatever earlier tests made the mathematics remember."""
    forget("quizengine.maths")
