"""What loads late loads what was asked for, and says plainly what is not there."""

from __future__ import annotations

import pytest

from quizengine.lazy import LazyTable, lazy_names

TABLE: LazyTable[object] = LazyTable("quizengine", lambda: ("seeded", "no-such-module"), lambda _: "fingerprint")


def test_a_table_has_its_names_without_loading_their_modules() -> None:
    assert list(TABLE) == ["seeded", "no-such-module"]
    assert len(TABLE) == 2
    assert "no-such-module" in TABLE
    assert "errors" not in TABLE


def test_a_table_gives_what_its_module_has() -> None:
    from quizengine.seeded import fingerprint

    assert TABLE["seeded"] is fingerprint
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        TABLE["no-such-module"]
    with pytest.raises(KeyError):
        TABLE["errors"]


def test_a_name_of_a_package_comes_from_its_home() -> None:
    from quizengine.errors import QuizError

    load = lazy_names("quizengine", {"QuizError": "errors"})
    assert load("QuizError") is QuizError
    with pytest.raises(AttributeError, match="module 'quizengine' has no attribute 'Quiz'"):
        load("Quiz")
