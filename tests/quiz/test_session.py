"""A session without any terminal: inputs go in, steps and rows come out."""

from __future__ import annotations

import pytest
from support.sessions import Learner, drawn

from quizengine import journal
from quizengine.draw import Question
from quizengine.journal import Action, Attempt, History, QuestionRef, Timestamp
from quizengine.quiz import Draw, Finish, Input, LeaveOut, Request, Stamp, Typed, resume, take
from quizengine.quiz import steps as out

HINT, SHOW, SKIP, STEPS, UNDO = Request.HINT, Request.SHOW, Request.SKIP, Request.STEPS, Request.UNDO

#: In "three", (a) is 15x², (b) is 60, (c) is 65. Who says 5x² goes on with 20 and 25, who says 50 with 55.


def question(item: str) -> Question:
    """A question of the small bank that can be drawn."""
    found = drawn(item, 4)
    assert isinstance(found, Question)
    return found


def told(step: out.Step) -> str:
    """A step in a few words."""
    match step:
        case out.Judged(verdict, tries, share):
            followed = ", followed" if verdict.followed else ""
            used = "" if verdict.outcome == "undecided" else f" {tries.used}/{tries.of}"
            return f"{verdict.outcome}{used} {share:g}{followed}{', over' if step.over else ''}"
        case out.PartAsked(part, _, tries, hints, said, steps):
            before = [f"{len(hints)} hints"] * bool(hints) + [f"{len(steps)} steps"] * bool(steps)
            before += [f"said {one.answer}" for one in said]
            return " ".join([f"asked {part.label}", f"{tries.used}/{tries.of}", *before])
        case out.PartRecalled(part, own):
            return f"recalled {part.label} {own or 'right'}"
        case out.TakenBack(answer, tries):
            return f"taken back {answer} {tries.used}/{tries.of}"
        case out.HintShown(_, number, of, ladder):
            return f"hint {number}/{of}{', then steps' if ladder else ''}"
        case out.WorkedStepShown(_, number, of, last):
            return f"step {number}/{of}{', then the answer' if last else ''}"
        case out.StepsRecalled(_, part, answer):
            return f"steps of {part.label}{' with its answer' if answer else ''}"
        case out.Unread(_, typed, verdict):
            return f"unread {typed}: {verdict.reason}"
        case out.Refused() | out.Passed():
            return step.name.lower().replace("_", " ")
        case out.LeftOut(position):
            return f"left out {position}"
        case out.AnswerShown(part) | out.AnswerKeptBack(part) | out.StepsShown(part) | out.StepsOffered(part):
            return f"{type(step).__name__} {part.label}".strip()
        case _:
            return type(step).__name__


def does(learner: Learner, *inputs: Input | str) -> list[str]:
    """What the last input gives."""
    learner.does(*(Typed(one) if isinstance(one, str) else one for one in inputs))
    return list(map(told, learner.last))


