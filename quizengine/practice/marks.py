"""How many tries a part allows, and what share of the marks each earns; `Verdict.costs_try` tells what uses one up."""

from __future__ import annotations

SHARES = (1.0, 0.75)  # of the marks, by try
TRIES = len(SHARES)


def tries_of(guess_probability: float) -> int:
    """Return how many tries a part allows: one where a second could only be the other of two options."""
    return 1 if guess_probability >= 0.5 else TRIES


def share_of(tried: int) -> float:
    """Return the share of the marks that a right answer earns at try number `tried`, from 1."""
    return SHARES[min(tried, len(SHARES)) - 1]
