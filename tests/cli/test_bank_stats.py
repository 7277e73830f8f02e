"""`quizengine bank stats`: what a bank has, and what is thin in it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from quizengine.answers import KINDS
from quizengine.bank import load, load_bank
from quizengine.bank.statistics import statistics
from quizengine.cli.bank_page import print_page
from quizengine.cli.terminal import Terminal
from quizengine.display_width import display_width

ITEM = """title = 'T'
skills = {skills}
difficulty = {difficulty}
covers = ['T1-01']
prompt = 'Let $a = << a >>$.'
{parameters}
[answer]
{answer}
[[mistakes]]
name = 'slip'
{answer}
"""
DRAWN = "[parameters]\na = { integers = [2, 90] }\n"
FIXED = "[let]\na = '2'\n"
ITEMS = {
    "one": ITEM.format(skills="['small']", difficulty=1, parameters=DRAWN, answer="number = 'a'"),
    "two": ITEM.format(skills="['small', 'other']", difficulty=1, parameters=FIXED, answer="number = 'a'"),
    "three": ITEM.format(skills="['small']", difficulty=3, parameters=DRAWN, answer="vector = ['a', '1']"),
}
LISTS = {
    "skills": "[wide]\ntitle = 'W'\n[small]\ntitle = 'S'\nparent = 'wide'\nrules = 'R.'\n[other]\ntitle = 'O'\n"
    "[empty]\ntitle = 'E'\nrules = 'R.'\n",
    "mistakes": "[g]\nmeaning = 'm'\n[g.mistakes]\nslip = 'So.'\nnever = 'Not.'\n",
    "statements": "[T1]\ntitle = 'Text'\n[T1.statements]\nT1-01 = 'One.'\nT1-02 = 'Two.'\n",
}


@cache
def shipped():
    bank = load_bank()
    return statistics(bank, bank.items)


@pytest.fixture
def bank(tmp_path):
    (tmp_path / "topic").mkdir()
    for name, text in ITEMS.items():
        (tmp_path / "topic" / f"{name}.toml").write_text(text, encoding="utf-8")
    for name, text in LISTS.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return load([tmp_path])


def test_a_small_bank_is_counted(bank):
    found = statistics(bank, bank.items)
    assert (found.items, found.families, found.concepts, found.parts, found.marks) == (3, 2, 1, 3, 3)
    assert found.levels == {1: 2, 2: 0, 3: 1, 4: 0, 5: 0}
    assert {kind: number for kind, number in found.kinds.items() if number} == {"number": 2, "vector": 1}
    small = next(skill for skill in found.skills if skill.name == "small")
    assert (small.items, small.families, small.concepts) == (3, 2, 1)
    assert small.kinds == {"number": 2, "vector": 1}
    cells = [
        (cell.difficulty, cell.kind, cell.families, cell.concepts) for cell in found.cells if cell.skill == "small"
    ]
    assert cells == [(1, "number", 1, 1), (3, "vector", 1, 0)]
    (text,) = found.texts
    assert (text.text, text.covered, text.total, text.left) == ("Text", 1, 2, ("T1-02",))
    assert (found.mistakes, found.unused) == ({"slip": 3}, ("never",))


def test_what_is_thin_is_told(bank):
    thin = statistics(bank, bank.items).thin
    assert [(skill.name, skill.items) for skill in thin.few_items] == [("small", 3), ("other", 1), ("empty", 0)]
    assert [skill.name for skill in thin.few_levels] == ["small", "other"], "one without items is told already"
    assert thin.without_rules == ("other",), "a wider skill needs none"
    assert set(thin.levels) == {2, 4, 5}
    assert set(thin.kinds) == set(KINDS)


def test_of_some_items_only_what_they_have_is_told(bank):
    found = statistics(bank, [bank.item("topic/two")])
    assert [skill.name for skill in found.skills] == ["small", "other"]
    assert (found.unused, found.thin.levels, found.thin.kinds) == ((), {}, {})


def test_an_item_with_faults_counts_for_nothing(bank, tmp_path):
    (tmp_path / "topic" / "two.toml").write_text(ITEMS["two"].replace("covers", "cover"), encoding="utf-8")
    broken = load([tmp_path])
    assert statistics(broken, broken.items).items == 2


def test_the_numbers_are_those_of_bank_list(run):
    found = json.loads(run("bank", "stats", "--json").out)
    items = json.loads(run("bank", "list", "--json").out)
    covered = json.loads(run("bank", "list", "--covers", "--json").out)
    assert found["items"] == len(items) == sum(found["levels"].values())
    assert found["families"] == sum(item["kind"] == "family" for item in items)
    assert found["marks"] == sum(item["marks"] for item in items)
    assert sum(text["covered"] for text in found["texts"]) == len(covered)
    assert sum(text["total"] for text in found["texts"]) == 140
    skills = {skill["name"]: skill["items"] for skill in found["skills"]}
    assert skills == {name: sum(name in item["skills"] for item in items) for name in skills}
    named = {name for item in items for name in item["mistakes"]}
    assert set(found["mistakes"]) == named
    assert set(found["unused"]) == set(load_bank().mistakes) - named
    for level in range(1, 6):
        of_level = {
            (cell["kind"], cell["items"])
            for cell in found["cells"]
            if (cell["skill"], cell["difficulty"]) == ("", level)
        }
        assert sum(number for _, number in of_level) >= found["levels"][str(level)]


def test_topics_narrow_it(run):
    found = json.loads(run("bank", "stats", "gradient", "--json").out)
    assert 0 < found["items"] < shipped().items
    assert "by no item" not in run("bank", "stats", "gradient").out
    assert run("bank", "stats", "gradiemt").code == 2


@pytest.mark.parametrize("width", [80, 60, 40])
def test_the_page_fits_its_window(width, tmp_path):
    path = Path(tmp_path / "page")
    with path.open("w", encoding="utf-8") as out:
        print_page(replace(Terminal(out, out), width=width), shipped())
    lines = path.read_text(encoding="utf-8").split("\n")
    assert max(map(display_width, lines)) <= width
    if width == 80:
        assert "  attention-and-normalisation" in "\n".join(lines)
        assert all(not line.rstrip().endswith(tuple(f" {kind}" for kind in KINDS)) for line in lines[3:60])


def test_the_page_tells_what_the_value_holds(bank, tmp_path):
    path = Path(tmp_path / "page")
    with path.open("w", encoding="utf-8") as out:
        print_page(Terminal(out, out), statistics(bank, bank.items))
    page = path.read_text(encoding="utf-8")
    assert page.startswith("3 items: 2 families and 1 concept item\n3 parts, 3 marks, about ")
    for line in (
        "  number     2  ·  ·  ·  ·    2         1        1\n",
        "  small   2  ·  1  ·  ·  2+1  number 2, vector 1\n",
        "   50 %    1 of   2  Text\n",
        "  by no item: never\n",
        "  skills without an item: empty\n",
        "  skills with fewer than 4 items: small (3), other (1)\n",
        "  skills at fewer than 3 levels: small (1, 3), other (1)\n",
        "  skills without rules: other\n",
        "  levels with less than 10 % of the items: level 2 (0 %), level 4 (0 %), level 5 (0 %)\n",
    ):
        assert line in page
