"""Hints that leave nothing but a sum to work out: "Work out 27 − 6 + 4" where the answer is 25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.chain import sides
from quizengine.check.worked_steps.reading import Side, read_alone
from quizengine.maths.print import show, show_prose
from quizengine.maths.tree import Negative, Node, Number, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

_LEFT = "only this sum is left to work out, so the answer is told; leave a step to the learner"
#: where a number is not a piece of a longer one
_WHOLE = r"(?<![\w.−]){}(?!\w|\.\d)"
_LETTER = re.compile(r"(?<![A-Za-z\\])[A-Za-z]|\\(?!cdot|times|frac|sqrt|left|right)[A-Za-z]")
_SIGN = re.compile(r"[+\-*/^]|\\(?:cdot|times|frac|sqrt)")


def hint_sums(question: Question) -> Iterator[QuestionFault]:
    """Yield hints, and prompts, of which a formula without letters has the value of the answer.

    Of a vector it is told as well where each component is given, or is the value of such a formula.
    """
    for number, part in enumerate(question.parts):
        key = part.key.node()
        if key is None or isinstance(key, Relation) or variables(key):
            continue
        at: Where = ("parts", number)
        texts: list[tuple[Where, Prose]] = [(("prompt",), question.prompt), ((*at, "prompt"), part.prompt)]
        texts += [((*at, "help", "hints", place), hint) for place, hint in enumerate(part.hints)]
        for where, text in texts:
            told = _told(text, key)
            if told:
                yield QuestionFault(where, _LEFT, "telling", told)


def _told(text: Prose, key: Node) -> str:
    """The formula, or formulas, in a text from which the key comes out; "" where none does."""
    may_be = (written for written in sides(text) if _SIGN.search(written) and not _LETTER.search(written))
    sums = [side for side in map(read_alone, may_be) if _is_sum(side)]
    for side in sums:
        if side.value == key:
            return _shown(side)
    if not isinstance(key, Vector) or not sums:
        return ""
    shown, found = show_prose(text, "text"), []
    for component in key.items:
        worked = next((_shown(side) for side in sums if side.value == component), "")
        if not worked and not re.search(_WHOLE.format(re.escape(show(component))), shown):
            return ""
        found.append(worked)
    return ", ".join(filter(None, found))


def _is_sum(side: Side) -> bool:
    """Whether a side has something to work out, and no letters: 3 · 4 − 1, but not 11 or −3/4."""
    if side.read is None or side.value is None or isinstance(side.read, Relation) or variables(side.read):
        return False
    return not _is_plain(side.read) and show(side.read) != show(side.value)


def _is_plain(node: Node) -> bool:
    """Whether a tree is a number as it is told, or a list of such."""
    if isinstance(node, Vector):
        return all(map(_is_plain, node.items))
    return isinstance(node.operand if isinstance(node, Negative) else node, Number)


def _shown(side: Side) -> str:
    assert side.read is not None
    return show(side.read)
