"""Steps and prompts against the key: ends of an interval, components by name, the answer of a step that is asked, names
that no prompt asks for, a function of fewer variables than its formula has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quizengine.answers.giveaway import holds, pieces_shown
from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.arrival import shows
from quizengine.check.worked_steps.chain import EQUAL, Chain, chains
from quizengine.check.worked_steps.truth import Reader, named_on_the_left, reader_of
from quizengine.errors import Unreadable
from quizengine.maths.equality import close
from quizengine.maths.print import plain, prose, show_prose
from quizengine.maths.tree import Name, Node, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

#: signs of an inequality read from left to right, and whether the end belongs to it
_ENDS = {"<": False, "\\le": True, "\\leq": True}
_NEAR = Fraction(1, 100)  # how far a rounded number of a step may be from the key


def disagreeing(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield where the texts of part `number` (from 0) and its key do not go together, though each may be right."""
    key = question.parts[number].key
    yield from _of_prompts(question, number)
    yield from _of_names(question, number)
    yield from _of_asked_steps(question, number)
    low, high = getattr(key, "low", None), getattr(key, "high", None)
    components = _components(key)
    reader = reader_of(question, number)
    for place, step in enumerate(question.parts[number].steps):
        where: Where = ("parts", number, "help", "steps", place, "says")
        for chain in chains(step.says):
            if isinstance(low, Node) and isinstance(high, Node):
                yield from _of_ends(chain, reader, key, where)
            yield from _of_components(chain, reader, components, where)
            yield from _of_known_vectors(chain, reader, where)
            reader.learn(chain)


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
            value = Reader.empty().side(chain.sides[1]).value
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


def _of_ends(chain: Chain, reader: Reader, key: Any, where: Where) -> Iterator[QuestionFault]:
    """An inequality between the ends of the key that has other brackets."""
    if len(chain.sides) != 3 or not set(chain.signs) <= set(_ENDS) or key.ends == "any":
        return
    ends = [reader.side(chain.sides[place]).value for place in (0, 2)]
    if not all(_is(ours, end) for ours, end in zip(ends, (key.low, key.high), strict=True)):
        return
    said = f"{'[' if _ENDS[chain.signs[0]] else '('}{']' if _ENDS[chain.signs[1]] else ')'}"
    if said != key.ends:
        message = f"by this step the ends are {said}, and the answer has ends = '{key.ends}'; mend one of them"
        yield QuestionFault(where, message, "telling", key.show())


def _of_components(chain: Chain, reader: Reader, components: dict[str, Node], where: Where) -> Iterator[QuestionFault]:
    """A component of the key, by its name, that comes out otherwise."""
    ours = components.get(_spoken(chain.sides[0])) if components else None
    values = [side.value for side in map(reader.side, chain.sides[1:]) if side.value is not None]
    if ours is None or not values or chain.signs[0] != EQUAL or variables(values[-1]) or variables(ours):
        return
    if _is(values[-1], ours) is False:
        message = f"{_spoken(chain.sides[0])} is another number here than in the answer; mend one of them"
        yield QuestionFault(where, message, "telling")


def _of_known_vectors(chain: Chain, reader: Reader, where: Where) -> Iterator[QuestionFault]:
    """z_2 = 5 where z = (5, -4) is given: the value of another component."""
    left = reader.side(chain.sides[0]).read if len(chain.sides) == 2 and chain.signs[0] == EQUAL else None
    found = re.fullmatch(r"(.+)_(\d)", left.name) if isinstance(left, Name) else None
    whole = reader.known.values.get(found[1]) if found else None
    if found is None or not isinstance(whole, Vector) or not 1 <= int(found[2]) <= len(whole.items):
        return
    value, own = reader.side(chain.sides[1]).value, whole.items[int(found[2]) - 1]
    if _is(value, own) is False and any(_is(value, other) for other in whole.items):
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


def _is(value: Node | None, ours: Node) -> bool | None:
    if value is None or variables(value) or isinstance(value, Vector | Relation):
        return None
    return close(ours, value, _NEAR, Fraction(0))
