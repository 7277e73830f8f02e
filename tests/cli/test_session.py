"""The quiz line by line: the same loop that the live screen runs, as a script drives it."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizengine.errors import StoreUnusable
from quizengine.journal import Journal

Run = Callable[..., Any]

SLOPE = """
title = 'A slope'
skills = ['gradient']
difficulty = 1
prompt = 'Find the derivative of $f(x) = << f >>$.'
[parameters]
a = { integers = [3, 9] }
[let]
f = 'a*x^2'
[answer]
expression = 'diff(f, x)'
variables = ['x']
[[mistakes]]
name = 'power-not-reduced'
expression = 'a*x'
says = 'The exponent 2 becomes a factor.'
[help]
hints = ['Bring the exponent down.', 'Then lower it by one.']
steps = ['The derivative of $x^2$ is $2x$.', 'So it is $<< diff(f, x) >>$.']
"""

TWO_PARTS = """
title = 'Two parts'
difficulty = 1
prompt = 'Let $f(x) = 5x^2$.'
[let]
g = '10*x'
v = 'at(g, x = 3)'
[[parts]]
prompt = 'Find the derivative.'
skills = ['gradient']
carries = 'g'
[parts.answer]
expression = 'g'
variables = ['x']
[parts.help]
hints = ['Bring the exponent down.']
steps = ['It is $10x$.']
[[parts]]
prompt = 'Find its value at $x = 3$.'
skills = ['gradient']
[parts.answer]
number = 'v'
[parts.help]
steps = ['It is 30.']
"""

TRUTH = """
title = 'A choice'
skills = ['gradient']
difficulty = 1
prompt = 'Where does the gradient point?'
[answer]
choice = 'Uphill'
[[mistakes]]
name = 'ascent-for-descent'
choice = 'Downhill'
says = 'The opposite of the gradient points downhill.'
[[mistakes]]
name = 'tangent'
choice = 'Along a level curve'
says = 'The gradient is perpendicular to level curves.'
[help]
steps = ['It points uphill.']
"""


AMBIGUOUS = """
title = 'A reciprocal'
skills = ['gradient']
difficulty = 1
prompt = 'Find the derivative of $\\ln(x)/5$.'
[answer]
expression = '1/(5*x)'
variables = ['x']
[help]
steps = ['It is $1/(5x)$.']
"""


@pytest.fixture
def bank(tmp_path: Path) -> str:
    folder = tmp_path / "bank"
    (folder / "mine").mkdir(parents=True)
    for name, text in (("slope", SLOPE), ("parts", TWO_PARTS), ("truth", TRUTH)):
        (folder / "mine" / f"{name}.toml").write_text(text)
    (folder / "unclear").mkdir()
    (folder / "unclear" / "reciprocal.toml").write_text(AMBIGUOUS)
    return str(folder)


@pytest.fixture
def quiz(run: Run, bank: str) -> Run:
    """quiz("mine/slope", "12x", ":quit") runs a session of one question on these lines."""

    def go(topic: str, *lines: str) -> Any:
        typed = "".join(line + "\n" for line in lines)
        return run("practice", topic, "-n", "1", "--seed", "4", "--plain", "--bank", bank, typed=typed)

    return go


def factor(run: Run, bank: str) -> int:
    """The a of the question that `quiz` asks of mine/slope."""
    asked = run("practice", "mine/slope", "-n", "1", "--seed", "4", "--plain", "--bank", bank)
    found = re.search(r"f\(x\) = (\d)", asked.out)
    assert found is not None, asked.out
    return int(found[1])


def test_an_ambiguous_answer_is_asked_back_as_often_as_it_is_typed(quiz: Run, tmp_path: Path) -> None:
    first, *again = 3 * ["1/5x"]
    ran = quiz("unclear/reciprocal", first, *again, "1/(5x)")
    assert ran.out.count("Not clear yet: Read as (1/5)·x; did you mean 1/(5·x)? Brackets make it clear.") == 3
    assert ran.out.count("This costs no try.") == 3
    assert "✓ Right." in ran.out
    assert "second try" not in ran.out


def test_what_is_asked_back_can_be_skipped(quiz: Run) -> None:
    ran = quiz("unclear/reciprocal", "1/5x", "1/5x", ":skip")
    assert ran.code == 0
    assert "1/(5·x)" in ran.out.rpartition("Not clear yet")[2]


def test_right_at_the_first_try(run: Run, quiz: Run, bank: str) -> None:
    a = factor(run, bank)
    ran = quiz("mine/slope", f"{2 * a}x")
    assert ran.code == 0
    assert "1/1  A slope" in ran.out
    assert f"read as  {2 * a}·x" in ran.out
    assert "✓ Right." in ran.out
    assert "Right at the first try: 1 of 1; in the end: 1 of 1." in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_two_tries_then_the_answer_and_the_steps(run: Run, quiz: Run, bank: str) -> None:
    a = factor(run, bank)
    ran = quiz("mine/slope", f"{a}x", f"{2 * a}x + 1")
    assert ran.code == 0
    assert "✗ Not right. The exponent 2 becomes a factor." in ran.out
    assert "[power-not-reduced]" in ran.out
    assert "try 2 of 2" in ran.out
    assert f"The answer: {2 * a}·x" in ran.out
    assert "1. The derivative of x² is 2·x" in ran.out.replace("2x", "2·x")
    assert "Right at the first try: 0 of 1; in the end: 0 of 1." in ran.out


def test_the_second_try_earns_three_quarters(run: Run, quiz: Run, bank: str) -> None:
    ran = quiz("mine/slope", "x", f"{2 * factor(run, bank)}x")
    assert "✓ Right at the second try (¾ of the marks)" in ran.out


def test_an_unreadable_answer_costs_no_try_and_shows_where(run: Run, quiz: Run, bank: str) -> None:
    ran = quiz("mine/slope", "(2x", "2 § x", "", "12x)", f"{2 * factor(run, bank)}x")
    assert ran.out.count("Not readable yet: ") == 3
    assert re.search(r"^  2 § x\n    \^\n", ran.out, re.MULTILINE)
    assert "Type an answer, or :help" in ran.out
    assert "✓ Right." in ran.out


def test_a_line_without_end_is_one_answer(quiz: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizengine.cli.prompts.LONGEST", 5_000)
    ran = quiz("mine/slope", "x+" * 7_500 + "1", ":quit")
    assert ran.out.count("Not readable yet: ") == 1
    assert "^" not in ran.out.partition("answer> ")[2]
    assert "Paused at 1/1" in ran.out


def test_the_same_answer_twice_costs_one_try(run: Run, quiz: Run, bank: str) -> None:
    ran = quiz("mine/slope", "7*x", " 7 x ", f"{2 * factor(run, bank)}x")
    assert "gave this answer before" in ran.out
    assert "✓ Right at the second try" in ran.out


def test_a_label_makes_no_other_answer(run: Run, quiz: Run, bank: str) -> None:
    ran = quiz("mine/slope", "7*x", "f' = 7x", f"y' = {2 * factor(run, bank)}x")
    assert "gave this answer before" in ran.out
    assert "✓ Right at the second try" in ran.out


def test_words_do_what_keys_do(quiz: Run) -> None:
    ran = quiz("mine/slope", ":hint", ":HINT", ":hint", ":hint", ":help", ":nonsense", ":steps", ":show")
    assert "Hint 1 of 2: Bring the exponent down." in ran.out
    assert "Hint 2 of 2: Then lower it by one." in ran.out
    assert "After this :hint goes on with the worked steps" in ran.out
    assert "Step 1 of 2: The derivative of x² is 2x." in ran.out
    assert ran.out.count("A step counts as a hint: it costs no marks") == 1
    assert ran.out.count("The next step tells the answer: :show gives it, and then this part earns nothing more.") == 2
    assert ran.out.count(":skip   ") == 1
    assert "There is no :nonsense; the words are :hint :skip" in ran.out
    assert "Nothing is answered yet" in ran.out
    assert "The answer: " in ran.out
    assert ran.code == 0
    assert quiz("mine/slope", ":skip").code == 0
    assert quiz("mine/slope", ":quit").code == 130


def test_a_word_without_its_colon_or_misspelt_is_told(quiz: Run) -> None:
    ran = quiz("mine/slope", "Hint", ":hnt", "?", ":exit")
    assert "if you mean :hint, type its colon too. This costs no try." in ran.out
    assert "There is no :hnt; did you mean :hint?" in ran.out
    assert "if you mean :help" in ran.out
    assert "Paused at 1/1" in ran.out


def test_a_wrong_answer_can_be_taken_back_once(run: Run, quiz: Run, bank: str, store: Path) -> None:
    right = f"{2 * factor(run, bank)}x"
    ran = quiz("mine/slope", ":undo", "x", ":undo", "y^2x", ":undo", "x", right)
    assert "no answer to this question that could be taken back" in ran.out
    assert "Taken back: x" in ran.out
    assert "try 1 of 2" in ran.out
    ran = quiz("mine/slope", "x", ":undo", "x^2", ":undo", right)
    assert "One answer can be taken back, not two" in ran.out
    assert "✓ Right at the second try" in ran.out
    ran = quiz("mine/slope", "x", ":undo", right)
    assert "✓ Right." in ran.out
    assert "Right at the first try: 1 of 1" in ran.out
    history = Journal(store).history()
    session = history.sessions[-1].id
    assert [row.turn for row in history.attempts if row.asked.session == session] == [1]


def test_after_a_pause_an_answer_taken_back_stays_so(run: Run, quiz: Run, bank: str) -> None:
    right = f"{2 * factor(run, bank)}x"
    assert quiz("mine/slope", "x", ":undo").code == 130
    again = run("--bank", bank, typed=f":undo\n{right}\n")
    assert "You answered" not in again.out
    assert "no answer to this question that could be taken back" in again.out
    assert "✓ Right." in again.out


def test_the_worked_steps_name_their_question_and_come_at_once_after_the_last(run: Run, quiz: Run, bank: str) -> None:
    ran = quiz("mine/parts", "10x", ":steps", "30")
    assert ":steps shows the worked steps" in ran.out
    assert "Worked steps of: Two parts (a)\n  1. It is 10x." in ran.out
    assert "✓ Right.  0:00\n  1. It is 30." in ran.out


def test_the_question_can_be_seen_once_more(quiz: Run) -> None:
    ran = quiz("mine/parts", "10x", ":again")
    assert ran.out.count("Let f(x) = 5x².") == 2
    assert ran.out.count("(b) Find its value at x = 3. [1 mark]") == 2
    assert ran.out.count("(a) ") == 1


def test_true_or_false_is_asked_once(run: Run, quiz: Run, bank: str) -> None:
    text = TRUTH[: TRUTH.index("[answer]")] + "[answer]\nstatement = true\n[help]\nsteps = ['So it is.']\n"
    (Path(bank) / "mine" / "statement.toml").write_text(text)
    ran = quiz("mine/statement", "false")
    assert ran.code == 0
    assert "✗ Not right. It is the other way round.\n  The answer: true" in ran.out


def test_parts_one_after_the_other_with_the_own_answer_carried_forward(quiz: Run) -> None:
    ran = quiz("mine/parts", "10x", "30")
    assert ran.out.count("✓ Right.") == 2
    assert "(a) Find the derivative." in ran.out
    assert "answer (b)> 30" in ran.out
    ran = quiz("mine/parts", "5x", "4x", "12")
    assert "✓ Right for your own earlier answer.  0:00" in ran.out
    ran = quiz("mine/parts", "5x", "4x", "999", "12")
    assert "✓ Right for your own earlier answer at the second try (¾ of the marks)." in ran.out
    assert "Marks of what you answered: 0.75 of 2." in ran.out


def test_who_had_the_right_answer_shown_goes_on_with_that(quiz: Run) -> None:
    assert "own earlier answer" not in quiz("mine/parts", "4x", ":show", "12", ":show").out


def test_the_right_answer_waits_while_the_own_one_counts(quiz: Run) -> None:
    ran = quiz("mine/parts", "5x", "4x", "12")
    told = ran.out.index("✓ Right for your own earlier answer.")
    assert "Go on from your own answer" in ran.out[:told]
    assert "10·x" not in ran.out[:told]
    assert "The answer to (a): 10·x\n  1. It is 10x." in ran.out[told:]


def test_who_asks_for_the_steps_goes_on_with_the_right_answer(quiz: Run) -> None:
    ran = quiz("mine/parts", "5x", "4x", ":steps", "12", "30")
    assert "Worked steps of: Two parts (a)\n  The answer to (a): 10·x\n  1. It is 10x." in ran.out
    assert ran.out.count("The answer to (a)") == 1
    assert "own earlier answer" not in ran.out
    assert "✓ Right at the second try" in ran.out


@pytest.mark.parametrize(("before", "follows"), [((), True), ((":steps",), False), ((":hint",), True)])
def test_a_pause_changes_nothing_of_what_is_carried(
    run: Run, quiz: Run, bank: str, before: tuple[str, ...], follows: bool
) -> None:
    assert quiz("mine/parts", "5x", "4x", *before).code == 130
    again = run("--bank", bank, typed="12\n30\n")
    head = again.out.partition("answer (b)>")[0]
    assert ("You answered 4x" in head, "10·x" in head) == (follows, not follows)
    assert ("own earlier answer" in again.out) == follows
    assert again.code == 0


def test_an_answer_left_before_the_end_is_told_all_the_same(quiz: Run) -> None:
    ran = quiz("mine/parts", "5x", "4x", ":skip")
    assert ran.out.count("The answer to (a): 10·x") == 1
    ran = quiz("mine/parts", "5x", "4x", ":show")
    assert ran.out.count("The answer to (a): 10·x") == ran.out.count("The answer to (b): 30") == 1


def test_who_sees_a_later_answer_has_seen_what_it_is_worked_out_from(run: Run) -> None:
    """Part (b) is shown, whose steps begin with our gradient: a step from the own one earns nothing in (c)."""
    answers = ("(4x+y, x+6y)", "(4x+y+2, x+6y)", ":show", "(0, 4/5)", ":quit")
    typed = "".join(f"{answer}\n" for answer in answers)
    ran = run("practice", "descent/valley-in-three-parts", "-n", "1", "--seed", "5136", "--plain", typed=typed)
    assert "The answer to (b)" in ran.out
    assert "own earlier answer" not in ran.out


def test_part_of_a_part_with_the_own_answer_carried_forward(run: Run) -> None:
    answers = ("(4x+y, x+6y)", "(4x+y+2, x+6y)", "(-5, -19)", "(0, 16/5)", "(0, 4/5)")
    typed = "".join(f"{answer}\n" for answer in answers)
    ran = run("practice", "descent/valley-in-three-parts", "-n", "1", "--seed", "5136", "--plain", typed=typed)
    assert "✓ Right for your own earlier answer.  0:00" in ran.out
    assert "✗ Partly right for your own earlier answer (50 %). x is right; y is not 3.2." in ran.out
    assert "Right at the first try: 1 of 3 parts; in the end: 2 of 3." in ran.out


def test_a_number_that_is_wrong_is_not_said_again(run: Run) -> None:
    ran = run("practice", "slope/cubic-at-point", "-n", "1", "--seed", "1655", "--plain", typed="-92\n")
    assert "  read as  −92\n✗ Not right.\n  try 2 of 2, or :hint :show :skip\n" in ran.out


def test_choices_are_answered_by_letter(quiz: Run) -> None:
    ran = quiz("mine/truth", ":quit")
    options = dict(re.findall(r"^    ([abc])\) (.*)$", ran.out, re.MULTILINE))
    letters = {text: letter for letter, text in options.items()}
    assert set(letters) == {"Uphill", "Downhill", "Along a level curve"}
    ran = quiz("mine/truth", letters["Downhill"], letters["Downhill"].upper(), letters["Uphill"].upper())
    assert "gave this answer before" in ran.out
    assert "The opposite of the gradient points downhill." in ran.out
    assert "✓ Right at the second try" in ran.out


def test_the_end_of_the_script_pauses_and_the_bare_command_goes_on(run: Run, bank: str) -> None:
    begun = run("practice", "mine", "-n", "3", "--seed", "1", "--plain", "--bank", bank, typed=":skip\n:hint\n(\n")
    assert begun.code == 130
    assert "Paused at 2/3; all answers are saved. Go on any time with: quizengine" in begun.out
    again = run("--bank", bank, typed=":show\n" * 6)
    assert "Resuming your session on Mine: 1 of 3 done" in again.out
    assert again.out.count("2/3  ") == 1
    assert "1/3  " not in again.out
    assert again.code == 0
    fresh = run("--bank", bank)
    assert "10 questions" in fresh.out


def test_a_session_left_open_waits_for_its_turn(run: Run, bank: str) -> None:
    run("practice", "mine", "-n", "2", "--seed", "1", "--plain", "--bank", bank, typed=":skip\n")
    second = run("practice", "mine/slope", "-n", "1", "--seed", "1", "--plain", "--bank", bank, typed=":skip\n")
    assert "Your open session (1 of 2 done) waits" in second.out
    assert "Resuming your session on Mine: 1 of 2 done" in run("--bank", bank).out


def test_a_pause_between_two_tries_keeps_the_first(run: Run, quiz: Run, bank: str) -> None:
    a = factor(run, bank)
    assert quiz("mine/slope", ":hint", f"{a}x").code == 130
    again = run("--bank", bank, typed=f"{2 * a}x\n")
    assert "Hint 1: Bring the exponent down." in again.out
    assert f"You answered {a}x" in again.out
    assert "✓ Right at the second try" in again.out


LINES = ("a", "b", "10x", "30", "x", "(", "", ":hint", ":show", ":skip", ":undo", ":steps", ":again", ":nothing")


def rows_of(store: Path) -> list[object]:
    history = Journal(store).history()
    answers = [(row.asked, row.turn, row.answer, row.verdict, row.hints) for row in history.attempts]
    actions = [(row.kind, row.asked) for row in history.actions]
    session = history.sessions[0].id
    return [[str(row).replace(session, "the session") for row in rows] for rows in (answers, actions)]


@pytest.mark.parametrize("seed", range(8))
def test_a_session_cut_at_any_point_goes_on_as_if_it_had_not(run: Run, bank: str, store: Path, seed: int) -> None:
    dice = random.Random(seed)
    lines = [dice.choice(LINES) for _ in range(25)]
    begin = ("practice", "mine", "-n", "3", "--seed", str(seed), "--plain", "--bank", bank)
    whole = run(*begin, typed="\n".join(lines)).code
    at_once = rows_of(store)
    store.unlink()
    command, code = begin, 130
    while code == 130 and lines:
        cut = dice.randint(1, 5)
        code = run(*command, typed="\n".join(lines[:cut])).code
        command, lines = ("--bank", bank), lines[cut:]
    assert (code, rows_of(store)) == (whole, at_once)


def test_after_a_pause_the_parts_before_are_told(run: Run, quiz: Run, bank: str) -> None:
    assert quiz("mine/parts", "10x").code == 130
    again = run("--bank", bank, typed=":steps\n30\n")
    assert "(a) Find the derivative.\n  The answer to (a): 10·x" in again.out
    assert "Worked steps of: Two parts (a)" in again.out
    assert "(b) Find its value" in again.out.partition("The answer to (a)")[2]


def test_an_item_that_changed_is_asked_afresh_and_one_that_is_gone_is_left_out(run: Run, quiz: Run, bank: str) -> None:
    assert quiz("mine/slope", "x").code == 130
    path = Path(bank) / "mine" / "slope.toml"
    path.write_text(SLOPE.replace("A slope", "A new slope"))
    again = run("--bank", bank, typed="y\n")
    assert "1/1  A new slope" in again.out
    assert "You answered" not in again.out
    assert again.code == 130
    (path.parent / "truth.toml").unlink()
    run("practice", "mine", "-n", "2", "--plain", "--bank", bank)
    path.unlink()
    gone = run("--bank", bank, typed=":skip\n")
    assert gone.code == 0
    assert "/2 is left out: " in gone.out


def test_a_session_on_a_bank_that_is_not_named_is_not_left_out(run: Run, quiz: Run, bank: str) -> None:
    assert quiz("mine/slope", "x").code == 130
    other = run()
    assert (
        "Your open session (0 of 1 done) asks for items that are not here; name their folder with --bank" in other.out
    )
    assert "10 questions" in other.out
    run(typed=":skip\n" * 20)
    assert "You answered x" in run("--bank", bank).out


def test_a_store_that_fails_during_a_session_is_told(quiz: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(journal: Journal, attempt: object) -> None:
        raise StoreUnusable(journal.path, "the disk is full", "make room")

    monkeypatch.setattr(Journal, "attempt", full)
    ran = quiz("mine/slope", ":hint", "x")
    assert ran.code == 1
    assert "✗" not in ran.out
    assert ran.err == (
        "What you did last could not be kept; all before it is saved.\n"
        f"quizengine: {store}: the disk is full; nothing was changed; make room\n"
    )
    assert [action.kind for action in Journal(store).history().actions] == ["hint"]


def test_every_row_of_the_session_is_in_the_store(quiz: Run, store: Path) -> None:
    quiz("mine/slope", ":hint", "x", "(", "y", "x^2")
    history = Journal(store).history()
    assert [attempt.verdict.outcome for attempt in history.attempts][:2] == ["incorrect", "unreadable"]
    assert [attempt.hints for attempt in history.attempts][:1] == [1]
    assert [action.kind for action in history.actions] == ["hint", "close"]
    assert [attempt.turn for attempt in history.attempts] == list(range(len(history.attempts)))


def test_progress_after_a_session(run: Run, quiz: Run, bank: str) -> None:
    a = factor(run, bank)
    quiz("mine/slope", f"{a}x", f"{2 * a}x")
    told = json.loads(run("progress", "--json", "--bank", bank).out)
    assert (told["attempts"], told["right"], told["share_right"]) == (2, 1, 0.5)
    assert told["mistakes"] == [{"mistake": "power-not-reduced", "times": 1}]
    assert told["skills"][0]["skill"] == "gradient"
    shown = run("progress", "--bank", bank).out
    assert "2 answers, 1 right (50 %)" in shown
    assert "power-not-reduced" in shown


def test_the_end_of_a_session_and_progress_count_alike(run: Run, quiz: Run, bank: str) -> None:
    right = f"{2 * factor(run, bank)}x"
    assert "Right at the first try: 1 of 1; in the end: 1 of 1." in quiz("mine/slope", ":hint", right).out
    assert "1 part: 1 right at the first try, 1 in the end" in run("progress", "--bank", bank).out


def test_progress_tells_generic_mistakes_in_words(run: Run, quiz: Run, bank: str) -> None:
    quiz("mine/slope", f"-{2 * factor(run, bank)}x")
    assert "1 × opposite-sign  The opposite sign or direction." in run("progress", "--bank", bank).out


def test_hostile_answers_reach_the_screen_harmless(quiz: Run) -> None:
    ran = quiz("mine/slope", "\x1b]0;owned\x07", "x\u202ey\x9b", ":\x1b[2J")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.out + ran.err)


def test_the_same_seed_gives_the_same_session(run: Run) -> None:
    first = run("practice", "--seed", "11", "-n", "4", "--plain", typed=":show\n" * 20)
    again = run("practice", "--seed", "11", "-n", "4", "--plain", typed=":show\n" * 20)
    strip = re.compile(r"^4 questions.*$|level.*$|^.*min\. Scores.*$", re.MULTILINE)
    assert strip.sub("", first.out) == strip.sub("", again.out)


@pytest.mark.parametrize("environ", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}])
def test_a_terminal_without_unicode_gets_ascii(start: Run, bank: str, environ: dict[str, str]) -> None:
    arguments = ("practice", "mine/slope", "-n", "1", "--seed", "4", "--plain", "--bank", bank)
    ran = start(*arguments, typed="x^2\n:show\n", **environ)
    assert ran.code == 0, ran.err
    assert ran.out.isascii()
    assert "[wrong] Not right." in ran.out
    assert ran.err == ""


def opened(bank: str) -> subprocess.Popen[str]:
    """The program at one question, in a process of its own."""
    arguments = ["practice", "mine/slope", "-n", "1", "--plain", "--bank", bank]
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "quizengine", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_what_was_told_is_on_the_disk(store: Path, bank: str) -> None:
    """Killed in the moment when the verdict appears, the program has lost nothing of it."""
    with opened(bank) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write("x\n")
        program.stdin.flush()
        for line in program.stdout:
            if "✗" in line:
                break
        program.kill()
    (kept,) = Journal(store).history().attempts
    assert (kept.answer, kept.verdict.outcome) == ("x", "incorrect")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_control_c_pauses(store: Path, bank: str) -> None:
    with opened(bank) as program:
        assert program.stdout is not None
        shown = ""
        while not shown.endswith("answer> "):
            character = program.stdout.read(1)
            assert character, "the program ended before it asked"
            shown += character
        time.sleep(0.3)  # a signal just before a read begins would wait for its end
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    assert "Paused at 1/1; all answers are saved." in out
    assert program.returncode == 130
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="file descriptors")
@pytest.mark.parametrize(("closed", "code"), [(0, 130), (1, 130), (2, 130)])
def test_a_closed_stream_is_an_empty_one(store: Path, bank: str, closed: int, code: int) -> None:
    arguments = ["practice", "mine/slope", "-n", "1", "--seed", "4", "--bank", bank]
    ran = subprocess.run(
        [sys.executable, "-m", "quizengine", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        preexec_fn=lambda: os.close(closed),
    )
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert ("A slope" in ran.stdout) == (closed != 1)
