"""Follow-through over many questions of several parts: honest mistakes keep their marks, made-up answers earn none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest
from support.multipart import FAMILIES, goes_on, honest, question, typed

from quizengine.answers.verdict import FOLLOWED
from quizengine.draw import Question
from quizengine.errors import Unreadable
from quizengine.grade import follow
from quizengine.grade.carrying import carry
from quizengine.maths.evaluate import rational
from quizengine.maths.print import plain
from quizengine.maths.tree import Node, Vector

#: What each part asks for, as a name of [let]; the direction and the rate come of what is carried before them.
ASKED = {
    "valley": ("g", "v", "s"),
    "direction": ("g", "v", "u", "r"),
    "residual": ("r", "d", "s"),
    "second-test": ("H", "D", "k"),
    "momentum": ("m1", "w1", "m2", "w2"),
}
AT_2_MINUS_2 = 85_456  # of a valley whose gradient is taken at (2, -2)


def for_seeds(quick: int, thorough: int) -> pytest.MarkDecorator:
    """A test for so many seeds in every run, and for more in the slow one."""
    return pytest.mark.parametrize(
        "seeds", [range(quick), pytest.param(range(thorough), marks=pytest.mark.slow)], ids=len
    )


def text_of(value: object) -> str:
    return value if isinstance(value, str) else plain(value)  # type: ignore[arg-type]


def numbers(value: object) -> list[Fraction]:
    """The rational numbers of which a value consists; of formulas and roots there are none."""
    if isinstance(value, Vector):
        return [number for item in value.items for number in numbers(item)]
    number = None if isinstance(value, str) else rational(value)  # type: ignore[arg-type]
    return [] if number is None else [number]


def degenerate(asked: Question, values: dict[str, object], names: tuple[str, ...]) -> bool:
    """Did chance make one of the values on the way zero, one, or the same in all components? Told from numbers only."""
    for name in names:
        ours, theirs = numbers(asked.workspace.values[name]), numbers(values[name])
        few = len(set(theirs)) == 1 < len(theirs) and len(set(ours)) > 1
        if theirs.count(Fraction(0)) > ours.count(Fraction(0)) or few or (theirs and set(theirs) <= {-1, 0, 1}):
            return True
    return False


def trials(family: str, seed: int) -> Iterator[tuple[Question, int, str, Node, int, dict[str, object]]]:
    """Each honest mistake in each part, with each later part and what the learner's values are there."""
    asked = question(family, seed)
    for index, part in enumerate(asked.item.parts):
        for own in honest(asked, part.carries) if part.carries else ():
            if asked.parts[index].key.credit(plain(own)) < 1:
                values = goes_on(asked, part.carries or "", own)
                for later in range(index + 1, len(asked.parts)):
                    yield asked, index, part.carries or "", own, later, values


@for_seeds(5, 12)
@pytest.mark.parametrize("family", FAMILIES)
def test_honest_mistakes_keep_their_follow_through(family: str, seeds: range) -> None:
    kept: dict[tuple[int, int], list[bool]] = {}
    for seed in seeds:
        for asked, index, name, own, later, values in trials(family, seed):
            answer = text_of(values[ASKED[family][later]])
            on_the_way = ASKED[family][index:later]
            if asked.parts[later].key.credit(answer) == 1 or degenerate(asked, values, on_the_way):
                continue
            if set(numbers(values[ASKED[family][later]])) == {0}:
                continue
            verdict = follow(asked, later, answer, {name: typed(asked, index, plain(own))})
            row = (verdict.outcome, verdict.credit, verdict.reason) == ("correct", 1.0, FOLLOWED)
            kept.setdefault((index, later), []).append(row)
    steps = [part for part in question(family, 0).item.parts if part.carries]
    assert len(kept) >= len(steps)
    for place, rows in kept.items():
        assert len(rows) >= 2 * len(seeds), place
        assert sum(rows) >= 0.95 * len(rows), (place, sum(rows), len(rows))


def lazy(asked: Question, before: str) -> Iterator[str]:
    """What can be typed without working anything out: constants, what is given, the answer before once more."""
    values = asked.workspace.values
    scalars = [
        plain(value) for name in asked.item.body.parameters if not isinstance(value := values[name], str | bool | tuple)
    ]
    yield from ("0", "1", "-1", "2", "(0, 0)", "(1, 0)", "(0, 1)", "(1, 1)", "(1, -1)", "(2, 2)", "(x, y)", before)
    yield from scalars
    yield from (f"({one}, {other})" for one, other in pairwise(scalars))


@for_seeds(1, 6)
@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_typed_without_work_follows_from_no_mistake(family: str, seeds: range) -> None:
    """Whoever errs and then types constants, what is given or the same answer again has no credit for following.

    A number that comes out right by chance is one of the few small ones: less than one in fifty.
    """
    found, tried = [], 0
    for seed in seeds:
        for asked, index, name, own, later, _ in trials(family, seed):
            carried = carry(asked, later, {name: typed(asked, index, plain(own))})
            for text in dict.fromkeys(lazy(asked, plain(own))):
                if carried is asked.parts[later] or asked.parts[later].key.options:
                    continue
                tried += 1
                if carried.key.credit(text) > asked.parts[later].key.credit(text):
                    found.append((seed, plain(own), later, text, carried.key.plain()))
                    assert text not in ("(x, y)", plain(own)), found[-1]
    assert tried > 100
    assert len(found) < tried / 50, found


