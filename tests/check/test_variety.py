"""How many questions an item can ask, and what is thrown away to draw one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check.difficulty import spread, work
from quizengine.check.variety import ENOUGH, count_distinct, thrown_away, too_few
from quizengine.draw import draw_question
from quizengine.item import Item

ITEM = """title = 'Sum'
skills = ['s']
difficulty = 1
prompt = 'What is $<< a >> + << b >>$?'
[parameters]
a = { integers = [1, MOST] }
b = { integers = [1, 10] }
[let]
s = 'a + b'
q = 'QUOTIENT'
[require]
'small' = 's <= LIMIT'
[answer]
number = 's'
"""


def item(most: int, limit: int = 1000, quotient: str = "a", prompt: str = "") -> Item:
    source = ITEM.replace("MOST", str(most)).replace("LIMIT", str(limit)).replace("QUOTIENT", quotient)
    return Item.read("t/i", Path("t/i.toml"), source.replace("$<< a >> + << b >>$", prompt) if prompt else source)


@pytest.mark.parametrize(("most", "distinct", "enough"), [(1, 10, False), (19, 190, False), (100, None, True)])
def test_questions_are_counted(most: int, distinct: int | None, enough: bool) -> None:
    variety = count_distinct(item(most))
    assert variety.enough == enough
    assert distinct in (None, variety.distinct) or abs(variety.distinct - (distinct or 0)) <= 3  # 1,000 draws of 190
    told = [fault.message for fault in too_few(item(most), variety)]
    assert bool(told) == (not enough)
    assert all(f"only {variety.distinct} different questions in 1000 draws, {ENOUGH} are wanted" in one for one in told)


@pytest.mark.parametrize(("most", "draws"), [(1, 40), (5, 80)])
def test_a_count_ends_early_where_it_will_never_be_enough(most: int, draws: int) -> None:
    few = item(most, prompt="Add ten to $<< a >>$")
    variety = count_distinct(few)
    assert (variety.distinct, variety.draws) == (most, draws)
    assert [fault.line for fault in too_few(few, variety)] == [few.line("parameters")]


@pytest.mark.parametrize("most", [14, 19])
def test_fewer_than_enough_are_never_taken_for_enough(most: int) -> None:
    """That 80 draws show nearly all different is possible by chance; with the seeds 1 … 80 it does not happen here."""
    assert not count_distinct(item(most)).enough


def test_all_draws_are_counted_where_that_is_wanted() -> None:
    variety = count_distinct(item(100), 300)
    assert variety.draws == 300
    assert 200 < variety.distinct <= 300


def test_what_is_not_shown_makes_no_other_question() -> None:
    assert count_distinct(item(100, prompt="Add ten to $<< b >>$"), 100).distinct == 10
    assert count_distinct(item(100, prompt="Add to $<< 2*b >>$"), 100).distinct == 10


def test_what_is_thrown_away_is_told_with_its_line() -> None:
    variety = count_distinct(item(40, limit=10), 100)
    assert variety.line_redrawn == ("require", "small")
    assert 0.85 < variety.share_redrawn < 0.95
    undefined = item(5, quotient="1/(a - 2)", prompt="Add $<< q >>$ and $<< b >>$")
    variety = count_distinct(undefined, 200)
    assert variety.line_redrawn == ("let", "q")
    [told] = thrown_away(undefined, variety)
    assert told.line == 10
    assert "no value in 2" in told.message  # a fifth of the draws
    assert "or say with [require] what is kept out" in told.message
    hardly = item(400, limit=12)
    [told] = thrown_away(hardly, count_distinct(hardly, 20))
    assert (told.line, told.message[:16]) == (12, "'small' fails in")


def test_a_line_that_only_the_key_needs_is_not_worked_out() -> None:
    variety = count_distinct(item(5, quotient="1/(a - a)"), 400)
    assert variety.distinct == 50


def test_difficulty() -> None:
    assert work(draw_question(item(1), 1, {})) in (1, 2)
    assert spread([4] * 20) == 1.0
    assert spread([2] * 10 + [6] * 10) == 3.0
    assert spread([0] * 20) is None
    assert spread([3] * 5) is None
