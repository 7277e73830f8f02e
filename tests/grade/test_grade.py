"""Grading: an item's own mistakes before generic ones, other readings before both, and error carried forward."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.answers import key_from_text
from quizengine.answers.key import Key
from quizengine.answers.verdict import Verdict
from quizengine.bank import load_bank
from quizengine.draw import Mistake, Part, draw_question
from quizengine.grade import follow, grade_answer
from quizengine.item import Item
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain as shown
from quizengine.maths.print import prose
from quizengine.maths.tree import Node

BANK = load_bank()
QUESTION = draw_question(BANK.item("descent/valley-in-three-parts"), 5, BANK.mistakes)


def part(key: str, **mistakes: str) -> Part:
    """A part with the key and mistakes given as text; a mistake's underscores are the hyphens of its name."""
    names = ("x", "y") if "x" in key or "y" in key else ()

    def made(text: str) -> Key[object]:
        return key_from_text(None, text, names)

    listed = [Mistake(name.replace("_", "-"), (f"says of {name}",), made(text)) for name, text in mistakes.items()]
    return Part("", ("",), made(key), 1, tuple(listed), (), ())


def tree(text: str, wants: str = "vector") -> Node:
    return parse(text, Notation(("x", "y"), wants)).tree  # type: ignore[arg-type]


def test_a_right_answer_names_nothing_and_echoes() -> None:
    verdict = grade_answer(part("(2*x, 2*y)", swapped="(2*y, 2*x)"), "2x, 2y")
    assert (verdict.outcome, verdict.mistake, verdict.reason, verdict.message) == ("correct", None, "", "")
    assert verdict.read_as == "2·x, 2·y"


def test_an_items_mistake_comes_before_a_generic_one() -> None:
    verdict = grade_answer(part("(2*x, 2*y)", my_swap="(2*y, 2*x)"), "(2y, 2x)")
    assert (verdict.mistake, verdict.reason, verdict.message) == ("my-swap", "my-swap", "says of my_swap.")
    assert verdict.evidence == "proven"


def test_a_mistake_is_recognised_in_any_equal_form() -> None:
    assert grade_answer(part("2*x", lost="x"), "2x/2").mistake == "lost"


def test_a_mistake_may_be_of_another_kind_than_the_key() -> None:
    asked = part("(2*x, 2*y)", scalar="2*x + 2*y")
    assert grade_answer(asked, "2(x + y)").mistake == "scalar"


def test_the_first_of_several_mistakes_is_named() -> None:
    assert grade_answer(part("3", first="4", second="4"), "4").mistake == "first"


def test_a_mistake_in_which_the_text_cannot_be_read_is_passed_over() -> None:
    number = Mistake("number", ("a number",), key_from_text(None, "4"))  # knows of no x
    halved = Mistake("halved", ("halved",), key_from_text(None, "x/2", ("x",)))
    asked = Part("", ("",), key_from_text(None, "2*x", ("x",)), 1, (number, halved), (), ())
    assert grade_answer(asked, "x/2").mistake == "halved"


def test_a_formula_in_the_sentence_of_a_mistake_is_shown_as_text() -> None:
    says = prose(r"The derivative of $x^2$ is not $\frac{x}{2}$.", str)
    halved = Mistake("halved", says, key_from_text(None, "x/2", ("x",)))
    asked = Part("", ("",), key_from_text(None, "2*x", ("x",)), 1, (halved,), (), ())
    assert grade_answer(asked, "x/2").message == "The derivative of x² is not x/2."


def test_without_a_mistake_of_the_item_the_generic_one_is_named() -> None:
    verdict = grade_answer(part("(2*x, 2*y)", other="(x, y)"), "(2y, 2x)")
    assert verdict.mistake == "components-swapped"


def test_without_any_mistake_the_witness_is_told() -> None:
    verdict = grade_answer(part("(2*x, 2*y)"), "(2x, y^2 + 1)")
    assert verdict.mistake is None
    assert verdict.witness is not None
    assert "yours is" in verdict.message


