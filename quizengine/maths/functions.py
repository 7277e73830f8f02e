"""The table of functions: one row for each function of the tree, with what every folder of maths needs to know of it.

A folder that has more to say of some functions, an exact law or a printed form of its own, keeps a table by name beside
its code, and a default for all others. So a usual function is one row here, and its word in `parse/README.md`:

    _odd("erf", "error function")

What a row does not tell is not known, and nothing is concluded from it. What it tells is checked, row by row, in
`tests/maths/test_functions.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from quizengine.maths.function_row import EVEN, EVERYWHERE, NOT_NEGATIVE, ODD, POSITIVE, FunctionRow, Interval

_ZERO, _ONE = Fraction(0), Fraction(1)

_entire = partial(FunctionRow, domain=EVERYWHERE, breaks=())
_odd = partial(_entire, parity=ODD, at_zero=_ZERO)
_even = partial(_entire, parity=EVEN, at_zero=_ONE)
_with_pole = partial(_entire, excluded="u", breaks=(0,), parity=ODD, tail=3)
_kinked = partial(_entire, breaks=(0,), at_zero=_ZERO, tail=0)
_on_unit = partial(FunctionRow, domain=Interval(-1, 1, closed=True), breaks=(), tail=0, one_to_one=True, in_latex=True)
_above = partial(FunctionRow, breaks=(), tail=0, one_to_one=True)
_of_many = partial(FunctionRow, most=20, sympy="", domain=EVERYWHERE, tail=0)

ROWS = (
    _odd("sin", "sine", spellings=("sine", "sinus", "sen"), in_latex=True, tail=0),
    _even("cos", "cosine", spellings=("cosine", "cosinus"), in_latex=True, tail=0),
    _odd("tan", "tangent", spellings=("tg", "tangent", "tangens"), in_latex=True, excluded="cos", tail=0),
    _even("sec", "secant", spellings=("secant",), in_latex=True, excluded="cos", tail=0),
    _entire("csc", "cosecant", spellings=("cosec",), in_latex=True, excluded="sin", parity=ODD, tail=0),
    _entire("cot", "cotangent", spellings=("ctg", "cotan"), in_latex=True, excluded="sin", parity=ODD, tail=0),
    _on_unit(
        "asin", "arc sine", spellings=("arcsin", "arcsine", "arcsen"), written="arcsin", parity=ODD, at_zero=_ZERO
    ),
    _on_unit("acos", "arc cosine", spellings=("arccos", "arccosine"), written="arccos", sign=NOT_NEGATIVE),
    _odd(
        *("atan", "arc tangent"),
        spellings=("arctan", "arctg", "arctangent"),
        written="arctan",
        in_latex=True,
        one_to_one=True,
        tail=0,
    ),
    _odd("sinh", "hyperbolic sine", spellings=("senh",), in_latex=True, one_to_one=True, tail=0),
    _even("cosh", "hyperbolic cosine", in_latex=True, sign=POSITIVE, tail=0),
    _odd("tanh", "hyperbolic tangent", in_latex=True, one_to_one=True, tail=3),
    _even("sech", "hyperbolic secant", sign=POSITIVE, tail=3),
    _with_pole("csch", "hyperbolic cosecant"),
    _with_pole("coth", "hyperbolic cotangent", in_latex=True),
    _odd(
        *("asinh", "inverse hyperbolic sine"),
        spellings=("arsinh", "arcsinh"),
        written="arsinh",
        one_to_one=True,
        tail=0,
    ),
    _above(
        *("acosh", "inverse hyperbolic cosine"),
        spellings=("arcosh", "arccosh"),
        written="arcosh",
        domain=Interval(1, None, closed=True),
        sign=NOT_NEGATIVE,
    ),
    _above(
        *("atanh", "inverse hyperbolic tangent"),
        spellings=("artanh", "arctanh"),
        written="artanh",
        domain=Interval(-1, 1),
        parity=ODD,
        at_zero=_ZERO,
    ),
    _entire(
        *("exp", "exponential"),
        spellings=("expo",),
        in_latex=True,
        at_zero=_ONE,
        sign=POSITIVE,
        one_to_one=True,
        tail=0,
    ),
    _above(
        *("ln", "natural logarithm"),
        spellings=("loge",),
        in_latex=True,
        ball="log",
        domain=Interval(0, None),
    ),
    FunctionRow("log", "logarithm", 2, 2, in_latex=True, sympy="", domain=Interval(told=False), tail=0),
    _above(
        *("sqrt", "square root"), written="", domain=Interval(0, None, closed=True), sign=NOT_NEGATIVE, at_zero=_ZERO
    ),
    _kinked("cbrt", "cube root", spellings=("cuberoot",), written="", sympy="", parity=ODD, one_to_one=True),
    FunctionRow("root", "root", 2, 2, spellings=("nthroot", "nroot", "surd"), written="", sympy="", tail=0),
    _kinked(
        *("abs", "absolute value"),
        written="",
        ball=abs,
        sympy="Abs",
        derivative=lambda call, u: call("sign")(u),
        parity=EVEN,
        sign=NOT_NEGATIVE,
    ),
    _kinked("sign", "sign", spellings=("sgn", "signum"), derivative=lambda call, u: 0, jumps=True, parity=ODD),
    _entire(
        *("step", "unit step"),
        spellings=("heaviside",),
        sympy="",
        derivative=lambda call, u: 0,
        excluded="u",
        breaks=(0,),
        jumps=True,
        tail=0,
    ),
    _entire(
        *("sigmoid", "sigma"),
        spellings=("logistic", "expit", "sigm"),
        written="",
        ball=lambda u: 1 / (1 + (-u).exp()),
        sympy="",
        derivative=lambda call, u: call("sigmoid")(u) * (1 - call("sigmoid")(u)),
        sign=POSITIVE,
        at_zero=Fraction(1, 2),
        one_to_one=True,
        tail=3,
    ),
    _kinked(
        *("relu", "rectified linear unit"),
        spellings=("ReLU",),
        written="ReLU",
        ball=lambda u: u.max(0),
        sympy="",
        derivative=lambda call, u: call("step")(u),
        sign=NOT_NEGATIVE,
    ),
    _entire(
        *("softplus", "soft plus"),
        ball=lambda u: (1 + u.exp()).log(),
        sympy="",
        derivative=lambda call, u: call("sigmoid")(u),
        sign=POSITIVE,
        one_to_one=True,
        tail=3,
    ),
    _of_many("max", "maximum", in_latex=True, limits=True, sympy="Max"),
    _of_many("min", "minimum", in_latex=True, limits=True, sympy="Min"),
    _of_many("norm", "norm", spellings=("hypot",), written="", sign=NOT_NEGATIVE),
)

#: Every function there is, by name.
#: log(b, u) is the logarithm of u to base b; root(n, u) the real n-th root; norm(…) the Euclidean length.
FUNCTIONS: Mapping[str, FunctionRow] = {row.name: row for row in ROWS}
