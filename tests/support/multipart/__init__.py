"""Questions of several parts, one file each, with the mistakes that honest learners make in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizengine.bank import load_bank
from quizengine.draw import Question, draw_question
from quizengine.item import Item
from quizengine.maths.parse import Reading
from quizengine.maths.print import plain
from quizengine.maths.tree import Node, Vector

BANK = load_bank()
HERE = Path(__file__).parent
FAMILIES = ("valley", "direction", "residual", "second-test", "momentum")

#: What goes wrong with a number, by the way it is written in an author's language.
SLIPS = ("-{0}", "2*{0}", "{0}/2", "{0} + 1", "{0} - 1", "{0} + 2", "{0} - 3", "10*{0}", "{0} + 10", "3*{0}")
MORE = ("{0} - 2", "{0} + 3", "{0} + 4", "{0} - 4", "-2*{0}", "4*{0}", "{0}/4", "{0} - 10", "5*{0}", "{0} + 5")
WHOLE = ("-1", "2", "1/2", "3")  # factors of all components
FORMULA_SLIPS = ("{0} + x", "{0} - y", "{0} + 2*y")


def question(family: str, seed: int) -> Question:
    """One question of a family."""
    if family == "valley":
        return draw_question(BANK.item("descent/valley-in-three-parts"), seed, BANK.mistakes)
    path = HERE / f"{family}.toml"
    return draw_question(Item.read(f"test/{family}", path, path.read_text(encoding="utf-8")), seed, {})


def honest(asked: Question, name: str) -> Iterator[Node]:
    """Twenty and more wrong values for `name`: a sign, a factor, two components swapped, a slip in one of them."""
    value = asked.workspace.values[name]
    if not isinstance(value, Vector):
        yield from (_value(asked, slip.format(name)) for slip in (*SLIPS, *MORE))
    elif isinstance(value.items[0], Vector):
        right = _each(name, ("{0}[1, 1]", "{0}[1, 2]", "{0}[2, 2]"))
        for place in range(3):
            for slip in SLIPS[:8]:
                p, q, r = (slip.format(entry) if at == place else entry for at, entry in enumerate(right))
                yield _value(asked, f"[[{p}, {q}], [{q}, {r}]]")
    else:
        first, second = _each(name, ("{0}[1]", "{0}[2]"))
        formula = "x" in plain(value)
        for slip in (*SLIPS, *(FORMULA_SLIPS if formula else ())):
            yield _value(asked, f"({slip.format(first)}, {second})")
            yield _value(asked, f"({first}, {slip.format(second)})")
        yield from (_value(asked, f"({factor}*{first}, {factor}*{second})") for factor in WHOLE)
        yield _value(asked, f"({second}, {first})")


def typed(asked: Question, index: int, text: str) -> Node:
    """A text as the tree that is carried: read by the key of part `index`."""
    reading = asked.parts[index].key.read(text)
    assert isinstance(reading, Reading)
    return reading.tree


def goes_on(asked: Question, name: str, own: Node) -> dict[str, object]:
    """All values of [let] of a learner who answers `own` for `name` and makes no further mistake."""
    lines = list(asked.item.body.let.items())
    space = asked.workspace.bind(name, own)
    for line, text in lines[[line for line, _ in lines].index(name) + 1 :]:
        space = space.define(line, text)
    return dict(space.values)


def _each(name: str, entries: tuple[str, ...]) -> list[str]:
    return [entry.format(name) for entry in entries]


def _value(asked: Question, text: str) -> Node:
    value = asked.workspace.evaluate(text)
    assert not isinstance(value, str | bool | tuple)
    return value
