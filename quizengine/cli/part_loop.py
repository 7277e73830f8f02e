"""One part before the learner: lines are asked for and judged until the part is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from quizengine.answers.wording import sentence
from quizengine.cli import session_commands
from quizengine.cli.earlier import FOLLOWED, kept_back, own_answers, tree_of
from quizengine.cli.options import fresh_id, now
from quizengine.cli.page import Page, clock
from quizengine.cli.prompts import Idle, Line, Paused, Prompt, meant, nothing
from quizengine.cli.session_log import SessionLog
from quizengine.errors import Unreadable
from quizengine.journal import Attempt, PartRef
from quizengine.practice import PartHistory, tries_of

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.draw import Question

GO_ON = (
    "Go on from your own answer; the right one comes at the end. :steps shows it now, and then it counts from there."
)
KEPT = 4_000  # characters of an answer that go into the journal; the reader takes 2,000


@dataclass
class SessionContext:
    """What all parts of a session share. `last` is the part whose worked steps can be asked for.

    `opens` gives the front, `idle` is for the lines that are asked for.
    """

    sitting: SessionLog
    page: Page
    opens: Callable[[], Prompt]
    last: PartLoop | None = None
    idle: Idle = nothing

    @cached_property
    def front(self) -> Prompt:
        """Opened when the first question is on the screen: a live one takes its time."""
        return self.opens()


class PartLoop:
    """Part `index` of a question; `asked` names all parts of it in the journal."""

    def __init__(self, desk: SessionContext, question: Question, index: int, asked: Sequence[PartRef]) -> None:
        self.desk = desk
        self.page, self.sitting = desk.page, desk.sitting
        self.question, self.index = question, index
        self.part = question.parts[index]
        self.asked, self.all_asked = asked[index], asked
        self.chance = self.part.key.chance
        label = f" ({self.part.label})" if self.part.label else ""
        self.asking = Line(f"answer{label}> ", self._echo, desk.idle)
        self.begun = time.monotonic()
        self.owing = False  # is the right answer kept back until the question is over?

    @property
    def work(self) -> PartHistory:
        """What was done on this part so far."""
        return self.sitting.work(self.asked)

    def over(self) -> bool:
        """Whether nothing more can be earned."""
        return self.work.over

    def run(self) -> None:
        """Until the part is over; raises Paused."""
        if self.over():
            self._recall()  # after a pause: what comes next builds on it
        else:
            self.page.part(self.part, len(self.question.parts))
            self._remind()
        while not self.over():
            typed = self.desk.front.ask(self.asking)
            if typed.strip().startswith(":"):
                session_commands.obey(self, typed.strip().lower())
            elif typed.strip():
                self._answer(typed)
            else:
                self.page.line("  Type an answer, or :help.", "dim")
        self.desk.last = self

    @property
    def title(self) -> str:
        """Of the item, with the letter of the part."""
        return self.question.item.title + (f" ({self.part.label})" if self.part.label else "")

    def question_again(self) -> None:
        """All that is asked, since it may have left the screen."""
        self.page.line()
        self.page.prompt(self.question.prompt)
        self.page.scenery(self.question)
        self.page.part(self.part, len(self.question.parts))

    def _recall(self) -> None:
        """A part that is over, with the answer on which the learner goes on: the right one, or their own."""
        judged = self.work.judged
        self.owing = bool(judged) and kept_back(self)
        self.page.recall(self.part, judged[-1].answer if self.owing else None)

    def _remind(self) -> None:
        """After a pause: what was done on this part before it."""
        work = self.work
        for number, hint in enumerate(self.part.hints[: work.hints], 1):
            self.page.note(f"Hint {number}:", hint)
        for attempt in work.judged:
            self.page.line(f"  You answered {attempt.answer}", "dim")
            self._say(attempt.verdict, attempt.seconds)

    def _echo(self, text: str) -> str:
        reading = self._reading(text)
        return f"read as  {reading}" if reading else ""

    def _reading(self, text: str) -> str:
        """How `text` is read, "" where it cannot be."""
        try:
            key: Any = self.part.key
            return str(key.echo(key.read(text)))
        except Unreadable:
            return ""

    def _answer(self, typed: str) -> None:
        before = self.work
        if self._was_given(typed):
            self.page.line("  You gave this answer before; it costs no try. Another one, or :hint :show :skip", "dim")
            return
        seconds = time.monotonic() - self.begun
        try:
            verdict = self._judge(typed)
        except KeyboardInterrupt:
            self.page.line("  This answer was not judged and does not count; give it again when you go on.", "dim")
            raise Paused from None
        self.begun = time.monotonic()
        turn, text = len(before.attempts) + self.sitting.undone(self.asked), typed[:KEPT]
        row = Attempt(
            fresh_id(), self.asked, turn, text, verdict, self.part.marks, self.chance, before.hints, seconds, now()
        )
        self.sitting.answered(row)  # on the disk before a word is said
        self._tell(typed, verdict, seconds)

    def _was_given(self, typed: str) -> bool:
        """Whether the same was answered before; a label in front makes no other answer of it."""
        reading, tree = self._reading(typed), tree_of(self.part, typed)
        return bool(reading) and any(
            reading == attempt.verdict.read_as or (tree is not None and tree == tree_of(self.part, attempt.answer))
            for attempt in self.work.judged
        )

    def _judge(self, typed: str) -> Verdict:
        from quizengine.grade import follow

        return follow(self.question, self.index, typed, own_answers(self))

    def _tell(self, typed: str, verdict: Verdict, seconds: float) -> None:
        if verdict.outcome == "unreadable":
            word = meant(typed)
            if word is None and len(typed) <= KEPT:
                self.page.caret(typed, verdict, self.asking.prompt)
            why = f"if you mean {word}, type its colon too." if word else sentence(verdict.message)
            self.page.line(f"  Not {_unlike(verdict)} yet: {why} This costs no try.", "dim")
            return
        if verdict.read_as and not self.desk.front.echoes:
            self.page.line(f"  read as  {verdict.read_as}", "dim")
        self._say(verdict, self.work.seconds if self.over() else seconds)
        if self.over():
            self.close()

    def _say(self, verdict: Verdict, seconds: float) -> None:
        used = len(self.work.judged)
        message = f" {verdict.message}" if verdict.message and not _repeats(verdict) else ""
        given = " for your own earlier answer" if verdict.reason == FOLLOWED else ""
        match verdict.outcome:
            case "correct":
                second = " at the second try (¾ of the marks)" if used > 1 else ""
                self.page.line(f"✓ Right{given}{second}.{message}  {clock(seconds)}", "good")
            case "undecided":
                self.page.line(f"?{message or ' This could not be decided.'} It costs no try.", "bad")
            case outcome:
                share = (
                    f"Partly right{given} ({round(100 * verdict.credit)} %)" if outcome == "partial" else "Not right"
                )
                self.page.line(f"✗ {share}.{message}", "bad")
                name = f"[{verdict.mistake}]  " if verdict.mistake else ""
                left = "" if self.over() else f"try {used + 1} of {tries_of(self.chance)}, or :hint :show :skip"
                if name or left:
                    self.page.line(f"  {name}{left}", "dim")

    def close(self) -> None:
        """The part is over: what the answer was and how to get there, if the learner needs it and goes on with it."""
        if kept_back(self):
            self.owing = True
            self.page.line(f"  {GO_ON}", "dim")
        elif not self.work.solved:
            self.answer()
        elif self._last():
            self.page.steps(self.part)  # nothing is asked any more at which :steps could be typed
        elif self.part.steps:
            self.page.line("  :steps shows the worked steps", "dim")

    def answer(self) -> None:
        """The right answer and the worked steps."""
        self.owing = False
        self.page.key(self.part)
        self.page.steps(self.part)

    def _last(self) -> bool:
        """Is this the last part of the session?"""
        planned = self.sitting.session.planned
        return self.index + 1 == len(self.all_asked) and self.asked.position + 1 == len(planned)


def _unlike(verdict: Verdict) -> str:
    """What an answer that costs no try is not yet."""
    from quizengine.answers.verdict import ASKED_BACK

    return "clear" if verdict.reason in ASKED_BACK else "readable"


def _repeats(verdict: Verdict) -> bool:
    """Does the message only say which number was typed, having no component and no point to name?"""
    alone = not verdict.parts and verdict.witness is not None and not verdict.witness.point
    return alone and verdict.reason == "differs"
