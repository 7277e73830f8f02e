"""Which items an exam holds: chosen from a bank by topics, number and seed, the same on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from quizengine.bank import Bank, select
from quizengine.errors import BankUnusable, UnknownTopic
from quizengine.item import Item
from quizengine.seeded import SEEDS, Chance

EDITION = 1  # of sheet codes: goes up, after the first release, whenever the same plan gives other questions
MAX_ITEMS = 200
MAX_VARIANTS = 1_000
LONGEST_TITLE = 60  # characters that still make one line

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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

    @property
    def pool(self) -> tuple[Item, ...]:
        """The items that the paper's own were chosen from."""
        return select(self.bank, self.topics)


def plan_paper(bank: Bank, topics: tuple[str, ...], items: int, seed: int, title: str = "") -> Paper:
    """Return the paper of `items` items on `topics` (all topics if there are none), chosen by `seed`.

    Topics and skills are spread as evenly as the bank allows. Easy questions come first, equally hard ones in the order
    of the course. Families come again with other numbers when there are too few items; concept items never do; items
    with faults are left out. An empty title becomes one made from the topics.
    Raises UnknownTopic, BankUnusable where every item has faults, and ValueError for numbers outside MAX_ITEMS and
    SEEDS.
    """
    if not 1 <= items <= MAX_ITEMS or not 0 <= seed < SEEDS:
        raise ValueError(f"a paper has 1 to {MAX_ITEMS} items and a seed from 0 to {SEEDS - 1}")
    topics = tuple(dict.fromkeys(topic.strip().strip("/").lower() for topic in topics))
    pool = select(bank, topics)
    chosen = _easy_first(bank, _choose(pool, items, seed))
    if pool and not chosen:
        raise BankUnusable(pool[0].path, "has faults, as all items on these topics; see `quizengine bank check`")
    if not chosen:
        raise UnknownTopic("any", ())
    return Paper(bank, title.strip() or default_title(bank, topics), topics, items, seed, chosen)


def plan_without(paper: Paper, left_out: Collection[str]) -> Paper | None:
    """Return the paper with others in place of the items `left_out`, None if there is no other item."""
    pool = tuple(item for item in paper.pool if item.id not in left_out)
    chosen = _easy_first(paper.bank, _choose(pool, paper.asked, paper.seed))
    return replace(paper, items=chosen) if chosen else None


def default_title(bank: Bank, topics: tuple[str, ...]) -> str:
    """Return the title of a paper without one of its own: those of its topics as long as they make one line, else that
    of the bank.
    """
    title = " · ".join(map(bank.title_of, topics))
    return title if 0 < len(title) <= LONGEST_TITLE else bank.title or "Gradients"


def label(variant: int) -> str:
    """Return the name of a variant, counted from 0: A, B, …, Z, AA, AB, …"""
    letters = ""
    rest = variant + 1
    while rest:
        rest, digit = divmod(rest - 1, len(_DIGITS))
        letters = _DIGITS[digit] + letters
    return letters


def _choose(pool: tuple[Item, ...], count: int, seed: int) -> tuple[Item, ...]:
    """Greedy: each time the item whose own use, whose topic and whose skills the paper holds least so far."""
    used: Counter[str] = Counter()
    chosen: list[Item] = []
    chance = Chance("paper", (seed,))

    def need(item: Item) -> tuple[int, int, int, float]:
        busiest = max((used["skill " + skill] for skill in item.skills), default=0)
        return used["item " + item.id], used["topic " + item.topic], busiest, chance.below("choose", item.id).fraction()

    open_items = list(pool)
    while open_items and len(chosen) < count:
        item = min(open_items, key=need)
        if item.faults or (used["item " + item.id] and item.kind == "concept"):
            open_items.remove(item)
            continue
        chosen.append(item)
        used.update(["item " + item.id, "topic " + item.topic, *("skill " + skill for skill in item.skills)])
    return tuple(chosen)


def _easy_first(bank: Bank, chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(sorted(bank.course.in_order(chosen), key=lambda item: item.difficulty))
