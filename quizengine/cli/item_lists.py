"""The lists of `quizengine bank list`: items by topic, the topics themselves, and the statements that items cover.

Each is a value that can be printed and told as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quizengine.answers.wording import counted

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.cli.terminal import Terminal
    from quizengine.item import Item
    from quizengine.item.statements import Statement


@dataclass(frozen=True)
class ByTopic:
    """The items below the titles of their topics."""

    bank: Bank
    items: Sequence[Item]

    def print(self, terminal: Terminal) -> None:
        """Print the list."""
        widest = max((len(item.id) for item in self.items), default=0)
        for name, items in groupby(self.items, key=lambda item: item.topic):
            terminal.tell(self.bank.course.topic(name).title, "strong")
            terminal.table((item.id.ljust(widest), str(item.difficulty), item.title) for item in items)

    def to_json(self) -> list[dict[str, Any]]:
        """Return the rows of the list."""
        return [self._json(item) for item in self.items if not item.faults]

    def _json(self, item: Item) -> dict[str, Any]:
        """What is told of an item; counts where a list would need a seed."""
        return {
            "id": item.id,
            "version": item.version,
            "topic": self.bank.course.topic(item.topic).title,
            "kind": item.kind,
            "title": item.title,
            "skills": list(item.skills),
            "difficulty": item.difficulty,
            "covers": list(item.covers),
            "parts": len(item.parts),
            "marks": item.marks,
            "minutes": item.minutes,
            "mistakes": [mistake.name for part in item.parts for mistake in part.mistakes],
            "hints": sum(len(part.help.hints) for part in item.parts),
            "steps": sum(len(part.help.steps) for part in item.parts),
        }


@dataclass(frozen=True)
class Topics:
    """The topics that these items stand in, each with what is learned there."""

    bank: Bank
    items: Sequence[Item]

    def print(self, terminal: Terminal) -> None:
        """Print the list."""
        for topic in self.to_json():
            terminal.tell(_heading(topic, topic["items"]), "strong")
            terminal.tell(_shown(topic["says"], terminal), indent="  ", below="")

    def to_json(self) -> list[dict[str, Any]]:
        """Return the rows of the list."""
        rows = []
        for name, items in groupby(self.items, key=lambda item: item.topic):
            topic = self.bank.course.topic(name)
            rows.append({"name": name, "title": topic.title, "says": topic.says, "items": len(list(items))})
        return rows


@dataclass(frozen=True)
class Skills:
    """The skills that these items train, with their rules; of all items of a bank, also those that wait for an item."""

    bank: Bank
    items: Sequence[Item]

    def print(self, terminal: Terminal) -> None:
        """Print the list."""
        for skill in self.to_json():
            terminal.tell(_heading(skill, len(skill["items"])), "strong")
            if skill["after"]:
                terminal.tell(f"builds on {', '.join(skill['after'])}", "dim", indent="  ", below="")
            for line in skill["rules"].strip().split("\n"):
                terminal.tell(_shown(line, terminal), indent="  ")

    def to_json(self) -> list[dict[str, Any]]:
        """Return the rows of the list."""
        trained = {name: [item.id for item in self.items if name in item.skills] for name in self.bank.skills}
        every = len(self.items) == len(self.bank.items)
        return [{**asdict(self.bank.skills[name]), "items": ids} for name, ids in trained.items() if ids or every]


def _heading(row: Mapping[str, Any], items: int) -> str:
    """The gradient (gradient, 4 items)"""
    return f"{row['title']} ({row['name']}, {counted(items, 'item')})"


@dataclass(frozen=True)
class Covered:
    """The statements that these items cover, text by text, each with its items."""

    bank: Bank
    items: Sequence[Item]

    @cached_property
    def by_statement(self) -> Mapping[str, tuple[str, ...]]:
        return self.bank.statements.covered(self.items)

    def statements(self) -> Iterator[tuple[Statement, tuple[str, ...]]]:
        """Yield the statements to be listed, each with the ids of its items."""
        yield from ((self.bank.statements.known[id], ids) for id, ids in self.by_statement.items() if ids)

    def print(self, terminal: Terminal) -> None:
        """Print the list."""
        for text, statements in groupby(self.statements(), key=lambda pair: pair[0].text):
            terminal.tell(text, "strong")
            for statement, ids in statements:
                kind = "" if statement.kind == "statement" else f" ({statement.kind})"
                terminal.tell(f"{statement.id}{kind}  {_shown(statement.says, terminal)}", indent="  ", below="       ")
                if statement.caution:
                    told = f"with care: {_shown(statement.caution, terminal)}"
                    terminal.tell(told, "dim", indent="         ", below="")
                if ids:
                    terminal.tell(", ".join(ids), "dim", indent="         ", below="")
        done = sum(map(bool, self.by_statement.values()))
        terminal.tell(
            f"{done} of {len(self.by_statement)} statements are covered, {self._left(done)} by no item", "strong"
        )

    def to_json(self) -> list[dict[str, Any]]:
        """Return the rows of the list."""
        return [
            {
                "id": statement.id,
                "text": statement.text,
                "kind": statement.kind,
                "says": statement.says,
                "caution": statement.caution,
                "items": list(ids),
            }
            for statement, ids in self.statements()
        ]

    def _left(self, done: int) -> int:
        return len(self.by_statement) - done


@dataclass(frozen=True)
class Uncovered(Covered):
    """The statements that none of these items covers."""

    def statements(self) -> Iterator[tuple[Statement, tuple[str, ...]]]:
        yield from ((self.bank.statements.known[id], ids) for id, ids in self.by_statement.items() if not ids)


#: What `quizengine bank list` can list.
VIEWS: Mapping[str, type[ByTopic] | type[Topics] | type[Skills] | type[Covered]] = {
    "items": ByTopic,
    "topics": Topics,
    "skills": Skills,
    "covers": Covered,
    "uncovered": Uncovered,
}


def _shown(text: str, terminal: Terminal) -> str:
    """Prose of a list as this terminal shows it; what cannot be read stands as it was written."""
    from quizengine.errors import Unreadable
    from quizengine.maths.print import prose, show_prose

    try:
        return show_prose(prose(text, str), terminal.format)
    except Unreadable:
        return text
