"""Choices from a seed: the same everywhere, evenly spread, independent of their order and of each other."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.seeded import SHORT_SEEDS, Chance, fingerprint

NAMES = st.lists(st.text("ab1:#si\x1f", max_size=4) | st.integers(-20, 20), max_size=4).map(tuple)

FROZEN = """
chance = Chance("question", ("gradient/polynomial", 7))
print([chance.below(name).integer(1000) for name in "abc"])
print(chance.below("options").order(6), chance.below("nabla ∇", -1).seed(), chance.fraction())
print(Chance("paper").integer(2**64), Chance("session").integer(2**64), Chance("points").choose("xyz"))
"""
FROZEN_OUTPUT = """\
[769, 306, 172]
(0, 4, 1, 2, 3, 5) 67443 0.5928232745126765
3333289925067395416 6089804800335878716 z
"""


@pytest.mark.parametrize("hash_seed", ["0", "77"])
def test_choices_never_change(hash_seed: str) -> None:
    """Frozen values: a sheet printed years ago must be drawn again with the same numbers."""
    code = "from quizengine.seeded import Chance\n" + FROZEN
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == (FROZEN_OUTPUT, "")


def test_a_choice_is_read_off_what_the_module_says() -> None:
    """The bytes written out: type, length in bytes and text of each name, purpose first, and the step."""
    bits = hashlib.blake2b("s8:questions3:a/bi2:-7s3:∇#0".encode(), digest_size=16, person=b"quizengine").digest()
    chance = Chance("question", ("a/b", -7, "∇"))
    assert chance.integer(10**6 + 3) == int.from_bytes(bits, "big") % (10**6 + 3)


@settings(max_examples=500, deadline=None)
@given(NAMES, NAMES)
def test_no_two_paths_run_together(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> None:
    same = Chance("paper", one).integer(2**64) == Chance("paper", other).integer(2**64)
    assert same == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "bc"), ("ab", "c")),
        (("a", "b"), ("a\x1fb",)),
        (("a", "b"), ("as1:b",)),
        ((1,), ("1",)),
        ((1, 1), (11,)),
        ((), ("",)),
        (("", "a"), ("a", "")),
    ],
)
def test_names_that_look_alike_lead_elsewhere(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> None:
    assert Chance("question", one).integer(2**64) != Chance("question", other).integer(2**64)


def test_each_purpose_has_numbers_of_its_own() -> None:
    purposes = ("question", "paper", "session", "points")
    assert len({Chance(purpose, ("a", 1)).integer(2**64) for purpose in purposes}) == len(purposes)


def test_a_choice_depends_on_no_other() -> None:
    first, second = Chance("question", ("t/i", 1)).below("a"), Chance("question", ("t/i", 1, "b"))
    before = second.integer(100), first.integer(100)
    assert before == (second.integer(100), first.integer(100))
    assert first == Chance("question").below("t/i", 1, "a")


def chi_square(counts: Counter[object], kinds: int) -> float:
    """How far counts are from even ones."""
    expected = counts.total() / kinds
    return sum((count - expected) ** 2 for count in counts.values()) / expected + (kinds - len(counts)) * expected


# True chance passes each limit once in 1,000 times; the numbers are always the same, so no test fails now and then.


@pytest.mark.parametrize(("bound", "limit"), [(2, 10.83), (7, 22.46), (10, 27.88), (24, 49.73)])
def test_all_integers_are_equally_likely(bound: int, limit: float) -> None:
    counts = Counter[object](Chance("question", ("spread", seed)).integer(bound) for seed in range(7000))
    assert chi_square(counts, bound) < limit
    assert set(counts) == set(range(bound))


def test_all_orders_are_equally_likely() -> None:
    counts = Counter[object](Chance("question", ("spread", seed)).order(4) for seed in range(7200))
    assert set(counts) == set(permutations(range(4)))
    assert chi_square(counts, 24) < 49.73  # 23 degrees of freedom


def test_neighbouring_names_are_independent() -> None:
    chance = Chance("session", (3,))
    pairs = Counter[object]((chance.below(n).integer(5), chance.below(n + 1).integer(5)) for n in range(7000))
    assert chi_square(pairs, 25) < 51.18  # 24 degrees of freedom


def test_fractions_are_spread_from_0_to_1() -> None:
    fractions = [Chance("paper", (seed,)).fraction() for seed in range(7000)]
    assert all(0 <= fraction < 1 and (fraction * 2**53).is_integer() for fraction in fractions)
    assert chi_square(Counter(int(10 * fraction) for fraction in fractions), 10) < 27.88


def test_seeds_are_short() -> None:
    seeds = [Chance("session", (n,)).seed() for n in range(3000)]
    assert all(0 <= seed < SHORT_SEEDS for seed in seeds)
    assert len({*map(len, map(str, seeds))}) >= 3
    assert max(seeds) > 0.99 * SHORT_SEEDS


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20), st.integers(0, 40))
def test_an_order_is_a_permutation(name: str, length: int) -> None:
    assert sorted(Chance("question", (name,)).order(length)) == list(range(length))


@pytest.mark.parametrize("bound", [0, -3, 2**64 + 1])
def test_a_bound_without_a_fair_choice_is_refused(bound: int) -> None:
    with pytest.raises(ValueError, match="a choice among"):
        Chance("question").integer(bound)


def test_nothing_can_be_chosen_from_nothing() -> None:
    with pytest.raises(ValueError, match="a choice among 0"):
        Chance("question").choose(())


def test_a_fingerprint_is_the_beginning_of_a_sha_256() -> None:
    """Frozen: the versions of items stand in journals."""
    assert fingerprint("abc") == "ba7816bf8f01"
    assert fingerprint("∇f\n", 64) == hashlib.sha256("∇f\n".encode()).hexdigest()
