"""Have two equations the same real solutions? A proof, or none: `compared`.

ring              polynomials in variables, e^u, roots, …  fractions         their fractions
signs             where a polynomial has one sign         sums_of_squares   polynomials that are none below zero
ranges            signs on a closed curve                 manifest_signs    signs that the form of a tree shows
function_rules    exponentials, logarithms, roots         functions         the functions of a tree
values            trees to fractions                      factored          where two trees are equal, by their form
inverse_functions one function taken off both sides       branches          an equation to zero sets
inclusion         one zero set inside another             proof             all of it, for two equations
"""

from quizengine.maths.solution_sets.proof import Gap, Proof, SolutionSet, compared
from quizengine.maths.solution_sets.ring import Comparison

__all__ = ["Comparison", "Gap", "Proof", "SolutionSet", "compared"]
