"""Choices from a seed: the same everywhere, evenly spread, independent of their order."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.draw.chance import Chance


def test_choices_never_change():
    """Frozen values: a sheet printed years ago must be drawn again with the same numbers."""
    chance = Chance(("gradient/polynomial", "7"))
    assert [chance.below(name).integer(1000) for name in "abc"] == FROZEN_INTEGERS
    assert chance.below("options").order(6) == FROZEN_ORDER


FROZEN_INTEGERS = [799, 129, 161]
FROZEN_ORDER = (0, 3, 1, 4, 5, 2)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20), st.integers(0, 40))
def test_an_order_is_a_permutation(name, length):
    assert sorted(Chance((name,)).order(length)) == list(range(length))


def test_all_integers_are_about_equally_likely():
    counts = Counter(Chance(("spread", str(seed))).integer(7) for seed in range(7000))
    assert set(counts) == set(range(7))
    assert max(counts.values()) < 1.15 * min(counts.values())


def test_names_do_not_run_together():
    assert Chance(("a", "bc")).integer(2**64) != Chance(("ab", "c")).integer(2**64)
