"""The units that are known: symbols, English names, and prefixes.

A row of _ROWS: symbols (+ before one that takes prefixes), names (+ likewise), a scale, and base units with powers. A
plural ends on s, or is given as another name. Own bases, such as rad, ° and €, are compared with nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from quizengine.answers.units.unit import Unit, unit_of

_ROWS = """
+m | +metre +meter | 1 | m
+g +gr | +gram +gramme | 1/1000 | kg
+s sec | +second sec secs | 1 | s
min | minute min mins | 60 | s
h hr | hour hr hrs | 3600 | s
d | day | 86400 | s
wk | week | 604800 | s
yr | year | 1 | year
mo | month | 1 | month
+K | +kelvin | 1 | K
°C degC | celsius centigrade | 1 | °C
°F degF | fahrenheit | 1 | °F
° | | 1 | °
+rad | +radian | 1 | rad
+A | +ampere +amp | 1 | A
+mol | +mole | 1 | mol
cd | candela | 1 | cd
+Hz | +hertz | 1 | s-1
+N | +newton | 1 | kg m s-2
+Pa | +pascal | 1 | kg m-1 s-2
+bar | +bar | 100000 | kg m-1 s-2
atm | atmosphere | 101325 | kg m-1 s-2
+J | +joule | 1 | kg m2 s-2
+W | +watt | 1 | kg m2 s-3
+Wh | | 3600 | kg m2 s-2
+eV | electronvolt | 1602176634/10000000000000000000000000000 | kg m2 s-2
+cal | +calorie | 523/125 | kg m2 s-2
+Nm | | 1 | kg m2 s-2
+V | +volt | 1 | kg m2 s-3 A-1
+C | +coulomb | 1 | A s
+Ah | | 3600 | A s
+Ω | +ohm | 1 | kg m2 s-3 A-2
+F | +farad | 1 | kg-1 m-2 s4 A2
+T | +tesla | 1 | kg s-2 A-1
+Wb | +weber | 1 | kg m2 s-2 A-1
+H | +henry henries | 1 | kg m2 s-2 A-2
+L +l | +litre +liter | 1/1000 | m3
+t | +tonne | 1000 | kg
ha | hectare | 10000 | m2
in | inch inches | 127/5000 | m
ft | foot feet | 381/1250 | m
yd | yard | 1143/1250 | m
mi | mile | 201168/125 | m
lb lbs | | 45359237/100000000 | kg
kmh kph | | 5/18 | m s-1
mph | | 1397/3125 | m s-1
rpm | | 1 | revolution min-1
rev | revolution | 1 | revolution
% | percent | 1/100 |
‰ | permille | 1/1000 |
ppm | | 1/1000000 |
€ EUR | euro | 1 | €
$ USD | dollar | 1 | $
£ GBP | pound | 1 | £
¥ JPY | yen | 1 | ¥
ct | cent | 1 | cent
+B | +byte | 1 | byte
+bit | +bit | 1 | bit
px | pixel | 1 | pixel
pc pcs | piece | 1 | piece
| item | 1 | item
| person people persons | 1 | person
| loaf loaves | 1 | loaf
| customer | 1 | customer
| ticket | 1 | ticket
| unit | 1 | unit
| cup | 1 | cup
| step | 1 | step
| epoch | 1 | epoch
"""
_PREFIXES = """
f femto -15|p pico -12|n nano -9|µ micro -6|u micro -6|m milli -3|c centi -2|d deci -1|h hecto 2|k kilo 3|M mega 6
G giga 9|T tera 12|P peta 15
"""
_SMALL_ONLY = frozenset(("c", "d", "h"))  # of these only what people use
_WITH_SMALL = frozenset(("m", "l", "L", "g", "Pa", "metre", "meter", "litre", "liter", "gram", "pascal"))
CURRENCIES = frozenset(("€", "$", "£", "¥", "EUR", "USD", "GBP", "JPY"))


def _prefixes() -> Iterator[tuple[str, str, Fraction]]:
    for entry in _PREFIXES.replace("\n", "|").split("|"):
        if entry:
            sign, name, power = entry.split()
            yield sign, name, Fraction(10) ** int(power)


def _base(text: str, scale: Fraction) -> Unit:
    powers = {}
    for word in text.split():
        name = word.rstrip("-0123456789")
        powers[name] = int(word[len(name) :] or 1)
    return unit_of(scale, powers)


def _rows() -> Iterator[tuple[list[str], list[str], Unit]]:
    for line in _ROWS.strip().splitlines():
        symbols, names, scale, powers = (cell.strip() for cell in line.split("|"))
        yield symbols.split(), names.split(), _base(powers, Fraction(scale))


def _all(words: list[str], unit: Unit, place: int) -> Iterator[tuple[str, Unit]]:
    """Each word with its unit, and with prefixes where it takes them; place: 0 of the prefixes' signs, 1 of names."""
    for written in words:
        word = written.removeprefix("+")
        yield word, unit
        if written != word:
            for row in _prefixes():
                if row[0] not in _SMALL_ONLY or word in _WITH_SMALL:
                    yield f"{row[place]}{word}", Unit(unit.scale * row[2], unit.powers)


def _symbols() -> Iterator[tuple[str, Unit]]:
    for symbols, _, unit in _rows():
        yield from _all(symbols, unit, 0)


def _names() -> Iterator[tuple[str, Unit]]:
    for _, names, unit in _rows():
        for name, made in _all(names, unit, 1):
            yield name, made
            yield f"{name}s", made


def _exact() -> Mapping[str, Unit]:
    """A symbol by itself is more than one with a prefix: min is a minute, ft a foot."""
    plain = {symbol.removeprefix("+"): unit for symbols, _, unit in _rows() for symbol in symbols}
    return {**dict(_symbols()), **plain}


SYMBOLS: Mapping[str, Unit] = _exact()
NAMES: Mapping[str, Unit] = dict(_names())