CASES: dict[str, tuple[tuple[str, ...], tuple[Input | str, ...], list[str]]] = {
    "right at the first try": (
        ("slope", "truth"),
        ("14x",),
        ["correct 1/2 1, over", "StepsOffered", "question", "QuestionAsked", "asked  0/2"],
    ),
    "right at the second": (
        ("slope", "truth"),
        ("7x", "14x"),
        ["correct 2/2 0.75, over", "StepsOffered", "question", "QuestionAsked", "asked  0/2"],
    ),
    "the last part of a session": (
        ("slope",),
        ("14x",),
        ["correct 1/2 1, over", "StepsShown", "question", "session"],
    ),
    "wrong, with one try left": (("slope",), ("7x",), ["incorrect 1/2 1"]),
    "wrong at the last try": (
        ("slope",),
        ("7x", "8x"),
        ["incorrect 2/2 0.75, over", "AnswerShown", "question", "session"],
    ),
    "one try where the second could only be right": (
        ("statement",),
        ("false",),
        ["incorrect 1/1 1, over", "AnswerShown", "question", "session"],
    ),
    "the same once more": (("slope",), ("7x", " 7 * x"), ["given before"]),
    "the same with a label": (("slope",), ("7x", "f' = 7x"), ["given before"]),
    "the same after it was taken back": (("slope",), ("7x", UNDO, "7x"), ["incorrect 1/2 1"]),
    "not to be read": (("slope",), ("(7x",), ["unread (7x: bracket-not-closed"]),
    "not clear": (("reciprocal",), ("1/5x",), ["unread 1/5x: ambiguous"]),
    "not to be read, twice": (("slope",), ("(7x", "(7x"), ["unread (7x: bracket-not-closed"]),
    "the first hint": (("slope",), (HINT,), ["hint 1/2"]),
    "the last hint": (("slope",), (HINT, HINT), ["hint 2/2, then steps"]),
    "after the hints a step": (("slope",), (HINT, HINT, HINT), ["step 1/2, then the answer"]),
    "and not the one that tells the answer": (("slope",), (HINT, HINT, HINT, HINT), ["answer next"]),
    "who answers after a step has all marks": (
        ("slope",),
        (HINT, HINT, HINT, "14x"),
        ["correct 1/2 1, over", "StepsShown", "question", "session"],
    ),
    "one hint too many": (("three",), (HINT, HINT, HINT), ["no more hints"]),
    "steps where there are no hints": (("ladder",), (HINT,), ["step 1/4"]),
    "steps up to the one with the last component": (("ladder",), (HINT, HINT), ["step 2/4, then the answer"]),
    "no step that begins with what is kept back": (("ladder",), ("(x, 3y)", "(2x, y)", HINT), ["steps from right"]),
    "steps after that was shown": (("ladder",), ("(x, 3y)", "(2x, y)", STEPS, HINT), ["step 1/3"]),
    "steps that are none": (("ladder",), (SHOW, SHOW, STEPS), ["steps of b"]),
    "no steps of the part before": (("ladder",), (SHOW, SHOW, SHOW, STEPS), ["no steps"]),
    "no steps of the question before": (("ladder", "slope"), (SHOW, SHOW, SHOW, SHOW, STEPS), ["no steps"]),
    "an answer from which nobody can go on is told": (
        ("three",),
        ("7", "8"),
        ["incorrect 2/2 0.75, over", "AnswerShown a", "asked b 0/2"],
    ),
    "what was kept back is told once the right one counts": (
        ("ladder",),
        ("(x, 3y)", "(2x, y)", "(4, 1)", "17"),
        ["correct 1/2 1, followed, over", "AnswerShown a", "AnswerShown b", "AnswerShown c", "asked d 0/1"],
    ),
    "a hint where there is none": (("truth",), (HINT,), ["no hints"]),
    "the answer": (("slope",), (SHOW,), ["AnswerShown", "question", "session"]),
    "skipped": (("slope",), (SKIP,), ["skipped", "question", "session"]),
    "all parts skipped": (
        ("three",),
        (SKIP,),
        ["skipped", "recalled b right", "recalled c right", "question", "session"],
    ),
    "steps of nothing": (("slope",), (STEPS,), ["nothing before"]),
    "steps of the question before": (("three", "slope"), (SKIP, STEPS), ["steps of c"]),
    "steps of the part before": (("three",), ("15x^2", STEPS), ["steps of a"]),
    "nothing to take back": (("slope",), ("(7x", UNDO), ["nothing to undo"]),
    "taken back": (("slope",), ("7x", UNDO), ["taken back 7x 0/2"]),
    "taken back twice": (("slope",), ("7x", UNDO, "8x", UNDO), ["undone before"]),
    "taken back once for each part": (("three",), ("x", UNDO, SHOW, "1", UNDO), ["taken back 1 0/2"]),
    "a question that cannot be drawn": (
        ("statement", "undrawable", "slope"),
        (SHOW,),
        ["AnswerShown", "question", "left out 1", "QuestionAsked", "asked  0/2"],
    ),
    "the own answer is carried": (
        ("three",),
        ("x^2", "5x^2"),
        ["incorrect 2/2 0.75, over", "AnswerKeptBack a", "asked b 0/2"],
    ),
    "right for the own answer": (
        ("three",),
        ("x^2", "5x^2", "20"),
        ["correct 1/2 1, followed, over", "AnswerKeptBack b", "asked c 0/2"],
    ),
    "what was kept back is told at the end": (
        ("three",),
        ("x^2", "5x^2", "20", "25"),
        ["correct 1/2 1, followed, over", "StepsShown c", "AnswerShown a", "AnswerShown b", "question", "session"],
    ),
    "skipped while an answer is kept back": (
        ("three",),
        ("x^2", "5x^2", SKIP),
        ["skipped", "recalled c right", "AnswerShown a", "question", "session"],
    ),
    "steps end what is carried": (("three",), ("x^2", "5x^2", STEPS), ["steps of a with its answer"]),
    "steps are told once": (("three",), ("x^2", "5x^2", STEPS, STEPS), ["steps of a"]),
    "after the steps the right answer counts": (("three",), ("x^2", "5x^2", STEPS, "20"), ["incorrect 1/2 1"]),
    "who sees an answer sees what it is worked out from": (
        ("three",),
        ("x^2", "5x^2", "1", SHOW),
        ["AnswerShown b", "asked c 0/2"],
    ),
    "and goes on with the right one": (("three",), ("x^2", "5x^2", SHOW, "25"), ["incorrect 1/2 1"]),
}


