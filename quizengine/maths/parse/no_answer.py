r"""Answers that say there is none: `none`, `∅`, `{}`, `DNE`, `no critical points`: a closed list, told in README.md."""

from __future__ import annotations

import re

from quizengine.maths.parse.fault_messages import fault
from quizengine.maths.parse.lexer.word_splitting import run
from quizengine.maths.parse.lexer.words import names_of
from quizengine.maths.parse.notation import Notation
from quizengine.maths.tree import Vector

NONE = Vector((), "{}")
_THINGS = (
    *("answer", "solution", "value", "number", "point", "root", "zero", "interval", "limit", "derivative"),
    *("extremum", "extreme point", "maximum", "minimum", "saddle", "saddle point", "stationary point"),
)
_MANY = (*(f"{thing}s" for thing in _THINGS), "zeroes", "extrema", "maxima", "minima")
_NAMED = rf"(?:{'|'.join((*_THINGS, *_MANY))})"
_KINDS = r"(?:(?:such|real|other|finite|local|global|absolute|critical|stationary) )*"
_SAID = re.compile(
    r"(?:there (?:is|are) |(?:(?:it|f|the function) )?has )?"
    rf"(?:none|no {_KINDS}{_NAMED}(?: (?:or|and) {_NAMED})?(?: exists?)?)"
    r"|(?:it |they )?(?:does not|doesn'?t|do not|don'?t) exist|dne|none exists?|nowhere|never"
    r"|(?:it is |is )?(?:undefined|not defined)"
    r"|(?:the )?(?:empty|null) set|∅|⌀|ø|\{ ?\}|\\\{ ?\\\}|\\(?:emptyset|varnothing)|∄"
)
#: What stands in every such text, to pass over all others at once.
_MAYBE = re.compile(
    r"no[ntw ]|never|exist|dne|undefined|(?:empty|null) ?set|[∅⌀øØ∄]|varnothing|\{ ?\\?\}", re.IGNORECASE
)
_LABEL = re.compile(r"(.*(?:=|:|∈|\\in(?![a-z])))?(.*)", re.DOTALL)
_TEXT = re.compile(r"\\(?:text|mathrm|textrm|mbox)\s*\{([^{}]*)\}")
_LONGEST = 80  # characters of such an answer


def before_none(text: str, notation: Notation) -> str | None:
    """Return the label with its sign before the words that say that there is none, "" without one; None for all other
    texts.

    A word that is a product of the declared variables, such as `dne` of d and n, is that product. Raises Unreadable
    where none is no answer to what is asked.
    """
    if len(text) > _LONGEST or not _MAYBE.search(text):
        return None
    bare = _TEXT.sub(r"\1", text.strip()).replace("’", "'")
    found = _LABEL.fullmatch(bare)
    label, said = (found[1] or "", found[2]) if found else ("", bare)
    if _SAID.fullmatch(" ".join(said.lower().rstrip(".").split())) is None:
        return None
    if notation.variables and bare.isalpha() and run(bare, names_of(notation), False):
        return None
    if not notation.expected.may_be_none:
        noun = notation.expected.noun
        raise fault("none-not-asked", 0, f"{noun} is asked here, and there is one; type it", len(text))
    return label
