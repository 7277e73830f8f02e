"""What the journal's rows mean, and what to ask next: pure folds, with the clock and the seed as arguments.

works(history)                       what the learner did on each part: tries, hints, marks earned
open_session(history), place(…)      the session to resume, and where in it
Learner.of(works, skills, …)          how good the learner is at each skill, with an interval and a level
progress(history, …)                 the scores as one value, for people and as JSON
plan(items, wants)                   the places of a new session
"""

from quizengine.practice.plan import Wants, enough, plan
from quizengine.practice.scores import Progress, Tally, progress, streak
from quizengine.practice.skill import Estimate, Learner, Skills
from quizengine.practice.works import TRIES, Work, open_session, place, tries_of, works

__all__ = [
    "TRIES",
    "Estimate",
    "Learner",
    "Progress",
    "Skills",
    "Tally",
    "Wants",
    "Work",
    "enough",
    "open_session",
    "place",
    "plan",
    "progress",
    "streak",
    "tries_of",
    "works",
]
