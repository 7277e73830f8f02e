"""The values of [parameters] for one attempt at drawing a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.draw.failures import at
from quizengine.maths.language import Workspace
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.item.parameters.base import Parameter


def draw_parameters(parameters: Mapping[str, Parameter], chance: Chance) -> Workspace:
    """Return a workspace with a value for each parameter; raise ItemError for one that has none."""
    workspace = Workspace()
    for name, parameter in parameters.items():
        with at("parameters", name):
            workspace = workspace.bind(name, parameter.draw(chance.below("parameter", name)))
    return workspace
