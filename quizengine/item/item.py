"""An item as a value: its header at once, all else when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quizengine.errors import BankUnusable, Unreadable
from quizengine.item.expected_time import expected_minutes
from quizengine.item.faults import Fault, Where
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.names import full_id, plain_id, topic_of
from quizengine.item.source import Header, Unusable, read_body, read_header, read_prompt
from quizengine.seeded import fingerprint

if TYPE_CHECKING:
    from quizengine.item.model import Body, WrittenPart
    from quizengine.maths.print import Prose


_PARAMETERS = re.compile(r"^[ \t]*(?:\[[ \t]*parameters\b|parameters[ \t]*[.=])", re.MULTILINE)


@dataclass(frozen=True)
class Item:
    """One item of a bank. `source` is the text of its file at `path`; `bank` the name of its bank, "" if it is in none.

    id: topic/name; bank:topic/name where two banks that are used together have items of that name.
    """

    id: str
    path: Path
    source: str
    heading: Header
    bank: str = ""

    @classmethod
    def read(cls, id: str, path: Path, source: str, bank: str = "") -> Item:
        """Return the item, of which only the header is read; raise Unusable with the findings if there is none."""
        return cls(id, path, source, read_header(source), bank)

    @property
    def plain_id(self) -> str:
        """topic/name, whatever other banks have: what a question is drawn from, with its seed."""
        return plain_id(self.id)

    @property
    def full_id(self) -> str:
        """bank:topic/name"""
        return full_id(self.bank, self.plain_id)

    @property
    def title(self) -> str:
        return self.heading.title

    @property
    def skills(self) -> tuple[str, ...]:
        """What its parts train, each skill once, in order."""
        return tuple(dict.fromkeys(name for names in self.skills_of_parts for name in names))

    @property
    def skills_of_parts(self) -> tuple[tuple[str, ...], ...]:
        """What each part trains."""
        return self.heading.skills

    @property
    def difficulty(self) -> int:
        """1 (easy) to 5 (hard), as its author judges."""
        return self.heading.difficulty

    @property
    def covers(self) -> tuple[str, ...]:
        """The ids of the statements that the item covers, of statements.toml."""
        return self.heading.covers

    @property
    def topic(self) -> str:
        """The folder: the part of the id before the slash."""
        return topic_of(self.id)

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that change whenever the text changes."""
        return fingerprint(self.source)

    @cached_property
    def opening(self) -> Prose | None:
        """The prompt, where nothing that a seed chooses stands in it; None for all other items and faulty prompts.

        It takes none of the models, so it can be shown while the question is drawn.
        """
        from quizengine.maths.print import prose

        try:
            written = read_prompt(self.source)
            return prose(written, str) if written else None
        except (Unusable, Unreadable):
            return None

    @cached_property
    def _body(self) -> Body | Unusable:
        try:
            return read_body(self.source)
        except Unusable as unusable:
            return unusable

    @property
    def body(self) -> Body:
        """The whole model; raises BankUnusable at the first use of an item with faults."""
        if isinstance(self._body, Unusable):
            raise unusable(self.faults)
        return self._body

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong with the text; () if `body` can be used."""
        findings = self._body.findings if isinstance(self._body, Unusable) else ()
        return tuple(Fault(self.path, line, message) for line, message in findings)

    def line(self, *where: str | int) -> int:
        """Return the line where a key stands, such as ("parts", 0, "answer"); of a file without [[parts]] the
        same way.
        """
        if where[:1] == ("parts",) and ("parts", 0) not in self._lines:
            where = where[2:]
        return line_of(where, self._lines)

    @cached_property
    def _lines(self) -> Mapping[Where, int]:
        return key_lines(self.source)

    @property
    def parts(self) -> tuple[WrittenPart, ...]:
        """What is asked, as written; at least one."""
        return self.body.parts

    @property
    def kind(self) -> Literal["concept", "family"]:
        """A family has parameters that a seed chooses; a concept item is always the same."""
        return "family" if self.body.parameters else "concept"

    @property
    def has_parameters(self) -> bool:
        """Whether a seed chooses anything, told from the text: the whole item takes as long to read as to draw."""
        return _PARAMETERS.search(self.source) is not None

    @property
    def marks(self) -> int:
        return sum(part.marks for part in self.parts)

    @property
    def minutes(self) -> int:
        """How long the whole item is expected to take: as its author says, or estimated."""
        return expected_minutes(self.body) if self.body.minutes is None else self.body.minutes


def unusable(faults: tuple[Fault, ...]) -> BankUnusable:
    """Return the error for using an item that has these faults."""
    more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
    return BankUnusable(faults[0].path, f"{faults[0].place}{faults[0].message}{more}; see `quizengine bank check`")
