"""The manual for authors is true: its example is sound, and it names every word, kind of answer and parameter."""

import re

import pytest

from quizengine.answers import KINDS
from quizengine.bank import load, load_bank
from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.item import Item
from quizengine.item.parameters import PARAMETERS
from quizengine.maths.language import BUILTINS
from quizengine.maths.print import show_prose
from quizengine.resources import shipped

README = (shipped("question_bank") / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"## A whole item\n\n```toml\n(.*?)```", README, re.DOTALL)[1]


def test_the_example_is_a_sound_item(tmp_path):
    bank = load_bank()
    path = tmp_path / "gradient" / "example.toml"
    path.parent.mkdir()
    path.write_text(EXAMPLE, encoding="utf-8")
    with_example = load_bank(tmp_path)
    assert with_example.faults == bank.faults
    report = check_item(with_example.item("gradient/example"), bank.mistakes, 20)
    assert [str(fault) for fault in (*report.faults, *report.advice)] == []


SHORT = [
    block
    for heading in ("Decimals", "Recipes")
    for block in re.findall(r"```toml\n(.*?)```", re.split(rf"\n## {heading}", README)[1].split("\n## ")[0], re.DOTALL)
]


@pytest.mark.parametrize("written", SHORT, ids=range(len(SHORT)))
def test_each_recipe_can_be_drawn(written):
    answer = "" if "[answer]" in written else "\n[answer]\nnumber = '1'\n"
    text = f"title = 'T'\nskills = ['s']\ndifficulty = 1\n{written}{answer}"
    item = Item.read("recipes/one", shipped("question_bank") / "one.toml", text)
    assert item.faults == ()
    for seed in range(12):
        question = draw_question(item, seed, load_bank().mistakes)
        key = question.parts[0].key
        assert key.credit(key.plain()) == 1
        assert "<<" not in show_prose(question.prompt, "text")


def test_there_are_recipes():
    assert len(SHORT) >= 5


@pytest.mark.parametrize("word", BUILTINS)
def test_every_word_stands_in_the_table(word):
    meaning = BUILTINS[word]
    assert f"| `{meaning.example}` | `{meaning.gives}` | {meaning.says} |" in README


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_stands_in_the_table(kind):
    assert f"\n| `{kind} = " in README


def test_every_option_of_an_answer_is_told():
    options = {name for model in KINDS.values() for name in model.model_fields}
    assert {name for name in options if not re.search(rf"(?<!\[){name}\s+=", README)} == set()


def test_every_kind_of_parameter_is_told():
    fields = [(kind, *field) for kind, model in PARAMETERS.items() for field in model.model_fields.items()]
    names = {field.alias or name for _, name, field in fields}
    assert {"integers", "except", "choices", "texts", "count", "distinct"} <= names
    assert {name for name in names if f"{name} = " not in README} == set()
    assert {kind for kind in PARAMETERS if f"\n| `{{ {kind} = " not in README} == set()


def test_items_named_as_examples_exist():
    ids = {item.id for item in load_bank().items}
    named = set(re.findall(r"`([a-z]+/[a-z-]+)`", README)) - {"topic/name"}
    assert named
    assert named <= ids


def test_the_example_uses_what_an_item_can_have():
    """A table that the author may write is in the manual."""
    from quizengine.item.model import Body, WrittenPart

    keys = {*Body.model_fields, *WrittenPart.model_fields}
    assert [key for key in keys if not re.search(rf"\b{key}\b", README)] == []
    assert Item.read("a/b", shipped("question_bank"), EXAMPLE).title


@pytest.mark.parametrize("name", ["bank", "topics", "statements", "skills", "mistakes"])
def test_the_examples_of_the_files_of_a_bank_are_sound(name, tmp_path):
    """They do together, and each tells what it is said to tell."""
    examples = dict(re.findall(r"\*\*`(\w+)\.toml`\*\*.*?```toml\n(.*?)```", README, re.DOTALL))
    assert list(examples) == ["bank", "topics", "statements", "skills", "mistakes"]
    for file, text in examples.items():
        (tmp_path / f"{file}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "gradient").mkdir()
    (tmp_path / "gradient" / "example.toml").write_text(EXAMPLE, encoding="utf-8")
    bank = load_bank(tmp_path)
    assert [fault for fault in bank.faults if fault.path.parent == tmp_path] == []
    mine = load([tmp_path])
    told = {
        "bank": mine.title,
        "topics": mine.course.topics,
        "statements": mine.statements.known,
        "skills": "It depends on the point" in bank.skills["gradient-at-point"].rules,
        "mistakes": mine.mistakes,
    }
    assert told[name]
