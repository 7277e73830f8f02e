"""How the typed kinds are read: each reader is a value, and keys with equal readers share one reading of an answer.

formula       mathematics in a notation, under the documented rules or others
added_constant   x·y + C, with a constant of the learner's own
points        ±2, |x| = 2 and (±1, 0) as two each
plus_minus    the two signs in one text
interval      (0, 2) or 0 < t < 2, about any name
"""
