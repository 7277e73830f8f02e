"""The schema of an item's file: it takes all that the reader takes, and tells the slips that an editor can tell."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from quizengine.answers import KINDS
from quizengine.bank import load_bank
from quizengine.bank.unknown_names import unknown_names
from quizengine.figures import KINDS as FIGURES
from quizengine.item import Item
from quizengine.item.model import Body, WrittenPart
from quizengine.item.parameters import PARAMETERS
from quizengine.item.schema import Names, item_schema, keys
from quizengine.item.source import Unusable
from quizengine.resources import shipped

HERE = Path(__file__).parent
BROKEN = tomllib.loads((HERE / "broken_for_editors.toml").read_text(encoding="utf-8"))
README = (shipped("question_bank") / "README.md").read_text(encoding="utf-8")

FAMILY = """title = 'T'
skills = ['gradient']
difficulty = 2
covers = ['S2-11']
decimals = true
marks = 2
prompt = 'Find $\\nabla f(x, y)$ of $<< f >>$, with $<< c >>$. << map >> << other >>'

[parameters]
a = { integers = [2, 5] }
c = { choices = [1, '1/2', [2, 'x']] }
w = { texts = ['one', 'two'], count = 2, distinct = true }

[let]
f = 'a*x^2 + y'
g = 'grad(f, x, y)'

[figures.map]
contours = 'f'
labels = 'none'

[figures.other]
like = 'map'
points = { P = '(1, 1)' }

[answer]
vector = 'g'
variables = ['x', 'y']
digits = 4
up_to = 'sign'

[[mistakes]]
name = 'swapped-partials'
vector = ['g[2]', 'g[1]']

[[tests]]
typed = '<< g >>'
verdict = 'correct'
seed = 3

[help]
hints = ['h', 'i']
steps = [{ says = 's', marks = 1 }, { says = 't', marks = 1 }]
"""
CHOICE = """title = 'T'
skills = ['gradient']
difficulty = 1
room = 'none'
prompt = 'Which?'

[answer]
choice = 'right'

[[mistakes]]
name = 'swapped-partials'
choice = 'wrong'
"""
PARTS = """title = 'T'
difficulty = 1
prompt = 'Both.'

[let]
g = '2'

[[parts]]
prompt = 'First'
skills = ['gradient']
carries = 'g'
answer = { number = 2 }

[[parts]]
prompt = 'Second'
skills = ['gradient']
answer = { interval = 'none' }
"""
SOUND = {"family": FAMILY, "choice": CHOICE, "parts": PARTS}


@cache
def schema() -> dict[str, Any]:
    bank = load_bank()
    return item_schema(
        Names(
            {name: skill.title for name, skill in bank.skills.items()},
            {name: mistake.says for name, mistake in bank.mistakes.items()},
            {id: statement.says for id, statement in bank.statements.known.items()},
        )
    )


def told(data: dict[str, Any], names: str = "of the bank") -> list[str]:
    """What the schema says against a file."""
    return [f"{list(error.absolute_path)} {error.message}"[:200] for error in validator(names).iter_errors(data)]


@cache
def validator(names: str) -> Draft7Validator:
    return Draft7Validator(schema() if names == "of the bank" else item_schema(Names()))


def refused(source: str) -> bool:
    """Whether the reader, or the bank with its lists, refuses a file."""
    bank = load_bank()
    try:
        item = Item.read("a/b", Path("b.toml"), source)
    except Unusable:
        return True
    return bool(item.faults or list(unknown_names(item, bank.skills, bank.mistakes, bank.statements.known)))


def test_it_is_a_schema_of_the_draft_that_editors_read():
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()
    later = re.findall(r'"(?:prefixItems|\$defs|unevaluatedProperties|null)"', json.dumps(schema()))
    assert later == []


@pytest.mark.parametrize("item", load_bank().items, ids=lambda item: item.id)
def test_every_shipped_item_fits(item):
    assert told(tomllib.loads(item.source)) == []


@pytest.mark.parametrize("path", sorted((HERE / "families").glob("*.toml")), ids=lambda path: path.stem)
def test_every_other_sound_item_fits_where_names_are_open(path):
    assert told(tomllib.loads(path.read_text(encoding="utf-8")), "open") == []


def test_the_whole_example_of_the_manual_fits():
    example = re.search(r"## A whole item\n\n```toml\n(.*?)```", README, re.DOTALL)
    assert example
    assert told(tomllib.loads(example[1])) == []


@pytest.mark.parametrize("name", SOUND)
def test_what_is_broken_below_was_sound(name):
    assert told(tomllib.loads(SOUND[name])) == []
    assert not refused(SOUND[name])


@pytest.mark.parametrize("name", BROKEN)
def test_a_slip_is_told_by_the_schema_and_by_the_reader(name):
    slip = BROKEN[name]
    sound = SOUND[slip["into"]]
    assert sound.count(slip["old"]) == 1
    source = sound.replace(slip["old"], slip["new"])
    assert told(tomllib.loads(source)) != []
    assert refused(source), "or the schema gives a false alarm"


def test_there_are_enough_slips():
    assert len(BROKEN) >= 40


def test_a_misspelt_option_is_told_at_its_table():
    source = FAMILY.replace("variables =", "variable =")
    assert told(tomllib.loads(source)) == [
        "['answer'] Additional properties are not allowed ('variable' was unexpected)"
    ]


def test_every_key_of_the_models_stands_in_it_with_a_sentence():
    top = schema()["properties"]
    assert set(top) == (set(Body.model_fields) | set(WrittenPart.model_fields)) - {"carries", "carries_if"}
    assert [name for name, each in top.items() if not each.get("description")] == []
    part = schema()["definitions"]["part"]["properties"]
    assert set(part) == set(WrittenPart.model_fields)
    assert [name for name, each in part.items() if not each.get("description")] == []


@pytest.mark.parametrize(
    ("table", "kinds", "says"),
    [("answer", KINDS, keys.OF_ANSWER), ("figure", FIGURES, {}), ("parameter", PARAMETERS, keys.OF_PARAMETER)],
)
def test_every_kind_stands_in_it_with_its_options(table, kinds, says):
    for kind, model in kinds.items():
        properties = schema()["definitions"][f"{table}-{kind}"]["properties"]
        assert set(properties) == {field.alias or name for name, field in model.model_fields.items()}
        wanted = [kind, *(name for name in properties if says)]
        assert [name for name in wanted if not properties[name].get("description")] == []


def test_a_mistake_has_the_options_of_its_value_but_not_those_of_an_answer():
    of_mistake = schema()["definitions"]["mistake-vector"]["properties"]
    of_answer = schema()["definitions"]["answer-vector"]["properties"]
    assert set(of_answer) - set(of_mistake) == {"credit", "unit", "also"}
    assert set(of_mistake) - set(of_answer) == {"name", "says", "when"}


def test_names_are_offered_with_what_they_mean():
    statements = schema()["definitions"]["statement-id"]
    place = statements["enum"].index("S2-11")
    assert len(statements["enum"]) == 140
    assert statements["x-taplo"]["docs"]["enumValues"][place] == load_bank().statements.known["S2-11"].says
    assert set(schema()["definitions"]["mistake-name"]["enum"]) == set(load_bank().mistakes)
    assert {"none", "opposite-sign"} <= set(schema()["definitions"]["mistake-told"]["enum"])
