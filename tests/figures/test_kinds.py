"""What holds for every kind of figure."""

from __future__ import annotations

import pytest

from quizengine.figures import KINDS


@pytest.mark.parametrize("name", KINDS)
def test_one_key_names_it(name: str) -> None:
    fields = KINDS[name].model_fields.keys()
    assert name in fields
    assert KINDS[name].kind == name
    assert not (KINDS.keys() - {name}) & fields, "a table with such an option would name two kinds"
