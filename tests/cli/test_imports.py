"""No file of the two top rooms needs one that needs it, not even later or for a type checker only."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "quizengine"


def needs(room: str) -> dict[str, set[str]]:
    """Each module of a room, with those of the room that it imports anywhere."""
    paths = {name_of(path): path for path in (PACKAGE / room).rglob("*.py")}
    graph: dict[str, set[str]] = {}
    for name, path in paths.items():
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        imported = (
            (f"{node.module}.{alias.name}", node.module or "")
            for node in nodes
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        )
        graph[name] = {whole if whole in paths else module for whole, module in imported} & set(paths)
    return graph


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize(("room", "least"), [("cli", 20), ("quiz", 8)])
def test_no_import_goes_round_in_a_circle_even_inside_functions(room: str, least: int) -> None:
    graph = needs(room)
    assert sum(map(bool, graph.values())) >= least / 2, "the imports were not found"
    assert len(graph) >= least
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other: {error.args[1]}")