def test_a_partial_answer_keeps_its_credit_when_a_mistake_is_named() -> None:
    verdict = grade_answer(part("(2*x, 2*y)", lost="(2*x, y)"), "(2x, y)")
    assert (verdict.outcome, verdict.credit, verdict.parts, verdict.mistake) == ("partial", 0.5, (1.0, 0.0), "lost")


def test_another_reading_that_would_be_right_is_asked_for_first() -> None:
    verdict = grade_answer(part("1/(2*x)", inverted="x/2"), "1/2x")
    assert (verdict.outcome, verdict.reason, verdict.mistake) == ("unreadable", "ambiguous", None)
    assert "did you mean" in verdict.message
    assert (verdict.credit, verdict.offset, verdict.read_as) == (0, 3, "(1/2)·x")


def test_of_two_readings_that_both_are_wrong_none_is_asked_for_and_a_mistake_is_named() -> None:
    verdict = grade_answer(part("3/x", halved="x/2"), "1/2x")
    assert (verdict.outcome, verdict.mistake) == ("incorrect", "halved")


def test_none_may_be_a_mistake_with_a_name() -> None:
    given_up = Mistake("gave-up", (), key_from_text("number", "none"))
    asked = Part("", ("",), key_from_text("number", "3"), 1, (given_up,), (), ())
    verdict = grade_answer(asked, "does not exist")
    assert (verdict.outcome, verdict.mistake, verdict.read_as) == ("incorrect", "gave-up", "none")


def test_a_mistake_without_a_sentence_keeps_the_straight_message() -> None:
    silent = Mistake("silent", (), key_from_text(None, "4"))
    asked = Part("", ("",), key_from_text(None, "3"), 1, (silent,), (), ())
    assert grade_answer(asked, "4").message == "It is not 4."


@pytest.mark.parametrize("typed", ["", "(", "2x +", "q", "\x00", "1" * 5_000, "(" * 500])
def test_what_cannot_be_read_is_no_wrong_answer(typed: str) -> None:
    verdict = grade_answer(part("2*x"), typed)
    assert verdict.outcome == "unreadable"
    assert verdict.reason
    assert verdict.message
    assert verdict.offset is not None


def test_a_long_sentence_becomes_one_short_line() -> None:
    long = Mistake("long", ("many words\n" * 60,), key_from_text(None, "4"))
    message = grade_answer(Part("", ("",), key_from_text(None, "3"), 1, (long,), (), ()), "4").message
    assert len(message) <= 200
    assert "\n" not in message


def plain(index: int) -> str:
    return QUESTION.parts[index].key.plain()


def test_a_straight_answer_is_right_whatever_came_before() -> None:
    verdict = follow(QUESTION, 1, plain(1), {"g": tree("(x + 7, y - 9)")})
    assert (verdict.outcome, verdict.reason) == ("correct", "")


def carried(names: dict[str, str], index: int) -> str:
    """The key of part `index` with the learner's own answers to earlier parts."""
    from quizengine.grade.carrying import carry

    return carry(QUESTION, index, {name: tree(text) for name, text in names.items()}).key.plain()


def test_an_answer_that_follows_from_the_learners_own_gets_its_credit() -> None:
    wrong = {"g": "(x + 7, y - 9)"}
    typed = carried(wrong, 1)
    assert typed != plain(1)
    verdict = follow(QUESTION, 1, typed, {"g": tree(wrong["g"])})
    assert (verdict.outcome, verdict.credit, verdict.reason) == ("correct", 1.0, "follow-through")
    assert verdict.mistake is None


def test_what_follows_from_nothing_stays_wrong() -> None:
    verdict = follow(QUESTION, 1, "(123, 456)", {"g": tree("(x + 7, y - 9)")})
    assert verdict.outcome == "incorrect"
    assert verdict.reason != "follow-through"
    assert follow(QUESTION, 1, "(123, 456)", {}).outcome == "incorrect"


