"""quizengine practice: the quiz itself."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.commands.progress import skills_of, span
from quizengine.cli.exit_codes import PAUSED
from quizengine.cli.options import (
    SEED,
    Config,
    Whole,
    bank_option,
    describe_option,
    fresh_id,
    fresh_seed,
    now,
    plain_option,
    store_option,
)
from quizengine.errors import BankUnusable, StoreUnusable

if TYPE_CHECKING:
    from quizengine.cli.prompts import Prompt
    from quizengine.cli.session_log import SessionLog
    from quizengine.draw import Question
    from quizengine.journal import SessionPlan
    from quizengine.practice import Learner, PartHistory, SelectionRequest, Skills

USUAL = 10  # questions of a session


@click.command(short_help="Begin a session, or go on with the open one.")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("-n", "--items", type=Whole(1, 200), help=f"Questions in the session.  [default: {USUAL}]")
@click.option(
    "--seed",
    type=SEED,
    help="Plan from this seed alone: the same questions for everybody; of one item, its question of that seed.",
)
@plain_option
@describe_option
@store_option
@bank_option
@click.pass_obj
def practice(config: Config, /, **order: Any) -> int:
    """Begin a session on TOPICs; without topics, -n or --seed go on with the open one.

    A topic is a folder of the bank, a skill, or an item's id: see `quizengine bank list`. Ctrl-C pauses; every
    answer is saved when it is judged.

    \b
    Example:
      quizengine practice gradient -n 5
      quizengine practice --seed 7 --plain < answers.txt
    """
    config = config.with_paths(order["store"], order["bank"]).in_words(order["plain"] or order["describe"])
    topics, items, seed = order["topics"], order["items"], order["seed"]
    if not topics and items is None and seed is None:
        return resume_or_begin(config, order["plain"])
    return SessionRunner(config, order["plain"]).begin(topics, items, seed)


def resume_or_begin(config: Config, plain: bool) -> int:
    """Go on with the open session, or begin one of ten questions; gives the exit code."""
    runner = SessionRunner(config, plain)
    code = runner.resume()
    return runner.begin((), None, None) if code is None else code


class SessionRunner:
    """Where a session is begun, resumed and ended: the setting, the bank and the journal brought together."""

    def __init__(self, config: Config, plain: bool) -> None:
        terminal = config.terminal
        self.live = terminal.live and not plain
        self.config = replace(config, terminal=terminal if self.live else terminal.plain())
        self.terminal = self.config.terminal
        self.journal = self.config.journal()
        self.journal.ready()
        self.bank = self.config.bank_to_use()
        self.history = self.journal.history()

    def resume(self) -> int | None:
        """Run the open session; None when there is none, or none of its items is in this bank."""
        from quizengine.practice import current_position, open_session

        session = open_session(self.history)
        if session is None or not self._has_items_of(session):
            return None
        done = current_position(session, self.history)
        about = self._about(session.topics)
        self._greet(f"Resuming your session{about}: {done} of {len(session.planned)} done")
        return self._run(session)

    def begin(self, topics: tuple[str, ...], size: int | None, seed: int | None) -> int:
        """Plan a session, of the usual size where none is given, and run it. Raises UnknownTopic."""
        from quizengine.bank import select
        from quizengine.cli.first_question import quick_first
        from quizengine.journal import SessionPlan
        from quizengine.practice import enough, select_questions

        items = select(self.bank, topics)
        planned = select_questions(items, self._request(size or enough(items, USUAL), seed))
        if not planned:
            raise BankUnusable(Path("question_bank"), "there are no items to practise; see `quizengine bank check`")
        self._tell_of_open_session()
        about = self._about(topics)
        self._greet(f"{len(planned)} {'question' if len(planned) == 1 else 'questions'}{about}")
        planned, first = quick_first(planned, self.bank)
        session = SessionPlan(fresh_id(), topics, planned, now())
        self.journal.begin(session)
        return self._run(session, first)

    def _about(self, topics: tuple[str, ...]) -> str:
        return f" on {', '.join(map(self.bank.title_of, topics))}" if topics else ""

    def _tell_of_open_session(self) -> None:
        from quizengine.practice import current_position, open_session

        waiting = open_session(self.history)
        if waiting is not None:
            done = f"Your open session ({current_position(waiting, self.history)} of {len(waiting.planned)} done)"
            then = "waits: quizengine goes on with it after this one."
            if not self._has_items_of(waiting):
                then = "asks for items that are not here; name their folder with --bank to go on with it."
            self.terminal.tell(f"{done} {then}", "dim")

    def _has_items_of(self, session: SessionPlan) -> bool:
        """Whether anything that the session still asks for is in this bank; else it would be left out for good."""
        from quizengine.practice import current_position

        left = session.planned[current_position(session, self.history) :]
        return not left or any(self.bank.find(planned.item, planned.version) for planned in left)

    @cached_property
    def _skills(self) -> Skills:
        return skills_of(self.bank)

    @cached_property
    def _histories(self) -> tuple[PartHistory, ...]:
        """What was done before this session."""
        from quizengine.practice import part_histories

        return part_histories(self.history)

    @cached_property
    def _learner(self) -> Learner:
        """What these histories tell of the learner."""
        from quizengine.practice import Learner
        from quizengine.practice.scores import mixed_sessions

        return Learner.of(self._histories, self._skills, mixed_sessions(self.history, self._skills))

    def _request(self, size: int, seed: int | None) -> SelectionRequest:
        from quizengine.practice import SelectionRequest

        if seed is not None:
            return SelectionRequest(size, seed, self._skills)
        return SelectionRequest(size, fresh_seed(), self._skills, self._learner.known, self._histories, now())

    def _greet(self, first: str) -> None:
        from quizengine.practice import streak
        from quizengine.practice.scores import due

        moment = now()
        days, waiting = streak(self._histories, moment.day()), due(self._learner.known, moment)
        told = [first]
        told += [f"due today {waiting}"] if waiting else []
        told += [f"streak {days} {'day' if days == 1 else 'days'}"] if days else []
        self.terminal.tell(self.terminal.joined(told), "strong")
        self.terminal.tell("Enter grades. :hint :show :skip :quit :help; Ctrl-C pauses.", "dim")

    def _run(self, session: SessionPlan, first: Question | None = None) -> int:
        from quizengine.cli.prefetch import Prefetch
        from quizengine.cli.prompts import Paused
        from quizengine.cli.screen import Screen
        from quizengine.cli.session_log import SessionLog
        from quizengine.cli.session_loop import SessionLoop
        from quizengine.quiz import resume

        prefetch = Prefetch(session, self.bank, self.live, self._learner)
        if first is not None:
            prefetch.begin_with(first)
        log = SessionLog(resume(session, self.history), self.journal)
        try:
            SessionLoop(log, Screen(self.terminal), self._prompt, prefetch).run()
        except (Paused, KeyboardInterrupt):
            self._paused(log)
            return PAUSED
        except StoreUnusable:
            self.terminal.say("What you did last could not be kept; all before it is saved.")
            raise
        self._finished(log)
        return 0

    def _prompt(self) -> Prompt:
        if self.live:
            from quizengine.cli.live_prompt import LivePrompt

            return LivePrompt(self.terminal)
        from quizengine.cli.prompts import PlainPrompt

        return PlainPrompt(self.terminal)

    def _paused(self, log: SessionLog) -> None:
        planned = len(log.session.plan.planned)
        at = f"{min(log.session.position + 1, planned)}/{planned}"
        self.terminal.print()
        self.terminal.tell(f"Paused at {at}; all answers are saved. Go on any time with: {self.config.again()}")

    def _finished(self, log: SessionLog) -> None:
        from quizengine.practice import Tally, part_histories

        done = [one for one in part_histories(log.session.rows) if not one.left_out]
        total = Tally.of(done)
        self.terminal.print()
        parts = " parts" if any(part_history.asked.of > 1 for part_history in done) else ""
        of = len(done)
        told = f"Done. Right at the first try: {total.first} of {of}{parts}; in the end: {total.solved} of {of}."
        self.terminal.tell(told, "strong")
        if total.marks:
            self.terminal.tell(f"Marks of what you answered: {total.earned:g} of {total.marks}.")
        again, took = self.config.again, span(total.minutes).capitalize()
        self.terminal.tell(f"{took}. Scores: {again('progress')}   Next session: {again()}")
