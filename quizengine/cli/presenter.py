"""The words and the places on the screen for each step of a session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.answers.wording import sentence
from quizengine.cli.prompts import prompt_of
from quizengine.cli.screen import Screen, clock
from quizengine.cli.session_commands import meant
from quizengine.quiz import steps
from quizengine.quiz.answering import KEPT

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.draw import Part
    from quizengine.maths.print import Prose

GO_ON = (
    "Go on from your own answer; the right one comes at the end. :steps shows it now, and then it counts from there."
)
PRICE = "A step counts as a hint: it costs no marks, but a first try after it tells half as much of what you can do."
REFUSED: Mapping[steps.Refused, str] = {
    steps.Refused.GIVEN_BEFORE: "You gave this answer before; it costs no try. Another one, or :hint :show :skip",
    steps.Refused.NO_HINTS: "There are no hints here. :show gives the answer and the worked steps.",
    steps.Refused.NO_MORE_HINTS: "There are no more hints. :show gives the answer and the worked steps.",
    steps.Refused.ANSWER_NEXT: "The next step tells the answer: :show gives it, and then this part earns nothing more.",
    steps.Refused.STEPS_FROM_RIGHT: (
        "The steps begin with the right answer to an earlier part. :steps shows that, and then it counts from there."
    ),
    steps.Refused.NO_STEPS: "There are no worked steps to what you answered last.",
    steps.Refused.NOTHING_BEFORE: "Nothing is answered yet; :show gives the answer to this one.",
    steps.Refused.NOTHING_TO_UNDO: "There is no answer to this question that could be taken back.",
    steps.Refused.UNDONE_BEFORE: "One answer can be taken back, not two. Another one, or :hint :show :skip",
}
FRACTIONS: Mapping[float, str] = {0.25: "¼", 0.5: "½", 0.75: "¾"}


class Presenter:
    """Prints the steps of one session of `places` questions to a page."""

    def __init__(self, screen: Screen, places: int) -> None:
        self.screen = screen
        self.places = places

    def number(self, position: int) -> str:
        """Return the place at `position` (from 0), of how many."""
        return f"{position + 1}/{self.places}"

    def show(self, step: steps.Step) -> None:
        """Print a step; those that only tell where the session stands print nothing."""
        match step:
            case steps.QuestionAsked():
                self.screen.stimulus(step.question)
            case steps.PartAsked():
                self._part_asked(step)
            case steps.PartRecalled():
                self.screen.recall(step.part, step.own)
            case steps.Unread():
                self._unread(step)
            case steps.Judged():
                self._judged(step)
            case steps.AnswerShown():
                self._answer(step.part)
            case steps.StepsShown():
                self.screen.steps(step.part)
            case steps.StepsRecalled():
                self._recalled(step)
            case steps.HintShown():
                self.screen.note(f"Hint {step.number} of {step.of}:", step.hint)
                if step.ladder:
                    self.screen.line("  After this :hint goes on with the worked steps, one by one.", "dim")
            case steps.WorkedStepShown():
                self._worked_step(step)
            case steps.LeftOut():
                self.screen.line(f"{self.number(step.position)} is left out: {step.why}", "bad")
            case _:
                for line in _words(step):
                    self.screen.line(f"  {line}", "dim")

    def _part_asked(self, step: steps.PartAsked) -> None:
        """A part, and after a pause what was done on it before."""
        self.screen.part(step.part, step.of)
        for number, hint in enumerate(step.hints, 1):
            self.screen.note(f"Hint {number}:", hint)
        for number, worked in enumerate(step.steps, 1):
            self.screen.step(f"Step {number} of {len(step.part.steps)}:", worked)
        for attempt in step.answers:
            self.screen.line(f"  You answered {attempt.answer}", "dim")
            self._wrong(attempt.verdict, _left(step.tries))

    def _unread(self, step: steps.Unread) -> None:
        letter = step.part.key.options and len(step.typed.strip()) == 1  # of an option that there is not
        word = None if letter else meant(step.typed)
        if word is None and len(step.typed) <= KEPT:
            self.screen.caret(step.typed, step.verdict, prompt_of(step.part.label))
        why = f"if you mean {word}, type its colon too." if word else sentence(step.verdict.message)
        self.screen.line(f"  Not {_unlike(step.verdict)} yet: {why} This costs no try.", "dim")

    def _judged(self, step: steps.Judged) -> None:
        verdict = step.verdict
        if verdict.read_as and not self.screen.terminal.live:  # a live line has it below itself already
            self.screen.line(f"  read as  {verdict.read_as}", "dim")
        match verdict.outcome:
            case "correct":
                share = FRACTIONS.get(step.share, f"{100 * step.share:g} %")
                second = f" at the second try ({share} of the marks)" if step.tries.used > 1 else ""
                told = f"✓ Right{_given(verdict)}{second}.{_message(verdict)}"
                self.screen.line(f"{told}  {clock(step.seconds)}", "good")
            case "undecided":
                message = _message(verdict) or " This could not be decided."
                self.screen.line(f"?{message} It costs no try.", "bad")
            case _:
                self._wrong(verdict, "" if step.over else _left(step.tries), step.feedback)

    def _wrong(self, verdict: Verdict, left: str, feedback: Prose = ()) -> None:
        """An answer that is not all right; `left` tells what can be done."""
        share = "Not right"
        if verdict.outcome == "partial":
            share = f"Partly right{_given(verdict)} ({round(100 * verdict.credit)} %)"
        self.screen.line(f"✗ {share}.{_message(verdict)}", "bad")
        if feedback:
            self.screen.prose(feedback)
        name = f"[{verdict.mistake}]  " if verdict.mistake else ""
        if name or left:
            self.screen.line(f"  {name}{left}", "dim")

    def _answer(self, part: Part) -> None:
        """The right answer and the worked steps."""
        self.screen.key(part)
        self.screen.steps(part)

    def _worked_step(self, step: steps.WorkedStepShown) -> None:
        """A worked step in the place of a hint, and what it costs."""
        self.screen.step(f"Step {step.number} of {step.of}:", step.step)
        if step.number == 1:
            self.screen.line(f"  {PRICE}", "dim")
        if step.last:
            self.screen.line(f"  {REFUSED[steps.Refused.ANSWER_NEXT]}", "dim")

    def _recalled(self, step: steps.StepsRecalled) -> None:
        label = f" ({step.part.label})" if step.part.label else ""
        self.screen.line(f"  Worked steps of: {step.question.item.title}{label}", "dim")
        if step.answer:
            self._answer(step.part)
        else:
            self.screen.steps(step.part)


def _words(step: steps.Step) -> tuple[str, ...]:
    """What is said of a step in words of ours alone; () for one that nothing is said of."""
    match step:
        case steps.AnswerKeptBack():
            return (GO_ON,)
        case steps.StepsOffered():
            return (":steps shows the worked steps",)
        case steps.Passed.SKIPPED:
            return ("Skipped.",)
        case steps.TakenBack():
            return (f"Taken back: {step.answer}", _left(step.tries))
        case steps.Refused():
            return (REFUSED[step],)
        case _:
            return ()


def _left(tries: steps.Tries) -> str:
    return f"try {tries.used + 1} of {tries.of}, or :hint :show :skip"


def _given(verdict: Verdict) -> str:
    return " for your own earlier answer" if verdict.followed else ""


def _message(verdict: Verdict) -> str:
    """The message after a space; "" where it only says which number was typed: there is no component to name."""
    alone = not verdict.parts and verdict.witness is not None and not verdict.witness.point
    return f" {verdict.message}" if verdict.message and not (alone and verdict.reason == "differs") else ""


def _unlike(verdict: Verdict) -> str:
    """What an answer that costs no try is not yet."""
    from quizengine.answers.verdict import ASKED_BACK

    return "clear" if verdict.reason in ASKED_BACK else "readable"
