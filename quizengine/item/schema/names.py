"""The names that the lists of a bank tell, as what an editor offers, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizengine.item.names import STATEMENT_ID
from quizengine.item.schema.dialect import Schema


@dataclass(frozen=True, slots=True)
class Names:
    """What items may name, each with what it means: skills, mistakes and the ids of statements."""

    skills: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)

    def definitions(self) -> dict[str, Schema]:
        """Return them as definitions; a list without entries leaves its names open."""
        from quizengine.answers.generic_mistakes import NAMES

        told = {"none": "no mistake is told", **NAMES, **self.mistakes}
        return {
            "skill": one_name(self.skills, {"type": "string"}),
            "mistake-name": one_name(self.mistakes, {"type": "string"}),
            "mistake-told": one_name(told, {"type": "string"}),
            "statement-id": one_name(self.statements, {"type": "string", "pattern": STATEMENT_ID}),
        }


def one_name(names: Mapping[str, str], open_one: Schema) -> Schema:
    """Return the schema of one of `names`, with what each means; where there are none, `open_one`."""
    if not names:
        return open_one
    return {"enum": list(names), "x-taplo": {"docs": {"enumValues": list(_shortly(names.values()))}}}


def _shortly(texts: Iterable[str]) -> Iterable[str]:
    """Texts of a list on one line each."""
    return (" ".join(text.split()) for text in texts)
