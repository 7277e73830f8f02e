"""What a node of a computation graph does: its sign and the nodes it reads, from the author's short form."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORMS = "x + y, x*y, x - y, x/y, x^2, 2*x, exp(x), max(x, y) or, for no operation, x, y"
LONGEST = 12  # letters of the name of a node
_NAME = r"[A-Za-z]\w*"
_LIST = re.compile(rf"{_NAME}(?:\s*,\s*{_NAME})*")
_CALL = re.compile(rf"({_NAME})\(\s*({_LIST.pattern})\s*\)")
_POWER = re.compile(rf"({_NAME})\s*\^\s*(\d+)")
_CHAIN = re.compile(rf"{_NAME}(?:\s*([-+*/·×−])\s*{_NAME})(?:\s*\1\s*{_NAME})*")
_NUMBER = r"\d+(?:\.\d+)?"
_WITH_NUMBERS = re.compile(rf"(?:[-−]|{_NUMBER}\s*[-+*/·×−])?\s*({_NAME})\s*(?:[-+*/·×−]\s*{_NUMBER})?")
_SIGNS = {"*": "×", "·": "×", "×": "×", "+": "+", "-": "−", "−": "−", "/": "÷"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PRINTED = str.maketrans({"*": "·", "×": "·", "-": "−", " ": ""})
BETWEEN = ("+", "×", "−", "÷")  # signs that are read between what is taken
ORDERED = ("−", "÷")  # signs of operations whose second operand is another thing than the first


@dataclass(frozen=True, slots=True)
class Operation:
    """sign: what stands in the node, "" for its own name; reads: the nodes it takes, in order."""

    sign: str
    reads: tuple[str, ...]


def operation(written: str) -> Operation:
    """Return what an author's short form says; raises ValueError with the forms that there are, or for a node that is
    read twice.
    """
    text = written.strip()
    if _LIST.fullmatch(text):
        found = Operation("", tuple(re.findall(_NAME, text)))
    elif call := _CALL.fullmatch(text):
        found = Operation(call[1], tuple(re.findall(_NAME, call[2])))
    elif power := _POWER.fullmatch(text):
        found = Operation(f"( ){power[2].translate(_RAISED)}", (power[1],))
    elif (chain := _CHAIN.fullmatch(text)) and not (_SIGNS[chain[1]] in ORDERED and text.count(chain[1]) > 1):
        found = Operation(_SIGNS[chain[1]], tuple(re.findall(_NAME, text)))
    elif one := _WITH_NUMBERS.fullmatch(text):
        before, after = text[: one.start(1)], text[one.end(1) :]
        found = Operation(f"{before.translate(_PRINTED)}( ){after.translate(_PRINTED)}", (one[1],))
    else:
        raise ValueError(f"'{written}' is no single operation; write {FORMS}, and give each step a node of its own")
    if long := [name for name in found.reads if len(name) > LONGEST]:
        raise ValueError(f"'{long[0]}' is too long for a node; a name has at most {LONGEST} letters")
    if len(set(found.reads)) < len(found.reads):
        raise ValueError(f"'{written}' reads a node twice; write x^2 for x*x and 2*x for x + x")
    return found
