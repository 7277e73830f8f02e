"""The loop of a session, for both prompts. Lines go into the session, its steps are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING

from quizengine.cli.prefetch import Prefetch
from quizengine.cli.presenter import Presenter
from quizengine.cli.prompts import Line, Paused, Prompt, prompt_of
from quizengine.cli.screen import Screen
from quizengine.cli.session_commands import REQUESTS, WORDS, meant, unknown
from quizengine.cli.session_log import SessionLog
from quizengine.errors import BankUnusable, CannotDraw, UnknownTopic
from quizengine.one_question import one_question
from quizengine.quiz import Draw, Finish, LeaveOut, LeaveRest, Taken, Typed, read_as

if TYPE_CHECKING:
    from quizengine.draw import Part, Question
    from quizengine.item import Item
    from quizengine.quiz.session import Asking


class SessionLoop:
    """Asks the questions of a session one after the other and takes what is typed.

    make_prompt: makes the prompt when the first question is on the screen: a live one takes its time.
    """

    def __init__(self, log: SessionLog, screen: Screen, make_prompt: Callable[[], Prompt], prefetch: Prefetch) -> None:
        self.log = log
        self.screen = screen
        self.make_prompt = make_prompt
        self.prefetch = prefetch
        self.presenter = Presenter(screen, len(log.session.plan.planned))

    def run(self) -> None:
        """From the place that the journal tells to the end; raises Paused."""
        while self.log.session.wanted is not None:
            self._go_on(self.log.take(self._question(self.log.session.position)))
            while self.log.session.asking is not None:
                self._ask(self.log.session.asking.part)
        self._go_on(self.log.take(Finish()))

    @cached_property
    def _prompt(self) -> Prompt:
        return self.make_prompt()

    def _go_on(self, taken: Taken) -> None:
        """Keeps the rows, and only then tells what they say."""
        before = self.log.session.asking
        self.log.keep(taken)
        with self._left_out_if_not_shown(self.log.session.asking or before):
            for step in taken.steps:
                self.presenter.show(step)
        self.log.shown()

    @contextmanager
    def _left_out_if_not_shown(self, asking: Asking | None) -> Iterator[None]:
        """Leaves out the question that is asked if something of it cannot be shown; of one that is over, it is told."""
        if asking is None:
            yield
            return
        try:
            with one_question(asking.question.item.id, asking.question.seed, "shown"):
                yield
        except CannotDraw as failure:
            if self.log.session.asking is None:
                self.screen.line(f"  {failure}", "bad")
            else:
                self._go_on(self.log.take(LeaveRest(str(failure))))

    def _question(self, position: int) -> Draw | LeaveOut:
        """The question at `position`, with as much of it on the screen as its parts have in common."""
        planned = self.log.session.plan.planned[position]
        try:
            with one_question(planned.item, planned.seed, "shown"):
                item = self._heading(position)
                if item.opening is not None:
                    self.screen.prompt(item.opening)  # something to read while the rest of the program comes in
                question = self.prefetch.question(position)
                if item.opening is None:
                    self.screen.prompt(question.prompt)
        except (CannotDraw, BankUnusable, UnknownTopic) as error:
            return LeaveOut(str(error), self.prefetch.version(position))
        return Draw(question)

    def _heading(self, position: int) -> Item:
        """On the screen before the question is drawn: the first one brings in most of the program."""
        item = self.prefetch.item(position)
        self.screen.heading(f"{self.presenter.number(position)}  {item.title}", *self.prefetch.estimate(item))
        return item

    def _ask(self, part: Part) -> None:
        """For one line; raises Paused."""
        idle = partial(self.prefetch.prepare, self.log.session.position + 1)
        typed = self._prompt.ask(Line(prompt_of(part.label), partial(_echo, self.log.session.now.question, part), idle))
        if typed.strip().startswith(":"):
            self._obey(typed.strip().lower())
        elif typed.strip():
            self._answer(typed)
        else:
            self.screen.line("  Type an answer, or :help.", "dim")

    def _answer(self, typed: str) -> None:
        try:
            taken = self.log.take(Typed(typed))
        except KeyboardInterrupt:
            self.screen.line("  This answer was not judged and does not count; give it again when you go on.", "dim")
            raise Paused from None
        self._go_on(taken)

    def _obey(self, typed: str) -> None:
        """Does what the word `typed` stands for; raises Paused."""
        match word := meant(typed):
            case ":again":
                self._question_again()
            case ":describe":
                self._describe()
            case ":quit":
                raise Paused
            case ":help":
                self.screen.words(WORDS)
            case str() if word in REQUESTS:
                self._go_on(self.log.take(REQUESTS[word]))
            case _:
                self.screen.line(f"  {unknown(typed)}", "dim")

    def _question_again(self) -> None:
        """All that is asked, since it may have left the screen."""
        asking = self.log.session.now
        with self._left_out_if_not_shown(asking):
            self.screen.line()
            self.screen.prompt(asking.question.prompt)
            self.screen.stimulus(asking.question)
            self.screen.part(asking.part, len(asking.question.parts))

    def _describe(self) -> None:
        """The figures of the question in words."""
        asking = self.log.session.now
        with self._left_out_if_not_shown(asking):
            self.screen.describe(asking.question, asking.part)


def _echo(question: Question, part: Part, text: str) -> str:
    try:
        with one_question(question.item.id, question.seed, "judged"):
            reading = read_as(part, text)
    except CannotDraw:  # told when the answer is judged
        return ""
    return f"read as  {reading}" if reading else ""
