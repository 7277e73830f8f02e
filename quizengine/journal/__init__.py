"""The append-only store of sessions, attempts and actions: what happened, in order, and nothing derived from it.

    journal = Journal(path)              nothing is read or made yet
    journal.begin(session)               one row, one transaction, on the disk when the call returns
    journal.attempt(attempt)
    journal.action(action)
    journal.history()                    everything, as values; a store that is not there yet holds nothing

    records    the rows as frozen values
    schema     the tables, how a store is made, and how a file is told to be one
    store      the file: one transaction a row

Every score, the open session and the place in it are folds over these rows (see `quizengine.practice`).
"""

from quizengine.journal.records import (
    Action,
    ActionKind,
    Attempt,
    History,
    PartRef,
    QuestionRef,
    SessionPlan,
    Timestamp,
)
from quizengine.journal.store import Journal

__all__ = [
    "Action",
    "ActionKind",
    "Attempt",
    "History",
    "Journal",
    "PartRef",
    "QuestionRef",
    "SessionPlan",
    "Timestamp",
]
