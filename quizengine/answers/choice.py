"""One right option of several; the mistakes of the item are its distractors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.base import AnswerModel, Key, Shuffle
from quizengine.answers.picking import first_and_last, lettered, pick, place_of, prose_of, shuffled, words_of
from quizengine.answers.verdict import Verdict
from quizengine.errors import CannotCompute

if TYPE_CHECKING:
    from quizengine.maths.show import Prose
    from quizengine.maths.workspace import Workspace


class ChoiceModel(AnswerModel):
    """choice = 'The learning rate', or '<< if(s > 0, "left", "right") >>'.

    Without `options` the texts of the mistakes are the other options, shuffled by the seed; `options` lists all
    options, the right one too, in the order to be shown (`yes`, `no`).
    """

    choice: str
    options: tuple[str, ...] = ()

    def draw(self, workspace: Workspace) -> ChoiceKey:
        text = prose_of(workspace, self.choice)
        fixed = tuple(prose_of(workspace, option) for option in self.options)
        if fixed and place_of(text, fixed) < 0:
            raise CannotCompute(self.choice, f"'{words_of(text)}' is not among the options")
        return ChoiceKey(text, fixed)


@dataclass(frozen=True, slots=True)
class ChoiceKey(Key[int]):
    """The option `text`; `shown` are all options in their order, () until `offer` was called."""

    kind: ClassVar[str] = "choice"
    text: Prose
    shown: tuple[Prose, ...] = ()

    @property
    def options(self) -> tuple[Prose, ...]:
        return self.shown or (self.text,)

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        others = [mistake.text for mistake in mistakes if isinstance(mistake, ChoiceKey)]
        options = self.shown or shuffled((self.text, *others), shuffle)
        fitted = tuple(
            replace(mistake, shown=options) if isinstance(mistake, ChoiceKey) else mistake for mistake in mistakes
        )
        return replace(self, shown=options), fitted

    def read(self, text: str) -> int:
        return pick(text, self.options)

    def judge(self, reading: int) -> Verdict:
        if reading == place_of(self.text, self.options):
            return Verdict("correct", 1.0, evidence="identical")
        message = f"{lettered(reading, self.options)}: that is not it"
        return Verdict("incorrect", evidence="proven", reason="wrong-option", message=message[:200])

    def echo(self, reading: int) -> str:
        return lettered(reading, self.options)

    def prose(self) -> Prose:
        place = place_of(self.text, self.options)
        return (f"{'abcdefghijklmnopqrstuvwxyz'[place]}) ", *self.text) if self.shown else self.text

    def plain(self) -> str:
        return words_of(self.text)

    def asks(self) -> str:
        return f"one letter, {first_and_last(len(self.options))}"