@pytest.mark.parametrize("case", CASES)
def test_what_comes_of_it(case: str) -> None:
    items, inputs, steps = CASES[case]
    assert does(Learner.begins(*items), *inputs) == steps


KEPT: dict[str, tuple[tuple[Input | str, ...], list[str]]] = {
    "answers": (("(", "x^2", "15x^2"), ["a unreadable 0", "a incorrect 1", "a correct 2"]),
    "the same twice": (("x^2", "x^2"), ["a incorrect 0"]),
    "hints": ((HINT, "15x^2", HINT, HINT), ["hint a", "a correct 0", "hint b"]),
    "shown": ((SHOW,), ["show a"]),
    "shown with what is carried": (("x^2", "5x^2", SHOW), ["a incorrect 0", "a incorrect 1", "show b", "show a"]),
    "steps of what is carried": (("x^2", "5x^2", STEPS), ["a incorrect 0", "a incorrect 1", "show a"]),
    "steps of what follows from it": (
        ("x^2", "5x^2", "20", STEPS),
        ["a incorrect 0", "a incorrect 1", "b correct 0", "show a", "show b"],
    ),
    "steps of what is right": (("15x^2", STEPS), ["a correct 0"]),
    "skipped": (("15x^2", SKIP), ["a correct 0", "skip b", "skip c", "close"]),
    "taken back": (("x^2", UNDO, "15x^2"), ["a incorrect 0", "undo a row 2", "a correct 1"]),
    "to the end": ((SHOW, SHOW, SHOW), ["show a", "show b", "show c", "close"]),
}


def kept(row: Attempt | Action) -> str:
    """A row in a few words."""
    if isinstance(row, Attempt):
        return f"{row.asked.part} {row.verdict.outcome} {row.turn}"
    return " ".join(filter(None, (row.kind, row.asked.part, row.detail if row.kind == "undo" else "")))


@pytest.mark.parametrize("case", KEPT)
def test_what_is_kept_of_it(case: str) -> None:
    inputs, rows = KEPT[case]
    learner = Learner.begins("three")
    does(learner, *inputs)
    assert [kept(row) for row in learner.rows] == rows


