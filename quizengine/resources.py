"""Where the files that travel with the program lie."""

from __future__ import annotations

from pathlib import Path


def shipped(folder: str) -> Path:
    """Return the folder `folder` ("question_bank" or "templates") of a wheel, or else of the checkout this code runs
    from.
    """
    package = Path(__file__).resolve().parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder
