"""The level curves of a function over a rectangle: a ground for figures over it.

model       what an author writes for them
levels      the function with its levels, and their curves
map         the curves as strokes, with the levels that stand on them
readings    in words: where each curve runs, what one meets around a point
faults      why there is nothing to see
"""
