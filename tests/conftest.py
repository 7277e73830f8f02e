"""Every run of the tests tries the same examples; `pytest --hypothesis-profile=searching` tries new ones."""

from __future__ import annotations

import pytest
from hypothesis import settings
from support.parses import Parse, watched

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", derandomize=False, deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[Parse]:
    """Every parse of a text during the test."""
    return watched(monkeypatch)
