"""Units in sentences that are not the answer's: a prompt, or a last step, that ends in ", in °C/m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.maths.print import show_prose

if TYPE_CHECKING:
    from quizengine.answers.units.asked import AskedUnits
    from quizengine.answers.units.unit import Unit
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

#: what a sentence ends in, or a half of one: only what reads as a unit is taken for one
_IN = re.compile(r",\s+in\s+([^,;.?!()]{1,40}?)\s*(?=[.?!,;]|$)")
_SHORTEST = 3  # characters of a unit that is missed where an answer has none: a letter may be a name


def unit_faults(question: Question) -> Iterator[QuestionFault]:
    """Yield prompts and last steps that end in a unit which the answer cannot have."""
    for number, (part, written) in enumerate(zip(question.parts, question.item.parts, strict=True)):
        if not hasattr(written.answer, "unit"):
            continue
        at: Where = ("parts", number)
        prompt = ((*at, "prompt"), part.prompt) if part.prompt else (("prompt",), question.prompt)
        last = [((*at, "help", "steps", len(part.steps) - 1), part.steps[-1].says)] if part.steps else []
        units: AskedUnits | None = getattr(part.key, "units", None)
        for where, text in [prompt, *last]:
            message, named = _other_unit(text, units)
            if message:
                yield QuestionFault(where, message, "telling", named)


def _other_unit(text: Prose, units: AskedUnits | None) -> tuple[str, str]:
    """What to say of the units in which a text ends, and the units; "" where one of them is the answer's, or none is
    there.
    """
    named = [found for found in _IN.findall(" ".join(show_prose(text, "text").split())) if _readings(found, units)]
    if units is None:
        told = next((found for found in named if len(found) >= _SHORTEST), "")
        return "this asks for a value in a unit, and the answer has none; write unit = '…'" if told else "", told
    if not named or any(units.match(_readings(found, units)) for found in named):
        return "", ""
    return "this ends in another unit than that of the answer", f"{named[0]} and not {units.asked.shown}"


def _readings(text: str, units: AskedUnits | None) -> tuple[Unit, ...]:
    """The units that a text may be, () where it is no unit from end to end."""
    from quizengine.answers.units.grammar import unit_at
    from quizengine.answers.units.spans import bare
    from quizengine.answers.units.tokens import tokens_of

    tokens = tokens_of(bare(text))
    found = unit_at(tokens, 0, units.own if units else frozenset())
    return found.readings if found is not None and found.end == len(tokens) else ()
