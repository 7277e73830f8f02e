"""Keys from text, models of authors, and how keys and mistakes are made to fit together."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from quizengine.answers import KINDS, judge, key_from_text
from quizengine.answers.constraints import Accuracy
from quizengine.answers.key import Key
from quizengine.errors import CannotCompute, QuizError, Unreadable
from quizengine.maths.language import Workspace
from quizengine.maths.print import show_prose


def drawn(**answer: Any) -> Key[Any]:
    kind = next(name for name in KINDS if name in answer)
    return KINDS[kind].model_validate(answer).draw(Workspace({}))


def reversed_order(count: int) -> list[int]:
    return list(range(count))[::-1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1/3", "number"), ("(2x, 2y)", "vector"), ("2x, 2y", "vector"), ("2x", "expression"), ("pi", "number")],
)
def test_the_kind_is_taken_from_the_key(text: str, kind: str) -> None:
    key = key_from_text(None, text)
    assert key.kind == kind
    assert judge(key, key.plain()).outcome == "correct"


@pytest.mark.parametrize(
    ("kind", "text"),
    [("matrix", "2"), ("vector", "2x"), ("number", "(1, 2)"), (None, "2 +"), (None, "")],
)
def test_a_key_that_will_not_do_is_unreadable(kind: str | None, text: str) -> None:
    with pytest.raises(Unreadable):
        key_from_text(kind, text)


def test_a_key_knows_the_names_it_was_given_and_else_its_own() -> None:
    assert judge(key_from_text(None, "2*x", ("x", "y")), "2x + y").outcome == "incorrect"
    assert judge(key_from_text(None, "2*x"), "2x + y").outcome == "unreadable"
    assert judge(key_from_text(None, "2*x", ()), "x + x").outcome == "correct"


def test_a_tolerance_lets_decimals_through() -> None:
    near = key_from_text(None, "(1/3, 2/3)", (), accuracy=Accuracy(relative=Fraction(1, 100)))
    assert judge(near, "(0.333, 0.667)").outcome == "correct"
    assert judge(near, "(0.333, 0.7)").credit == 0.5
    assert judge(key_from_text(None, "(1/3, 2/3)"), "(0.333, 0.667)").reason == "too-few-digits"


def test_a_verdict_is_json() -> None:
    row = json.loads(json.dumps(judge(key_from_text(None, "(2*x, 2*y)"), "(2x, 3y + 1)").to_json()))
    assert row["verdict"] == "partial"
    assert row["parts"] == [1.0, 0.0]
    assert set(row["witness"]) == {"point", "theirs", "ours"}
    assert row["read_as"] == "(2·x, 3·y + 1)"


def test_the_same_answer_gets_the_same_verdict_again() -> None:
    key = key_from_text(None, "(2*x*cos(x^2), y)")
    assert judge(key, "(cos(x^2), y)") == judge(key, "(cos(x^2), y)")


@pytest.mark.parametrize(
    "answer",
    [
        {"number": 0.5},
        {"number": "1", "digits": 99},
        {"number": "1", "unknown": 1},
        {"number": ""},
        {"number": True},
        {"vector": ["1", "2"], "tolerance": {"relative": -1}},
        {"direction": ["1", "2"], "multiple": "any"},
        {"interval": ["1", "2"], "ends": "<>"},
        {"choice": 3},
    ],
)
def test_a_model_refuses_what_it_does_not_know(answer: dict[str, Any]) -> None:
    kind = next(name for name in KINDS if name in answer)
    with pytest.raises(ValidationError):
        KINDS[kind].model_validate(answer)


@pytest.mark.parametrize(
    "answer",
    [
        {"number": '"words"'},
        {"vector": "1 + 1"},
        {"matrix": "(1, 2)"},
        {"matrix": [["1", "2"], ["3"]]},
        {"equation": "x = y = 2"},
        {"expression": "x", "domain": {"x": ["2", "1"]}},
        {"expression": "x", "domain": {"x": ["y", "1"]}},
        {"choice": "maybe", "options": ["yes", "no"]},
        {"choices": ["a", "maybe"], "options": ["a", "b"]},
        {"statement": "2 + 2"},
        {"vector": []},
        {"matrix": [[]]},
        {"points": []},
        {"points": "solve(x^2 = -1, x)"},
        {"points": [["1", "2"], ["1", "2", "3"]]},
        {"sequence": []},
        {"sequence": ["1", "(1, 2)"]},
        {"order": ["one", "one"]},
        {"matching": {"a": "b"}},
    ],
)
def test_what_cannot_be_drawn_says_so(answer: dict[str, Any]) -> None:
    with pytest.raises(CannotCompute) as caught:
        drawn(**answer)
    assert isinstance(caught.value, QuizError)
    assert "\n" not in str(caught.value)


def test_whole_numbers_may_be_written_without_quotes() -> None:
    assert judge(drawn(number=6), "6").outcome == "correct"
    assert judge(drawn(vector=[2, -4]), "(2, -4)").outcome == "correct"


def test_the_mistakes_of_a_choice_become_its_options() -> None:
    key, wrong = drawn(choice="right").offer((drawn(choice="left"), drawn(choice="up")), reversed_order)
    assert [show_prose(option, "text") for option in key.options] == ["up", "left", "right"]
    assert key.show() == "c) right"
    assert judge(key, "c").outcome == "correct"
    assert [judge(mistake, "b").outcome for mistake in wrong] == ["correct", "incorrect"]


def test_options_that_are_given_keep_their_order() -> None:
    fixed = drawn(choice="no", options=["yes", "no"])
    key, _ = fixed.offer((drawn(choice="yes"),), reversed_order)
    assert [show_prose(option, "text") for option in key.options] == ["yes", "no"]


def test_equal_right_sides_of_a_matching_stand_once() -> None:
    key, _ = drawn(matching={"a": "even", "b": "odd", "c": " Even."}).offer((), range)
    assert [show_prose(option, "text") for option in key.options] == ["even", "odd"]
    assert judge(key, "1a 2b 3a").outcome == "correct"


def test_a_wrong_option_among_several_is_a_mistake_whatever_else_is_chosen() -> None:
    key, (wrong,) = drawn(choices=["a1", "b1"]).offer((drawn(choice="c1"),), range)
    assert judge(key, "a, c").outcome == "incorrect"
    assert judge(wrong, "a, c").outcome == "correct"
    assert judge(wrong, "a, b").outcome == "incorrect"


def test_a_wrong_reason_is_a_mistake_with_either_truth() -> None:
    key, (wrong,) = drawn(statement=True, reason="because").offer((drawn(choice="despite"),), range)
    assert judge(key, "true, b").credit == 0.5
    assert [judge(wrong, typed).outcome for typed in ("true, b", "false, b")] == ["correct", "correct"]
    assert judge(wrong, "true, a").outcome != "correct"


def test_a_mistake_in_an_order_shares_its_letters() -> None:
    key, (wrong,) = drawn(order=["x", "y", "z"]).offer((drawn(order=["z", "y", "x"]),), reversed_order)
    assert judge(key, "c b a").outcome == "correct"
    assert judge(wrong, "a b c").outcome == "correct"


def test_words_of_a_mistake_are_no_slip_of_spelling() -> None:
    key, (wrong,) = drawn(words=["vanishing"]).offer((drawn(words=["varnishing"]),), range)
    assert judge(key, "varnishing").outcome == "incorrect"
    assert judge(wrong, "varnishing").outcome == "correct"
    assert judge(drawn(words=["vanishing"]), "varnishing").reason == "spelling"


def test_a_mistake_may_be_answered_with_all_names_of_the_key() -> None:
    key, (wrong,) = drawn(vector=["2*x", "2*y"]).offer((drawn(number="5"),), range)
    assert judge(wrong, "5").outcome == "correct"
    assert judge(wrong, "5 + x - x").outcome == "correct"
    assert judge(key, "5").outcome == "incorrect"


@pytest.mark.parametrize(
    "answer",
    [
        {"number": "1/3"},
        {"expression": "x^2*exp(-x)"},
        {"vector": ["2*x", "-y/3"]},
        {"direction": ["1", "1"], "multiple": "unit"},
        {"equation": "z = 2*x - y"},
        {"matrix": [["1", "x"], ["0", "-1"]]},
        {"points": [["1", "2"], ["0", "-1"]]},
        {"points": [["1", "2"]]},
        {"points": ["-1", "2"]},
        {"sequence": ["1/2", "1/4"]},
        {"sequence": ["(1, 2)", "(3, 4)"]},
        {"interval": ["-infinity", "2"], "ends": "(]"},
        {"choice": "Yes, $x^2$"},
        {"choices": ["one", "two"]},
        {"statement": False, "reason": "so it is"},
        {"statement": True},
        {"order": ["one", "two", "three"]},
        {"order": "order_by((u, v, w), (3, 1, 2))"},
        {"matching": {"a": "one", "b": "two"}, "others": ["three"]},
        {"words": ["learning rate"]},
    ],
)
def test_every_key_typed_as_it_is_told_is_right_and_is_shown(answer: dict[str, Any]) -> None:
    key, _ = drawn(**answer).offer((), reversed_order)
    verdict = judge(key, key.plain())
    assert (verdict.outcome, verdict.credit) == ("correct", 1.0), (key.plain(), verdict)
    assert verdict.read_as
    assert key.asks()
    for format in ("text", "ascii", "latex", "typst", "mathml", "spoken"):
        assert key.show(format)
    assert (key.node() is None) == (key.layout() is None)


@pytest.mark.parametrize(
    ("written", "chance"),
    [
        ({"number": "3"}, 0),
        ({"choice": "no", "options": ["yes", "no"]}, 1 / 2),
        ({"choices": ["a1", "b1"], "options": ["a1", "b1", "c1"]}, 1 / 8),
        ({"statement": True}, 1 / 2),
        ({"order": ["x", "y", "z"]}, 1 / 6),
        ({"matching": {"p": "1", "q": "2"}, "others": ["3"]}, 1 / 6),
        ({"matching": {"p": "1", "q": "1"}}, 1),
        ({"words": ["learning rate"]}, 0),
    ],
)
def test_the_chance_of_a_guess(written: dict[str, Any], chance: float) -> None:
    key, _ = drawn(**written).offer((), range)
    assert key.guess_probability == chance


def test_the_chance_of_a_statement_counts_its_reasons() -> None:
    key, _ = drawn(statement=True, reason="because").offer((drawn(choice="despite"),), range)
    assert key.guess_probability == 1 / 4


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ({"vector": ["2*x", "3*y"], "variables": ["x", "y"]}, "(5x, 6y)"),
        ({"vector": ["1", "7"]}, "(4, −5)"),
        ({"expression": "2*x + 1", "variables": ["x"]}, "4x − 3"),
        ({"equation": "y = 2*x + 1", "variables": ["x", "y"]}, "y = 5x − 4"),
        ({"matrix": [["1", "0"], ["0", "7"]]}, "[[10, 11], [12, 13]]"),
        ({"points": ["-1", "5"]}, "2, −3"),
        ({"points": [["1", "-2"]]}, "(4, −5), (6, −7)"),
        ({"interval": ["0", "7"]}, "(−1, 5), [−1, 5) or −1 < x ≤ 5"),
    ],
)
def test_an_example_of_how_to_type_never_gives_the_key_away(written: dict[str, Any], example: str) -> None:
    assert drawn(**written).asks().endswith(f"such as {example}")


@pytest.mark.parametrize(
    "written",
    [
        {"number": "pi"},
        {"vector": ["pi", "1"]},
        {"direction": ["pi", "1"]},
        {"matrix": [["pi", "1"]]},
        {"points": ["pi"]},
        {"sequence": ["pi", "1"]},
        {"interval": ["0", "pi"]},
    ],
)
def test_every_kind_of_numbers_says_how_many_figures_are_wanted(written: dict[str, Any]) -> None:
    assert "exact or with 3 significant figures" in drawn(**written, digits=3).asks()


def test_a_variable_with_a_number_is_one_however_it_is_written() -> None:
    key = drawn(vector="grad(w1^2*w_2, w1, w2)", variables=["w1", "w_2"], domain={"w1": ["0", "9"]})
    assert judge(key, "(2 w_1 w₂, w1^2)").outcome == "correct"
    assert judge(key, "(2|w1| w2, w1^2)").outcome == "correct"


@pytest.mark.parametrize(
    ("words", "asks", "accepts"),
    [
        (["pass"], "one word", ""),
        (["level curve", "level line"], "2 words", "or level line"),
        (["saddle point", "saddle"], "one word or a few", "or saddle"),
        (["a b", "a b c"], "a few words", "or a b c"),
        (list("abcdefg"), "one word", "or b, c, d, e and the like"),
    ],
)
def test_words_are_asked_for_by_their_number_and_a_key_tells_a_few(words: list[str], asks: str, accepts: str) -> None:
    key = drawn(words=words)
    assert (key.asks(), key.accepts()) == (asks, accepts)
