"""What an author's text can hold beyond a student's: words, indexing, comparisons, logic, text literals.

    Word("diff", (f, Name("x")))                    diff(f, x)
    Word("at", (f,), (("x", Number(1)),))           at(f, x = 1)
    Index(Name("A"), (Number(1), Number(2)))        A[1, 2]
    Compare((a, b), ("≠",))                         a != b; signs are the tree's: = ≠ < > ≤ ≥
    Logic("and", (p, q))                            p and q; "not" has one operand
    Text("heat")                                    "heat"

Functions of the tree (sin, sqrt, abs, max, norm, …) stay Call; every other `name(…)` is a Word, whatever it means.
The nodes of the tree may hold these as children: `2*diff(f, x)` is Product((Number(2), Word(…))).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Word:
    """name(arguments…, name = value, …)."""

    name: str
    arguments: tuple[AuthorNode, ...] = ()
    named: tuple[tuple[str, AuthorNode], ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """value[positions…], counted from 1."""

    value: AuthorNode
    positions: tuple[AuthorNode, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """sides[0] signs[0] sides[1] …; each sign is one of = ≠ < > ≤ ≥."""

    sides: tuple[AuthorNode, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """operands joined by "and" or "or"; "not" has one."""

    operator: Literal["and", "or", "not"]
    operands: tuple[AuthorNode, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text literal, without its quotes."""

    text: str


AuthorNode = Node | Word | Index | Compare | Logic | Text
