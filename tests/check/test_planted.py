"""Slips planted into shipped items: each that the checker tells is told, at its line, and stays told."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from check.planted.slips import Slip, all_slips

from quizengine.bank import Bank, load_bank
from quizengine.check import check_item, twins
from quizengine.cli.question_json import question_json
from quizengine.draw import Question
from quizengine.item import Fault, Item
from quizengine.item.source import Unusable
from quizengine.sheet import print_on_trial

SEEDS, MORE_SEEDS = 12, 30
OF_MANY = {"option", "variety", "requirement", "hidden dependence", "statement", "order"}  # what only many draws show
FEWEST, FEWEST_ITEMS = 72, 35
WRONG_MATHEMATICS = {"wrong key", "wrong step"}


@cache
def bank() -> Bank:
    return load_bank()


def show(question: Question) -> None:
    question_json(question)
    print_on_trial(question)


def findings(id: str, path: Path, text: str, seeds: int) -> tuple[Fault, ...]:
    """All that `bank check` says of an item with this text, among all others of the bank."""
    item = Item.read(id, path, text)
    others = tuple(item if other.id == id else other for other in bank().items)
    report = check_item(item, bank().mistakes, seeds, show)
    of_file = [fault for fault in replace(bank(), items=others).faults_of((id,)) if fault.path == path]
    of_topic = [other for other in others if other.topic == item.topic]
    alike = [fault for fault in twins(sorted(of_topic, key=lambda other: other.id == id)) if fault.path == path]
    return (*dict.fromkeys((*of_file, *report.faults, *report.advice, *alike)),)


@cache
def messages_of_shipped(id: str, seeds: int) -> frozenset[str]:
    """What is said of the item without a slip, which tells nothing of one."""
    path = next(slip.path for slip in all_slips() if slip.item == id)
    return frozenset(found.message for found in findings(id, path, path.read_text(encoding="utf-8"), seeds))


@cache
def seen(slip: Slip) -> tuple[tuple[Fault, bool], ...]:
    """What is said of the copy with the slip and not of the item, and whether it is at a line where it should be."""
    text, lines = slip.planted()
    seeds = MORE_SEEDS if slip.kind in OF_MANY else SEEDS
    try:
        found = findings(slip.item, slip.path, text, seeds)
    except Unusable as refused:
        found = tuple(Fault(slip.path, line, message) for line, message in refused.findings)
    return tuple((one, one.line in lines) for one in found if one.message not in messages_of_shipped(slip.item, seeds))


def name(slip: Slip) -> str:
    return f"{slip.kind}: {slip.item}: {slip.what}"


def test_the_slips_are_many_and_of_all_kinds_of_items():
    slips = all_slips()
    assert len(slips) >= FEWEST
    assert len({slip.item for slip in slips}) >= FEWEST_ITEMS
    assert len({name(slip) for slip in slips}) == len(slips)
    assert not [name(slip) for slip in slips if slip.told != bool(slip.word) or (slip.told and slip.reader)]


def test_most_of_what_is_not_left_to_a_reader_is_told():
    """Most wrong keys and steps, and three quarters of all."""
    for kinds in (WRONG_MATHEMATICS, {slip.kind for slip in all_slips()}):
        found = Counter(slip.told for slip in all_slips() if slip.kind in kinds and not slip.reader)
        assert found[True] >= 3 * found[False], table()


@pytest.mark.parametrize("slip", all_slips(), ids=name)
def test_a_slip_can_be_planted(slip):
    text, lines = slip.planted()
    assert text != slip.path.read_text(encoding="utf-8")
    assert lines


@pytest.mark.slow
@pytest.mark.parametrize("slip", [slip for slip in all_slips() if slip.told], ids=name)
def test_a_planted_slip_is_told_at_its_line(slip):
    told = [one.message for one, in_place in seen(slip) if in_place]
    assert any(slip.word in message for message in told), [str(one) for one, _ in seen(slip)]


def table() -> str:
    """Return how many slips of each kind are told, told at the right line, not told, and a reader's job."""
    rows: dict[str, Counter[str]] = {}
    for slip in all_slips():
        row = rows.setdefault(slip.kind, Counter())
        row["all"] += 1
        row["told"] += slip.told
        row["reader"] += bool(slip.reader)
        row["missed"] += not slip.told and not slip.reader
    rows["all kinds"] = sum(rows.values(), Counter())
    heads = ("all", "told", "missed", "reader")
    lines = [f"{kind:<28}" + "".join(f"{row[head]:>8}" for head in heads) for kind, row in rows.items()]
    return "\n".join((f"{'kind':<28}" + "".join(f"{head:>8}" for head in heads), *lines))


if __name__ == "__main__":
    print(table())
