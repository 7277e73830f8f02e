"""Texts with values inside, such as "at most << c >>": each << expression >> is worked out where the text is.

    filled("at most << c >>", rule)        the words "at most << 3 >>", with the value 3 beside them

A text drawn from [parameters] keeps its fill-ins until it is asked for, since what they need gets its value later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from quizengine.maths.language.values import Value, fail, refuse
from quizengine.maths.tree import Node

MAX_WORDS = 8_000  # characters of a text with its values

_FILL = re.compile(r"<<(.*?)>>", re.DOTALL)
_FORMULA = re.compile(r"\\.|\$\$(?:[^\\$]|\\.)*\$\$|\$(?:[^\\$]|\\.)*\$", re.DOTALL)
_UNMARKED = str.maketrans({"<": "⟨", ">": "⟩", "$": "＄", "\\": "＼", "{": "⦃", "}": "⦄", "\n": " "})
_NO_VALUES: Mapping[str, Value] = MappingProxyType({})


class FilledText(str):
    """A text with values in it: as a str its words, where each value stands in plain notation between << and >>.

    values: what these stand for, by that notation. So texts are equal where their words and their values are.
    """

    __slots__ = ("values",)
    values: Mapping[str, Value]

    def __new__(cls, words: str, values: Mapping[str, Value] = _NO_VALUES) -> FilledText:
        made = super().__new__(cls, words)
        made.values = values
        return made


def is_open(value: Value) -> bool:
    """Return whether a value is a text whose fill-ins are still to be worked out, or a list with one."""
    if isinstance(value, tuple):
        return any(map(is_open, value))
    return isinstance(value, str) and "<<" in value and not isinstance(value, FilledText)


def filled(text: str, rule: Callable[[str], Value]) -> str:
    """Return a text with the values that `rule` gives for its expressions.

    A value that is itself a text is put in as it is, save inside a formula, where it stands for words.

    Raises what `rule` does, and CannotCompute for << or >> alone, for a condition, and for what becomes too long.
    """
    values: dict[str, Value] = {}
    formulas = [formula.span() for formula in _FORMULA.finditer(text) if formula[0].startswith("$")]

    def put(found: re.Match[str]) -> str:
        value = rule(found[1].strip())
        if isinstance(value, bool):
            fail('a condition cannot stand in a text; write if(…, "yes", "no")')
        if isinstance(value, str) and not any(start < found.start() < end for start, end in formulas):
            values.update(value.values if isinstance(value, FilledText) else {})
            return value
        name = notation(value)
        values[name] = value
        return f"<< {name} >>"

    outside = _FILL.sub("", text)
    if "<<" in outside or ">>" in outside:
        refuse("<< and >> stand in pairs in a text; for 'much less' and 'much more' write \\ll and \\gg in a formula")
    words = _FILL.sub(put, text)
    if len(words) > MAX_WORDS:
        refuse(f"a text has at most {MAX_WORDS:,} characters")
    return FilledText(words, values) if values else words


def notation(value: Value) -> str:
    """Return a value on one line without what marks formulas and fill-ins, such that values that look different have
    different notations.
    """
    from quizengine.maths.print import plain

    if isinstance(value, Node):
        return plain(value).translate(_UNMARKED)
    if isinstance(value, tuple):
        return f"({', '.join(map(notation, value))})"
    return f'"{value}"'.translate(_UNMARKED)


def mapped(value: Value, rule: Callable[[Node], Value]) -> Value:
    """Return a value in which all that is mathematics is what `rule` makes of it: in lists and texts, too."""
    if isinstance(value, tuple):
        return tuple(mapped(item, rule) for item in value)
    if isinstance(value, FilledText):
        return filled(value, lambda name: mapped(value.values[name], rule))
    return value if isinstance(value, str | bool) else rule(value)
