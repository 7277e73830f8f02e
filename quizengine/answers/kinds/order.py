"""Things to be put in order.

The partial rule is Kendall's: of all pairs, those in the right order less those in the wrong order, as a share, never
below 0. The right order back to front earns nothing, and so does guessing on average.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.answer import Reader
from quizengine.answers.carried_text import texts_in_place_of
from quizengine.answers.key import AnswerModel, Diagnosis, Key, Shuffle
from quizengine.answers.lettered_options import LETTERS, LetteredKey, fitted, pick_several, place_of, with_name
from quizengine.answers.payment import EVENLY, Payment, PaysInPart
from quizengine.answers.verdict import CORRECT, Verdict, marked
from quizengine.answers.wording import counted
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language.fill_in import prose_of, prose_of_value

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose


_ARROWS = re.compile(r"[-–=]*[<>→⇒]+|(?<=\b[A-Za-z0-9])\s*[-–]\s*(?=[A-Za-z0-9]\b)")  # a->b, a - b


class OrderModel(PaysInPart, AnswerModel):
    """order = ['what is first', 'what is next', …], or one expression that gives a list.

    Each text may have fill-ins. A mistake gives another order of the same texts.
    """

    order: tuple[str, ...] | str

    @property
    def mistakes_wanted(self) -> int:
        return 1

    def draw(self, workspace: Workspace) -> OrderKey:
        texts = self._texts(workspace)
        if len(texts) < 2 or any(place_of(text, texts) != place for place, text in enumerate(texts)):
            written = self.order if isinstance(self.order, str) else ", ".join(self.order)
            raise CannotCompute(written, "an order needs two or more different texts")
        return OrderKey(texts, payment=self.credit)

    def _texts(self, workspace: Workspace) -> tuple[Prose, ...]:
        if not isinstance(self.order, str):
            return tuple(prose_of(workspace, text) for text in self.order)
        value = workspace.evaluate(self.order)
        if isinstance(value, tuple):
            return tuple(prose_of_value(workspace, text) for text in value)
        from quizengine.answers.constraints import formulas

        return tuple(prose_of_value(workspace, node) for node in formulas(workspace, self.order))


@dataclass(frozen=True, slots=True)
class OrderReader:
    """Reads all places of `options` in an order."""

    options: tuple[Prose, ...]

    def read(self, text: str) -> tuple[int, ...]:
        """Read the letters, with anything like an arrow between them, each of them once; raises Unreadable."""
        picked = pick_several(_ARROWS.sub(" ", text), self.options)
        if sorted(picked) != list(range(len(self.options))):
            letters = "".join(LETTERS[: len(self.options)])
            raise Unreadable("each-once", 0, f"type each letter once, in order, such as {letters[::-1]}", len(text))
        return picked


@dataclass(frozen=True, slots=True)
class OrderKey(LetteredKey[tuple[int, ...]]):
    """The order `texts`; `shown` is the order in which they are lettered."""

    kind: ClassVar[str] = "order"
    texts: tuple[Prose, ...]
    shown: tuple[Prose, ...] = ()
    payment: Payment = EVENLY

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or self.texts

    @property
    def guess_probability(self) -> float:
        return 1 / factorial(len(self.options))

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """A mistake is another order of the same texts; raises CannotCompute for one that is not."""
        for mistake in mistakes:
            if isinstance(mistake, OrderKey) and any(place_of(text, self.texts) < 0 for text in mistake.texts):
                raise CannotCompute(mistake.show(), "this puts other things in order than the answer does")
            if isinstance(mistake, OrderKey) and len(mistake.texts) != len(self.texts):
                raise CannotCompute(mistake.show(), "this leaves things out that the answer puts in order")
        options = tuple(self.texts[place] for place in shuffle(len(self.texts)))
        return replace(self, shown=options), fitted(mistakes, OrderKey, lambda wrong: replace(wrong, shown=options))

    def reader(self) -> Reader[tuple[int, ...]]:
        return OrderReader(self.options)

    def judge(self, reading: tuple[int, ...]) -> Verdict:
        """Credit by pairs: see `agreement`; told is how many pairs stand wrong, and not which."""
        right = self._right()
        if reading == right:
            return CORRECT
        credit = self.payment.credit((agreement(right, reading),))
        wrong, pairs = disagreeing(right, reading)
        message = f"{wrong} of {counted(pairs, 'pair')} {'stands' if wrong == 1 else 'stand'} the wrong way round"
        return marked(credit, "wrong-order", message)

    def stands_for(self, reading: tuple[int, ...], ours: Value) -> Value | None:
        """The list of what is put in order, in the learner's order."""
        if isinstance(ours, tuple):
            return texts_in_place_of(ours, self.texts, [self.options[place] for place in reading])
        from quizengine.maths.print import layout_of
        from quizengine.maths.tree import Vector

        right = self._right()
        if not isinstance(ours, Vector) or tuple((layout_of(item),) for item in ours.items) != self.texts:
            return None
        return Vector(tuple(ours.items[right.index(place)] for place in reading), ours.brackets)

    def diagnosis(self, reading: tuple[int, ...]) -> Diagnosis | None:
        """Only the order back to front has a name."""
        if reading == self._right()[::-1]:
            return Diagnosis("order-reversed", "This is the right order back to front")
        return None

    def _right(self) -> tuple[int, ...]:
        return tuple(place_of(text, self.options) for text in self.texts)

    def echo(self, reading: tuple[int, ...]) -> str:
        return ", ".join(LETTERS[place] for place in reading)

    def prose(self) -> Prose:
        parts: list[Any] = []
        for text in self.texts:
            named = with_name(LETTERS[place_of(text, self.options)], text) if self.shown else text
            parts += ["; " if parts else "", *named]
        return tuple(parts)

    def short(self) -> Prose:
        """The letters alone: what they stand for is above."""
        return (self.plain(),) if self.shown else self.prose()

    def plain(self) -> str:
        return ", ".join(LETTERS[place] for place in self._right())

    def asks(self) -> str:
        return f"the letters in order, such as {', '.join(LETTERS[: len(self.options)])}"


def agreement(right: tuple[int, ...], given: tuple[int, ...]) -> float:
    """Kendall's rank correlation of two orders of the same things, never below 0 (M. Kendall, Biometrika 30, 1938)."""
    wrong, pairs = disagreeing(right, given)
    return max(0.0, (pairs - 2 * wrong) / pairs)


def disagreeing(right: tuple[int, ...], given: tuple[int, ...]) -> tuple[int, int]:
    """Return how many pairs of things stand the other way round in `given`, and how many pairs there are."""
    place = {thing: position for position, thing in enumerate(given)}
    pairs = [place[first] > place[second] for first, second in combinations(right, 2)]
    return sum(pairs), len(pairs)
