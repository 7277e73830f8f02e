"""Level curves of a function on a rectangle, as polylines that lie on the curves.

    curves(surface, height, levels)     for each level its curves

Marching squares (W. Lorensen, H. Cline: Marching cubes, 1987, in the plane), and then onto the curve itself:

    sampling    the values on a grid; where they end inside a cell
    cells       which edges of each cell a curve joins
    on_edges    where on an edge the level is
    saddles     the saddles in which the branches of a level meet
    joining     the pieces of all cells joined to paths
    bending     more points where a curve bends
    tracing     all of it

Places are in shares of the rectangle's width: x from 0 to 1, y upwards from 0 to `height`.
"""

from __future__ import annotations

from quizengine.figures.level_curves.sampling import Surface
from quizengine.figures.level_curves.tracing import curves

__all__ = ["Surface", "curves"]
