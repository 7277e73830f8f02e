"""Have two equations the same real solutions? A proof, or none: `compared`.

ring        polynomials in variables, e^u, roots, …       fractions   their fractions
signs       where a polynomial has one sign               squares     sums of squares
ranges      signs on a closed curve                       forms       signs that a tree shows
laws        exponentials, logarithms, roots               functions   the functions of a tree
values      trees to fractions                            factored    where two trees are equal, by their form
inverses    one function taken off both sides             branches    an equation to zero sets
covering    one zero set inside another                   proof       all of it, for two equations
"""

from quizengine.maths.solution_sets.proof import Gap, Part, Proof, compared
from quizengine.maths.solution_sets.ring import Comparison

__all__ = ["Comparison", "Gap", "Part", "Proof", "compared"]
