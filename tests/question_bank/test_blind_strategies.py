"""Whoever knows nothing about gradients gets no more than chance: no way of guessing is good at the shipped questions.

`pytest -s` prints the table: for each way of guessing on how many parts of items it decides anything, how many of
them it gets right, how many chance would, and how likely chance gets as many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil

import pytest

from quizengine.bank import load_bank
from quizengine.check.choices.asking import number_of
from quizengine.check.choices.offered import PICKED, Offered, Option, offered_in, spoken_of, stems_in
from quizengine.check.choices.vocabulary import ABSOLUTE, HEDGE
from quizengine.draw import Part, Question, draw_question

SEEDS = 6
UNLIKELY = 0.01  # that chance gets as many right: less is no chance
BANK = load_bank()

Places = Sequence[int]
Guess = tuple[Fraction, Fraction]  # how likely it is right, and how likely it is by chance


def best(offered: Offered, rank: Callable[[Option], float]) -> Places:
    """The places of the options that rank highest; () where all rank alike."""
    ranks = [rank(option) for option in offered.options]
    if min(ranks) == max(ranks):
        return ()
    return [place for place, value in enumerate(ranks) if value == max(ranks)]


def shared_with_others(offered: Offered) -> Places:
    def rank(option: Option) -> int:
        return sum(len(option.stems & other.stems) for other in offered.options if other is not option)

    return best(offered, rank)


def middle_number(offered: Offered) -> Places:
    numbers = [number_of(option.text) for option in offered.options]
    known = sorted(number for number in numbers if number is not None)
    if len(known) < 3 or None in numbers:
        return ()
    middle = {known[(len(known) - 1) // 2], known[len(known) // 2]}
    return [place for place, number in enumerate(numbers) if number in middle]


def otherwise_begun(offered: Offered) -> Places:
    firsts = [option.words[0] if option.words else "" for option in offered.options]
    return best(offered, lambda option: -firsts.count(option.words[0] if option.words else ""))


BY_TEXT: dict[str, Callable[[Offered], Places]] = {
    "the longest": lambda offered: best(offered, lambda option: len(option.text)),
    "the shortest": lambda offered: best(offered, lambda option: -len(option.text)),
    "most words of the question": lambda offered: best(
        offered, lambda option: len(option.stems & stems_in(offered.spoken))
    ),
    "fewest words of the question": lambda offered: best(
        offered, lambda option: -len(option.stems & stems_in(offered.spoken))
    ),
    "most words of the others": shared_with_others,
    "begins otherwise": otherwise_begun,
    "a word that hedges": lambda offered: best(offered, lambda option: bool(HEDGE.search(option.text))),
    "no absolute word": lambda offered: best(offered, lambda option: not ABSOLUTE.search(option.text)),
    "the most digits": lambda offered: best(offered, lambda option: sum(map(str.isdigit, option.text))),
    "a comma or a bracket": lambda offered: best(
        offered, lambda option: sum(option.spoken.count(sign) for sign in ",(:")
    ),
    "the middle number": middle_number,
}
BY_PLACE: dict[str, Callable[[int], Places]] = {
    "the first": lambda count: [0],
    "the second": lambda count: [1],
    "the last": lambda count: [count - 1],
}
GUESSES = (*BY_TEXT, *BY_PLACE, "true", "words of its left side")


def guesses(question: Question, number: int) -> Iterator[tuple[str, Guess]]:
    """What each way of guessing makes of a part, where it decides anything."""
    key = question.parts[number].key
    if key.claim is not None:
        yield "true", (Fraction(key.claim), Fraction(1, 2))
    if key.kind in PICKED and len(key.options) > 1:
        chance = Fraction(len(key.chosen), len(key.options))
        offered = offered_in(question, number)
        of_text = {} if offered is None else {name: guess(offered) for name, guess in BY_TEXT.items()}
        of_place = {name: guess(len(key.options)) for name, guess in BY_PLACE.items()}
        for name, places in (of_text | of_place).items():
            if places:
                yield name, (Fraction(len(set(places) & set(key.chosen)), len(places)), chance)
    if key.stems and offered_in(question, number) is not None:
        yield from matched(question.parts[number])


def matched(part: Part) -> Iterator[tuple[str, Guess]]:
    """Each left side with the right sides that share the most words with it."""
    options = [stems_in(spoken_of(option)) for option in part.key.options]
    rights = getattr(part.key, "rights")  # noqa: B009 (only a matching has them)
    for left, right in zip(part.key.stems, rights, strict=True):
        shared = [len(stems_in(spoken_of(left)) & option) for option in options]
        if max(shared) > min(shared):
            places = [place for place, many in enumerate(shared) if many == max(shared)]
            hit = Fraction(part.key.options.index(right) in places, len(places))
            yield "words of its left side", (hit, Fraction(1, len(options)))


@dataclass(frozen=True)
class Row:
    """A way of guessing: how often it is right and is by chance, for each part on which it decides anything."""

    name: str
    parts: dict[str, Guess]

    @property
    def right(self) -> float:
        return float(sum(hit for hit, _ in self.parts.values()))

    @property
    def expected(self) -> float:
        return float(sum(chance for _, chance in self.parts.values()))

    @property
    def by_chance(self) -> float:
        """How likely chance gets as many parts right, each by itself: the tail of a Poisson binomial distribution."""
        spread = [1.0]
        for _, chance in self.parts.values():
            missed = [value * (1 - float(chance)) for value in spread] + [0.0]
            spread = [
                lost + won
                for lost, won in zip(missed, [0.0, *(value * float(chance) for value in spread)], strict=True)
            ]
        return sum(spread[ceil(self.right - 1e-9) :])


@cache
def table() -> dict[str, Row]:
    """All ways of guessing, tried on every shipped part with options: the mean over some seeds counts as one."""
    found: dict[str, dict[str, list[Guess]]] = {name: {} for name in GUESSES}
    for item in BANK.items:
        if not any(part.answer.kind in (*PICKED, "matching") for part in item.parts):
            continue
        for seed in range(1, SEEDS + 1):
            question = draw_question(item, seed, BANK.mistakes)
            for number in range(len(question.parts)):
                for name, guess in guesses(question, number):
                    found[name].setdefault(f"{item.id} {question.parts[number].label}", []).append(guess)
    return {name: Row(name, {part: mean(tried) for part, tried in parts.items()}) for name, parts in found.items()}


def mean(tried: list[Guess]) -> Guess:
    hits, chances = zip(*tried, strict=True)
    return sum(hits, Fraction()) / len(tried), sum(chances, Fraction()) / len(tried)


def test_the_table_of_blind_strategies() -> None:
    print(f"\n{'guess':<30}{'parts':>6}{'right':>8}{'chance':>8}{'p':>8}")
    for row in table().values():
        print(f"{row.name:<30}{len(row.parts):>6}{row.right:>8.1f}{row.expected:>8.1f}{row.by_chance:>8.3f}")
    decided = {part for row in table().values() for part in row.parts}
    assert len(decided) >= 15, "of all parts with options"


@pytest.mark.parametrize("name", GUESSES)
def test_no_way_of_guessing_gets_more_than_chance(name: str) -> None:
    row = table()[name]
    assert row.by_chance >= UNLIKELY, {part: float(hit) for part, (hit, chance) in row.parts.items() if hit > chance}


def test_a_way_that_is_good_is_found() -> None:
    """Ten parts of four options, of which nine are guessed: chance gets as many once in 30,000."""
    good = Row("good", {str(place): (Fraction(place < 9), Fraction(1, 4)) for place in range(10)})
    assert 0.00002 < good.by_chance < 0.00004
    assert Row("none", {}).by_chance == 1
