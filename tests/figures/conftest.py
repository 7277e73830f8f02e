"""What the tests of figures share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizengine.figures import kinds

NEW_KIND = Path(__file__).parent / "new_kind"


@pytest.fixture
def polygons(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The kind `polygon` lies in the folder of kinds as long as a test lasts."""
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(NEW_KIND)])
    yield
    sys.modules.pop(f"{kinds.__name__}.polygon", None)
    vars(kinds).pop("polygon", None)