@pytest.mark.parametrize(("index", "earlier"), [(1, {"g": "(0, 0)"}), (1, {"g": "(1, 1)"}), (2, {"v": "(0, 0)"})])
def test_an_answer_that_makes_the_rest_trivial_carries_nothing(index: int, earlier: dict[str, str]) -> None:
    given = {name: tree(text) for name, text in earlier.items()}
    for typed in ("(0, 0)", "(1, 1)"):
        assert follow(QUESTION, index, typed, given).reason != "follow-through"


def test_one_component_right_for_the_learners_own_answer_earns_its_share() -> None:
    wrong = {"g": "(x + 7, y - 9)"}
    first = carried(wrong, 1).strip("()").split(",")[0]
    verdict = follow(QUESTION, 1, f"({first}, 999)", {"g": tree(wrong["g"])})
    assert (verdict.outcome, verdict.credit, verdict.reason) == ("partial", 0.5, "follow-through")
    assert verdict.message == "The x-component is right; the y-component is not 999."


def test_what_earns_more_by_itself_is_not_told_as_followed() -> None:
    straight = plain(1).strip("()").split(",")[0]
    verdict = follow(QUESTION, 1, f"({straight}, 999)", {"g": tree("(x + 7, y - 9)")})
    assert (verdict.credit, verdict.reason) == (0.5, "differs")


def test_a_zero_gradient_makes_no_step_that_counts() -> None:
    start = ", ".join(shown(QUESTION.workspace.values[name]) for name in ("x0", "y0"))  # type: ignore[arg-type]
    for typed in (f"({start})", "(0, 0)"):
        verdict = follow(QUESTION, 2, typed, {"v": tree("(0, 0)")})
        assert (verdict.outcome, verdict.reason == "follow-through") == ("incorrect", False), verdict


def test_a_bare_earlier_answer_carries_nothing() -> None:
    assert carried({"g": "(x, y)"}, 1) == plain(1)
    start = ", ".join(shown(QUESTION.workspace.values[name]) for name in ("x0", "y0"))  # type: ignore[arg-type]
    assert follow(QUESTION, 1, start, {"g": tree("(x, y)")}).outcome == "incorrect"


UNIT = """
title = 'A gradient and its direction'
difficulty = 1
prompt = 'Let $f(x, y) = << f >>$.'

[let]
f = '6*x + 8*y'
g = 'grad(f, x, y)'
u = 'unit(g)'

[[parts]]
prompt = 'Find the gradient.'
skills = ['gradient']
carries = 'g'
answer = { vector = 'g', variables = ['x', 'y'] }

[[parts]]
prompt = 'Find the unit vector along it.'
skills = ['steepest-direction']
answer = { vector = 'u' }
"""


@pytest.mark.parametrize(
    ("before", "typed", "reason"),
    [("(3, 4)", "(3/5, 4/5)", ""), ("(8, 6)", "(4/5, 3/5)", "follow-through"), ("(4/5, 3/5)", "(4/5, 3/5)", "")],
)
def test_a_part_that_only_repeats_the_answer_before_earns_nothing(before: str, typed: str, reason: str) -> None:
    question = draw_question(Item.read("test/unit", Path("unit.toml"), UNIT), 1, {})
    verdict = follow(question, 1, typed, {"g": tree(before)})
    assert (verdict.reason == "follow-through") == (reason == "follow-through")
    assert (verdict.outcome == "correct") == (before != typed)


SLOPES = """
title = 'A function and its slope'
difficulty = 1
prompt = 'Let $f$ be a function.'

[let]
f = 'x^3 + 2*x'

[[parts]]
prompt = 'Which function is it?'
skills = ['derivative']
carries = 'f'
answer = { expression = 'f', variables = ['x'] }

[[parts]]
prompt = 'Find its derivative.'
skills = ['derivative']
answer = { expression = 'diff(f, x)', variables = ['x'] }

[[parts]]
prompt = 'Find its slope at 1.'
skills = ['derivative']
answer = { number = 'at(diff(f, x), x = 1)' }

[[parts]]
prompt = 'Find its slopes at 1 and at 2.'
skills = ['derivative']
answer = { vector = '(at(diff(f, x), x = 1), at(diff(f, x), x = 2))' }
"""


