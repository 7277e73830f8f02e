"""How far ratings may be off: the covariance of their errors, carried through every step that they take.

A rating moves by g·(score − expected). With the expected score changing by s for each logit, the errors e of the
ratings become (I − g·sᵀ)·e + g·noise, and their covariance follows: a Kalman filter's in Joseph's form, which holds for
any step g and not only for the best one (R. Bucy, P. Joseph, "Filtering for Stochastic Processes", 1968). So ratings
that follow a changing learner with steps that stay large are told to be less sure than a best estimate would be, and
what two skills that are always asked together can do apart stays open.
"""

from __future__ import annotations

import math
from collections.abc import Mapping


class Covariance:
    """The covariances of all ratings, in logits; one that was not seen yet has the standard deviation `prior`."""

    def __init__(self, prior: float) -> None:
        self.prior = prior
        self._of: dict[str, dict[str, float]] = {}

    def deviation(self, shares: Mapping[str, float]) -> float:
        """Return the standard deviation of a mean of ratings; `shares` says how much each counts."""
        rows = {name: self._of.get(name, {name: self.prior**2}) for name in shares}
        return math.sqrt(
            sum(shares[name] * share * rows[name].get(other, 0.0) for name in rows for other, share in shares.items())
        )

    def step(self, steps: Mapping[str, float], slope: float, noise: float) -> None:
        """The ratings took `steps` in proportion to one surprise.

        slope: how much the expected score changes with each of them; noise: the variance of the score itself.
        """
        for name in steps:
            self._know(name)
        seen = {name: slope * sum(row[other] for other in steps) for name, row in self._of.items()}
        total = slope * sum(seen[name] for name in steps) + noise
        for name, row in self._of.items():
            own = steps.get(name, 0.0)
            for other in row if name in steps else steps:
                theirs = steps.get(other, 0.0)
                row[other] += own * theirs * total - own * seen[other] - theirs * seen[name]

    def _know(self, name: str) -> None:
        if name not in self._of:
            for row in self._of.values():
                row[name] = 0.0
            self._of[name] = {**dict.fromkeys(self._of, 0.0), name: self.prior**2}
