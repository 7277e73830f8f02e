"""Pairs of key and answer, composed; each with its truth by construction and by the oracle, or not kept."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .broken import TREES, Spoilt, in_place, with_gap, with_harmless_gap, with_jump, with_piece, with_zero
from .derive import ZERO
from .expr import Expr, name, places, put, replace, size, text
from .rewrite import changed, exponent, naturally, rewritten
from .settings import Setting, keys, setting
from .truth import Point, judge

FAMILIES = {
    "plain, right": 16, "plain, wrong": 8, "right": 10, "wrong": 6, "zero": 12, "zero, harmless": 7, "gap": 12,
    "gap, harmless": 7, "natural gap": 4, "another branch": 2, "drowned": 11, "drowned, harmless": 2, "jump": 3,
    "jump, harmless": 3, "composed": 20, "composed, harmless": 9,
}  # fmt: skip
IN_BOTH = ("natural gap", "another branch", "jump", "jump, harmless", "drowned", "drowned, harmless")
LONGEST_TEXT = 400
LOOKS = 4


@dataclass
class Draft:
    """A pair in the making."""

    at: Setting
    key: list[Expr]
    answer: list[Expr]
    right: bool = True
    kinds: list[str] = field(default_factory=list)
    hints: list[Point] = field(default_factory=list)

    def spoil(self, index: int, rng: random.Random, how: str) -> None:
        """Spoils one component, or only seems to; somewhere inside it now and then."""
        whole = self.answer[index]
        spots = [(path, part) for path, part in places(whole) if not exponent(whole, path)]
        path, part = rng.choice(spots) if rng.random() < 0.3 and how not in IN_BOTH else ((), whole)
        new = spoilt(part, self.at, rng, how)
        if new.key is not None:
            self.key[index] = put(new.key, {"A": self.key[index]})
        self.answer[index] = replace(whole, path, new.answer)
        self.right &= new.right
        self.kinds.append(new.kind)
        self.hints += new.hints


def spoilt(answer: Expr, at: Setting, rng: random.Random, how: str) -> Spoilt:
    match how:
        case "zero" | "zero, harmless":
            return with_zero(answer, at, rng, "harmless" in how)
        case "gap":
            return with_gap(answer, at, rng)
        case "gap, harmless":
            return with_harmless_gap(answer, at, rng)
        case "natural gap":
            return in_place(answer, at, rng, "natural gaps")
        case "another branch":
            return in_place(answer, at, rng, "another value where u < 0")
        case "drowned" | "drowned, harmless":
            return with_piece(answer, at, rng, "harmless" in how)
        case "jump" | "jump, harmless":
            return with_jump(answer, at, rng, "harmless" in how)
        case "wrong":
            new, kind = changed(answer, at, rng)
            return Spoilt(new, False, kind)
    raise ValueError(how)


SPOILING = ("zero", "gap", "drowned", "zero", "gap", "natural gap", "jump", "wrong", "drowned")
SEEMING = ("zero, harmless", "gap, harmless", "jump, harmless", "drowned, harmless", "zero, harmless", "gap, harmless")


def drawn(family: str, rng: random.Random) -> Draft:
    at = setting(rng)
    if family.startswith("plain"):
        return plain(family, at, rng)
    key, again = keys(at, rng, lambda f: rewritten(f, at, rng, 1))
    draft = Draft(at, list(key), [rewritten(part, at, rng, rng.randint(0, 2)) for part in again])
    index = giveaways(draft, rng)
    if family == "right":
        draft.answer = [rewritten(part, at, rng, rng.randint(1, 4)) for part in draft.answer]
        draft.kinds.append("rewritten")
    elif family.startswith("composed"):
        composed(draft, index, rng, "harmless" in family)
    else:
        draft.spoil(index, rng, family)
        if rng.random() < 0.3:
            draft.answer[index] = rewritten(draft.answer[index], at, rng, 1)
    return draft


def giveaways(draft: Draft, rng: random.Random) -> int:
    """A component to spoil: not a 0, if there is another."""
    indices = range(len(draft.key))
    return rng.choice([index for index in indices if draft.key[index] != ZERO] or indices)


def plain(family: str, at: Setting, rng: random.Random) -> Draft:
    """What learners write: another way, and one mistake."""
    key, again = keys(at, rng, lambda f: naturally(f, rng, rng.randint(0, 1)))
    draft = Draft(at, list(key), [naturally(part, rng, rng.randint(1, 4)) for part in again], kinds=["natural"])
    if "wrong" in family:
        draft.spoil(giveaways(draft, rng), rng, "wrong")
    return draft


def composed(draft: Draft, index: int, rng: random.Random, harmless: bool) -> None:
    """Two or three spoilings, seeming ones among them, under heads that key and answer share, then rewritten."""
    steps = [rng.choice(SEEMING) for _ in range(rng.randint(1, 2))]
    if not harmless:
        steps[rng.randrange(len(steps)) :] = [rng.choice(SPOILING) for _ in range(rng.randint(1, 2))]
        rng.shuffle(steps)
    for step in steps:
        draft.spoil(index, rng, step)
        if rng.random() < 0.5:
            _, head = rng.choice(TREES["heads"])
            y = name(rng.choice(draft.at.letters))
            draft.key[index], draft.answer[index] = (
                put(head, {"A": side, "y": y}) for side in (draft.key[index], draft.answer[index])
            )
    draft.answer[index] = rewritten(draft.answer[index], draft.at, rng, rng.randint(0, 2))


def pair(number: int, seed: int, dropped: Counter[str]) -> dict[str, Any] | None:
    """The pair of this number, or None where construction and oracle do not agree, or the oracle cannot tell."""
    rng = random.Random(f"{seed}/{number}")
    family = rng.choices(list(FAMILIES), list(FAMILIES.values()))[0]
    draft = drawn(family, rng)
    key, answer = (", ".join(map(text, side)) for side in (draft.key, draft.answer))
    if max(len(key), len(answer)) > LONGEST_TEXT or max(map(size, draft.answer)) > 150:
        dropped["too long"] += 1
        return None
    for _ in range(1 if draft.right else LOOKS):
        found = judge(tuple(draft.key), tuple(draft.answer), draft.at.ranges, draft.hints, rng)
        if found.right is draft.right:
            break
    if found.right is not draft.right:
        dropped[f"{family}: " + ("the oracle cannot tell" if found.right is None else "constructed otherwise")] += 1
        return None
    vector = len(draft.key) > 1
    return {
        "id": f"{seed}-{number}",
        "key": f"({key})" if vector else key,
        "answer": f"({answer})" if vector else answer,
        "variables": list(draft.at.letters),
        "domain": draft.at.domain,
        "verdict": draft.right,
        "family": family,
        "kind": "; ".join(draft.kinds),
        "shown_at": found.point and {letter: str(value) for letter, value in found.point.items()},
    }


def pairs(count: int, seed: int, dropped: Counter[str]) -> Iterator[dict[str, Any]]:
    """`count` pairs that are kept; `dropped` counts the others by reason."""
    number = kept = 0
    while kept < count:
        number += 1
        if (row := pair(number, seed, dropped)) is not None:
            kept += 1
            yield row
