"""One session that is worked through here: inputs are stamped, and rows are on the disk before it goes on."""

from __future__ import annotations

import time

from quizengine.cli.options import fresh_id, now
from quizengine.journal import Attempt, Journal
from quizengine.quiz import Input, Session, Stamp, Taken, take


class SessionLog:
    """The session as it is now, and the journal that it is kept in."""

    def __init__(self, session: Session, journal: Journal) -> None:
        self.session = session
        self.journal = journal
        self._shown = time.monotonic()

    def take(self, given: Input) -> Taken:
        """Return what comes of an input; nothing is kept of it yet, so whoever is stopped here has done nothing."""
        return take(self.session, given, Stamp(fresh_id(), now(), time.monotonic() - self._shown))

    def keep(self, taken: Taken) -> None:
        """Go on with what came of an input, when its rows are in the journal. Raises StoreUnusable."""
        for row in taken.rows:
            if isinstance(row, Attempt):
                self.journal.attempt(row)
            else:
                self.journal.action(row)
        self.session = taken.session

    def shown(self) -> None:
        """The steps of the last input are on the screen: the learner's time runs from here."""
        self._shown = time.monotonic()
