"""A bank of three small items, written to a folder and loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from quizengine.bank import Bank, load

PARABOLA = """
title = 'Slope of a parabola'
skills = ['slope']
difficulty = 2
marks = 3
prompt = 'Find the derivative of $<< a >>x^2$ at $x = << b >>$.'
[parameters]
a = { integers = [2, 9] }
b = { integers = [1, 5] }
[answer]
number = '2*a*b'
"""
LINE = """
title = 'Slope of a line'
skills = ['slope', 'line']
difficulty = 1
prompt = 'Find the slope of $<< a >>x + 1$.'
[parameters]
a = { integers = [2, 4] }
[answer]
number = 'a'
"""
MEANING = """
title = 'What a gradient is'
skills = ['meaning']
difficulty = 3
prompt = 'What is a gradient?'
[answer]
choice = 'A vector'
[[mistakes]]
name = 'scalar'
choice = 'A number'
says = 'It has a direction too.'
[[mistakes]]
name = 'point'
choice = 'A point'
says = 'It belongs to a point.'
"""

MakeBank = Callable[[Mapping[str, str]], Bank]


@pytest.fixture
def files() -> dict[str, str]:
    return {"slope/parabola": PARABOLA, "slope/line": LINE, "concepts/meaning": MEANING}


@pytest.fixture
def make_bank(tmp_path: Path) -> MakeBank:
    def make(files: Mapping[str, str]) -> Bank:
        for id, text in files.items():
            path = tmp_path / "bank" / f"{id}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load([tmp_path / "bank"])

    return make


@pytest.fixture
def bank(make_bank: MakeBank, files: dict[str, str]) -> Bank:
    return make_bank(files)