@pytest.mark.parametrize(
    ("before", "index", "typed", "follows"),
    [
        ("x^3 + 3*x", 1, "3x^2 + 3", True),
        ("5*x + 3", 1, "5", False),  # a constant where the right one depends on x
        ("x^3 + 3*x", 2, "6", True),
        ("x^2 - 2*x", 2, "0", False),  # zero, which is typed when nothing is known
        ("x^2 - 2*x", 3, "(0, 2)", True),
        ("x^2 + 0*x", 2, "2", True),
        ("x", 1, "1", False),
    ],
)
def test_what_is_left_of_a_part_must_be_work(before: str, index: int, typed: str, follows: bool) -> None:
    question = draw_question(Item.read("test/slopes", Path("slopes.toml"), SLOPES), 1, {})
    verdict = follow(question, index, typed, {"f": tree(before, "expression")})
    assert (verdict.outcome == "correct", verdict.reason == "follow-through") == (follows, follows), verdict


@pytest.mark.parametrize(
    ("index", "typed", "reason"),
    [
        (1, "1/2x", "ambiguous"),  # 1/(2x) would follow from ln(x)/2
        (1, "1/(2x)", "follow-through"),
        (1, "1/3x", "differs"),
    ],
)
def test_an_ambiguous_answer_is_asked_back_where_it_would_follow(index: int, typed: str, reason: str) -> None:
    question = draw_question(Item.read("test/slopes", Path("slopes.toml"), SLOPES), 1, {})
    verdict = follow(question, index, typed, {"f": tree("ln(x)/2 + 4 - 2 - 2", "expression")})
    assert verdict.reason == reason, verdict
    assert (verdict.outcome == "unreadable") == (reason == "ambiguous")


def test_what_cannot_be_decided_for_the_learners_own_answer_is_no_wrong_answer() -> None:
    question = draw_question(Item.read("test/slopes", Path("slopes.toml"), SLOPES), 1, {})
    verdict = follow(question, 1, "3x^2 + 3 + e^(-9^9^9)", {"f": tree("x^3 + 3*x", "expression")})
    assert (verdict.outcome, verdict.reason == "follow-through") == ("undecided", False), verdict
    assert "own earlier answer" not in verdict.message


def test_a_right_answer_is_not_doubted_for_an_earlier_one_that_cannot_be_decided() -> None:
    question = draw_question(Item.read("test/slopes", Path("slopes.toml"), SLOPES), 1, {})
    verdict = follow(question, 1, "3x^2 + 2", {"f": tree("x^3 + 2*x*sqrt(tanh(20000))", "expression")})
    assert (verdict.outcome, verdict.message) == ("correct", "")


def test_what_is_partly_right_and_follows_as_a_whole_has_the_whole_credit() -> None:
    question = draw_question(Item.read("test/slopes", Path("slopes.toml"), SLOPES), 1, {})
    assert grade_answer(question.parts[3], "(5, 7)").credit == 0.5
    verdict = follow(question, 3, "(5, 7)", {"f": tree("x^2 + 3*x", "expression")})
    assert (verdict.outcome, verdict.credit, verdict.reason) == ("correct", 1.0, "follow-through")


def test_what_is_asked_back_for_the_learners_own_answer_costs_no_try(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another reading would follow from the own answer: that is asked, as it is where it would be right itself."""
    asked = Verdict("unreadable", reason="ambiguous", message="did you mean 2·(x + 1)?")
    ours = QUESTION.parts[1]
    judged = grade_answer(ours, "(123, 456)")
    monkeypatch.setattr("quizengine.grade.carrying.grade_answer", lambda part, _: judged if part is ours else asked)
    assert follow(QUESTION, 1, "(123, 456)", {"g": tree("(x + 7, y - 9)")}) is asked
    assert follow(QUESTION, 1, "(123, 456)", {"g": tree("(0, 0)")}) is judged
