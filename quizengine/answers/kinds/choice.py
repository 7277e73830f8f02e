"""One right option of several; the mistakes of the item are its distractors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.answer import Reader
from quizengine.answers.carried_text import FEWEST_OPTIONS, text_in_place_of
from quizengine.answers.key import FEWEST_MISTAKES, AnswerModel, Key, Shuffle
from quizengine.answers.lettered_options import (
    LETTERS,
    LetteredKey,
    first_and_last,
    fitted,
    is_figure,
    lettered,
    pick,
    place_of,
    shuffled,
    with_name,
)
from quizengine.answers.verdict import CORRECT, Verdict, refused
from quizengine.errors import CannotCompute
from quizengine.maths.language.fill_in import prose_of, words_of

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose


class OptionsModel(AnswerModel):
    """Kinds whose options are their mistakes beside what is right, or all listed in the order to be shown."""

    options: tuple[str, ...] = ()

    @property
    def listed(self) -> bool:
        return bool(self.options)

    @property
    def mistakes_wanted(self) -> int:
        return min(FEWEST_MISTAKES, len(self.options) - 1) if self.options else FEWEST_MISTAKES

    def fixed(self, workspace: Workspace, right: Sequence[Prose]) -> tuple[Prose, ...]:
        """Return the options listed; raises CannotCompute if one of `right` is not among them."""
        options = tuple(prose_of(workspace, option) for option in self.options)
        for text in right:
            if options and place_of(text, options) < 0:
                raise CannotCompute(words_of(text), "this is not among the options; write it there as well")
        return options


class ChoiceModel(OptionsModel):
    """choice = 'The learning rate', or '<< if(s > 0, "left", "right") >>'.

    Without `options` the texts of the mistakes are the other options, shuffled by the seed; `options` lists all
    options, the right one too, in the order to be shown (`yes`, `no`).
    """

    choice: str

    def draw(self, workspace: Workspace) -> ChoiceKey:
        text = prose_of(workspace, self.choice)
        return ChoiceKey(text, self.fixed(workspace, [text]))


@dataclass(frozen=True, slots=True)
class OptionReader:
    """Reads the place of one of `options`."""

    options: tuple[Prose, ...]

    def read(self, text: str) -> int:
        """Read a letter, a number, or the text of an option, of which its beginning is enough; raises Unreadable."""
        return pick(text, self.options)


@dataclass(frozen=True, slots=True)
class ChoiceKey(LetteredKey[int]):
    """The option `text`; `shown` are all options in their order, () until `offer` was called."""

    kind: ClassVar[str] = "choice"
    text: Prose
    shown: tuple[Prose, ...] = ()

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or (self.text,)

    @property
    def chosen(self) -> tuple[int, ...]:
        return (place_of(self.text, self.options),)

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """The texts of the mistakes are the other options, unless all options were given in their order."""
        options = self.shown or shuffled((self.text, *texts_of(mistakes)), shuffle)
        return replace(self, shown=options), fitted(mistakes, ChoiceKey, lambda wrong: replace(wrong, shown=options))

    def reader(self) -> Reader[int]:
        return OptionReader(self.options)

    def judge(self, reading: int) -> Verdict:
        """All or nothing."""
        if (reading,) == self.chosen:
            return CORRECT
        message = f"{lettered(reading, self.options)}: that is not it"
        return refused("wrong-option", message)

    def echo(self, reading: int) -> str:
        return lettered(reading, self.options)

    def stands_for(self, reading: int, ours: Value) -> Value | None:
        """The text chosen, in place of the text that is right; of two options the other is no own answer."""
        few = len(self.options) < FEWEST_OPTIONS
        return None if few else text_in_place_of(ours, self.text, self.options[reading])

    def giveaways(self) -> tuple[str, ...]:
        return () if is_figure(self.text) else (words_of(self.text),)

    def prose(self) -> Prose:
        return with_name(LETTERS[self.chosen[0]], self.text) if self.shown else self.text

    def plain(self) -> str:
        return LETTERS[self.chosen[0]] if is_figure(self.text) else words_of(self.text)

    def asks(self) -> str:
        return f"one letter, {first_and_last(len(self.options))}"


def texts_of(mistakes: tuple[Key[Any], ...]) -> tuple[Prose, ...]:
    """Return the texts of those mistakes that are written as a choice: what else there is to choose."""
    return tuple(mistake.text for mistake in mistakes if isinstance(mistake, ChoiceKey))
