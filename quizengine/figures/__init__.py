"""Pictures made from a question's own numbers: kinds of figures, as there are kinds of answers.

    KINDS["contours"]                            the model of `contours = …` under [figure]
    figure = model.draw(workspace)               the figure with its numbers
    figure.drawing(24), figure.description()     as strokes, marks and labels; in words

From an author's table to what is seen:

    figure           what every kind gives: a model and a figure; kinds/   the kinds
    values           an author's expressions as numbers, points, lists and functions
    numbers          round steps on axes, and how numbers are written
    texts            an author's names, values and labels as short texts
    plane, placing   a frame with axes; places for labels
    grid_lines       lines at the ticks of a frame
    scale            how finely numbers are read off
    titles           labels on curves, which are cut under them
    walks            where strokes run, and which of them run through a box
    clipping         what of a line lies in a box
    arrow_field      arrows at many places, as a ground
    rectangle/       figures over a rectangle: a ground with points, arrows and paths on it
    level_map/       level curves as such a ground; level_curves/ finds the curves
    charts/          figures between axes: graphs, curves, bars; number lines
    layers/          graphs in layers: networks and computation graphs
    cell_table       a table of equal cells
    drawing          areas, strokes, marks and labels, all that a painter knows
    characters       a drawing in a terminal, of dots in braille characters or of signs in ASCII; templates/svg and
                     templates/latex have those of pages
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names

if TYPE_CHECKING:
    from quizengine.figures.figure import Figure
    from quizengine.figures.kinds import KINDS

__all__ = ["KINDS", "Figure"]

# most questions have no figure
__getattr__ = lazy_names(__name__, {"KINDS": "kinds", "Figure": "figure"})
