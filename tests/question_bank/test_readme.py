"""The manual for authors is true: its examples are sound, and it names every word, kind of answer and parameter."""

import re
import tomllib

import pytest

from quizengine.answers import KINDS
from quizengine.bank import load, load_bank
from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.figures import KINDS as FIGURE_KINDS
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


BEFORE_FILES = README.split("\n## The files of a bank")[0]
BLOCKS = re.findall(r"```toml\n(.*?)```", BEFORE_FILES, re.DOTALL)

# What an example leaves out, since it shows something else: the keys and tables of a frame around it.
KEYS = {"title": "'T'", "skills": "['gradient']", "difficulty": "2", "marks": "2", "prompt": "'Find $<< f >>$.'"}
TABLES = {
    "parameters": "a = { integers = [2, 5] }\nb = { integers = [2, 5] }\nc = { integers = [6, 9] }",
    "let": """f = 'a*x^2 + b*x*y + c*y^2'
g = 'grad(f, x, y)'
x0 = '1'
y0 = '2'
v = 'at(g, x = x0, y = y0)'
r = 'a + 30'
s = 'a - 3'
xs = '(1, 2)'
ys = '(3, 4)'""",
    "answer": "vector = 'g'\nvariables = ['x', 'y']",
}
SWAPPED = "\n[[mistakes]]\nname = 'swapped-partials'\nvector = ['g[2]', 'g[1]']\n"


def framed(written: str) -> str:
    """The example as a whole item: one with a prompt of its own has all its names, another has those of the frame."""
    has = tomllib.loads(written)
    left_out = {*has, "skills", "marks", "answer"} if "parts" in has else set(has)
    keys = [f"{key} = {value}\n" for key, value in KEYS.items() if key not in left_out]
    frame = {"answer": "number = '1'"} if "prompt" in has else TABLES
    tables = [f"\n[{name}]\n{lines}\n" for name, lines in frame.items() if name not in left_out]
    return "".join([*keys, written, *tables, "" if has.keys() & {"prompt", "answer"} else SWAPPED])


@pytest.mark.parametrize("written", BLOCKS, ids=range(len(BLOCKS)))
def test_each_example_can_be_drawn(written, tmp_path):
    """It has no fault, its tests and [verify] hold, and all that is shown is filled in."""
    item = Item.read("recipes/one", tmp_path / "one.toml", framed(written))
    mistakes = load_bank().mistakes
    assert [str(fault) for fault in check_item(item, mistakes, 12).faults] == []
    for seed in range(12):
        question = draw_question(item, seed, mistakes)
        key = question.parts[0].key
        assert key.credit(key.plain()) == 1
        assert "<<" not in show_prose(question.prompt, "text")


def test_there_are_examples():
    assert len(BLOCKS) >= 14
    assert len(re.findall(r"```toml", README)) == len(BLOCKS) + 5, "and those of the files of a bank"


def test_the_contents_lead_to_every_section():
    """In the order of the page, and each link to a heading that is there."""
    anchors = [
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^##+ (.*)$", README, re.MULTILINE)
    ]
    contents = re.search(r"\*\*The rest of this page\*\*.*?\n\n", README, re.DOTALL)[0]
    assert re.findall(r"\]\(#(.*?)\)", contents) == anchors[1:]
    assert set(re.findall(r"\]\(#(.*?)\)", README)) <= set(anchors)


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


FIGURES = README.split("\n## Figures")[1].split("\n## ")[0]


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_every_kind_of_figure_stands_in_its_table(kind):
    assert re.search(rf"^\| [^|]+ \| `{kind} = ", FIGURES, re.MULTILINE)


def test_every_option_of_a_figure_is_told():
    text = re.sub(r"```toml\n.*?```", "", FIGURES, flags=re.DOTALL)
    told = set(re.findall(r"\b\w+\b", " ".join([*re.findall(r"`([^`]+)`", text), *BLOCKS])))
    options = {option for model in FIGURE_KINDS.values() for option in model.model_fields}
    assert options - told == set()


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
