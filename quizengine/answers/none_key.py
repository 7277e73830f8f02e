"""Keys that are none: there is no such number, no such point, no such interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.constraints import Constraints
from quizengine.answers.formula_key import NONE_WORD, FormulaKey
from quizengine.answers.verdict import CORRECT, NOT_NONE, Verdict, refused
from quizengine.maths.parse import NONE, Conventions, Reading
from quizengine.maths.parse.notation import DOCUMENTED

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.maths.print import Prose
    from quizengine.maths.tree import Node


def is_none(reading: Reading) -> bool:
    """Return whether the answer says that there is none."""
    return reading.tree == NONE


def not_none(noun: str) -> Verdict:
    """Return the verdict on "none" where there is a `noun`."""
    return refused(NOT_NONE, f"There is {noun}, so none is not right")


@dataclass(frozen=True, slots=True)
class NoneKey(FormulaKey):
    """There is none. `like` is any key of the kind that is asked: it tells how to answer, reads and echoes."""

    like: FormulaKey
    constraints: Constraints

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.like.kind

    def node(self) -> Node:
        return NONE

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> None:
        """Return None: a tree that is none is made a key by the kind that has none."""

    def reader(self, conventions: Conventions = DOCUMENTED) -> Reader[Reading]:
        return self.like.reader(conventions)

    def read_by(self, answer: Answer, conventions: Conventions) -> Reading:
        return self.like.read_by(answer, conventions)

    def judge(self, reading: Reading) -> Verdict:
        """A value is told to be wrong in words that would be as true of another one."""
        return CORRECT if is_none(reading) else refused("differs", f"It is not {self.echo(reading)}")

    def stands_for(self, reading: Reading, ours: Value) -> None:
        """Where there is none, nobody goes on with it."""

    def echo(self, reading: Reading) -> str:
        return self.like.echo(reading)

    def prose(self) -> Prose:
        return (NONE_WORD,)

    def plain(self) -> str:
        return NONE_WORD

    def short(self) -> Prose:
        return self.prose()

    def printed(self) -> Prose:
        return self.prose()

    def nodes_shown(self) -> tuple[Node, ...]:
        """Return (): it is a word."""
        return ()

    def shown_forms(self) -> tuple[str, ...]:
        return (NONE_WORD,)

    def asks(self) -> str:
        return self.like.asks()

    def accepts(self) -> str:
        return ""

    def giveaways(self) -> tuple[str, ...]:
        """A prompt may speak of the word: "if there is none, type none"."""
        return ()
