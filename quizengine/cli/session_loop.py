"""The quiz: one loop for both front ends. Each row is in the journal before the learner sees what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from quizengine.cli.part_loop import PartLoop, SessionContext
from quizengine.cli.prefetch import Prefetch
from quizengine.errors import BankUnusable, CannotDraw, UnknownTopic
from quizengine.journal import PartRef, QuestionRef
from quizengine.practice import place

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item import Item


class SessionLoop:
    """Shows the questions of a sitting one after the other and takes the answers."""

    def __init__(self, desk: SessionContext, supply: Prefetch) -> None:
        self.desk = desk
        self.page, self.sitting = desk.page, desk.sitting
        self.supply = supply

    def run(self) -> None:
        """From the place that the journal tells to the end; raises Paused."""
        planned = self.sitting.session.planned
        for position in range(place(self.sitting.session, self.sitting.rows), len(planned)):
            try:
                item = self._heading(position)
                if item.opening is not None:
                    self.page.prompt(item.opening)  # something to read while the rest of the program comes in
                question = self.supply.question(position)
                if item.opening is None:
                    self.page.prompt(question.prompt)
            except (CannotDraw, BankUnusable, UnknownTopic) as error:
                self._left_out(position, str(error))
                continue
            self.desk.idle = partial(self.supply.prepare, position + 1)
            self._question(position, question)
        end = PartRef(self.sitting.session.id, len(planned), planned[-1])
        self.sitting.acted("close", end, "finished")

    def _heading(self, position: int) -> Item:
        """On the screen before the question is drawn: the first one brings in most of the program."""
        item = self.supply.item(position)
        number = f"{position + 1}/{len(self.sitting.session.planned)}"
        self.page.heading(f"{number}  {item.title}", *self.supply.estimate(item))
        return item

    def _left_out(self, position: int, why: str) -> None:
        self.page.line(f"{position + 1}/{len(self.sitting.session.planned)} is left out: {why}", "bad")
        self.sitting.acted("skip", PartRef(self.sitting.session.id, position, self._planned(position)), why[:200])

    def _planned(self, position: int) -> QuestionRef:
        """The place as planned, with the version of the item that is in the bank now."""
        planned = self.sitting.session.planned[position]
        return replace(planned, version=self.supply.version(planned.item) or planned.version)

    def _question(self, position: int, question: Question) -> None:
        id, planned, of = self.sitting.session.id, self._planned(position), len(question.parts)
        asked = [PartRef(id, position, planned, part.label, of) for part in question.parts]
        self.page.scenery(question)
        turns = [PartLoop(self.desk, question, index, asked) for index in range(of)]
        for turn in turns:
            turn.run()
        for turn in turns:
            if turn.owing:
                turn.answer()
