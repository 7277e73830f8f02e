"""Every run of the tests tries the same examples; `pytest --hypothesis-profile=searching` tries new ones."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from support.parses import Parse, watched

from quizengine.figures import kinds

NEW_KIND = Path(__file__).parent / "figures" / "new_kind"

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", derandomize=False, deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[Parse]:
    """Every parse of a text during the test."""
    return watched(monkeypatch)


@pytest.fixture
def polygons(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The kind `polygon` lies in the folder of kinds as long as a test lasts."""
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(NEW_KIND)])
    yield
    sys.modules.pop(f"{kinds.__name__}.polygon", None)
    vars(kinds).pop("polygon", None)
