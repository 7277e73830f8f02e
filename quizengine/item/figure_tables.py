"""Figures that are written as `like` another: with all that the other has, and with what they have of their own."""

from __future__ import annotations

from typing import Any

LIKE, STEM = "like", "figure"  # the key; what names the figure below the prompt
_TABLES = ("points", "arrows", "paths", "values", "weights", "rates", "gradients")  # both have entries in


def completed_figures(data: dict[str, Any]) -> dict[str, Any]:
    """Return the tables of a file, in which each entry of [figures] has the keys of the figure that it is like.

    Entries of points, arrows and the like are put beside each other; an empty table takes those of the other out. One
    that is like no figure above it stays as it is, for its key to be told.
    """
    done: dict[str, Any] = {STEM: data.get(STEM)}
    for name, written in data["figures"].items():
        base = done.get(str(written.get(LIKE))) if isinstance(written, dict) else None
        done[name] = _like(base, written) if isinstance(base, dict) else written
    return {**data, "figures": {name: done[name] for name in data["figures"]}}


def _like(base: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    own = {key: value for key, value in written.items() if key != LIKE}
    both = {key for key in _TABLES if isinstance(base.get(key), dict) and isinstance(own.get(key), dict) and own[key]}
    taken = {key: value for key, value in base.items() if key not in ("says", "adds", LIKE)}
    return {**taken, **own, **{key: {**base[key], **own[key]} for key in both}}
