"""What a bank has, counted: skills by difficulty and kind of answer, statements, mistakes; and what is thin in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.bank.bank import Bank
    from quizengine.item import Item

LEVELS = range(1, 6)
#: Below these something is thin.
FEWEST_ITEMS, FEWEST_LEVELS, FEWEST_OF_A_KIND, LEAST_SHARE = 4, 3, 3, 0.1


@dataclass(frozen=True, slots=True)
class Cell:
    """How many items there are of one difficulty with one kind of answer; `skill` is "" for those of all skills."""

    skill: str
    difficulty: int
    kind: str
    families: int
    concepts: int

    @property
    def items(self) -> int:
        """How many in all."""
        return self.families + self.concepts


@dataclass(frozen=True, slots=True)
class SkillCount:
    """A skill and the items that train it; an item with several kinds of answer counts for each of them.

    wider: other skills are a part of it, so that few items need train it itself.
    """

    name: str
    title: str
    families: int
    concepts: int
    levels: Mapping[int, int]
    kinds: Mapping[str, int]
    rules: bool
    wider: bool

    @property
    def items(self) -> int:
        """How many in all."""
        return self.families + self.concepts


@dataclass(frozen=True, slots=True)
class TextCoverage:
    """How many statements of a source text some item covers; `left` are the ids of the others."""

    text: str
    covered: int
    total: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thin:
    """What there is too little of: names of skills, levels with their share, kinds of answers with their items."""

    few_items: tuple[SkillCount, ...]
    few_levels: tuple[SkillCount, ...]
    without_rules: tuple[str, ...]
    levels: Mapping[int, float]
    kinds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that was counted. `unused` are mistakes of the catalogue that no item names, () for some items of a bank;
    `kinds` and `levels` count items,
    `mistakes` too, those of most items first.
    """

    families: int
    concepts: int
    parts: int
    marks: int
    minutes: int
    levels: Mapping[int, int]
    kinds: Mapping[str, int]
    cells: tuple[Cell, ...]
    skills: tuple[SkillCount, ...]
    texts: tuple[TextCoverage, ...]
    mistakes: Mapping[str, int]
    unused: tuple[str, ...]
    thin: Thin

    @property
    def items(self) -> int:
        """How many in all."""
        return self.families + self.concepts


def statistics(bank: Bank, items: Sequence[Item]) -> Statistics:
    """Return what `items` of `bank` have; those with faults are left out, since nobody knows what they ask."""
    sound = [item for item in items if not item.faults]
    every = len(items) == len(bank.items)
    levels = _levels(sound)
    kinds = Counter(kind for item in sound for kind in _kinds(item))
    skills = tuple(_skills(bank, sound, every))
    named = Counter(name for item in sound for name in {one.name for part in item.parts for one in part.mistakes})
    families = sum(item.kind == "family" for item in sound)
    return Statistics(
        families,
        len(sound) - families,
        sum(len(item.parts) for item in sound),
        sum(item.marks for item in sound),
        sum(item.minutes for item in sound),
        levels,
        {kind: kinds[kind] for kind in _kinds_there_are()},
        (*_cells("", sound), *(cell for skill in skills for cell in _cells(skill.name, sound))),
        skills,
        tuple(_coverage(bank, sound)),
        dict(sorted(named.items(), key=lambda entry: (-entry[1], entry[0]))),
        tuple(name for name in bank.mistakes if name not in named) if every else (),
        _thin(skills, levels, kinds, every),
    )


def _levels(items: Iterable[Item]) -> Mapping[int, int]:
    counted = Counter(item.difficulty for item in items)
    return {level: counted[level] for level in LEVELS}


def _kinds(item: Item, skill: str = "") -> list[str]:
    """The kinds of answers of its parts, each once; of those that train `skill`, where one is named."""
    return list(dict.fromkeys(part.answer.kind for part in item.parts if not skill or skill in part.skills))


def _kinds_there_are() -> tuple[str, ...]:
    from quizengine.answers.kind_names import NAMES

    return NAMES


def _cells(skill: str, items: Iterable[Item]) -> Iterable[Cell]:
    """The cells with something in them, by difficulty and kind."""
    theirs = [item for item in items if not skill or skill in item.skills]
    found = Counter((item.difficulty, kind, item.kind) for item in theirs for kind in _kinds(item, skill))
    for level in LEVELS:
        for kind in _kinds_there_are():
            of_kind = [found[level, kind, "family"], found[level, kind, "concept"]]
            if any(of_kind):
                yield Cell(skill, level, kind, *of_kind)


def _skills(bank: Bank, items: Sequence[Item], every: bool) -> Iterable[SkillCount]:
    """Every skill of the bank; for some items only the skills that they train."""
    parents = {skill.parent for skill in bank.skills.values()}
    for skill in bank.skills.values():
        theirs = [item for item in items if skill.name in item.skills]
        if theirs or every:
            families = sum(item.kind == "family" for item in theirs)
            kinds = Counter(kind for item in theirs for kind in _kinds(item, skill.name))
            yield SkillCount(
                skill.name,
                skill.title,
                families,
                len(theirs) - families,
                _levels(theirs),
                dict(kinds.most_common()),
                bool(skill.rules),
                skill.name in parents,
            )


def _coverage(bank: Bank, items: Sequence[Item]) -> Iterable[TextCoverage]:
    covered = bank.statements.covered(items)
    known = bank.statements.known
    for text in dict.fromkeys(statement.text for statement in known.values()):
        ids = [id for id in covered if known[id].text == text]
        left = tuple(id for id in ids if not covered[id])
        yield TextCoverage(text, len(ids) - len(left), len(ids), left)


def _thin(skills: Iterable[SkillCount], levels: Mapping[int, int], kinds: Mapping[str, int], every: bool) -> Thin:
    """What is thin; kinds of answers and levels are asked of a whole bank only."""
    own = [skill for skill in skills if not skill.wider or skill.items]
    total = sum(levels.values())
    shares = {level: levels[level] / total for level in LEVELS} if total and every else {}
    return Thin(
        tuple(skill for skill in own if skill.items < FEWEST_ITEMS),
        tuple(skill for skill in own if skill.items and sum(map(bool, skill.levels.values())) < FEWEST_LEVELS),
        tuple(skill.name for skill in own if not skill.rules),
        {level: share for level, share in shares.items() if share < LEAST_SHARE},
        {kind: kinds[kind] for kind in _kinds_there_are() if kinds[kind] < FEWEST_OF_A_KIND} if every else {},
    )
