"""Which items an exam holds: chosen from a bank by topics, number and seed, the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass

from quizengine.bank import Bank
from quizengine.item import Item


@dataclass(frozen=True, slots=True)
class Paper:
    """A plan of an exam: everything that its sheets are drawn from.

    topics: what was asked for, () for the whole bank; asked: how many items were asked for; items: those chosen,
    in the order of the questions (fewer than asked where the bank has no more); seed: 0 or greater.
    """

    bank: Bank
    title: str
    topics: tuple[str, ...]
    asked: int
    seed: int
    items: tuple[Item, ...]


def plan(bank: Bank, topics: tuple[str, ...], items: int, seed: int, title: str = "") -> Paper:
    """The paper of `items` items on `topics` (all topics if there are none), chosen by `seed`.

    An empty title becomes one made from the topics. Raises UnknownTopic.
    """
    raise NotImplementedError


def label(variant: int) -> str:
    """The name of a variant, counted from 0: A, B, …, Z, AA, AB, …"""
    raise NotImplementedError
