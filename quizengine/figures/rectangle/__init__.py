"""Figures over a rectangle of the plane: a ground with points, arrows and paths on it.

rectangle    the rectangle as it lies on paper, and functions on it
ground       what lies below: level curves, a field of arrows, or nothing
arrows       arrows with names, all of one scale
polylines    paths: points joined by straight lines
figure       all of it drawn, in words, and what is wrong
model        what an author writes for it
"""
