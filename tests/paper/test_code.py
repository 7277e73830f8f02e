from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizengine.bank import Bank
from quizengine.errors import BadSheetCode
from quizengine.paper import from_code, plan_paper, sheet_code, titled
from quizengine.seeded import SEEDS

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TOPICS = ((), ("slope",), ("concepts/meaning", "slope"), ("line", "meaning", "slope/parabola"))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    topics=st.sampled_from(TOPICS),
    items=st.integers(1, 200),
    seed=st.integers(0, SEEDS - 1),
    variant=st.integers(0, 999),
)
def test_a_code_gives_back_its_paper_and_variant(
    bank: Bank, topics: tuple[str, ...], items: int, seed: int, variant: int
) -> None:
    paper = plan_paper(bank, topics, items, seed)
    assert from_code(sheet_code(paper, variant), bank) == (paper, variant)


@pytest.mark.parametrize(("topics", "longest"), [((), 20), (("slope",), 24), (("slope", "concepts"), 28)])
def test_a_code_is_short(bank: Bank, topics: tuple[str, ...], longest: int) -> None:
    assert len(sheet_code(plan_paper(bank, topics, 12, 999_999), 29)) <= longest + 5  # with its hyphens


def test_a_code_may_be_typed_carelessly(bank: Bank) -> None:
    paper = plan_paper(bank, ("slope",), 5, 2026)
    typed = sheet_code(paper, 3).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert from_code(f" {typed}\n", bank) == (paper, 3)
    assert from_code(f"Sheet code {typed}", bank) == (paper, 3)


def test_every_single_slip_and_every_swap_is_caught(bank: Bank) -> None:
    right = sheet_code(plan_paper(bank, ("slope",), 5, 2026), 3).replace("-", "")
    slips = [
        right[:at] + other + right[at + 1 :] for at in range(len(right)) for other in ALPHABET if other != right[at]
    ]
    for first in range(len(right)):
        for second in range(first + 1, len(right)):
            if right[first] != right[second]:
                swapped = list(right)
                swapped[first], swapped[second] = swapped[second], swapped[first]
                slips.append("".join(swapped))
    for slip in slips:
        with pytest.raises(BadSheetCode):
            titled(slip)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "too short"),
        ("7ABC", "too short"),
        ("0" * 1_000, "mistyped"),
        ("0" * 5_000, "'0{20}…' is too long"),
        ("24U1-YA05-TPA4-5W1", "has 'U', which no code has"),
        ("ÿ", "has 'Ÿ'"),
    ],
)
def test_what_is_no_code_is_told(bank: Bank, typed: str, says: str) -> None:
    with pytest.raises(BadSheetCode, match=says):
        from_code(typed, bank)


def test_a_sheet_of_another_version_is_told(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("quizengine.paper.code"), "EDITION", 2)
    text = sheet_code(plan_paper(bank, ("slope",), 5, 2026), 3)
    monkeypatch.undo()
    with pytest.raises(BadSheetCode, match="was made by another version"):
        from_code(text, bank)


def test_a_changed_item_is_told(bank: Bank, make_bank: Callable[..., Bank], files: dict[str, str]) -> None:
    text = sheet_code(plan_paper(bank, ("slope",), 2, 7), 0)
    changed = make_bank({"slope/line": files["slope/line"].replace("[2, 4]", "[2, 5]")})
    with pytest.raises(BadSheetCode, match="the bank has changed"):
        from_code(text, changed)


def test_a_new_item_elsewhere_leaves_the_code_valid(
    bank: Bank, make_bank: Callable[..., Bank], files: dict[str, str]
) -> None:
    text = sheet_code(plan_paper(bank, ("slope",), 2, 7), 0)
    grown = make_bank({"descent/other": files["slope/line"].replace("['slope', 'line']", "['step']")})
    paper, _ = from_code(text, grown)
    assert [item.id for item in paper.items] == ["slope/line", "slope/parabola"]


def test_a_title_of_ones_own_is_not_in_the_code(bank: Bank) -> None:
    paper = plan_paper(bank, (), 2, 7, "Midterm")
    text = sheet_code(paper, 0)
    assert titled(text)
    assert from_code(text, bank, "Midterm") == (paper, 0)
    assert from_code(text, bank)[0].title == "Gradients"
    assert not titled(sheet_code(plan_paper(bank, (), 2, 7), 0))
