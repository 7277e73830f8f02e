"""The folds over the journal: marks, scores, estimates, levels, and the plan of a session."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.answers.verdict import Outcome, Verdict
from quizengine.item import Header, Item
from quizengine.journal import Action, ActionKind, Attempt, History, PartRef, QuestionRef, SessionPlan, Timestamp
from quizengine.practice import (
    Learner,
    SelectionRequest,
    Skills,
    Tally,
    current_position,
    enough,
    open_session,
    part_histories,
    progress,
    select_questions,
)
from quizengine.practice.rating_uncertainty import Covariance
from quizengine.practice.scores import due
from quizengine.practice.skill_ratings import Estimate, fresh
from quizengine.seeded import SEEDS, SHORT_SEEDS

NOON = datetime(2025, 3, 10, 12, tzinfo=UTC)
SKILLS = Skills({"g/a": ((("gradient",),), 3), "s/b": ((("slope",),), 2), "g/c": ((("gradient", "slope"),), 4)}, {})
CREDIT = {"correct": 1.0, "partial": 0.5}


class Diary:
    """Writes a history, a row at a time."""

    def __init__(self) -> None:
        self.now = NOON
        self.sessions: list[SessionPlan] = []
        self.attempts: list[Attempt] = []
        self.actions: list[Action] = []

    def session(self, *items: str) -> Diary:
        planned = tuple(QuestionRef(item, "v", n) for n, item in enumerate(items))
        self.sessions.append(SessionPlan(f"s{len(self.sessions)}", (), planned, Timestamp.of(self.now)))
        return self

    def asked(self, position: int, part: str = "", of: int = 1) -> PartRef:
        session = self.sessions[-1]
        return PartRef(session.id, position, session.planned[position], part, of)

    def answer(self, position: int, *outcomes: Outcome, part: str = "", hints: int = 0) -> Diary:
        for outcome in outcomes:
            verdict = Verdict(outcome, CREDIT.get(outcome, 0.0), mistake="sign" if outcome == "incorrect" else None)
            asked, id = self.asked(position, part), f"a{len(self.attempts)}"
            at = Timestamp.of(self.now)
            self.attempts.append(Attempt(id, asked, len(self.attempts), "x", verdict, 1, 0.0, hints, 30.0, at))
            self.now += timedelta(seconds=30)
        return self

    def action(self, kind: ActionKind, position: int, part: str = "") -> Diary:
        self.actions.append(Action(f"c{len(self.actions)}", kind, self.asked(position, part), Timestamp.of(self.now)))
        return self

    def later(self, **span: float) -> Diary:
        self.now += timedelta(**span)
        return self

    @property
    def history(self) -> History:
        return History(tuple(self.sessions), tuple(self.attempts), tuple(self.actions))


@pytest.mark.parametrize(
    ("outcomes", "share", "over"),
    [
        (["correct"], 1.0, True),
        (["incorrect"], 0.0, False),
        (["incorrect", "correct"], 0.75, True),
        (["partial"], 0.5, False),
        (["partial", "partial"], 0.5, True),
        (["incorrect", "incorrect"], 0.0, True),
        (["unreadable", "undecided", "unreadable"], 0.0, False),
        (["unreadable", "correct"], 1.0, True),
    ],
)
def test_two_tries_and_what_they_earn(outcomes: list[Outcome], share: float, over: bool) -> None:
    (part_history,) = part_histories(Diary().session("g/a").answer(0, *outcomes).history)
    assert (part_history.share, part_history.over) == (share, over)


def test_a_hint_halves_what_the_first_try_shows_and_no_marks() -> None:
    (part_history,) = part_histories(Diary().session("g/a").action("hint", 0).answer(0, "correct", hints=1).history)
    assert (part_history.first, part_history.share, part_history.hints) == (0.5, 1.0, 1)


def test_marks_are_those_of_the_parts_that_were_answered() -> None:
    diary = (
        Diary().session("g/a", "s/b", "g/c").answer(0, "incorrect", "correct").answer(1, "incorrect").action("show", 2)
    )
    total = Tally.of(part_histories(diary.history))
    assert (total.parts, total.earned, total.marks) == (3, 0.75, 2)


def test_an_answer_left_open_over_lunch_counts_a_quarter_of_an_hour() -> None:
    diary = Diary().session("g/a").answer(0, "incorrect", "correct")
    long = replace(diary.attempts[0], seconds=7200.0)
    (part_history,) = part_histories(History(tuple(diary.sessions), (long, diary.attempts[1]), ()))
    assert part_history.seconds == 930


def test_who_asks_for_the_answer_has_not_solved_it() -> None:
    shown, skipped = part_histories(Diary().session("g/a", "s/b").action("show", 0).action("skip", 1).history)
    assert (shown.over, shown.first, shown.share) == (True, 0.0, 0.0)
    assert (skipped.over, skipped.first) == (True, None)


def test_the_open_session_and_the_place_in_it() -> None:
    diary = Diary().session("g/a", "s/b", "g/c")
    assert open_session(diary.history) == diary.sessions[0]
    assert current_position(diary.sessions[0], diary.history) == 0
    diary.answer(0, "correct").answer(1, "unreadable")
    assert current_position(diary.sessions[0], diary.history) == 1
    diary.session("g/a").action("close", 0)
    assert open_session(diary.history) == diary.sessions[0]  # the newer one is closed
    assert open_session(History()) is None


def test_progress_counts_answers_skills_mistakes_and_days() -> None:
    diary = Diary().session("g/a", "s/b").answer(0, "incorrect", "unreadable", "correct").later(days=1)
    diary.answer(1, "correct").later(hours=1)
    scores = progress(diary.history, SKILLS, Timestamp.of(diary.now))
    told = scores.to_json()
    assert (told["attempts"], told["right"], told["share_right"], told["unreadable"]) == (3, 2, 0.6667, 1)
    assert (told["parts"], told["first_try"], told["solved"]) == (2, 1, 2)
    assert [(row["skill"], row["parts"], row["first_try"]) for row in told["skills"]] == [
        ("gradient", 1, 0),
        ("slope", 1, 1),
    ]
    assert told["mistakes"] == [{"mistake": "sign", "times": 1}]
    assert [(row["day"], row["parts"]) for row in told["days"][:3]] == [
        ("2025-03-11", 1),
        ("2025-03-10", 1),
        ("2025-03-09", 0),
    ]
    assert told["streak_days"] == 2
    assert told["open_session"] == {"id": "s0", "topics": [], "done": 2, "items": 2}


def test_a_question_is_done_when_all_its_parts_are_over() -> None:
    diary = Diary().session("g/a", "s/b")
    (session,) = diary.sessions
    verdict, now = Verdict("correct", 1.0), Timestamp.of(NOON)
    for number, part in enumerate("abc"):
        assert current_position(session, diary.history) == 0
        asked = diary.asked(0, part, 3)
        diary.attempts.append(Attempt(f"p{number}", asked, 0, "x", verdict, 1, 0.0, 0, 1.0, now))
    assert current_position(session, diary.history) == 1


def test_of_two_options_one_can_be_tried() -> None:
    asked = Diary().session("g/a").asked(0)
    wrong = Attempt("a", asked, 0, "x", Verdict("incorrect"), 1, 0.5, 0, 1.0, Timestamp.of(NOON))
    (part_history,) = part_histories(History((), (wrong,), ()))
    assert part_history.over


@pytest.mark.parametrize(("days_later", "streak"), [(0, 1), (1, 1), (2, 0)])
def test_a_streak_lasts_through_the_next_day(days_later: int, streak: int) -> None:
    diary = Diary().session("g/a").answer(0, "correct").later(days=days_later)
    assert progress(diary.history, SKILLS, Timestamp.of(diary.now)).streak == streak


def estimate(diary: Diary, skill: str = "gradient", mixed: bool = True) -> Estimate:
    return Learner.of(part_histories(diary.history), SKILLS, {session.id: mixed for session in diary.sessions}).known[
        skill
    ]


def practised(times: int, hours: float, outcome: Outcome = "correct") -> Diary:
    diary = Diary()
    for _ in range(times):
        diary.session("g/a", "s/b").answer(0, outcome).later(hours=hours)
    return diary


def test_right_answers_raise_the_estimate_and_narrow_the_interval() -> None:
    few, many = estimate(practised(2, 0.1)), estimate(practised(8, 0.1))
    assert 0.5 < few.chance < many.chance < 1
    assert many.high - many.low < few.high - few.low < fresh("gradient").high - fresh("gradient").low
    assert estimate(practised(3, 0.1, "incorrect")).chance < 0.5


def test_skills_that_are_only_asked_together_stay_unsure() -> None:
    uncertainty = Covariance(1.5)
    for _ in range(100):
        uncertainty.step({"alone": 0.2}, 0.25, 0.25)
        uncertainty.step({"chain": 0.2, "rule": 0.2}, 0.125, 0.25)
    assert uncertainty.deviation({"alone": 1}) < 0.4
    assert uncertainty.deviation({"chain": 1}) == pytest.approx(uncertainty.deviation({"rule": 1}))
    assert uncertainty.deviation({"chain": 1}) > 1.5 / math.sqrt(2)  # their difference is as open as before
    assert uncertainty.deviation({"chain": 0.5, "rule": 0.5}) < 0.4  # but not how well both go together
    assert uncertainty.deviation({"never asked": 1}) == 1.5


def test_above_a_question_stands_how_its_own_item_goes() -> None:
    diary = Diary()
    for _ in range(30):
        diary.session("s/b", "g/a", "g/c").answer(2, "incorrect", "correct").later(minutes=5)
    learner = Learner.of(part_histories(diary.history), SKILLS, {})
    asked, skill = learner.on("g/c"), learner.known["gradient"]
    assert asked.tries == 30
    assert asked.high - asked.low < skill.high - skill.low
    assert asked.chance < learner.on("s/b").chance < 0.5  # s/b is easier
    assert learner.on("no longer in the bank").words() == "new to you"


def test_an_interval_is_told_until_there_are_five_tries() -> None:
    assert fresh("gradient").words() == "new to you"
    assert "as far as 4 tries can tell" in estimate(practised(4, 0.1)).words()
    assert "~" in estimate(practised(5, 0.1)).words()


def test_mastered_needs_a_right_first_try_half_a_day_later_in_a_mixed_session() -> None:
    assert estimate(practised(2, 0.1)).level == "learning"
    massed = practised(12, 0.1)
    assert estimate(massed).level == "proficient"
    assert estimate(massed.later(hours=12).session("g/a").answer(0, "correct"), mixed=False).level == "proficient"
    assert estimate(practised(12, 0.1).later(hours=12).session("g/a").answer(0, "correct")).level == "mastered"
    missed = practised(12, 0.1).later(hours=12).session("g/a").answer(0, "incorrect", "correct")
    assert estimate(missed).level != "mastered"


def test_a_proficient_skill_is_due_after_a_day_then_three() -> None:
    diary = practised(12, 0.1)
    first = estimate(diary)
    assert first.due == diary.attempts[-1].moment.day() + timedelta(days=1)
    diary.later(hours=20).session("g/a").answer(0, "correct")  # the next day, at an earlier hour
    assert estimate(diary).due == diary.attempts[-1].moment.day() + timedelta(days=3)


def test_what_is_due_goes_by_the_learners_day() -> None:
    diary = practised(12, 0.1)
    known = {"gradient": estimate(diary)}
    (day,) = {one.due for one in known.values()}
    assert day == date(2025, 3, 11)
    for hour, waiting in ((3, 0), (4, 1)):  # on the learner's clock, eleven hours ahead
        early = datetime(2025, 3, 11, hour, tzinfo=timezone(timedelta(hours=11)))
        assert due(known, Timestamp.of(early)) == waiting


IN_PARTS = Skills({"p/q": ((("gradient",), ("unit", "slope"), ("rate",)), 3)}, {})


def asked_in_parts(part: str, of: int, outcome: Outcome, item: str = "p/q") -> History:
    """One answer to a part of an item."""
    diary = Diary().session(item).answer(0, outcome)
    (attempt,) = diary.attempts
    return replace(diary.history, attempts=(replace(attempt, asked=diary.asked(0, part, of)),))


def test_each_part_counts_for_its_own_skills() -> None:
    diary = Diary().session("p/q", "p/q")
    for position in range(2):
        for part, outcome in (("a", "correct"), ("b", "correct"), ("c", "incorrect")):
            diary.answer(position, outcome)
            diary.attempts[-1] = replace(diary.attempts[-1], asked=diary.asked(position, part, 3))
    told = progress(diary.history, IN_PARTS, Timestamp.of(diary.now)).to_json()
    assert {row["skill"]: (row["parts"], row["solved"]) for row in told["skills"]} == {
        "gradient": (2, 2),
        "unit": (2, 2),
        "slope": (2, 2),
        "rate": (2, 0),
    }
    known = Learner.of(part_histories(diary.history), IN_PARTS, {}).known
    assert known["rate"].chance < 0.5 < known["gradient"].chance


@pytest.mark.parametrize(
    ("part", "of", "item", "skills"),
    [
        ("b", 3, "p/q", {"unit", "slope"}),
        ("b", 2, "p/q", set()),  # the item had two parts then: nobody knows what (b) asked
        ("", 1, "p/q", set()),
        ("d", 4, "p/q", set()),
        ("7", 3, "p/q", set()),
        ("a", 3, "gone/for-good", set()),
    ],
)
def test_old_rows_count_where_it_is_known_for_what(part: str, of: int, item: str, skills: set[str]) -> None:
    history = asked_in_parts(part, of, "correct", item)
    told = progress(history, IN_PARTS, Timestamp.of(NOON))
    assert {estimate.skill for estimate, _ in told.skills} == skills
    assert told.total.parts == 1


def test_every_part_has_the_same_share_of_an_item() -> None:
    shares = IN_PARTS.shares("p/q")
    assert shares == pytest.approx({"gradient": 1 / 3, "unit": 1 / 6, "slope": 1 / 6, "rate": 1 / 3})
    assert IN_PARTS.level("p/q", {**dict.fromkeys(shares, 0.0), "rate": 3.0}) == pytest.approx(1.0)
    both = Skills({"p/q": ((("rate",), ("rate", "gradient")), 3)}, {})
    assert both.shares("p/q") == {"rate": 0.75, "gradient": 0.25}


def test_the_interval_holds_in_four_cases_of_five() -> None:
    """Learners whose skills are known answer items of one and of two skills: the skills lie where they are told to."""
    held = told = 0
    for seed in range(60):
        dice = random.Random(seed)
        skill = {name: dice.gauss(0.5, 1) for name in ("gradient", "slope")}
        diary = Diary()
        for _ in range(60):
            id = dice.choice(sorted(SKILLS.of_item))
            (names,), level = SKILLS.of_item[id]
            logit = sum(skill[name] for name in names) / len(names) - 0.35 * (level - 3)
            right = dice.random() < 1 / (1 + math.exp(-logit))
            diary.session(id).answer(0, "correct" if right else "incorrect")
        for name, found in Learner.of(part_histories(diary.history), SKILLS, {}).known.items():
            told += 1
            held += found.low <= 1 / (1 + math.exp(-skill[name])) <= found.high
    assert 0.75 < held / told < 0.95, held / told


def item(id: str, skills: tuple[str, ...], difficulty: int = 2) -> Item:
    return Item(id, Path(f"{id}.toml"), "no item", Header(id, (skills,), difficulty, ()))


ITEMS = [item(f"{skill}/{n}", (skill,), 1 + n % 4) for skill in ("gradient", "slope", "loss") for n in range(4)]
BANK = Skills({one.id: (one.skills_of_parts, one.difficulty) for one in ITEMS}, {})


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 30))
def test_a_plan_is_full_repeatable_mixed_and_fresh(seed: int, size: int) -> None:
    request = SelectionRequest(size, seed, BANK)
    planned = select_questions(ITEMS, request)
    assert len(planned) == size
    assert planned == select_questions(ITEMS, request)
    assert len({(one.item, one.seed) for one in planned}) == size
    assert all(one.item != other.item for one, other in pairwise(planned))
    if size <= len(ITEMS):
        assert len({one.item for one in planned}) == size
    assert all(0 <= one.seed < SHORT_SEEDS for one in planned)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.permutations(ITEMS), st.integers(2, 4))
def test_a_small_topic_never_asks_the_same_item_twice_in_a_row(
    seed: int, size: int, items: list[Item], few: int
) -> None:
    planned = select_questions(items[:few], SelectionRequest(size, seed, BANK))
    assert all(one.item != other.item for one, other in pairwise(planned))


def test_a_single_item_is_asked_with_the_seed_that_was_named() -> None:
    planned = select_questions(ITEMS[:1], SelectionRequest(3, 7, BANK))
    assert [(one.item, one.seed) for one in planned] == [("gradient/0", 7), ("gradient/0", 8), ("gradient/0", 9)]
    last = select_questions(ITEMS[:1], SelectionRequest(2, SEEDS - 1, BANK))
    assert [one.seed for one in last] == [SEEDS - 1, 0]  # each can be typed again


def test_another_seed_plans_another_session() -> None:
    sessions = [select_questions(ITEMS, SelectionRequest(3, seed, BANK)) for seed in range(40)]
    assert len({tuple(one.item for one in planned) for planned in sessions}) > 30
    assert len({one.seed for planned in sessions for one in planned}) == 3 * 40


def test_what_has_no_fresh_numbers_comes_again_last() -> None:
    family = Item("slope/f", Path("f.toml"), "[parameters]", Header("f", (("slope",),), 2, ()))
    asked = [one.item for one in select_questions([family, *ITEMS[:2]], SelectionRequest(5, 1, BANK))]
    assert sorted(map(asked.count, {*asked})) == [1, 1, 3]
    assert enough([family, *ITEMS[:2]], 10) == 10
    assert enough(ITEMS[:2], 10) == 2
    assert enough(ITEMS, 10) == 10


def test_a_session_mixes_skills() -> None:
    topics = [one.item.partition("/")[0] for one in select_questions(ITEMS, SelectionRequest(9, 1, BANK))]
    assert all(topics.count(topic) == 3 for topic in ("gradient", "slope", "loss"))
    assert all(one != other for one, other in pairwise(topics))


def test_weak_skills_come_more_often_than_strong_ones() -> None:
    weak = Estimate("slope", 0.3, 0.2, 0.4, 10, "learning")
    strong = Estimate("gradient", 0.97, 0.9, 0.99, 10, "proficient", NOON.date() + timedelta(days=3))
    request = SelectionRequest(4, 5, BANK, {"slope": weak, "gradient": strong}, (), Timestamp.of(NOON))
    topics = [one.item.partition("/")[0] for one in select_questions(ITEMS, request)]
    assert topics.count("slope") > topics.count("gradient")


def test_what_was_just_solved_rests() -> None:
    diary = Diary()
    diary.sessions.append(SessionPlan("s0", (), (QuestionRef("loss/0", "v", 1),), Timestamp.of(NOON)))
    diary.answer(0, "correct")
    for seed in range(5):
        request = SelectionRequest(6, seed, BANK, {}, part_histories(diary.history), Timestamp.of(diary.now))
        assert "loss/0" not in [one.item for one in select_questions(ITEMS, request)]


def test_no_items_no_plan() -> None:
    assert select_questions([], SelectionRequest(10, 1, BANK)) == ()
