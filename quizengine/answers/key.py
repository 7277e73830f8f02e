"""What every answer kind gives: a model for its author, and a key that reads, judges and shows.

    AnswerModel   what an author writes under [answer] or as the value of a mistake; `draw` makes it a Key
    Key           the right answer of a part (or the wrong value of a mistake); R is what it makes of a typed text

A key is a frozen value. Stages call its methods and never ask for its kind.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.payment import EVENLY, Payment
from quizengine.answers.verdict import Verdict
from quizengine.answers.wording import in_brackets
from quizengine.errors import Unreadable

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.parse import Ambiguity
    from quizengine.maths.print import Format, Layout, Prose
    from quizengine.maths.tree import Node

FEWEST_MISTAKES = 3  # that an author should name
Reads = Literal["horizontal", "vertical", "level", "point", "direction"]  # how an answer is read off a figure

R = TypeVar("R")
Shuffle = Callable[[int], Sequence[int]]  # n -> the numbers 0 … n - 1 in the order that the seed gives


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A mistake that a kind knows by itself and has proven: its stable name and one sentence for the learner."""

    name: str
    message: str


class Key(ABC, Generic[R]):
    """The right answer of one part."""

    __slots__ = ()
    kind: ClassVar[str]
    payment: Payment = EVENLY  # what its components earn

    @abstractmethod
    def reader(self) -> Reader[R]:
        """Return how an answer is read, as a value: keys whose readers are equal share one reading of an answer."""

    def read(self, typed: Answer | str) -> R:
        """Return what a typed text says; raise Unreadable and nothing else."""
        return Answer.of(typed).reading(self.reader())

    @abstractmethod
    def judge(self, reading: R) -> Verdict:
        """Return the straight judgement, without `read_as` (see `echo`) and a named mistake (see `diagnosis`)."""

    @abstractmethod
    def echo(self, reading: R) -> str:
        """Return how the text was read: one line of Unicode."""

    @abstractmethod
    def prose(self) -> Prose:
        """Return the key as text with formulas, for showing in any format."""

    @abstractmethod
    def plain(self) -> str:
        """Return the key in plain notation, which `read` takes back as right."""

    @abstractmethod
    def asks(self) -> str:
        """One line that tells how to type an answer."""

    def form(self) -> str:
        """Return what a written answer must keep to, such as "exact or with 4 significant figures"; mostly ""."""
        return ""

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        """Return the components in a fixed place that earn something by themselves, each with its name."""
        return ()

    def accepts(self) -> str:
        """Return what else is right, for who marks by hand, such as "or any positive multiple"; "" for nothing."""
        return ""

    def slack(self) -> str:
        """Return how far an answer may be off: "within 0.2"; "" where only the exact value counts."""
        return ""

    def margins(self) -> tuple[tuple[float, float], ...]:
        """Return each number of the key with how far an answer may be off it; of a direction nan and degrees."""
        return ()

    def unit(self) -> str:
        """Return the unit in which the answer is asked, as it is printed; "" where there is none."""
        return ""

    def short(self) -> Prose:
        """Return the key as `prose` does, without what an irrational number is exactly."""
        return self.prose()

    def exact_form(self) -> Prose:
        """Return the exact value where `short` shows a rounded one; () where nothing was rounded."""
        return ()

    def printed(self) -> Prose:
        """Return the key as it stands in the key of a sheet: what `prose` gives, and the remarks."""
        return in_brackets(self.short(), self.exact_form(), self.remarks())

    def remarks(self) -> str:
        """Return what else is right and how components are paid, in one phrase; "" for nothing special."""
        return "; ".join(filter(None, (self.accepts(), self.payment.told())))

    def shown_forms(self) -> tuple[str, ...]:
        """Return the lines of Unicode by each of which this key is shown, the exact one first."""
        return (self.show(),)

    def credit(self, typed: Answer | str) -> float:
        """Return what a typed text earns, 0 to 1; nothing where it cannot be read."""
        try:
            return self.judge(self.read(typed)).credit
        except Unreadable:
            return 0.0

    def is_right(self, reading: R) -> bool:
        """Return whether the reading earns full credit."""
        return self.judge(reading).credit == 1

    def diagnosis(self, reading: R) -> Diagnosis | None:
        """Return the generic mistake of this kind that a wrong answer provably shows."""
        return None

    def stands_for(self, reading: R, ours: Value) -> Value | None:
        """Return the value that an answer puts in place of `ours`, the author's value for what is asked; None where it
        gives no such value.
        """
        return None

    def rereadings(self, answer: Answer, reading: R) -> Iterator[tuple[Ambiguity, R]]:
        """Other ways to read `answer`, each with the place that is read otherwise."""
        return iter(())

    def unsound(self) -> Iterator[str]:
        """Why this key means nothing, whoever answers: a sentence each, without the numbers of the seed."""
        from quizengine.maths.print import show_prose

        if not all(show_prose(option, "text").strip() for option in self.options):
            yield "an option is empty; write what can be chosen"

    def giveaways(self) -> tuple[str, ...]:
        """Return the texts that give this answer away wherever they stand; () where none does, as in an order."""
        return ()

    def without_letters(self) -> str:
        """Return the key as text, without the letters that its options have in one question."""
        return self.show()

    def show(self, format: Format = "text", escape: Callable[[str], str] = str) -> str:
        """Return the key in `format`; words pass through `escape`."""
        from quizengine.maths.print import show_prose

        return show_prose(self.prose(), format, escape)

    def layout(self) -> Layout | None:
        """Return the key as a formula; None where it is words."""
        return None

    def node(self) -> Node | None:
        """Return the value of the key as a tree; None where it is words."""
        return None

    def nodes_shown(self) -> tuple[Node, ...]:
        """Return the trees by each of which this key is printed, the exact one first: with decimals where the item has
        them, rounded where decimals are let through; () where it is words.
        """
        return ()

    @property
    def options(self) -> tuple[Prose, ...]:
        """What there is to choose from, to order or to match, lettered a, b, … in this order; () for typed kinds."""
        return ()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the right options; () where none is right by itself, as in an order."""
        return ()

    @property
    def claim(self) -> bool | None:
        """Whether "true" is right, where true or false is asked."""
        return None

    @property
    def guess_probability(self) -> float:
        """How likely a guess is right: 0 for typed kinds, one in as many as there are answers to choose from."""
        return 1 / len(self.options) if self.options else 0.0

    @property
    def stems(self) -> tuple[Prose, ...]:
        """The numbered left sides of a matching; () for all other kinds."""
        return ()

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """This key and those of its mistakes, made to fit together: distractors become options, options are shuffled.

        To be called once when a question is drawn; gives back as many mistakes, in the same order.
        """
        return self, mistakes


class AnswerModel(BaseModel, ABC):
    """The ground of what an author writes under [answer]; the one field that names the kind tells them apart."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @property
    def kind(self) -> str:
        """The key under [answer] that names the kind."""
        return type(self).__name__.removesuffix("Model").lower()

    @property
    def listed(self) -> bool:
        """Are all options listed in the order to be shown, so that mistakes add none?"""
        return False

    @property
    def read_off(self) -> Reads | None:
        """How the answer is read off a figure, if it is."""
        return None

    @property
    def matrices(self) -> tuple[str, ...]:
        """The author's expressions whose values are matrices: a list of equal rows is printed as one."""
        return ()

    @property
    def mistakes_wanted(self) -> int:
        """How many mistakes an author should name; fewer where a wrong answer is told well without a name."""
        return FEWEST_MISTAKES

    @abstractmethod
    def draw(self, workspace: Workspace) -> Key[Any]:
        """Return the key with the values of `workspace`; raises CannotCompute or Unreadable, with the author's text."""
