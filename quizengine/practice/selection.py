"""The places of a new session: weak and due skills first, mixed, with fresh numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizengine.item import Item
from quizengine.journal import QuestionRef, Timestamp
from quizengine.practice.part_history import PartHistory
from quizengine.practice.skill_ratings import Estimate, Skills, expected_score
from quizengine.seeded import SEEDS, Chance

AIM = 0.775  # of first tries right: hard enough to learn, easy enough to go on
RESTS = 3.0  # days that an item rests after it was solved; a concept item has the same words every time


@dataclass(frozen=True, slots=True)
class SelectionRequest:
    """What a session is planned from: how many places, the seed, and what is known of the learner.

    Without histories and estimates (a session with a seed of its own) the plan depends on seed, size and items alone.
    """

    size: int
    seed: int
    skills: Skills
    known: Mapping[str, Estimate] = field(default_factory=dict)
    histories: Sequence[PartHistory] = ()
    now: Timestamp | None = None

    @property
    def chance(self) -> Chance:
        """The source of all that is left to chance."""
        return Chance("session", (self.seed,))


def select_questions(items: Sequence[Item], request: SelectionRequest) -> tuple[QuestionRef, ...]:
    """Return `request.size` places from `items`, the same for the same arguments; () only when there are no items.

    An item comes twice only when there are fewer items than places, and then with other numbers. The first place
    goes to a concept item where there is one: it is drawn at once, so that a session begins without a wait.
    A single item is asked with the seed itself, as `quizengine bank show` draws it, and with those that follow.
    """
    chosen = _chosen(items, request)
    if not chosen:
        return ()
    if len(items) == 1:
        return tuple(
            QuestionRef(item.id, item.version, (request.seed + place) % SEEDS) for place, item in enumerate(chosen)
        )
    mixed = _apart(_quick_first(chosen))
    return tuple(
        QuestionRef(item.id, item.version, request.chance.below("question", position, item.id).seed())
        for position, item in enumerate(mixed)
    )


def enough(items: Sequence[Item], size: int) -> int:
    """Return how many places to plan where nobody says how many: `size`, or one for each item when none has fresh
    numbers.
    """
    return min(size, len(items)) if not any(item.has_parameters for item in items) else size


def _chosen(items: Sequence[Item], request: SelectionRequest) -> list[Item]:
    """The best items one by one; each choice makes items like it less wanted."""
    rest = _rest(request)
    worth = {item.id: _worth(item, request) - rest.get(item.id, 0.0) for item in items}
    of_skill: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    chosen: list[Item] = []
    while items and len(chosen) < request.size:
        best = max(items, key=lambda item: (worth[item.id] - _crowd(item, of_skill) - _stale(item, uses), item.id))
        chosen.append(best)
        uses[best.id] += 1
        of_skill.update(best.skills)
    return chosen


def _worth(item: Item, request: SelectionRequest) -> float:
    """How much this learner should be asked this item now; a little chance breaks ties."""
    known = [request.known[name] for name in item.skills if name in request.known]
    due = any(
        estimate.due is not None and request.now is not None and estimate.due <= request.now.day() for estimate in known
    )
    weak = max((max(0.0, AIM - estimate.chance) for estimate in known), default=0.2)
    fits = 1 - abs(expected_score(item.id, request.skills, request.known) - AIM)
    return due + 2 * weak + fits + 0.5 * request.chance.below("worth", item.id).fraction()


def _rest(request: SelectionRequest) -> dict[str, float]:
    """How much less wanted an item is because it was met lately: fully just now, not at all after its days of rest."""
    rest: dict[str, float] = {}
    for part_history in request.histories:
        if request.now is not None:
            days = max(0.0, (request.now.time() - part_history.begun.time()).total_seconds() / 86_400)
            length = RESTS if part_history.solved else RESTS / 6
            rest[part_history.asked.question.item] = 3 * max(0.0, 1 - days / length)
    return rest


def _crowd(item: Item, of_skill: Mapping[str, int]) -> float:
    return 0.5 * max((of_skill.get(name, 0) for name in item.skills), default=0)


def _stale(item: Item, uses: Mapping[str, int]) -> float:
    """How much less wanted an item is that has a place already: a family has fresh numbers, a concept item has not."""
    return (10 if item.has_parameters else 30) * uses[item.id]


def _quick_first(chosen: list[Item]) -> list[Item]:
    """One of those that come most often goes first, else two of it could meet at the end."""
    often = _most_often(chosen)
    quick = next((n for n in often if not chosen[n].has_parameters), often[0])
    return [chosen[quick], *chosen[:quick], *chosen[quick + 1 :]]


def _most_often(chosen: list[Item]) -> list[int]:
    times = Counter(item.id for item in chosen)
    return [n for n, item in enumerate(chosen) if times[item.id] == max(times.values())]


def _apart(chosen: list[Item]) -> list[Item]:
    """The same items, so that neighbours are different ones, and train different things where that can be had."""
    left, mixed = chosen[1:], chosen[:1]
    while left:
        last, times = mixed[-1], Counter(item.id for item in left)
        step = min(range(len(left)), key=lambda n: (_likeness(left[n], last), -times[left[n].id]))
        mixed.append(left.pop(step))
    return mixed


def _likeness(item: Item, other: Item) -> int:
    if item.id == other.id:
        return 2
    return int(item.topic == other.topic or item.skills[0] == other.skills[0])
