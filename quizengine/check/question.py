"""What can be wrong with one drawn question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import gcd
from typing import TYPE_CHECKING, Any, Literal, get_args

from quizengine.check.sound import unsound, untold
from quizengine.draw import Part, Question
from quizengine.errors import QuizError, Unreadable
from quizengine.maths.show import Format, show_prose
from quizengine.maths.tree import Negative, Node, Number, Quotient, walk

if TYPE_CHECKING:
    from quizengine.answers.base import Key
    from quizengine.item.faults import Where
    from quizengine.maths.show import Prose

MAX_DENOMINATOR = 60
MAX_NUMBER = 10_000


Kind = Literal["grave", "blemish", "lost", "often lost"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing wrong, without the numbers of the seed, so that it can be counted over many seeds.

    kind: "grave" must be mended even if it came once; "blemish" is told if it is common; "lost" is a mistake that this
    question cannot tell, to be mended if no question can; "often lost" is told if it is common, too.
    """

    where: Where
    message: str
    kind: Kind = "grave"
    example: str = field(default="", compare=False)


def troubles(question: Question) -> Iterator[Trouble]:
    """Everything wrong with `question`."""
    for number, part in enumerate(question.parts):
        at: Where = ("parts", number)
        senseless = [Trouble((*at, "answer"), message) for message in unsound(part.key)]
        yield from senseless
        if not senseless:  # else all mistakes would only say the same
            yield from _of_key(part, at)
            yield from _of_mistakes(question, number, at)
        yield from _of_texts(part, at)
    yield from _of_prose(question.prompt, ("prompt",))


def _of_key(part: Part, at: Where) -> Iterator[Trouble]:
    where = (*at, "answer")
    if not judged_right(part.key, part.key):
        message = "the key, typed in plain notation, is not judged right; simplify the answer"
        yield Trouble(where, message, example=part.key.plain())
    node = part.key.node()
    if node is not None and not _lowest_terms(node):
        yield Trouble(where, "the key holds a fraction that is not in lowest terms")
    if node is not None and not _pleasant(node):
        message = f"the key is not clean (a number above {MAX_NUMBER:,} or a denominator above {MAX_DENOMINATOR})"
        yield Trouble(where, f"{message}; add a requirement", "blemish")


def _of_mistakes(question: Question, number: int, at: Where) -> Iterator[Trouble]:
    part = question.parts[number]
    without = {dropped.position for dropped in question.dropped if dropped.part == number}
    kept = [place for place in range(len(question.item.parts[number].mistakes)) if place not in without]
    for place, message, example in untold(part):
        yield Trouble((*at, "mistakes", kept[place]), message, example=example)
    for mistake, position in zip(part.mistakes, kept, strict=True):
        where = (*at, "mistakes", position)
        if not judged_right(mistake.key, mistake.key):
            message = f"the value of '{mistake.name}', typed in plain notation, cannot be recognised"
            yield Trouble(where, message, example=mistake.key.plain())
        yield from _of_prose(mistake.says, (*where, "says"))
    for dropped in question.dropped:
        if dropped.part == number:
            where = (*at, "mistakes", dropped.position)
            kind: Kind = "lost" if dropped.reason == "condition" else "often lost"
            yield Trouble(where, f"'{dropped.name}' cannot be told: {dropped.why}", kind)


def _of_texts(part: Part, at: Where) -> Iterator[Trouble]:
    yield from _of_prose(part.prompt, (*at, "prompt"))
    for name, texts in (("hints", part.hints), ("steps", part.steps)):
        for place, text in enumerate(texts):
            yield from _of_prose(text, (*at, "help", name, place))
    for option in (*part.key.options, *part.key.stems, part.key.prose()):
        yield from _of_prose(option, (*at, "answer"))


def _of_prose(text: Prose, where: Where) -> Iterator[Trouble]:
    for format in get_args(Format):
        try:
            shown = show_prose(text, format)
        except QuizError as error:
            yield Trouble(where, f"cannot be shown as {format}: {error}")
            continue
        if "<<" in shown or ">>" in shown:
            yield Trouble(where, "a fill-in is left open: write << and >> in pairs, inside one text")


def judged_right(key: Key[Any], other: Key[Any]) -> bool:
    """Whether `other`, typed in its plain notation, is right for `key`."""
    try:
        return key.judge(key.read(other.plain())).outcome == "correct"
    except Unreadable:
        return False


def _pleasant(node: Node) -> bool:
    numbers = [part for part in walk(node) if isinstance(part, Number)]
    return all(abs(each.numerator) <= MAX_NUMBER and each.denominator <= MAX_DENOMINATOR for each in numbers)


def _lowest_terms(node: Node) -> bool:
    for part in walk(node):
        if isinstance(part, Quotient):
            above = part.numerator.operand if isinstance(part.numerator, Negative) else part.numerator
            below = part.denominator
            if isinstance(above, Number) and isinstance(below, Number) and gcd(above.numerator, below.numerator) > 1:
                return False
    return True
