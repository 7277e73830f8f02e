"""Keys that are none: how they are written, asked for, printed and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.mistake import Mistake
from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.item import Item
from quizengine.maths.language import Workspace
from quizengine.sheet.printed_part import printed

ITEM = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'If there is none, type none. Let $a = << a >>$.'
[parameters]
a = {{ integers = [2, 90] }}
[answer]
{answer}
[[mistakes]]
name = 'one'
{value}
says = 'No.'
[help]
hints = ['h', 'i']
steps = ['There is none.']
"""
#: an answer that is none, another of the same kind that is not, a mistake
WRITTEN = [
    ({"number": "none"}, {"number": "5"}, "number = 'a'"),
    ({"number": "none", "digits": 3}, {"number": "5", "digits": 3}, "number = 'a'"),
    ({"points": "none"}, {"points": ["50", "70"]}, "points = ['a']"),
    (
        {"points": "none", "variables": ["x", "y"]},
        {"points": [["50", "70"]], "variables": ["x", "y"]},
        "points = [['a', '0']]",
    ),
    ({"interval": "none"}, {"interval": ["50", "70"]}, "interval = ['0', 'a']"),
]


def key_of(answer: dict[str, Any]) -> Key[Any]:
    kind = next(name for name in KINDS if name in answer)
    return KINDS[kind].model_validate(answer).draw(Workspace({}))


@pytest.mark.parametrize(("answer", "other"), [row[:2] for row in WRITTEN])
def test_nothing_but_the_key_tells_that_there_is_none(answer: dict[str, Any], other: dict[str, Any]) -> None:
    none, some = key_of(answer), key_of(other)
    assert (none.kind, none.asks(), none.form()) == (some.kind, some.asks(), some.form())
    verdict = judge(none, some.plain())
    assert (verdict.outcome, verdict.credit, "none" in verdict.message) == ("incorrect", 0, False)
    assert verdict.read_as == judge(some, some.plain()).read_as
    assert judge(some, "none").reason == "not-none"
    assert judge(some, "none").read_as == "none"


@pytest.mark.parametrize("answer", [row[0] for row in WRITTEN])
def test_where_there_is_none_a_mistake_may_be_none_too(answer: dict[str, Any]) -> None:
    mistake = Mistake("none", ("says",), key_of(answer))
    assert judge(key_of(answer), "7", [mistake]).mistake is None
    assert judge(key_of(WRITTEN[0][1]), "none", [mistake]).mistake == "none"


@pytest.mark.parametrize("answer", [row[0] for row in WRITTEN])
def test_the_word_is_printed_and_read_back(answer: dict[str, Any]) -> None:
    key = key_of(answer)
    assert (key.show(), key.show("latex"), key.plain(), key.accepts()) == ("none", "none", "none", "")
    assert judge(key, key.plain()).outcome == "correct"
    assert judge(key, "∅").read_as == "none"


@pytest.mark.parametrize(("answer", "value"), [(row[0], row[2]) for row in WRITTEN])
def test_an_item_with_such_a_key_is_sound_and_printed(answer: dict[str, Any], value: str) -> None:
    written = "\n".join(f"{name} = {given!r}" for name, given in answer.items())
    item = Item.read("t/i", Path("t/i.toml"), ITEM.format(answer=written, value=value))
    report = check_item(item, {}, 5)
    assert [str(fault) for fault in report.faults] == []
    assert [advice for advice in map(str, report.advice) if "tells the answer" in advice] == []
    part = draw_question(item, 1, {}).parts[0]
    assert [mistake.name for mistake in part.mistakes] == ["one"]
    assert printed(part).answer == ("none",)


def test_an_interval_is_two_ends_or_none() -> None:
    with pytest.raises(ValidationError):
        KINDS["interval"].model_validate({"interval": "never"})
