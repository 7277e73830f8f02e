"""Real question families, said in the author's language, give what SymPy gave for the same families in Python."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizengine.maths.language import Workspace
from quizengine.maths.language.comparing import equal

FAMILIES = tomllib.loads((Path(__file__).parent / "families.toml").read_text(encoding="utf-8"))["family"]
DRAWS = [
    pytest.param(family, draw, id=f"{family['id']}-{number}")
    for family in FAMILIES
    for number, draw in enumerate(family["draw"])
]


@pytest.mark.parametrize(("family", "draw"), DRAWS)
def test_family(family: dict[str, Any], draw: dict[str, Any]) -> None:
    space = Workspace()
    for name, text in draw["parameters"].items():
        space = space.define(name, text)
    for name, text in family["let"]:
        space = space.define(name, text)
    for text in family["require"]:
        assert space.evaluate(text) is True, text
    expected = [draw["answer"], *draw["mistakes"]]
    for text, other in zip([family["answer"], *family["mistakes"]], expected, strict=True):
        assert equal(space.evaluate(text), Workspace().evaluate(other)), (text, other)


def test_the_hardest_families_are_among_them() -> None:
    names = {family["id"] for family in FAMILIES}
    hardest = {
        "rank-directions", "clip-by-norm", "softmax-ce-gradient", "batchnorm-backward", "least-squares-gradient",
        "depth-to-threshold", "lagrange-plane", "critical-cubic", "hessian-matrix", "momentum-two-steps", "lr-regime",
        "partial-chain", "partial-poly", "simulator-rollout",
    }  # fmt: skip
    assert hardest <= names
    assert len(names) >= 45
