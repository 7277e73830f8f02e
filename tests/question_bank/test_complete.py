"""The bank is complete: skills, levels, statements of the source texts, and the misconceptions that are known."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from quizengine.bank import load_bank
from quizengine.bank.statistics import statistics

BANK = load_bank()
#: Wrong ideas about gradients that are told of in research, by teachers or in forums, with the names of the mistakes
#: that show them.
TABLE = Path(__file__).with_name("misconceptions.tsv")
MISCONCEPTIONS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
#: Policies, simulations and symptoms are still thin; attention has no easy item.
WAITING_SKILLS = {"policy-gradient", "estimator", "simulation", "attention-and-normalisation"}
WAITING_MISTAKES = {
    "baseline-biases",
    "descent-on-return",
    "dynamics-needed",
    "gradients-not-accumulated",
    "log-forgotten",
    "past-rewards-count",
    "policy-differentiates-reward",
    "rising-loss-one-cause",
    "steepest-means-fastest",
}


def items_that_offer() -> dict[str, set[str]]:
    """The items that offer each mistake."""
    offering: dict[str, set[str]] = defaultdict(set)
    for item in BANK.items:
        for part in item.parts:
            for mistake in part.mistakes:
                offering[mistake.name].add(item.id)
    return offering


OFFERING = items_that_offer()


@pytest.mark.parametrize("row", MISCONCEPTIONS, ids=[row["misconception"][:60] for row in MISCONCEPTIONS])
def test_a_misconception_is_offered_by_two_items(row: dict[str, str]) -> None:
    names = row["mistakes"].split(", ")
    if WAITING_MISTAKES & set(names):
        pytest.skip("waits for more items on policies, valleys and symptoms")
    assert set(names) <= set(BANK.mistakes)
    assert len(set().union(*(OFFERING[name] for name in names))) >= 2


def test_nearly_all_statements_are_covered() -> None:
    times = {id: len(items) for id, items in BANK.statements.covered(BANK.items).items()}
    assert len(times) == 140
    assert sum(map(bool, times.values())) >= 136


def test_nothing_is_thin_but_what_still_waits() -> None:
    """Four items over three levels for each skill, rules for each, three items or more for each kind of answer."""
    thin = statistics(BANK, BANK.items).thin
    assert {skill.name for skill in thin.few_items} <= WAITING_SKILLS
    assert {skill.name for skill in thin.few_levels} <= WAITING_SKILLS
    assert thin.without_rules == ()
    assert dict(thin.kinds) == {}
