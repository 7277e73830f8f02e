"""Derivatives, rewriting and equations: derivatives and products of polynomials by flint, all else by SymPy.

Trees go in and normalised trees come out, in textbook order (descending degree, x before y). This is the only folder
that imports SymPy, and only inside its functions: it costs about 40 times a bare Python start.

    differentiate(3x^2·y, "x")   6xy               also of a Vector, component by component
    gradient(f, ("x", "y"))      Vector (f_x, f_y)
    simplify, expand, factor     the same value in another form
    solve(x^2 - 4, "x")          (-2, 2)           real solutions, ascending

In the order in which to read them:

    to_sympy, from_sympy                 the bridge itself, with own_functions (those that SymPy lacks or derives badly)
    derivatives, rewriting, solving      what is asked of SymPy
    quadratic                            equations for which its search is not needed
    polynomials                          derivatives and products of polynomials without SymPy, as most questions hold
    term_order                           which term and which factor a textbook writes first
    call_limit                           how long SymPy may work
    calls                                what was asked and what came out, for who confirms it
    by_sympy                             what our own rules made, worked out by SymPy
"""

from quizengine.maths.cas.calls import Call, note, noted
from quizengine.maths.cas.derivatives import differentiate, gradient, hessian, jacobian
from quizengine.maths.cas.rewriting import expand, factor, simplify
from quizengine.maths.cas.solving import solve

__all__ = [
    "Call",
    "differentiate",
    "expand",
    "factor",
    "gradient",
    "hessian",
    "jacobian",
    "note",
    "noted",
    "simplify",
    "solve",
]
