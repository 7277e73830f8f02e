"""What an answer with a unit shows and says, and what its author is told."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.kinds.number import NumberKey
from quizengine.answers.mistake import Mistake
from quizengine.answers.units.unit_key import HELD, MeasuredReading
from quizengine.errors import NeverComputes, Unreadable
from quizengine.item.source import Unusable, read_body
from quizengine.maths.evaluate import rational
from quizengine.maths.language import Workspace
from quizengine.maths.print import plain
from quizengine.maths.tree import Number

WARM = {"number": "1/25", "unit": "°C/s", "also": {"°C/min": 60, "K/s": 1}}


def key(workspace: Workspace | None = None, **written: Any) -> Key[Any]:
    kind = next(name for name in KINDS if name in written)
    return KINDS[kind].model_validate(written).draw(workspace or Workspace())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (WARM, "1/25 °C/s"),
        ({"number": "-3/2", "unit": "m s^-2"}, "−3/2 m·s⁻²"),
        ({"vector": ["3", "-2"], "unit": "N / C"}, "(3, −2) N/C"),
        ({"interval": ["0", "2"], "unit": "s"}, "(0, 2) s"),
        ({"expression": "t^2 + 1", "unit": "J/(kg K)"}, "(t² + 1) J/(kg·K)"),
        ({"expression": "2*t", "unit": "errors per step"}, "2·t errors per step"),
        ({"number": "45", "unit": "°"}, "45°"),
        ({"number": "5", "unit": "%"}, "5 %"),
        ({"number": "12", "unit": "\\$"}, "12 $"),
        ({"number": "none", "unit": "m"}, "none"),
        ({"number": "2", "unit": "\\frac{\\text{m}}{\\text{s}^2}"}, "2 m/s²"),
        ({"number": "2", "unit": "deg C/s"}, "2 °C/s"),
    ],
)
def test_the_unit_stands_behind_the_key(written: dict[str, Any], shown: str) -> None:
    assert key(**written).show().replace(HELD, " ") == shown


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("0.04", "0.04 °C/s"),
        ("0.04 K/s", "0.04 K/s"),
        ("0.04 kelvin per second", "0.04 °C/s"),
        ("2.4 degrees per minute", "2.4 °C/min"),
        ("0.02 + 0.02 K/s", "(0.02 + 0.02) K/s"),
        ("r = 0.04 K/s", "r = 0.04 K/s"),
        ("none", "none"),
    ],
)
def test_what_was_read_is_told_with_its_unit(typed: str, echo: str) -> None:
    assert judge(key(**WARM), typed).read_as == echo


def test_a_key_without_a_unit_is_of_the_kind_itself() -> None:
    assert key(number="3") == NumberKey(Number(3))
    assert key(number="3").unit() == ""


def test_how_to_answer_tells_the_unit_and_what_else_is_right() -> None:
    warm = key(**WARM)
    assert warm.asks().endswith("; in °C/s, with the unit or without")
    assert warm.accepts() == f"or 12/5{HELD}°C/min"
    assert warm.unit() == "°C/s"
    assert (warm.kind, warm.form(), warm.giveaways()) == ("number", "", ("1/25",))
    assert warm.credit(warm.plain()) == 1
    assert not list(warm.unsound())


def test_a_reading_is_carried_in_the_unit_that_is_asked() -> None:
    reading = key(**WARM).read("3 °C/min")
    assert isinstance(reading, MeasuredReading)
    assert rational(reading.tree) == Fraction(1, 20)
    vector = key(vector=["1", "2"], unit="m", also={"cm": 100}).read("(150, 200) cm")
    assert plain(vector.tree) == "(3/2, 2)"
    interval = key(interval=["1", "2"], unit="m", also={"cm": 100}).read("100 < x < 200 cm")
    assert plain(interval.tree) == "1 < x < 2"


def test_a_mistake_is_known_in_every_unit() -> None:
    asked = key(**WARM)
    value = key(number="4", unit="°C/s", also={"°C/min": 60, "K/s": 1})
    right, (wrong,) = asked.offer((value,), range)
    mistakes = (Mistake("no-step", ("Divide by 100.",), wrong),)
    for typed in ("4", "4 K/s", "240 °C/min", "4 degrees per second"):
        assert judge(right, typed, mistakes).mistake == "no-step"
    assert judge(right, "4 °C/min", mistakes).mistake is None
    assert wrong.show() == f"4{HELD}°C/s"


def test_a_mistake_of_another_kind_may_be_typed_with_the_unit() -> None:
    asked = key(vector=["3", "4"], unit="N/C")
    right, (wrong,) = asked.offer((KINDS["number"].model_validate({"number": "5"}).draw(Workspace()),), range)
    assert judge(right, "5 N/C", (Mistake("length", ("The length.",), wrong),)).mistake == "length"


def test_an_ambiguous_number_is_asked_back_with_its_unit() -> None:
    verdict = judge(key(number="1500", unit="m"), "1,500 m")
    assert (verdict.outcome, verdict.reason) == ("unreadable", "ambiguous")
    assert "did you mean 1500 m?" in verdict.message


def test_another_unit_is_told_with_a_reason_of_its_own() -> None:
    verdict = judge(key(**WARM), "144 °C/h")
    assert (verdict.outcome, verdict.reason, verdict.offset) == ("unreadable", "other-unit", 4)
    assert verdict.message == "the answer is asked in °C/s, and yours is in °C/h: convert it"


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("3 K/s", "no unit is asked here: leave out 'K/s'"),
        ("3 °C", "no unit is asked here: leave out '°C'"),
        ("$3", "no unit is asked here: leave out '$'"),
        ("3 €", "no unit is asked here: leave out '€'"),
        ("3 km", "no unit is asked here: leave out 'km'"),
        ("3 m", "only numbers are asked here: leave out 'm' if it is a unit, or put in a value for it"),
        ("3 foo", "only numbers are asked here: leave out 'foo'"),
        ("3 x", "only numbers are asked here: put in a value for 'x'"),
        ("2/k", "only numbers are asked here: put in a value for 'k'"),
        ("45°", "degrees are not read; angles are in radians: 45° is pi/4"),
    ],
)
def test_a_unit_where_none_is_asked_is_told_with_its_cure(typed: str, cure: str) -> None:
    with pytest.raises(Unreadable) as told:
        key(number="3").read(typed)
    assert told.value.message == cure


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ({"vector": ["2", "3"]}, "(2, 3) N/C"),
        ({"vector": ["2", "3"]}, "(2 N/C, 3 N/C)"),
        ({"interval": ["0", "2"]}, "(0, 2) km"),
        ({"interval": ["0", "2"]}, "0 < x < 2 km"),
        ({"points": ["1", "2"]}, "1 km, 2 km"),
        ({"expression": "2*x", "variables": ["x"]}, "2x m/s"),
    ],
)
def test_so_it_is_for_every_kind(written: dict[str, Any], typed: str) -> None:
    assert judge(key(**written), typed).reason == "unit-not-asked"


def test_units_may_be_filled_in() -> None:
    workspace = Workspace().bind("u", "K/m").bind("k", Number(100))
    asked = key(workspace, number="3", unit="<< u >>", also={"K/cm": "1/k"})
    assert asked.unit() == "K/m"
    assert judge(asked, "0.03 K/cm").outcome == "correct"
    with pytest.raises(NeverComputes, match="1 K/m is 1/100 K/cm; write also = "):
        key(workspace, number="3", unit="<< u >>", also={"K/cm": "k"})


ITEM = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'p'
[answer]
number = '1/25'
unit = '°C/s'
also = { '°C/min' = 60 }
[[mistakes]]
name = 'm'
number = '4'
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("'°C/s'", "'°C//s'", 7, "this unit cannot be read; write it like °C/s"),
        ("'°C/s'", "''", 7, "'answer.unit': must not be empty"),
        ("'°C/s'", "'°C/sce'", 7, "'sce' is no unit that is known; did you mean sec?"),
        ("'°C/s'", "'KW'", 7, "'KW' is no unit that is known; did you mean kW"),
        ("'°C/s'", "'°C/x'", 7, "a word of your own has three small letters or more"),
        ("'°C/s'", "3", 7, "'answer.unit': write it in quotes: '3'"),
        ("unit = '°C/s'\n", "", 7, "'answer.also': these are other units, and there is none that is asked"),
        ("'°C/s'", "'$°C/s$'", 7, "a unit is no formula; write it without the dollars around it"),
        ("'°C/min' = 60", "'J' = 60", 8, "J does not measure what °C/s does, and no factor makes it; take 'J' out"),
        ("= 60", "= 6", 8, "1 °C/s is 60 °C/min; write also = { '°C/min' = 60 }"),
        ("= 60", "= '1/60'", 8, "1 °C/s is 60 °C/min; write also = { '°C/min' = 60 }"),
        ("= 60", "= 0", 8, "the factor of '°C/min' must be more than 0"),
        ("= 60", "= -60", 8, "the factor of '°C/min' must be more than 0"),
        ("= 60", "= 1.5", 8, "write 1.5 in quotes: '1.5'"),
        ("'°C/min' = 60", "'K/s' = 2", 8, "'K/s' is the unit that is asked, °C/s, and needs no factor but 1"),
        ("{ '°C/min' = 60 }", "['K/s']", 8, "'answer.also': write a table"),
        ("number = '4'", "number = '4'\nunit = 'K/s'", 12, "a mistake has the unit of its answer; leave 'unit' out"),
        ("number = '1/25'", "choice = 'a'", 7, "'unit' does not go with this kind of answer, but with number"),
    ],
)
def test_an_author_is_told_the_line_and_the_cure(old: str, new: str, line: int, told: str) -> None:
    with pytest.raises(Unusable) as unusable:
        read_body(ITEM.replace(old, new, 1))
    found = [finding for finding in unusable.value.findings if told in finding[1]]
    assert found, unusable.value.findings
    assert found[0][0] == line
