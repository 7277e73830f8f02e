"""Left sides to be matched with right sides: credit for each right pair."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import perm
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.answer import Reader
from quizengine.answers.carried_text import texts_in_place_of
from quizengine.answers.key import AnswerModel, Key, Shuffle
from quizengine.answers.lettered_options import (
    LETTERS,
    LetteredKey,
    bounded,
    distinct,
    first_and_last,
    fitted,
    is_figure,
    pick_letters,
    place_of,
    shuffled,
    with_name,
)
from quizengine.answers.payment import EVENLY, Payment, PaysByWeight
from quizengine.answers.verdict import Verdict, marked
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.fill_in import prose_of, words_of

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose

_JOINT = r"\s*[-–=:).,→>]*\s*"
_PAIR = re.compile(rf"(?P<number>\d{{1,2}}){_JOINT}(?P<letter>[a-z])(?![a-z])", re.IGNORECASE)
_TURNED = re.compile(rf"(?<![a-z])(?P<letter>[a-z]){_JOINT}(?P<number>\d{{1,2}})(?!\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\band\b|[\s,;.(){}\[\]]", re.IGNORECASE)


class MatchingModel(PaysByWeight, AnswerModel):
    """matching = { 'gradient clipping' = 'limits the length', … }; `others` are right sides that match nothing."""

    matching: dict[str, str]
    others: tuple[str, ...] = ()

    @property
    def mistakes_wanted(self) -> int:
        return 0

    def draw(self, workspace: Workspace) -> MatchingKey:
        if len(self.matching) < 2:
            raise CannotCompute(", ".join(self.matching), "a matching needs two or more pairs")
        left = tuple(prose_of(workspace, text) for text in self.matching)
        right = tuple(prose_of(workspace, text) for text in self.matching.values())
        others = tuple(prose_of(workspace, text) for text in self.others)
        return MatchingKey(left, right, others, payment=self.credit.of(len(left), "pair"))


@dataclass(frozen=True, slots=True)
class PairsReader:
    """Reads for each of `count` left sides which of `options` belongs to it, None where nothing is said."""

    count: int
    options: tuple[Prose, ...]

    def read(self, text: str) -> tuple[int | None, ...]:
        """Read `1b 2a 3c`, `1-b, 2-a`, `b1 a2`, or only the letters in order; in pairs, left sides may be missing.

        Raises Unreadable.
        """
        bounded(text)
        form = next((form for form in (_PAIR, _TURNED) if not _BETWEEN.sub("", form.sub("", text))), None)
        if form is None:
            letters = pick_letters(text, len(self.options)) if not any(map(str.isdigit, text)) else ()
            if len(letters) != self.count:
                raise Unreadable("pairs-wanted", 0, f"type pairs, such as {_example(self.count)}", len(text))
            return letters
        chosen: list[int | None] = [None] * self.count
        for pair in form.finditer(text):
            number, place = pair["number"], pair.start("number")
            if not 1 <= int(number) <= self.count:
                message = f"there is no {number}: the left sides are 1 to {self.count}"
                raise Unreadable("no-such-option", place, message, len(number))
            if chosen[int(number) - 1] is not None:
                raise Unreadable("each-once", place, f"{number} stands twice: give it one letter", len(number))
            chosen[int(number) - 1] = pick_letters(pair["letter"], len(self.options))[0]
        return tuple(chosen)


@dataclass(frozen=True, slots=True)
class MatchingKey(LetteredKey[tuple[int | None, ...]]):
    """lefts[i] belongs to rights[i]; `shown` are all right sides in the order lettered."""

    kind: ClassVar[str] = "matching"
    lefts: tuple[Prose, ...]
    rights: tuple[Prose, ...]
    others: tuple[Prose, ...] = ()
    shown: tuple[Prose, ...] = ()
    payment: Payment = EVENLY

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or (*self.rights, *self.others)

    @property
    def guess_probability(self) -> float:
        many, places = len(self.options), len(self.lefts)
        return 1 / (perm(many, places) or many**places)  # a right side may belong to several left ones

    @property
    def stems(self) -> tuple[Prose, ...]:
        return self.lefts

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """Only the right sides are shuffled; equal ones stand once, and belong to several left sides."""
        options = shuffled(distinct((*self.rights, *self.others)), shuffle)
        return replace(self, shown=options), fitted(mistakes, MatchingKey, lambda wrong: replace(wrong, shown=options))

    def reader(self) -> Reader[tuple[int | None, ...]]:
        return PairsReader(len(self.lefts), self.options)

    def judge(self, reading: tuple[int | None, ...]) -> Verdict:
        """Credit for each right pair; the first left side with a wrong partner, or with none, is named."""
        right = tuple(place_of(text, self.options) for text in self.rights)
        parts = tuple(float(mine == ours) for mine, ours in zip(reading, right, strict=True))
        credit = self.payment.credit(parts)
        if credit == 1:
            return Verdict("correct", 1.0, parts, evidence="identical")
        wrong, right_pairs = parts.index(0.0), int(sum(parts))
        are = "is" if right_pairs == 1 else "are"
        verb = "has no partner yet" if reading[wrong] is None else "has another partner"
        left = f"number {wrong + 1}" if is_figure(self.lefts[wrong]) else words_of(self.lefts[wrong])
        message = f"{right_pairs} of {len(parts)} pairs {are} right; {left} {verb}"
        return marked(credit, "wrong-pair", message, parts)

    def stands_for(self, reading: tuple[int | None, ...], ours: Value) -> Value | None:
        """The right sides chosen, in the order of the left ones, in place of the list of these."""
        chosen = [self.options[place] for place in reading if place is not None]
        return texts_in_place_of(ours, self.rights, chosen) if len(chosen) == len(self.rights) else None

    def echo(self, reading: tuple[int | None, ...]) -> str:
        chosen = [(place, option) for place, option in enumerate(reading) if option is not None]
        return ", ".join(f"{place + 1}–{LETTERS[option]}" for place, option in chosen)

    def prose(self) -> Prose:
        parts: list[Any] = []
        for place, (left, right) in enumerate(zip(self.lefts, self.rights, strict=True)):
            letter = LETTERS[place_of(right, self.options)]
            parts += ["; " if parts else "", f"{place + 1}", *(() if is_figure(left) else (" ", *left))]
            parts += [" – ", *with_name(letter, right)]
        return tuple(parts)

    def short(self) -> Prose:
        """The letters alone: what they stand for is above."""
        return (self.plain(),) if self.shown else self.prose()

    def plain(self) -> str:
        letters = (LETTERS[place_of(right, self.options)] for right in self.rights)
        return " ".join(f"{place + 1}{letter}" for place, letter in enumerate(letters))

    def asks(self) -> str:
        return f"a letter, {first_and_last(len(self.options))}, for each number, such as {_example(len(self.lefts))}"


def _example(count: int) -> str:
    return " ".join(f"{place + 1}{LETTERS[place]}" for place in range(count))
