"""What the program leaves with, besides 0 for done."""

from __future__ import annotations

FAILED, USAGE, PAUSED = 1, 2, 130
