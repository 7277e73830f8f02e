"""The questions of a session, drawn when they are needed or, on a live screen, one ahead in a thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from quizengine.errors import QuizError

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.draw import Question
    from quizengine.item import Item
    from quizengine.journal import SessionPlan
    from quizengine.practice import Learner


class Prefetch:
    """Draws the questions of `session` from `bank`. `ahead`: draw the next one while this one is being answered,

    since the first derivative brings in SymPy, which takes longer than a learner should wait.
    """

    def __init__(self, session: SessionPlan, bank: Bank, ahead: bool, learner: Learner) -> None:
        self.session = session
        self.bank = bank
        self.ahead = ahead
        self.learner = learner
        self._drawn: dict[int, Question | QuizError] = {}
        self._thread: threading.Thread | None = None

    def begin_with(self, question: Question) -> None:
        """Take the first question, which was drawn when the session was planned."""
        self._drawn[0] = question

    def question(self, position: int) -> Question:
        """Return the question at `position`; raises CannotDraw, UnknownTopic (the item is gone) or BankUnusable."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        found = self._drawn.pop(position, None)
        if isinstance(found, QuizError):
            raise found
        return found if found is not None else self._draw(position)

    def prepare(self, position: int) -> None:
        """Begin to load what judging needs and to draw the question at `position`, if that is not done yet.

        What goes wrong is told when the question is asked for.
        """
        if self.ahead and self._thread is None:
            self._thread = threading.Thread(target=self._keep, args=(position,), daemon=True)
            self._thread.start()

    def item(self, position: int) -> Item:
        """Return the item at `position`; raises UnknownTopic when it is gone."""
        planned = self.session.planned[position]
        return self.bank.item(planned.item, planned.version)

    def version(self, position: int) -> str | None:
        """Return the version that the item at `position` has in the bank, None when it is gone."""
        planned = self.session.planned[position]
        found = self.bank.find(planned.item, planned.version)
        return found.version if found else None

    def estimate(self, item: Item) -> tuple[str, str]:
        """Return what is told beside the title: the level, and how this learner does on such items."""
        return f"level {item.difficulty}", self.learner.on(item.id).words()

    def _draw(self, position: int) -> Question:
        from quizengine.draw import draw_question

        return draw_question(self.item(position), self.session.planned[position].seed, self.bank.mistakes)

    def _keep(self, position: int) -> None:
        import quizengine.grade  # noqa: F401  the first answer is judged without a wait

        if position < len(self.session.planned):
            try:
                self._drawn[position] = self._draw(position)
            except QuizError as error:  # told when the question is asked for
                self._drawn[position] = error
