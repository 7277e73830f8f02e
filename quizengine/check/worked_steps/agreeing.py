"""Steps and prompts against the key: ends of an interval, components by name, the answer of a step that is asked, names
that no prompt asks for, a function of fewer variables than its formula has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.answers.giveaway import holds, pieces_shown
from quizengine.answers.kinds.interval import IntervalKey
from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.arrival import shows
from quizengine.check.worked_steps.chain import EQUAL, chains
from quizengine.check.worked_steps.comparing import agree
from quizengine.check.worked_steps.reading import read_alone
from quizengine.check.worked_steps.truth import Formula, Reader, named_on_the_left, reader_of
from quizengine.errors import Unreadable
from quizengine.maths.print import plain, prose, show_prose
from quizengine.maths.tree import Name, Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

#: signs of an inequality read from left to right, and whether the end belongs to it
_ENDS = {"<": False, "\\le": True, "\\leq": True}


def disagreeing(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield where the texts of part `number` (from 0) and its key do not go together, though each may be right."""
    key = question.parts[number].key
    yield from _of_prompts(question, number)
    yield from _of_names(question, number)
    yield from _of_asked_steps(question, number)
    components = _components(key)
    reader = reader_of(question, number)
    for place, step in enumerate(question.parts[number].steps):
        where: Where = ("parts", number, "help", "steps", place, "says")
        for formula in reader.read(step.says):
            yield from _of_ends(formula, key, where)
            yield from _of_components(formula, components, where)
            yield from _of_known_vectors(formula, reader, where)


def _of_prompts(question: Question, number: int) -> Iterator[QuestionFault]:
    """A function that is given with a formula in which more of the answer's variables stand than behind its name."""
    asked = set(getattr(getattr(question.parts[number].key, "constraints", None), "variables", ()))
    own: Where = ("parts", number, "prompt")
    texts: list[tuple[Where, Prose]] = [(("prompt",), question.prompt), (own, question.parts[number].prompt)]
    for where, text in texts:
        for chain in chains(text) if len(asked) > 1 else ():
            name, given = named_on_the_left(chain.sides[0])
            if name is None or not set(given) & asked or chain.signs[0] != EQUAL:
                continue
            value = read_alone(chain.sides[1]).value
            missing = [letter for letter in variables(value) if letter in asked - set(given)] if value else []
            if missing:
                called = f"{name}({', '.join(given)})"
                message = f"{called} has {', '.join(missing)} in its formula, too; name all variables behind {name}"
                yield QuestionFault(where, message, "telling")


def _of_asked_steps(question: Question, number: int) -> Iterator[QuestionFault]:
    for place, step in enumerate(question.parts[number].steps):
        if step.key is None:
            continue
        pieces = pieces_shown(step.key)
        if pieces and not holds(step.says, step.key.shown_forms()) and not all(shows(step, one) for one in pieces):
            where = ("parts", number, "help", "steps", place)
            message = "this step does not come to the answer that is asked of it; mend the answer or what it says"
            yield QuestionFault((*where, "says"), message, "telling", step.key.show())


def _of_ends(formula: Formula, key: Key[Any], where: Where) -> Iterator[QuestionFault]:
    """An inequality between the ends of the key that has other brackets."""
    if not isinstance(key, IntervalKey) or key.ends == "any":
        return
    if len(formula.sides) != 3 or not set(formula.signs) <= set(_ENDS):
        return
    low, _, high = formula.sides
    if not agree(key.low, low.value) or not agree(key.high, high.value):
        return
    said = f"{'[' if _ENDS[formula.signs[0]] else '('}{']' if _ENDS[formula.signs[1]] else ')'}"
    if said != key.ends:
        message = f"by this step the ends are {said}, and the answer has ends = '{key.ends}'; mend one of them"
        yield QuestionFault(where, message, "telling", key.show())


def _of_components(formula: Formula, components: dict[str, Node], where: Where) -> Iterator[QuestionFault]:
    """A component of the key, by its name, that comes out otherwise."""
    name = _spoken(formula.sides[0].text) if components else ""
    values = [side.value for side in formula.sides[1:] if side.value is not None]
    if name not in components or not values or formula.signs[0] != EQUAL:
        return
    if agree(components[name], values[-1]) is False:
        message = f"{name} is another number here than in the answer; mend one of them"
        yield QuestionFault(where, message, "telling")


def _of_known_vectors(formula: Formula, reader: Reader, where: Where) -> Iterator[QuestionFault]:
    """z_2 = 5 where z = (5, -4) is given: the value of another component."""
    left = formula.sides[0].read if formula.signs == (EQUAL,) else None
    found = re.fullmatch(r"(.+)_(\d)", left.name) if isinstance(left, Name) else None
    whole = reader.known.values.get(found[1]) if found else None
    if found is None or not isinstance(whole, Vector) or not 1 <= int(found[2]) <= len(whole.items):
        return
    value, own = formula.sides[1].value, whole.items[int(found[2]) - 1]
    if agree(own, value) is False and any(agree(other, value) for other in whole.items):
        message = f"{found[0]} is another component of {found[1]} here; mend one of them"
        yield QuestionFault(where, message, "telling", f"{found[1]} = {plain(whole)}")


def _of_names(question: Question, number: int) -> Iterator[QuestionFault]:
    """Names of components of which a prompt asks for some and not for all."""
    names = [_spoken(name) for name in getattr(question.parts[number].key, "names", ()) if "_" in name]
    asked = show_prose((*question.prompt, "\n", *question.parts[number].prompt), "text")
    missing = [name for name in names if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked)]
    if missing and len(missing) < len(names) and not re.search(r"…|\.\.\.|⋯", asked):
        message = f"the answer has {', '.join(missing)}, too, which no prompt asks for; let both name the same"
        yield QuestionFault(("parts", number, "answer"), message, "telling")


def _components(key: Key[Any]) -> dict[str, Node]:
    """The components of a key by the names that they have: those with an index, or of a derivative."""
    node, names = key.node(), getattr(key, "names", ())
    if not isinstance(node, Vector) or len(names) != len(node.items):
        return {}
    return {_spoken(name): item for name, item in zip(names, node.items, strict=True) if "_" in name or "∂" in name}


def _spoken(name: str) -> str:
    """A name as text, whether it was written in LaTeX or plainly."""
    try:
        return show_prose(prose(f"${name}$", lambda text: text), "text")
    except Unreadable:
        return name
