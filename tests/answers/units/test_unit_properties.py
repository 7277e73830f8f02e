"""Rules of units: any spelling of the unit behind a right number is right, a wrong number never; nothing raises."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.units.grammar import unit_at
from quizengine.answers.units.table import NAMES, SYMBOLS
from quizengine.answers.units.terms import Found
from quizengine.answers.units.tokens import tokens_of
from quizengine.answers.units.words import is_symbol
from quizengine.maths.language import Workspace

SMALL = st.integers(-40, 40)
NUMBERS = st.builds(Fraction, SMALL, st.sampled_from((1, 2, 3, 4, 5, 8, 25)))
WORDS = sorted({*SYMBOLS, *NAMES})
#: units that are spelled in many ways, each list one unit
SPELLED = (
    ("°C/s", "K/s", "°C s^-1", "degrees per second", "deg C/s", "°C·s⁻¹", "celsius per second", "\\,\\mathrm{K/s}"),
    ("N/C", "V/m", "V m^-1", "newtons per coulomb", "volts per metre", "V·m⁻¹", "(N/C)", "\\,\\frac{N}{C}"),
    ("m/s^2", "m s⁻²", "m/s/s", "metres per second squared", "N/kg", "m·s^(-2)", "\\text{ m/s}^2"),
    ("€/kg", "euros per kilogram", "EUR/kg", "€ kg^-1", "euro per kilo" + "gramme"),
    ("W", "J/s", "watts", "N m/s", "V A", "kg m^2/s^3"),
    ("m^2", "m²", "square metres", "sq m", "metres squared", "m*m", "m m", "m**2"),
    ("1/s", "Hz", "s^-1", "per second", "/s"),
)


def key(unit: str, number: Fraction, **more: Any) -> Key[Any]:
    return KINDS["number"].model_validate({"number": str(number), "unit": unit, **more}).draw(Workspace())


def found(text: str) -> Found | None:
    tokens = tokens_of(text)
    unit = unit_at(tokens, 0)
    return unit if unit is not None and unit.end == len(tokens) else None


@given(st.sampled_from(SPELLED), NUMBERS, st.data())
def test_every_spelling_behind_a_right_number_is_right(names: tuple[str, ...], number: Fraction, data: Any) -> None:
    asked, typed = data.draw(st.sampled_from(names[:2])), data.draw(st.sampled_from(names))
    gap = data.draw(st.sampled_from((" ", "  ", "\u00a0")))
    assert judge(key(asked, number), f"{number}{gap}{typed}").outcome == "correct"


@given(st.sampled_from(SPELLED), NUMBERS, NUMBERS, st.data())
def test_a_wrong_number_is_never_right(names: tuple[str, ...], number: Fraction, other: Fraction, data: Any) -> None:
    assume(number != other)
    typed = data.draw(st.sampled_from(names))
    assert judge(key(names[0], number), f"{other} {typed}").outcome == "incorrect"


@given(NUMBERS, st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_a_unit_of_another_size_is_never_right(number: Fraction, asked: str, typed: str) -> None:
    assume(number)
    ours, theirs = found(asked), found(typed)
    assert ours is not None
    assert theirs is not None
    verdict = judge(key(asked, number), f"{number} {typed}")
    alike = set(ours.readings) & set(theirs.readings)
    assert verdict.outcome == ("correct" if alike else "unreadable"), verdict


@given(NUMBERS, st.integers(2, 3600), NUMBERS)
def test_in_another_unit_the_number_is_so_many_times_as_large(number: Fraction, factor: int, other: Fraction) -> None:
    asked = key("apples", number, also={"baskets": factor})
    assert judge(asked, f"{number * factor} baskets").outcome == "correct"
    assert judge(asked, f"{other} baskets").outcome == ("correct" if other == number * factor else "incorrect")
    assert judge(asked, f"{other} apples").outcome == ("correct" if other == number else "incorrect")


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.integers(-4, 4).filter(bool))
def test_a_unit_is_read_back_as_it_is_printed(one: str, other: str, power: int) -> None:
    read = found(f"{one}/{other}^{power}")
    assert read is not None
    again = found(read.shown)
    assert again is not None, read.shown
    assert again.readings == read.readings
    assert again.shown == read.shown


_WRITTEN = r"""3 0.04 1/25 ~ ° C K / s m ^ -1 ( ) { } € $ % per µ ² , and a
\text{ \mathrm{ \frac \circ \, square squared 100 · * < = x e"""
PIECES = st.sampled_from(_WRITTEN.split())


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40))
def test_whatever_is_typed_is_judged(text: str) -> None:
    for unit, more in (("°C/s", {"also": {"°C/min": 60}}), ("$", {}), ("errors per step", {})):
        verdict = judge(key(unit, Fraction(1, 25), **more), text)
        assert verdict.outcome in ("correct", "incorrect", "unreadable", "undecided")
        assert isinstance(verdict.read_as, str)
    judge(KINDS["vector"].model_validate({"vector": ["3", "-2"], "unit": "N/C"}).draw(Workspace()), text)
    judge(KINDS["number"].model_validate({"number": "3"}).draw(Workspace()), text)


@given(st.text(max_size=30) | st.lists(PIECES, min_size=1, max_size=9).map("".join))
def test_an_authors_unit_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        asked = key(text, Fraction(3))
    except ValueError:  # of pydantic, with the sentence
        return
    assert asked.unit().strip()


def test_symbols_and_names_are_told_apart() -> None:
    assert is_symbol("kW")
    assert not is_symbol("kilowatts")
