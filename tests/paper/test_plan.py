from __future__ import annotations

from collections.abc import Callable

import pytest

from quizengine.bank import Bank
from quizengine.errors import BankUnusable, UnknownTopic
from quizengine.paper import label, plan_paper
from quizengine.seeded import SEEDS


def ids(bank: Bank, topics: tuple[str, ...], items: int, seed: int = 1) -> list[str]:
    return [item.id for item in plan_paper(bank, topics, items, seed).items]


def test_the_same_plan_has_the_same_items_and_easy_ones_come_first(bank: Bank) -> None:
    assert ids(bank, (), 3) == ids(bank, (), 3) == ["slope/line", "slope/parabola", "concepts/meaning"]


def test_topics_are_spread(bank: Bank) -> None:
    for seed in range(10):
        assert {id.partition("/")[0] for id in ids(bank, (), 2, seed)} == {"slope", "concepts"}


def test_another_seed_chooses_other_items(bank: Bank) -> None:
    assert len({tuple(ids(bank, ("slope",), 1, seed)) for seed in range(20)}) == 2


def test_families_come_again_when_items_run_out_and_concepts_do_not(bank: Bank) -> None:
    assert sorted(ids(bank, (), 6)).count("concepts/meaning") == 1
    assert len(ids(bank, (), 6)) == 6
    assert ids(bank, ("concepts",), 4) == ["concepts/meaning"]


@pytest.mark.parametrize(
    ("topics", "title"),
    [
        ((), "Gradients"),
        (("chain-rule",), "Chain rule"),
        (("slope", "slope/line", "Meaning"), "Slope · Slope of a line · Meaning"),
        (("a" * 20, "b" * 20, "c" * 20), "Gradients"),
    ],
)
def test_a_title_is_made_from_the_topics(topics: tuple[str, ...], title: str, bank: Bank) -> None:
    from quizengine.paper.plan import default_title

    assert default_title(bank, topics) == title


def test_a_title_has_the_words_of_the_bank(make_bank: Callable[..., Bank], files: dict[str, str]) -> None:
    about = {"bank": "format = 2\ntitle = 'My exam'\n", "topics": "[slope]\ntitle = 'Slopes'\nsays = 'Of curves.'\n"}
    bank = make_bank({**files, **about})
    assert plan_paper(bank, (), 2, 1).title == "My exam"
    assert plan_paper(bank, ("slope",), 2, 1).title == "Slopes"
    assert plan_paper(bank, ("slope", "concepts"), 2, 1).title == "Slopes · Concepts"


def test_equally_hard_questions_come_in_the_order_of_the_course(
    make_bank: Callable[..., Bank], files: dict[str, str]
) -> None:
    topics = "[slope]\ntitle = 'S'\nsays = 's.'\n[area]\ntitle = 'A'\nsays = 'a.'\n"
    line = files["slope/line"]
    bank = make_bank({"area/one": line, "slope/two": line, "other/three": line, "topics": topics})
    for seed in range(5):
        assert ids(bank, (), 3, seed) == ["slope/two", "area/one", "other/three"]


def test_a_title_of_ones_own_is_kept(bank: Bank) -> None:
    assert plan_paper(bank, (), 2, 1, " Midterm 2 ").title == "Midterm 2"


def test_an_unknown_topic_is_named(bank: Bank) -> None:
    with pytest.raises(UnknownTopic, match="'slpoe'"):
        plan_paper(bank, ("slpoe",), 2, 1)


def test_items_with_faults_are_left_out(bank: Bank, make_bank: Callable[..., Bank], files: dict[str, str]) -> None:
    broken = files["slope/line"].replace("integers", "intgers")
    assert ids(make_bank({"slope/line": broken}), ("slope",), 1) == ["slope/parabola"]
    with pytest.raises(BankUnusable, match="has faults"):
        plan_paper(make_bank({"slope/line": broken}), ("slope/line",), 1, 1)


@pytest.mark.parametrize(("items", "seed"), [(0, 1), (201, 1), (1, -1), (1, SEEDS)])
def test_numbers_out_of_range_are_refused(bank: Bank, items: int, seed: int) -> None:
    with pytest.raises(ValueError, match="a paper has"):
        plan_paper(bank, (), items, seed)


@pytest.mark.parametrize(("variant", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
def test_labels_go_on_after_z(variant: int, name: str) -> None:
    assert label(variant) == name
