"""Options that meet in one key: decimals, digits, units, credit, either sign, an added constant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from quizengine.answers import KINDS, judge
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.giveaway import pieces_shown
from quizengine.answers.key import Key
from quizengine.answers.units.unit_key import HELD, UnitKey
from quizengine.maths.language import Workspace
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node

METRES = {"unit": "m", "also": {"cm": 100}}
SECONDS = {"unit": "s", "also": {"ms": 1000}}


def key(*, decimals: bool = False, **written: Any) -> Key[Any]:
    kind = next(name for name in KINDS if name in written)
    return KINDS[kind].model_validate(written).draw(replace(Workspace(), decimals=decimals))


#: the key, what is typed, then outcome, credit and the mistake that is told
JUDGED: list[tuple[dict[str, Any], str, tuple[str, float, str | None]]] = [
    ({"number": "3", "up_to": "sign", **METRES}, "-3 m", ("correct", 1, None)),
    ({"number": "3", "up_to": "sign", **METRES}, "-300 cm", ("correct", 1, None)),
    ({"number": "3", "up_to": "sign", **METRES}, "-3 cm", ("incorrect", 0, "unit-wrong")),
    ({"number": "3", "up_to": "sign", **METRES}, "-300", ("incorrect", 0, "unit-not-converted")),
    ({"vector": ["3", "4"], "up_to": "sign", **METRES}, "(-300, -400) cm", ("correct", 1, None)),
    ({"vector": ["3", "4"], "up_to": "sign", **METRES}, "(3, -4)", ("partial", 0.5, "one-sign-wrong")),
    ({"vector": ["3", "4"], "credit": "whole", **METRES}, "(300, 5) cm", ("incorrect", 0, None)),
    ({"vector": ["3", "4"], "credit": [0, 1], **METRES}, "(3, 5)", ("incorrect", 0, None)),
    ({"vector": ["3", "4"], "credit": [0, 1], **METRES}, "(1, 400) cm", ("partial", 0.5, None)),
    ({"sequence": ["(1,2)", "(3,4)"], "credit": [0, 1], **METRES}, "(100,200),(300,5) cm", ("partial", 0.5, None)),
    ({"interval": ["0", "2"], "credit": [0, 1], **SECONDS}, "(0, 3) s", ("incorrect", 0, None)),
    ({"interval": ["0", "2"], "credit": [0, 1], **SECONDS}, "(1, 2000) ms", ("partial", 0.5, None)),
    ({"interval": ["0", "2"], "credit": [0, 1], **SECONDS}, "[0, 2000] ms", ("partial", 0.375, None)),
    ({"interval": ["0", "2"], "credit": [0, 1], **SECONDS}, "(0, 2) ms", ("incorrect", 0, "unit-wrong")),
    ({"expression": "x^2", "up_to": "constant", "variables": ["x"], "unit": "V"}, "x^2 + C V", ("correct", 1, None)),
    ({"expression": "x^2", "up_to": "constant", "variables": ["x"], "unit": "V"}, "x^2 V", ("correct", 1, None)),
    ({"decimals": True, "vector": ["1/10", "x/5"], "credit": [0, 1]}, "(0.1, x)", ("incorrect", 0, None)),
    ({"decimals": True, "vector": ["3/5", "4/5"], "up_to": "sign"}, "(-0.6, -4/5)", ("correct", 1, None)),
    ({"decimals": True, "expression": "x^2/10", "up_to": "constant"}, "0.1x^2 + C", ("correct", 1, None)),
    ({"decimals": True, "number": "1/8", "digits": 2}, "0.13", ("correct", 1, None)),
    ({"decimals": True, "number": "1/25", "unit": "°C/s", "also": {"°C/min": 60}}, "2.4 °C/min", ("correct", 1, None)),
    ({"decimals": True, "interval": ["0", "1/10"], "digits": 2, **SECONDS}, "(0, 0.10) s", ("correct", 1, None)),
]


@pytest.mark.parametrize(("written", "typed", "told"), JUDGED, ids=[f"{place}" for place in range(len(JUDGED))])
def test_how_two_options_judge_together(
    written: dict[str, Any], typed: str, told: tuple[str, float, str | None]
) -> None:
    verdict = judge(key(**written), typed)
    assert (verdict.outcome, verdict.credit, verdict.mistake) == told


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ({"number": "1/25", **METRES}, "0.04 m (or 4 cm)"),
        ({"number": "1/8", "digits": 2}, "0.13 (exactly 0.125)"),
        ({"number": "3", "up_to": "sign", **METRES}, "3 m (or with the opposite sign, or 300 cm)"),
        ({"vector": ["1/4", "x/5"], "credit": [0, 1]}, "(0.25, 0.2·x) (weights 0, 1)"),
        (
            {"interval": ["0", "1/10"], "digits": 2, "credit": [0, 1], **SECONDS},
            "(0, 0.10) s (or (0, 100) ms; weights 0, 1)",
        ),
        ({"number": "none", **METRES}, "none"),
    ],
)
def test_how_a_key_with_decimals_is_printed(written: dict[str, Any], printed: str) -> None:
    from quizengine.maths.print import show_prose

    assert show_prose(key(decimals=True, **written).printed(), "text").replace(HELD, " ") == printed


@pytest.mark.parametrize(
    ("written", "typed", "message"),
    [
        ({"vector": ["1/10", "x/5"]}, "(0.1, x)", "at x = 1 yours is 1, the right value is 0.2."),
        ({"vector": ["1/10", "x/3"]}, "(0.1, x)", "at x = 1 yours is 1, the right value is 1/3."),
        ({"expression": "4*x^2 + x"}, "x^2 + x/4", "This is 0.25 times the right one."),
        ({"expression": "4*x^2 + x"}, "-x^2 - x/4", "This is −0.25 times the right one."),
    ],
)
def test_messages_speak_in_decimals_as_the_key_does(written: dict[str, Any], typed: str, message: str) -> None:
    assert judge(key(decimals=True, **written), typed).message.endswith(message)
    assert "0." not in judge(key(**written), typed).message.replace("(0.1", "")


@pytest.mark.parametrize("times", ["1", "10^(-5)", "10^(-6)", "10^(-7)", "10^12", "10^14", "10^15", "-1/10^9"])
@pytest.mark.parametrize("size", ["sqrt(2)", "1/3", "99996/100001"])
def test_a_step_rounds_as_the_key_does(size: str, times: str) -> None:
    """With `decimal(m, 4)` an author writes what a key with digits = 4 shows."""
    from quizengine.maths.print import show, show_prose

    value = Workspace().evaluate(f"decimal({size}*{times}, 4)")
    assert isinstance(value, Node)
    assert show(value, "text") == show_prose(key(number=f"{size}*{times}", digits=4).short(), "text")


ANSWERS: list[dict[str, Any]] = [
    {"number": "7/8"},
    {"number": "sqrt(2)"},
    {"number": "none"},
    {"expression": "x/8 + sqrt(2)"},
    {"vector": ["7/8", "sqrt(2)"]},
    {"direction": ["7/8", "1"]},
    {"direction": ["7/8", "1"], "multiple": "unit"},
    {"equation": "z = x/8 + y/4"},
    {"matrix": [["7/8", "sqrt(2)"], ["x/8", "1"]]},
    {"points": [["7/8", "sqrt(2)"], ["1/8", "1"]]},
    {"points": "none", "variables": ["x", "y"]},
    {"sequence": ["(7/8, 1)", "(sqrt(2), 1/8)"]},
    {"interval": ["1/8", "sqrt(2)"], "ends": "[)"},
    {"interval": ["1/8", "infinity"]},
]


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
@pytest.mark.parametrize("decimals", [False, True])
@pytest.mark.parametrize("digits", [0, 3])
def test_each_piece_of_a_key_has_every_text_by_which_it_is_shown(
    answer: dict[str, Any], decimals: bool, digits: int
) -> None:
    drawn = key(decimals=decimals, **answer, digits=digits)
    told = pieces_shown(drawn)
    assert told or drawn.plain() == "none"
    assert all(any(form in shown for shown in drawn.shown_forms()) for forms in told for form in forms)


def test_a_number_is_told_exact_with_decimals_and_rounded() -> None:
    assert pieces_shown(key(decimals=True, number="1/8", digits=2)) == ({"1/8", "0.125", "0.13"},)
    assert pieces_shown(key(choice="up", options=["up", "down"])) == ()


@pytest.mark.parametrize("answer", [*ANSWERS, *({**answer, **METRES} for answer in ANSWERS if "number" in answer)])
@pytest.mark.parametrize("tree", ["u", "(u, 1)", "equation(u, x)", "[[u, v], [1, 2]]", "1/u"])
def test_a_value_of_an_earlier_part_in_other_variables_can_be_judged(answer: dict[str, Any], tree: str) -> None:
    """What is carried is compared with later keys, which may have fewer variables."""
    value = Workspace().evaluate(tree)
    assert isinstance(value, Node)
    assert key(**answer).judge(Reading(value)).outcome != "correct"


#: what UnitKey takes from Key although a kind of mathematics has its own, and why
NOT_DELEGATED = {"printed": "put together of short, exact_form and remarks, each of which is delegated"}


def below(kind: type[Any]) -> Iterator[type[Any]]:
    yield kind
    for other in kind.__subclasses__():
        yield from below(other)


def test_a_unit_hides_nothing_that_a_kind_of_mathematics_knows() -> None:
    assert all(map(KINDS.__getitem__, KINDS))  # all kinds are loaded
    public = {name for name in vars(Key) if not name.startswith("_")}
    own = {name for kind in below(FormulaKey) for name in vars(kind) if name in public}
    assert own - set(vars(UnitKey)) == set(NOT_DELEGATED)
