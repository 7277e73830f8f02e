"""What only an author asks of the lists of a bank: the statements that items cover, and rules that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizengine.bank.files import SKILLS, STATEMENTS, read_lists, read_text
from quizengine.item import Fault, Item
from quizengine.item.skills_and_mistakes import findings_of_rules
from quizengine.item.statements import Statement, read_statements


@dataclass(frozen=True)
class StatementLists:
    """`known` statements by id, in the order of the files statements.toml; `faults` are theirs."""

    known: Mapping[str, Statement]
    faults: tuple[Fault, ...] = ()

    def covered(self, items: Iterable[Item]) -> Mapping[str, tuple[str, ...]]:
        """Return for each statement the ids of those of `items` that cover it, in their order; () where none does."""
        ids: dict[str, list[str]] = {id: [] for id in self.known}
        for item in items:
            for statement in dict.fromkeys(item.covers):
                if statement in ids:
                    ids[statement].append(item.id)
        return {statement: tuple(found) for statement, found in ids.items()}


def read_statement_lists(folders: Iterable[Path]) -> StatementLists:
    """Return the statements of all `folders`; one that a later folder tells again under the same id takes its place."""
    return StatementLists(*read_lists((folder / STATEMENTS for folder in folders), read_statements))


def faults_of_rules(folders: Iterable[Path]) -> Iterator[Fault]:
    """Yield what is wrong with the prose of rules in the files skills.toml of `folders`."""
    for folder in folders:
        path = folder / SKILLS
        text = read_text(path) if path.exists() else ""
        if isinstance(text, str):
            yield from (Fault(path, line, message) for line, message in findings_of_rules(text))
