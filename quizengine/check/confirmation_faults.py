"""Keys that nothing confirms, derivatives that were written by hand, and lines of [verify] that say nothing new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.second_path.made_with import derived, repeating
from quizengine.draw.givens import texts_of
from quizengine.item import Fault, Item

if TYPE_CHECKING:
    from quizengine.check.seen import Seen
    from quizengine.item.model import WrittenPart

_DERIVATIVE = re.compile(r"[∂∇]|\bd\w+/d\w|'$")


def unconfirmed(item: Item, seen: Seen) -> Iterator[Fault]:
    """Yield the parts of a family whose key is mathematics that nothing confirms, or a derivative made by hand."""
    if item.kind != "family":
        return
    for number in seen.unconfirmed:
        message = "nothing confirms this key; add a line to [verify] that comes to it in another way"
        yield Fault(item.path, item.line("parts", number, "answer"), message)
    for number, part in enumerate(item.parts):
        if _is_derivative(part) and not derived(part, item.body):
            message = "the answer is a derivative that is written by hand; make it with diff or grad"
            yield Fault(item.path, item.line("parts", number, "answer"), message)
    for name in repeating(item.body):
        message = f"'{name}' repeats the line that makes the value; come to it in another way"
        yield Fault(item.path, item.line("verify", name), message)


def _is_derivative(part: WrittenPart) -> bool:
    """Whether the answer says that it is one: gradient_of, names or called with ∂."""
    names = part.answer.model_dump(include={"gradient_of", "names", "called"})
    return bool(names.get("gradient_of")) or any(_DERIVATIVE.search(text) for text in texts_of(names))