@pytest.mark.parametrize(
    ("inputs", "steps"),
    [
        ((HINT, "x^2"), ["QuestionAsked", "asked a 1/2 1 hints said x^2"]),
        (("x^2", UNDO), ["QuestionAsked", "asked a 0/2"]),
        (("15x^2",), ["QuestionAsked", "recalled a right", "asked b 0/2"]),
        (("x^2", "5x^2"), ["QuestionAsked", "recalled a 5x^2", "asked b 0/2"]),
        (("x^2", "5x^2", STEPS), ["QuestionAsked", "recalled a right", "asked b 0/2"]),
        (("x^2", "5x^2", "20"), ["QuestionAsked", "recalled a 5x^2", "recalled b 20", "asked c 0/2"]),
    ],
)
def test_who_comes_back_is_told_what_was_done(inputs: tuple[Input | str, ...], steps: list[str]) -> None:
    learner = Learner.begins("three")
    does(learner, *inputs)
    assert list(map(told, learner.comes_back().steps)) == steps


def test_who_comes_back_is_told_at_the_end_what_was_kept_back() -> None:
    learner = Learner.begins("three")
    does(learner, "x^2", "5x^2")
    assert does(learner.comes_back(), SKIP)[-3:] == ["AnswerShown a", "question", "session"]


def test_the_time_of_an_answer_runs_since_the_one_before_it() -> None:
    learner = Learner.begins("slope")
    does(learner, HINT, "x", "(", "x", "y")
    answers = [row for row in learner.rows if isinstance(row, Attempt)]
    # three seconds each: a hint belongs to the answer after it, and so does one that was given before
    assert [(row.answer, row.seconds, row.hints) for row in answers] == [("x", 6.0, 1), ("(", 3.0, 1), ("y", 6.0, 1)]


def test_a_long_answer_is_kept_in_part() -> None:
    learner = Learner.begins("slope")
    does(learner, "x+" * 5_000 + "1")
    (row,) = learner.rows
    assert isinstance(row, Attempt)
    assert (row.answer, row.verdict.outcome) == ("x+" * 2_000, "unreadable")


NOW = Stamp("an id", Timestamp("2025-03-10T12:00:00.000000Z"))
OLD = journal.SessionPlan("the session", (), (QuestionRef("short/slope", "old", 4),), NOW.moment)


def test_the_journal_names_the_version_that_was_asked() -> None:
    session = take(resume(OLD, History()), Draw(question("slope")), NOW).session
    (row,) = take(session, HINT, NOW).rows
    assert row.asked.question == QuestionRef("short/slope", question("slope").item.version, 4)


@pytest.mark.parametrize(("version", "kept"), [("new", "new"), (None, "old")])
def test_a_place_that_is_left_out_is_kept_with_the_reason(version: str | None, kept: str) -> None:
    taken = take(resume(OLD, History()), LeaveOut("why " * 100, version), NOW)
    (row,) = taken.rows
    assert isinstance(row, Action)
    assert (row.kind, row.asked.question.version, row.detail) == ("skip", kept, "why " * 50)
    assert taken.steps == (out.LeftOut(0, "why " * 100),)
    assert taken.session.wanted is None


@pytest.mark.parametrize("given", [Typed("x"), HINT, SHOW, SKIP, STEPS, UNDO, Finish()])
def test_before_a_question_nothing_can_be_done_with_it(given: Input) -> None:
    with pytest.raises(ValueError, match=r"no question is asked|cannot end now"):
        take(resume(OLD, History()), given, NOW)


@pytest.mark.parametrize("given", [Draw(question("slope")), LeaveOut("gone"), Finish()])
def test_while_a_question_is_asked_no_other_one_comes(given: Input) -> None:
    with pytest.raises(ValueError, match=r"no question is wanted|cannot end now"):
        take(Learner.begins("slope").session, given, NOW)


def test_a_session_ends_once() -> None:
    over = Learner.begins("slope").does(SHOW).session
    assert over.over
    with pytest.raises(ValueError, match="cannot end now"):
        take(over, Finish(), NOW)
