"""`quizengine bank list` and `bank upgrade`: the course, the statements, and files of an older format."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

OLD = Path(__file__).parent.parent / "bank" / "format_1"


def test_topics_are_told_in_the_order_of_the_course(run):
    rows = json.loads(run("bank", "list", "--topics", "--json").out)
    names = [row["name"] for row in rows]
    assert names[:4] == ["slope", "partial", "gradient", "direction"]
    assert names.index("level") < names.index("role") < names.index("loss") < names.index("descent")
    items = json.loads(run("bank", "list", "--json").out)
    assert list(dict.fromkeys(item["topic"] for item in items)) == [row["title"] for row in rows]
    assert sum(row["items"] for row in rows) == len(items)
    told = run("bank", "list", "--topics", "gradient").out.splitlines()
    [title] = [n for n, line in enumerate(told) if line.startswith("The gradient (gradient, ")]
    assert told[title + 1] == "  Collect the partial derivatives into one vector, and say what it tells."
    for row in rows:
        of_topic = [item for item in items if item["topic"] == row["title"]]
        assert of_topic == sorted(of_topic, key=lambda item: (item["difficulty"], item["id"]))


def test_skills_are_told_with_their_rules(run):
    rows = {row["name"]: row for row in json.loads(run("bank", "list", "--skills", "--json").out)}
    assert len(rows) == 51
    assert rows["calculus"]["items"] == [], "no item trains all of it"
    of_slope = run("bank", "list", "--skills", "slope/cubic-at-point").out.splitlines()
    assert of_slope[0] == "Slope of a function of one variable (slope, 1 item)"
    assert of_slope[-2].startswith("  At a kink there is a slope from the left")
    assert of_slope[-1].startswith("  If f is the greater of two lines, ")
    told = run("bank", "list", "--skills", "level").out
    assert "  builds on gradient-at-point, level-set\n" in told
    assert "(landscape, " not in told


def test_statements_are_told_with_their_items(run):
    covered = json.loads(run("bank", "list", "--covers", "--json").out)
    left = json.loads(run("bank", "list", "--uncovered", "--json").out)
    assert len(covered) + len(left) == 140
    assert all(row["items"] for row in covered)
    assert not any(row["items"] for row in left)
    items = {item["id"]: item["covers"] for item in json.loads(run("bank", "list", "--json").out)}
    assert {id for row in covered for id in row["items"]} == {id for id, covers in items.items() if covers}
    assert all(row["id"] in items[id] for row in covered for id in row["items"])


def test_statements_of_a_topic_and_what_is_left(run):
    told = run("bank", "list", "--covers", "direction").out
    assert "  S2-13  Seen geometrically, the gradient points in the direction of steepest ascent.\n" in told
    assert "direction/steepest-descent" in told
    assert "         with care: " in told
    covered, left = re.fullmatch(
        r"(\d+) of 140 statements are covered, (\d+) by no item", told.splitlines()[-1]
    ).groups()
    assert int(covered) + int(left) == 140
    assert int(covered) == len(re.findall(r"^  S\d-\d\d", told, re.MULTILINE))
    left = run("bank", "list", "--uncovered", "direction").out
    assert "  S0-10 (gap)  A heading promises" in left
    assert "2x" in run("bank", "list", "--covers").out, "formulas are shown as everywhere"


def test_the_messages_of_practice_name_topics_by_title(run):
    assert run("practice", "rate", "-n", "1", typed="").out.startswith("1 question on The learning rate\n")
    assert "Resuming your session on The learning rate: 0 of 1" in run(typed="").out


def test_progress_tells_topics_as_the_course_goes(run):
    for topic in ("rate", "slope"):
        run("practice", topic, "-n", "1", "--seed", "1", typed=":show\n")
    lines = run("progress").out.splitlines()
    start = lines.index("Topics, as the course goes; right at the first try")
    assert [line.split("  ")[1] for line in lines[start + 1 : start + 3]] == [
        "The slope of a curve",
        "The learning rate",
    ]
    topics = json.loads(run("progress", "--json").out)["topics"]
    assert [(row["topic"], row["parts"]) for row in topics] == [("rate", 1), ("slope", 1)]


def test_a_bank_of_an_older_format_is_one_line_and_can_be_rewritten(run, tmp_path):
    bank = Path(shutil.copytree(OLD, tmp_path / "old"))
    (bank / "slope" / "broken.toml").write_text("title = [\n")
    command = f"quizengine bank upgrade {bank}"
    listed = run("bank", "list", "--bank", str(bank))
    assert [line for line in listed.err.splitlines() if "older format" in line] == [
        f"quizengine: {bank}: is written in an older format; `{command}` rewrites its files"
    ]
    dry = run("bank", "upgrade", str(bank), "--dry-run")
    assert (dry.code, len(dry.out.splitlines())) == (1, 20)
    assert f"{bank}/slope/cubic-at-point.toml:4: 'seeds' is 'covers' now\n" in dry.out
    assert f"quizengine: left as it is: {bank}/slope/broken.toml:1: no TOML" in dry.err
    assert dry.err.endswith("16 files would be rewritten; nothing is written yet\n")
    assert not (bank / "bank.toml").exists()
    done = run("bank", "upgrade", str(bank))
    assert done.out == dry.out
    assert done.err.endswith("16 files rewritten\n")
    (bank / "slope" / "broken.toml").unlink()
    again = run("bank", "upgrade", str(bank))
    assert (again.code, again.out, again.err) == (0, "", "Nothing to rewrite: all is in the format of today.\n")
    assert "older format" not in run("bank", "list", "--bank", str(bank)).err


@pytest.mark.parametrize(("number", "told"), [(1, "quizengine bank upgrade "), (3, "install a newer quizengine")])
def test_a_bank_of_another_format_is_one_line(run, tmp_path, number, told):
    (tmp_path / "slope").mkdir()
    shutil.copy(OLD / "slope" / "cubic-at-point.toml", tmp_path / "slope")
    (tmp_path / "bank.toml").write_text(f"format = {number}\n")
    ran = run("practice", "slope", "-n", "1", "--bank", str(tmp_path), typed="")
    assert ran.code == 130
    assert ran.err.count("\n") == 1
    assert told in ran.err
    checked = run("bank", "check", "slope/cubic-at-point", "--seeds", "1", "--bank", str(tmp_path))
    assert checked.code == 1
    assert "1 seeds each: 1 fault, 0 to look at" in checked.err
