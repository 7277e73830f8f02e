"""The derivative that a prompt asks for, worked out from the function that it shows, against the key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.comparison.components import entries_of_tree
from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.chain import formulas
from quizengine.check.worked_steps.truth import Reader, reader_of
from quizengine.maths.equality import same
from quizengine.maths.print import show
from quizengine.maths.print.picture import Picture
from quizengine.maths.tree import Node, Vector, substitute, variables

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.print import Prose

#: an order to find something, in the sentence that the formula ends
_ASKS = re.compile(
    r"\b(?:find|calculate|compute|determine|evaluate|give|state|write down|work out|what is|differentiate)\b[^.?!:;]*$",
    re.IGNORECASE,
)
#: a name in words, before the name of a function
_OF = re.compile(r"\b(gradient) of (?:the function )?$", re.IGNORECASE)
_SIGNS = {"gradient": "\\nabla"}
_NOT_ITSELF = re.compile(
    r"\b(?:length|norm|direction|unit|where|sign|largest|steepest|points?|rate|if|that)\b", re.IGNORECASE
)


def wrong_derivatives(question: Question) -> Iterator[QuestionFault]:
    """Yield the parts whose key is another than the derivative that the prompt asks for.

    Only a prompt that asks for one derivative, and for nothing else of it, says for sure what the key must be.
    """
    for number, part in enumerate(question.parts):
        key = part.key.node()
        prompt = part.prompt or (question.prompt if len(question.parts) == 1 else ())
        if key is None or not prompt:
            continue
        reader = reader_of(question, number)
        asked = [
            side.value for text in _asked(prompt) if (side := reader.side(text)).notation and side.value is not None
        ]
        if len(asked) == 1:
            value = _where_it_is_asked(asked[0], key, reader)
            if _differ(value, key):
                message = "the prompt asks for a derivative, and it is not the key; work the key out with diff or grad"
                example = f"it is {show(value)}, and the key is {part.key.show()}"
                yield QuestionFault(("parts", number, "answer"), message, example=example)


def _asked(prompt: Prose) -> Iterator[str]:
    """The formulas that stand behind an order to find something, alone in its sentence."""
    before = ""
    for piece in prompt:
        if isinstance(piece, str):
            before = before + piece
            continue
        if isinstance(piece, Picture):
            continue
        sentence = re.split(r"[.?!]\s", before)[-1]
        if (order := _ASKS.search(sentence)) and not _NOT_ITSELF.search(order.group()) and "\0" not in order.group():
            of = _OF.search(order.group())
            yield from (f"{_SIGNS[of.group(1).lower()]} {text}" if of else text for text in formulas((piece,)))
        before += "\0"  # a formula: only the first one behind the order is what is asked


def _where_it_is_asked(value: Node, key: Node, reader: Reader) -> Node:
    """The value at the point that the prompt names, where the key has no variables, and there is one such point."""
    names = variables(value)
    if not names or variables(key):
        return value
    if set(names) <= reader.place.keys():
        return substitute(value, reader.place)
    arguments = {
        function.arguments for function in reader.known.functions.values() if set(names) <= {*function.arguments}
    }
    points = {node for node in reader.known.values.values() if isinstance(node, Vector)}
    fitting = [(order, point) for order in arguments for point in points if len(order) == len(point.items) > 1]
    if len(fitting) != 1:
        return value
    order, point = fitting[0]
    return substitute(value, dict(zip(order, point.items, strict=True)))


def _differ(value: Node, key: Node) -> bool:
    """Whether both are formulas, or both are numbers, and not the same."""
    ours, theirs = entries_of_tree(value), entries_of_tree(key)
    if bool(variables(value)) != bool(variables(key)) or len(ours) != len(theirs):
        return False
    names = tuple(dict.fromkeys((*variables(value), *variables(key))))
    return any(same(one, other, names).equal is False for one, other in zip(ours, theirs, strict=True))
