"""statements.toml: what the texts say that a bank prepares for; items name them in `covers`.

[S2]                                         a text
title = 'A lecture page'
[S2.statements]                              its statements: ids begin with the name of the text
S2-11 = 'The gradient is …'
S2-44 = { says = 'It leads to the lowest valley.', caution = 'Only to a valley.' }
S2-73 = { kind = 'question', says = 'What does a gradient represent?' }
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizengine.item.faults import Finding, did_you_mean
from quizengine.item.line_numbers import key_lines, line_of
from quizengine.item.names import STATEMENT_ID
from quizengine.item.shared_prose import findings_of_prose
from quizengine.item.source import Unusable, parse_toml

KINDS = ("statement", "question", "gap")
_KEYS = ("kind", "says", "caution")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a text says. kind: "statement", "question" (in the words of the text) or "gap" (what it leaves
    out); `text` is the title of the text; `caution` says when the statement is true only with care, else "".
    """

    id: str
    text: str
    says: str
    kind: str = "statement"
    caution: str = ""


def read_statements(source: str) -> tuple[Mapping[str, Statement], tuple[Finding, ...]]:
    """Return the statements of a statements.toml by id, in their order, and what is wrong with it."""
    try:
        data = parse_toml(source)
    except Unusable as unusable:
        return {}, unusable.findings
    lines = key_lines(source)
    known: dict[str, Statement] = {}
    findings: list[Finding] = []
    for name, table in data.items():
        if trouble := _trouble_of_text(name, table):
            findings.append((line_of((name,), lines), trouble))
            continue
        for id, written in table["statements"].items():
            where = (name, "statements", id)
            if trouble := _trouble_of_statement(id, name, written):
                findings.append((line_of(where, lines), trouble))
                continue
            entry = {"says": written} if isinstance(written, str) else written
            known[id] = Statement(id, table["title"], **entry)
            for text in (known[id].says, known[id].caution):
                findings += findings_of_prose(text, where, lines, source)
    return known, tuple(findings)


def _trouble_of_text(name: str, table: Any) -> str:
    written = table if isinstance(table, dict) else {}
    sound = isinstance(written.get("title"), str) and isinstance(written.get("statements"), dict)
    if not sound or set(written) > {"title", "statements"}:
        return f"[{name}] needs title = '…' and [{name}.statements] below it, and nothing else"
    return ""


def _trouble_of_statement(id: str, text: str, written: Any) -> str:
    if not re.match(STATEMENT_ID, id) or not id.startswith(f"{text}-"):
        return f"'{id}' is no id of a statement in [{text}]; write {text}-01, {text}-02, …"
    table = {"says": written} if isinstance(written, str) else written
    if not isinstance(table, dict) or not all(isinstance(value, str) and value.strip() for value in table.values()):
        return f"'{id}' needs a sentence, or {{ says = '…', caution = '…' }}"
    if "says" not in table:
        return f"'{id}' needs says = '…'"
    if strange := sorted(set(table) - set(_KEYS)):
        return f"'{id}': unknown key '{strange[0]}'{did_you_mean(strange[0], _KEYS)}"
    if table.get("kind", KINDS[0]) not in KINDS:
        return f"'{id}': kind must be {', '.join(KINDS[:-1])} or {KINDS[-1]}"
    return ""
