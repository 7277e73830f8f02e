"""What authors write out of habit from other languages, and what to write here."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TEXT = re.compile(r'"[^"]*"')
#: Signs of another language, looked for only where a text cannot be read.
SIGNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), cure)
    for pattern, cure in (
        (r"&&", "write and between conditions"),
        (r"\|\|", "write or between conditions, norm(v) for a length"),
        (r"<>", "write != for not equal"),
        (r"//", "write floor(a/b)"),
        (r"%", "write mod(a, b) for a remainder, 1/10 for ten percent"),
        (r"\?", "write if(condition, value, value otherwise)"),
        (r"\bfor\b|\blambda\b", "write each(t^2, t, v) for a value of each item of v"),
        (r"\belse\b|\bthen\b|\belif\b|^\s*if\s+[^(\s]", "write if(condition, value, value otherwise)"),
        (r"\bin\b", "write contains(list, item)"),
        (r"![^=]", "write not"),
        (r"\.\s*(?:subs|evalf|T|diff|dot|norm)\b", "write at(f, x = 1), transpose(A), diff(f, x), dot(v, w), norm(v)"),
        (r"\\[a-zA-Z]", "no LaTeX stands here: write a/b, sqrt(a), pi"),
        (r"(?<!\w)'[^']*'", 'a text stands in double quotes: "left"'),
        (r"\w'", "write diff(f, x) for a derivative"),
    )
)
#: Words of another language, and an expression that says the same here.
WORDS_ELSEWHERE: Mapping[str, str] = {
    "Rational": "1/2",
    "Integer": "1",
    "Matrix": "[[1, 2], [3, 4]]",
    "Eq": "equation(x, 1)",
    "normalize": "unit(v)",
    "normalise": "unit(v)",
    "ceiling": "ceil(x)",
    "int": "floor(x)",
    "len": "length(v)",
    "range": "integers(1, 3)",
    "zip": "each(t*s, t, v, s, w)",
    "subs": "at(f, x = 1)",
    "nabla": "grad(f, x, y)",
    "gradient": "grad(f, x, y)",
    "derivative": "diff(f, x)",
    "integrate": "the antiderivative itself: an item can start from it and differentiate",
    "limit": "the limit itself",
    "factorial": "product(i, i, 1, n)",
    "binomial": "product(i, i, n - k + 1, n)/product(i, i, 1, k)",
    "random": "a line of [parameters]",
    "True": "true",
    "False": "false",
    "log2": "ln(x)/ln(2)",
    "log10": "ln(x)/ln(10)",
}


def cure_of_signs(text: str) -> str:
    """Return what to write instead of a sign or a word that another language has; "" if there is none."""
    outside = _TEXT.sub('""', text)
    return next((cure for sign, cure in SIGNS if sign.search(outside)), "")


def cure_of_word(name: str) -> str:
    """'; write …' for a word that another language has, else ""."""
    return f"; write {WORDS_ELSEWHERE[name]}" if name in WORDS_ELSEWHERE else ""
