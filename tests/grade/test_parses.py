"""How often a typed text is parsed from its first look to its verdict: once in each notation and under each rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from support.multipart import BANK, question, typed
from support.parses import Parse

from quizengine.answers import Answer, judge, key_from_text
from quizengine.answers.mistake import Mistake
from quizengine.answers.verdict import FOLLOWED
from quizengine.draw import Part, draw_question
from quizengine.grade import follow, grade_answer
from quizengine.maths.print import plain

XYZ = ("x", "y", "z")
VECTORS = ("(2y, 2x)", "(x, y)", "(2, 2)", "(2x, 0)", "(-2x, -2y)")
FORMULAS = ("x", "2*x", "x^2", "3", "-x")
#: kind, key, mistakes, what is typed, reason, parses
JUDGED = [
    ("vector", "(2x, 2y)", VECTORS, "(2x, 2y)", "", 1),
    ("vector", "(2x, 2y)", VECTORS, "∇f = (y + y, x + x)", "(2y, 2x)", 1),
    ("vector", "(2x, 2y)", VECTORS, "(3x, 5y)", "differs", 1),
    ("vector", "(2x, 2y)", VECTORS, "(2x, 3y", "bracket-not-closed", 1),
    ("vector", "(2x, 2y)", ("(2, 2)", "2x + 2y", "4*x*y", "x", "(x, y)"), "2x + 2y", "2x + 2y", 2),  # also as a formula
    ("vector", "(2x, 2y)", ("(2, 2, 2)", "(1, 2, 3)", "(x, y)"), "(3, 1)", "differs", 2),  # also as one of three
    ("direction", "(3, 4)", ("(4, 3)", "(-3, -4)"), "(1, 7)", "not-parallel", 1),
    ("direction", "(3, 4)", VECTORS, "(2, 1)", "not-parallel", 1),
    ("expression", "1/x", FORMULAS, "3/x + 1", "differs", 1),
    ("expression", "1/(2*x)", FORMULAS, "1/2x", "ambiguous", 2),
    ("expression", "1/x", FORMULAS, "1/2x", "differs", 2),  # under both rules
    ("expression", "1/x", FORMULAS, "1/2x + 1/3x - 1/5x", "differs", 2),  # one rule for all three places
    ("expression", "1/x", FORMULAS, "1/2x + e^xy", "differs", 4),  # two places, apart and together
    ("equation", "z = 2x + y", ("z = 2x", "z = x + y", "2x + y = 1"), "f(x, y) = 3x + y", "differs", 1),
    ("points", "{(1, 0), (-1, 0)}", ("{(2, 0), (3, 0)}", "(1, 0)"), "(0, 0), (2, 1)", "points-differ", 1),
    ("points", "{(1, 0), (-1, 0)}", ("{(2, 0), (3, 0)}", "(1, 0)"), "(±2, 1)", "points-differ", 2),  # as two texts
    ("interval", "(0, 2)", ("(0, 1)", "(1, 2)", "[0, 3]"), "0 < t < 5", "differs", 2),  # before and after t is known
    ("matrix", "[[1, 2], [3, 4]]", ("[[1, 3], [2, 4]]", "[[0, 0], [0, 1]]"), "[[7, 0], [3, 2]]", "differs", 1),
]


def made(kind: str, text: str) -> Mistake:
    """A mistake of the kind of the key if it can be, else of what it looks like."""
    same = kind if kind in ("equation", "points", "expression", "interval", "matrix") else None
    return Mistake(text, ("says",), key_from_text(same, text, XYZ))


def of(parses: Sequence[Parse], *texts: str) -> list[Parse]:
    """The parses of the text typed, and of those made of it; no examples and no keys."""
    return [parse for parse in parses if parse.text in texts or not texts]


def repeated(parses: Sequence[Parse]) -> list[Parse]:
    return [parse for parse, times in Counter(parses).items() if times > 1]


@pytest.mark.parametrize(("kind", "key", "mistakes", "text", "reason", "count"), JUDGED, ids=[row[3] for row in JUDGED])
def test_a_text_is_parsed_once_in_each_notation(
    kind: str, key: str, mistakes: tuple[str, ...], text: str, reason: str, count: int, parses: list[Parse]
) -> None:
    asked, named = key_from_text(kind, key, XYZ), [made(kind, mistake) for mistake in mistakes]
    judge(asked, "?", named)  # examples for the learner are looked for once
    parses.clear()
    verdict = judge(asked, text, named)
    assert verdict.reason == reason, verdict
    typed_texts = (text, text.replace("±", "+"), text.replace("±", "-"))
    assert (len(of(parses, *typed_texts)), repeated(parses)) == (count, [])


@pytest.mark.parametrize("item", [item.id for item in BANK.items])
def test_no_text_is_parsed_twice_in_one_notation_for_any_part_of_the_bank(item: str, parses: list[Parse]) -> None:
    for part in draw_question(BANK.item(item), 3, BANK.mistakes).parts:
        for text in texts_for(part):
            parses.clear()
            grade_answer(part, text)
            assert repeated(of(parses, text)) == []
            notations = {mistake.key.reader() for mistake in part.mistakes} | {part.key.reader()}
            assert len({(parse.text, parse.notation) for parse in of(parses, text)}) <= len(notations)


def texts_for(part: Part) -> list[str]:
    """The key, each mistake, and what is neither."""
    found = [part.key.plain(), *(mistake.key.plain() for mistake in part.mistakes)]
    return [*found, f"2*{found[0]}", "(17, 23)", "17", "1/2x", "((", "x^^2"]


#: own answer to (a), what is typed for (b), reason, parses
FOLLOWING = [
    ("right", "right", "", 1),
    ("(x + 7, y - 9)", "follows", FOLLOWED, 2),  # and as a number, which one mistake is
    ("(x + 7, y - 9)", "(123, 456)", "differs", 2),
    ("(x + 7, y - 9)", "(2e-3, 1)", "differs", 3),  # and under the other rule of 2e-3
    ("(x + 7, y - 9)", "(1, 2", "bracket-not-closed", 1),
]


@pytest.mark.parametrize(("own", "text", "reason", "count"), FOLLOWING)
def test_an_answer_judged_by_two_keys_is_parsed_once(
    own: str, text: str, reason: str, count: int, parses: list[Parse]
) -> None:
    asked = question("valley", 5)
    before = typed(asked, 0, asked.parts[0].key.plain() if own == "right" else own)
    x0, y0 = (plain(asked.workspace.values[name]) for name in ("x0", "y0"))  # type: ignore[arg-type]
    follows = plain(asked.workspace.bind("g", before).evaluate("at(g, x = x0, y = y0)"))  # type: ignore[arg-type]
    text = {"right": asked.parts[1].key.plain(), "follows": follows}.get(text, text)
    assert x0 != y0
    parses.clear()
    verdict = follow(asked, 1, text, {"g": before})
    assert verdict.reason == reason, verdict
    assert (len(of(parses, text)), repeated(of(parses, text))) == (count, [])


def test_an_answer_that_was_looked_at_before_is_not_parsed_again(parses: list[Parse]) -> None:
    asked = question("valley", 5)
    own, answer = typed(asked, 0, "(x + 7, y - 9)"), Answer("(123, 456)")
    parses.clear()
    part = asked.parts[1]
    assert part.key.echo(part.key.read(answer)) == "(123, 456)"
    assert part.key.credit(answer) == 0
    assert len(parses) == 1
    assert follow(asked, 1, answer, {"g": own}) == follow(asked, 1, "(123, 456)", {"g": own})
    assert grade_answer(part, answer) == grade_answer(part, "(123, 456)")
    assert len(of(parses, answer.text)) == 2 + 2 + 2  # as a vector and as a number: this answer, and two other texts


def test_a_fault_is_told_again_without_another_look(parses: list[Parse]) -> None:
    key, answer = key_from_text(None, "(2x, 2y)"), Answer("(2x, 3y")
    parses.clear()
    assert judge(key, answer) == judge(key, answer)
    assert len(parses) == 1