def attacks(asked: Question) -> Iterator[tuple[str, str]]:
    """Earlier answers that would leave nothing to do, by the name that carries them."""
    values = asked.workspace.values
    names = {part.carries for part in asked.item.parts}
    x0, y0 = (plain(values[name]) if name in values else "1" for name in ("x0", "y0"))  # type: ignore[arg-type]
    if "g" in names:
        vanishing = ("(x - {0}, y - {1})", "(x*y - ({0})*({1}), x - {0} + y - {1})", "((x - {0})^2, (y - {1})^3)")
        ones = ("(x - {0} + 1, y - {1} + 1)", "(x - {0} + 1, y - {1})", "(x/{0}, y/{1})", "(x/{0}, y - {1})")
        yield from (("g", text.format(f"({x0})", f"({y0})")) for text in (*vanishing, *ones))
        yield from (("g", text) for text in ("(0, 0)", "(x, y)", "(y, x)", "(1, 2)", "(x, 0)", "(0, y)", "(5, y)"))
        yield from (("g", text) for text in ("(x + y, x + y)", "(x - x, y - y)", "(0*x, 0*y)", "(x + 0*y, y + 0*x)"))
        yield "g", f"(3/5*(x/({x0})), 4/5*(y/({y0})))"
        yield "g", "(cos(x)^2 + sin(x)^2 - 1, y)"
    for name in names & {"v", "d"}:
        yield from ((name, text) for text in ("(0, 0)", "(1, 0)", "(0, 1)", "(-1, 0)", "(1, 1)", "(-1, 1)", "(7, 7)"))
        yield from ((name, text) for text in ("(3/5, 4/5)", "(0.6, -0.8)", "(2 - 2, 3)", "(sqrt(2) - sqrt(2), 1)"))
        yield name, f"({x0}, {y0})" if name == "v" else "(0, 0)"
    for name in names & {"r", "D", "m1", "w1", "m2"}:
        yield from ((name, text) for text in ("0", "1", "-1", "2 - 2", "sqrt(2)^2 - 2", "sin(0)", "e^0", "3/3"))
    if "H" in names:
        yield from (("H", text) for text in ("[[0, 0], [0, 0]]", "[[1, 0], [0, 1]]", "[[2, 0], [0, 3]]"))
        yield from (("H", text) for text in ("[[1, 1], [1, 1]]", "[[2, 2], [2, 2]]", "[[1, -1], [1, 1]]"))
    if {"m1", "w1"} <= names:
        eta, w0 = (plain(values[name]) for name in ("eta", "w0"))  # type: ignore[arg-type]
        yield "m1", f"({w0})/({eta})"  # w1 becomes 0
        yield "m1", f"({w0} - 1)/({eta})"  # w1 becomes 1
        yield "w1", "0"


@for_seeds(10, 60)
@pytest.mark.parametrize("family", FAMILIES)
def test_an_answer_made_up_to_leave_nothing_to_do_is_not_carried(family: str, seeds: range) -> None:
    tried = 0
    for seed in seeds:
        asked = question(family, seed)
        names = [part.carries for part in asked.item.parts]
        for name, text in attacks(asked):
            index = names.index(name)
            if asked.parts[index].key.credit(text) == 1:
                continue
            own = typed(asked, index, text)
            for later in range(index + 1, len(asked.parts)):
                tried += 1
                assert carry(asked, later, {name: own}) is asked.parts[later], (seed, name, text, later)
    assert tried >= 10 * len(seeds)


def test_the_three_ways_to_farm_the_valley() -> None:
    asked = question("valley", AT_2_MINUS_2)
    start = f"({plain(asked.workspace.values['x0'])}, {plain(asked.workspace.values['y0'])})"  # type: ignore[arg-type]
    for name, text in (("g", "(x - 2, y + 2)"), ("v", "(1, 0)"), ("v", "(0, 0)")):
        index = 0 if name == "g" else 1
        verdict = follow(asked, 2, start, {name: typed(asked, index, text)})
        assert (verdict.outcome, verdict.credit) == ("incorrect", 0.0), (name, text)


@pytest.mark.parametrize(
    "text",
    ["(9^9^9*x, y)", "((x + y)^99, (x - y)^99)", "(x^9999, y^9999)", "(exp(exp(exp(x))), y)", "(x/(x - 2), y)"],
)
def test_a_huge_or_broken_answer_costs_little_time_and_earns_nothing(text: str) -> None:
    asked = question("valley", AT_2_MINUS_2)
    try:
        own = typed(asked, 0, text)
    except Unreadable:
        return
    begun = time.perf_counter()
    for later, lazy_text in ((1, "(0, 0)"), (2, "(2, -2)"), (1, "(1, 1)")):
        verdict = follow(asked, later, lazy_text, {"g": own})
        assert (verdict.outcome, verdict.credit) == ("incorrect", 0.0), verdict
    assert time.perf_counter() - begun < 1.5
