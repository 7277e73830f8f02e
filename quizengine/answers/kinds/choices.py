"""Several right options of many.

The partial rule: (right options chosen - wrong options chosen) / right options, never below 0. So choosing everything
earns little, and leaving one out costs its share only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from quizengine.answers.answer import Reader
from quizengine.answers.carried_text import FEWEST_OPTIONS, texts_in_place_of
from quizengine.answers.key import Key, Shuffle
from quizengine.answers.kinds.choice import ChoiceKey, OptionsModel, texts_of
from quizengine.answers.lettered_options import (
    LETTERS,
    LetteredKey,
    first_and_last,
    fitted,
    pick_several,
    place_of,
    shuffled,
    with_name,
)
from quizengine.answers.payment import EVENLY, Payment, PaysInPart
from quizengine.answers.verdict import CORRECT, Verdict, marked, refused
from quizengine.maths.language.fill_in import prose_of

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose

NONE = ("none", "-", "–", "no")


class ChoicesModel(PaysInPart, OptionsModel):
    """choices = ['first right option', 'second right option'].

    The mistakes (each `choice = '…'`) are the wrong options; or `options` lists all, in the order to be shown.
    """

    choices: tuple[str, ...] = Field(min_length=1)

    @property
    def mistakes_wanted(self) -> int:
        return super().mistakes_wanted if self.options else 2

    def draw(self, workspace: Workspace) -> ChoicesKey:
        texts = tuple(prose_of(workspace, text) for text in self.choices)
        return ChoicesKey(texts, self.fixed(workspace, texts), self.credit)


@dataclass(frozen=True, slots=True)
class OptionsReader:
    """Reads the places of several of `options`."""

    options: tuple[Prose, ...]

    def read(self, text: str) -> tuple[int, ...]:
        """Read the letters in any order, each counted once; or "none"; raises Unreadable."""
        if text.strip().casefold() in NONE:
            return ()
        return tuple(sorted(set(pick_several(text, self.options))))


@dataclass(frozen=True, slots=True)
class ChoicesKey(LetteredKey[tuple[int, ...]]):
    """The options `texts` are right; `shown` are all options in their order, () until `offer` was called."""

    kind: ClassVar[str] = "choices"
    texts: tuple[Prose, ...]
    shown: tuple[Prose, ...] = ()
    payment: Payment = EVENLY

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or self.texts

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(sorted(place_of(text, self.options) for text in self.texts))

    @property
    def guess_probability(self) -> float:
        return 0.5 ** len(self.options)

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """The texts of the mistakes are the wrong options; each is a mistake of whoever chooses it."""
        options = self.shown or shuffled((*self.texts, *texts_of(mistakes)), shuffle)
        return replace(self, shown=options), fitted(
            mistakes, ChoiceKey, lambda wrong: ChosenKey((wrong.text,), options)
        )

    def reader(self) -> Reader[tuple[int, ...]]:
        return OptionsReader(self.options)

    def judge(self, reading: tuple[int, ...]) -> Verdict:
        """Each right option earns its share, and each wrong one takes a share away."""
        right, chosen = set(self.chosen), set(reading)
        if chosen == right:
            return CORRECT
        hits, misses = len(chosen & right), len(chosen - right)
        credit = self.payment.credit((max(0, hits - misses) / len(right),))
        told = f"You chose {hits} of the {len(right)} right options"
        if len(right) == 1:
            told = "You chose the right option" if hits else "You did not choose the right option"
        if misses:
            told += f", and {misses} that {'is' if misses == 1 else 'are'} not right"
        reason = "option-missing" if not misses else "wrong-option"
        return marked(credit, reason, told)

    def stands_for(self, reading: tuple[int, ...], ours: Value) -> Value | None:
        """The texts chosen, those that are right first and as ours stand, in place of the list of these."""
        right = [place_of(text, self.options) for text in self.texts]
        places = [place for place in right if place in reading] + [place for place in reading if place not in right]
        few = len(self.options) < FEWEST_OPTIONS or not places
        return None if few else texts_in_place_of(ours, self.texts, [self.options[place] for place in places])

    def echo(self, reading: tuple[int, ...]) -> str:
        return ", ".join(LETTERS[place] for place in reading) or "none"

    def prose(self) -> Prose:
        parts: list[Any] = []
        for place in self.chosen:
            option = self.options[place]
            parts += ["; " if parts else "", *(with_name(LETTERS[place], option) if self.shown else option)]
        return tuple(parts)

    def plain(self) -> str:
        return self.echo(self.chosen)

    def asks(self) -> str:
        return f"all right letters, {first_and_last(len(self.options))}, such as a, b"


@dataclass(frozen=True, slots=True)
class ChosenKey(ChoicesKey):
    """A mistake among several options: shown by whoever chooses it, whatever else is chosen."""

    def judge(self, reading: tuple[int, ...]) -> Verdict:
        """ "correct" where the wrong option is among those chosen."""
        if self.chosen[0] in reading:
            return CORRECT
        return refused("wrong-option", "")
