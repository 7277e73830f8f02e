"""Figures between two axes or on one: what graphs, curves, bars and number lines have in common.

model, chart      what an author writes of axes and points; axes with a frame, ticks and named points
ranges            the ends of an axis, found from values
ticks             the numbers at which there are ticks
sampled_curve, tangent        a function of one variable as lines; the straight line that touches it
given_curves, curve_names     curves as an author gives them; their letters
line_parts, line_layout       what lies on a number line, and where
"""
