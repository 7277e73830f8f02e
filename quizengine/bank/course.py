"""The topics of a bank as a course: titles, one after the other, and items in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizengine.bank.files import TOPICS, read_lists
from quizengine.item import Fault, Item
from quizengine.item.topics import Topic, read_topics


@dataclass(frozen=True)
class Course:
    """`topics` by name, in the order of the course: those of topics.toml; `faults` are its own.

    A folder that it does not tell of is a topic all the same, after all others.
    """

    topics: Mapping[str, Topic]
    faults: tuple[Fault, ...] = ()

    def topic(self, name: str) -> Topic:
        """Return the topic of the folder `name`."""
        return self.topics.get(name) or Topic.of_folder(name)

    def names_in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names of topics as the course goes; those without an entry come last, by name."""
        places = {name: place for place, name in enumerate(self.topics)}
        return tuple(sorted(names, key=lambda name: (places.get(name, len(places)), name)))

    def in_order(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Return the items as the course goes: topic by topic, in a topic by difficulty and then by name."""
        items = tuple(items)
        places = {name: place for place, name in enumerate(self.names_in_order({item.topic for item in items}))}
        return tuple(sorted(items, key=lambda item: (places[item.topic], item.difficulty, item.id)))


def read_course(folders: Iterable[Path]) -> Course:
    """Return the course of all `folders`: topics of later ones come after, unless an earlier one has them already."""
    return Course(*read_lists((folder / TOPICS for folder in folders), read_topics))
