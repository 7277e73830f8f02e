"""What the kinds of answers are called: the words that name them in an item and on the command line.

TYPED are the kinds of mathematics, whose key can be written as a text for `compare`; CHOSEN are options and words.
"""

TYPED = ("number", "expression", "vector", "direction", "equation", "matrix", "points", "sequence", "interval")
CHOSEN = ("choice", "choices", "statement", "order", "matching", "words")
NAMES = (*TYPED, *CHOSEN)
