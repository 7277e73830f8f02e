"""Every hostile file is refused or used, in little time and memory; no code runs, nothing hidden comes out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = Path(__file__).with_name("probe.py")


def faults() -> list[tuple[str, str, list[str]]]:
    done = subprocess.run([sys.executable, PROBE], capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows, done.stderr
    return [(row["family"], row["name"], row["faults"]) for row in rows if row["faults"]]


@pytest.mark.slow
def test_all_hostile_files() -> None:
    assert not faults()
