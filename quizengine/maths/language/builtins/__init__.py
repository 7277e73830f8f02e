"""The words of the author's language beyond the functions of the tree, and what computes each."""
