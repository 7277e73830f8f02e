"""What the keys of all typed mathematics have in common: reading, echoing and showing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.constraints import NO_POINT, Constraints, EvaluationPoint
from quizengine.answers.key import Key, Shuffle
from quizengine.answers.readers.formula import FormulaReader, alternatives, documented
from quizengine.answers.wording import in_brackets
from quizengine.errors import Unreadable
from quizengine.maths.parse import NONE, Ambiguity, Conventions, Notation, Reading, parse
from quizengine.maths.parse.notation import DOCUMENTED
from quizengine.maths.tree import Itself, Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Value
    from quizengine.maths.parse import Wants
    from quizengine.maths.print import Layout, Prose

NONE_WORD = "none"  # as an author writes it, as it is printed and echoed


class FormulaKey(Key[Reading]):
    """A key whose answers are read as mathematics; its classes are frozen dataclasses with a field `constraints`."""

    __slots__ = ()
    wants: ClassVar[Wants]  # how an answer is read
    key_wants: ClassVar[Wants] = "any"  # how a key is read that stands as a text, without an item
    may_be_infinite: ClassVar[bool] = False
    constraints: Constraints
    names: tuple[str, ...] = ()  # what is asked is called, by an author
    place: EvaluationPoint = NO_POINT  # where it was evaluated, of the kinds that may be asked at a point

    @abstractmethod
    def node(self) -> Node:
        """Return the key's value."""

    @classmethod
    def parse_key(cls, text: str, names: tuple[str, ...]) -> Node:
        """Return the tree that a key written as `text`, without an item, is; `names`: the variables that it may hold,
        () for any. Raise Unreadable.
        """
        return parse(text, Notation(names, cls.key_wants)).tree

    @classmethod
    @abstractmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> FormulaKey | None:
        """The key of this kind that `tree` is, without an item; None if it is something else."""

    def shape(self) -> tuple[int, ...]:
        """How many components, coordinates or iterates are asked, or rows and columns; () for all else."""
        return ()

    def called(self) -> tuple[str, ...]:
        """What they are called, one by one, or the one value; () where they have no names of their own."""
        return self.names

    def read(self, typed: Answer | str) -> Reading:
        """Under the documented rules; see `rereadings` for the others."""
        return self.read_by(Answer.of(typed), DOCUMENTED)

    def read_by(self, answer: Answer, conventions: Conventions) -> Reading:
        """Return what `answer` says under `conventions`; raise Unreadable."""
        return answer.reading(self.reader(conventions))

    def reader(self, conventions: Conventions = DOCUMENTED) -> Reader[Reading]:
        kept = documented(self.constraints.variables, self.wants, self.shape(), self.called())
        return kept if conventions is DOCUMENTED else FormulaReader(kept.notation, conventions)

    def notation(self) -> Notation:
        """How answers are written."""
        return documented(self.constraints.variables, self.wants, self.shape(), self.called()).notation

    def rereadings(self, answer: Answer, reading: Reading) -> Iterator[tuple[Ambiguity, Reading]]:
        """The answer under the other rule of each ambiguous place, then of all, where it comes out different."""
        seen = {reading.tree}
        for ambiguity in alternatives(reading.ambiguities):
            try:
                other = self.read_by(answer, ambiguity.conventions)
            except Unreadable:
                continue
            if other.tree not in seen:
                seen.add(other.tree)
                yield ambiguity, other

    def unlike(self, *examples: str) -> str:
        """The first example that earns nothing as an answer, so that none gives the key away; else the last."""
        return _unlike(Itself(self), examples)

    def earns_nothing(self, example: str) -> bool:
        """Is no part of the key told by `example`?"""
        try:
            return not self.judge(self.read(example)).credit
        except Unreadable:
            return False

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        from quizengine.answers.carried_value import in_place_of

        return in_place_of(ours, reading.tree) if isinstance(ours, Node) else None

    def echo(self, reading: Reading) -> str:
        """The tree, with the labels that were understood: ∂L/∂w = −6, ∂L/∂b = 3."""
        from quizengine.maths.print import show

        if reading.tree == NONE:
            return NONE_WORD
        labels = reading.labels
        if not labels:
            return show(reading.tree, "text")
        if len(labels) == 1:
            return f"{labels[0]} = {show(reading.tree, 'text')}"
        values = _values(reading.tree, len(labels))
        if len(values) != len(labels):
            return show(reading.tree, "text")
        return ", ".join(f"{label} = {show(value, 'text')}" for label, value in zip(labels, values, strict=True))

    def nodes_shown(self) -> tuple[Node, ...]:
        found = (self.node(), self.constraints.shown(self.node()), self._decimal())
        return tuple(dict.fromkeys(node for node in found if node is not None))

    def layout(self) -> Layout:
        from quizengine.maths.print import layout_of

        return layout_of(self.constraints.shown(self.node()))

    def prose(self) -> Prose:
        """The value; where decimals are let through, the decimal first: −0.01012 (exactly −√133/1140)."""
        return in_brackets(self.short(), self.exact_form())

    def short(self) -> Prose:
        """The value, or the decimal that stands for it."""
        from quizengine.maths.print import layout_of

        decimal = self._decimal()
        return (self.layout() if decimal is None else layout_of(decimal),)

    def shown_forms(self) -> tuple[str, ...]:
        """Exact, and as a decimal where decimals are let through."""
        from quizengine.maths.print import show

        return tuple(show(node, "text") for node in self.nodes_shown())

    def _decimal(self) -> Node | None:
        """The value as decimals; None where it is shown as it is."""
        if self.constraints.accuracy.exact:
            return None
        from quizengine.answers.comparison.tolerance_text import as_decimal

        return as_decimal(self.node(), self.constraints.accuracy)

    def exact_form(self) -> Prose:
        from quizengine.answers.comparison.tolerance_text import same_value

        decimal = self._decimal()
        if decimal is None or same_value(self.node(), decimal):
            return ()
        return (self.layout(),)

    def plain(self) -> str:
        from quizengine.maths.print import plain

        return plain(self.node())

    def form(self) -> str:
        return self.constraints.accuracy.asks().removeprefix(", ")

    def accepts(self) -> str:
        return self.slack()

    def slack(self) -> str:
        return self.constraints.accuracy.within

    def margins(self) -> tuple[tuple[float, float], ...]:
        from quizengine.answers.comparison.decimals import margin
        from quizengine.answers.giveaway import pieces_of

        found = (margin(number, self.constraints.accuracy) for number in pieces_of(self.node()))
        return tuple(one for one in found if one is not None)

    def unsound(self) -> Iterator[str]:
        from quizengine.answers.comparison.key_validation import key_faults

        return key_faults(self)

    def giveaways(self) -> tuple[str, ...]:
        return self.shown_forms()

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """Mistakes may be answered with all the variables and labels that the key knows."""
        return self, tuple(_answered_like(mistake, self) for mistake in mistakes)


@lru_cache(maxsize=256)
def _unlike(key: Itself, examples: tuple[str, ...]) -> str:
    """Kept, since many answers to one key have the wrong shape."""
    return next(filter(key.node.earns_nothing, examples), examples[-1])


def _values(tree: Node, count: int) -> tuple[Node, ...]:
    """The values of a list to which `count` labels belong: its items, or those of its rows or points."""
    items = tree.items if isinstance(tree, Vector) else (tree,)
    if len(items) == count:
        return items
    return tuple(value for item in items for value in (item.items if isinstance(item, Vector) else (item,)))


def _answered_like(mistake: Key[Any], key: FormulaKey) -> Key[Any]:
    """A mistake that reads whatever `key` reads, and labels alike where it is of the same kind."""
    if not isinstance(mistake, FormulaKey):
        return mistake
    if key.names and type(mistake) is type(key) and mistake.shape() == key.shape():
        mistake = replace(mistake, names=key.names)  # type: ignore[type-var]
    known = tuple(dict.fromkeys((*key.constraints.variables, *mistake.constraints.variables)))
    return replace(mistake, constraints=replace(mistake.constraints, variables=known))  # type: ignore[type-var]
