"""Units of answers: how they are read, which are allowed, and the keys of answers that have one.

table      the units that are known: symbols, names, prefixes
unit       a unit as a value: a scale and powers of base units
tokens     the signs and words of a text that may hold a unit, LaTeX too
grammar    units in a text: °C/s, m s^-2, degrees Celsius per second
terms      a unit as it was read, the units that it may be, and how it is printed
words      what a word may mean, as it is written and without regard to case
brackets   brackets whose value is worked with, so that no unit may stand inside them
spans      where units stand in what a learner typed, and the numbers without them
typed_unit what number may stand in a typed text, and in which unit
asked      the unit that an item asks for, and the others that it allows
options    what an author writes: unit = '°C/s', also = { '°C/min' = 60 }
unit_key   the key of an answer with a unit
scaling    keys and values so many times as large, for another unit
not_asked  the cure for a unit that is typed where none is asked

Nothing here is imported for an item without a unit, unless its learner types one.
"""
