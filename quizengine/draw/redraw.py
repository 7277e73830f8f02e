"""A part of a question drawn once more, with other values for some of its names.

again = redraw(question, 1, {"g": tree})
again.key()                 the key that follows, with the options as they are on the screen
again.lines()               what came out anew in [let]: each text with the value of the question, and the new one
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizengine.draw.evaluation_order import Step, evaluation_order, holds, lines_between, mentioned, work_out
from quizengine.draw.failures import ItemError, RequirementFailed
from quizengine.draw.givens import given_numbers, texts_of, texts_of_answers
from quizengine.draw.question import Question
from quizengine.draw.stimulus import texts_of_figures, with_figures
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.language.values_inside import values_within

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.item.model import WrittenPart
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.tree import Node

_NO_MATHEMATICS = {"credit", "up_to", "unit", "also"}  # options of answers whose words are no author's expressions


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Part `index` of `question`, worked out with other values.

    Pairs are the value of the question and the new one. steps: the lines of [let] that came out anew, top to bottom;
    texts: the author's expressions under [answer].
    """

    question: Question
    index: int
    steps: tuple[Step, ...]
    texts: tuple[str, ...]
    workspace: Workspace

    def key(self) -> Key[Any] | None:
        """Return the key that follows, None where it would need other options than are on the screen.

        Raises CannotCompute or Unreadable.
        """
        return _key(self.question.item.parts[self.index], self.question.parts[self.index].key, self.workspace)

    def all_hold(self, conditions: Sequence[str]) -> bool:
        """Return whether all of an author's `conditions` hold with the other values; raise CannotCompute."""
        return all(holds(condition, self.workspace) for condition in conditions)

    def lines(self) -> Iterator[tuple[str, Value, Value]]:
        """Yield the text of each line of [let] that came out anew, with both values."""
        before, after = self._values
        return ((step.text, before[step.name], after[step.name]) for step in self.steps)

    def within(self, text: str) -> Iterator[tuple[Value | None, Value | None]]:
        """Yield both values of each word in `text`, as of dot(v, w); None where one has no value of its own."""
        before, after = self._values
        return zip(values_within(text, before), values_within(text, after), strict=True)

    def used(self, text: str) -> Iterator[tuple[Node, Node]]:
        """Yield both values of the numbers and formulas from which `text` is worked out."""
        before, after = self._values
        names = mentioned(text, before)
        return zip(given_numbers(text, names, before), given_numbers(text, names, after), strict=False)

    @property
    def _values(self) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
        return self.question.workspace.values, self.workspace.values


def mathematics_of(asked: WrittenPart) -> tuple[str, ...]:
    """Return the author's expressions under [answer] of a part, from which its key is worked out."""
    return texts_of(asked.answer.model_dump(exclude=_NO_MATHEMATICS))


def redraw(
    question: Question, index: int, given: Mapping[str, Value], conditions: Sequence[str] = ()
) -> Redrawn | None:
    """Work part `index` out with the values `given` by name, as far as its answer and `conditions` need it.

    Return None where a line of [let] has no value; raise CannotCompute where a name cannot have the one given.
    """
    body, asked = question.item.body, question.item.parts[index]
    texts = mathematics_of(asked)
    shown: tuple[str, ...] = ()
    if body.figures:
        shown = texts_of_figures(body, texts_of_answers(asked.answer, *(wrong.value for wrong in asked.mistakes)))
    needed = with_hidden((*texts, *shown, *conditions), hidden_in(body.parameters))
    steps = lines_between(evaluation_order(body), given, needed)
    workspace = question.workspace
    for name, value in given.items():
        workspace = workspace.bind(name, value)
    try:
        workspace = work_out(steps, workspace)
        return Redrawn(question, index, steps, texts, with_figures(body, workspace) if shown else workspace)
    except (RequirementFailed, ItemError):
        return None


def _key(asked: WrittenPart, ours: Key[Any], workspace: Workspace) -> Key[Any] | None:
    """The key of `asked` with the values of `workspace`; None where other options would have to be on the screen than
    those of `ours`. Raises as drawing does.
    """
    key = asked.answer.draw(workspace)
    if not ours.options:
        return key
    if key.stems != ours.stems:
        return None
    wrong = tuple(_wrong(asked, workspace))
    offered, _ = key.offer(wrong, range)
    if not set(ours.options) <= set(offered.options):
        return None
    order = [offered.options.index(option) for option in ours.options]
    placed, _ = key.offer(wrong, lambda _: order)
    return placed if placed.options == ours.options else None


def _wrong(asked: WrittenPart, workspace: Workspace) -> Iterator[Key[Any]]:
    """The mistakes that have a value here, which are the other options."""
    for written in asked.mistakes:
        if written.when is not None and not holds(written.when, workspace):
            continue
        try:
            yield written.value.draw(workspace)
        except NeverComputes:
            raise
        except CannotCompute:
            continue
