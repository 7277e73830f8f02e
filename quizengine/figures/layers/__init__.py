"""Graphs in layers from left to right: what networks and computation graphs have in common.

written           values and names of nodes, as an author gives them
operations        what a node of a computation graph does
layering          which node lies in which layer
places            where nodes lie, and the edges between them
node_shapes       circles and boxes with their texts
edge_labels       where the labels of edges stand
layered           a graph in layers as a drawing
"""
