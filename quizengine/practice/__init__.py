"""What the journal's rows mean, and what to ask next: pure folds, with the clock and the seed as arguments.

part_histories(history)              what the learner did on each part: tries, hints, marks earned
open_session(history)                the session to resume; current_position(…)   where in it
Learner.of(histories, skills, …)     how good the learner is at each skill, with an interval and a level
progress(history, …)                 the scores as one value, for people and as JSON
select_questions(items, request)     the questions of a new session

marks           how many tries a part allows, and what each earns
part_history    the rows of the journal brought together by part
skill_ratings   how good a learner is at each skill (Elo), the level up to mastered, and how it is told
rating_uncertainty   how far ratings may be off
scores          what `quizengine progress` tells
selection       which questions a session asks
"""

from quizengine.practice.marks import share_of, tries_of
from quizengine.practice.part_history import (
    PartHistory,
    current_position,
    open_session,
    part_histories,
)
from quizengine.practice.scores import Progress, Tally, progress, streak
from quizengine.practice.selection import SelectionRequest, enough, select_questions
from quizengine.practice.skill_ratings import Estimate, Learner, Skills

__all__ = [
    "Estimate",
    "Learner",
    "PartHistory",
    "Progress",
    "SelectionRequest",
    "Skills",
    "Tally",
    "current_position",
    "enough",
    "open_session",
    "part_histories",
    "progress",
    "select_questions",
    "share_of",
    "streak",
    "tries_of",
]
