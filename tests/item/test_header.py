"""The header of an item: what a list of many items is made from, without reading each file whole."""

import pytest

from quizengine.item import source
from quizengine.item.source import Unusable, read_body, read_header

TOP = "title = 'T'\ndifficulty = 1\n"
REST = "prompt = '''\nShow $f$.\n'''\n[let]\nv = '1'\n"
ANSWER = "answer = { number = 'v' }\n"

#: What stands below the top of a file, and the skills of its parts.
FILES = {
    "one part": (f"skills = ['a', 'b']\n{REST}[answer]\nnumber = 'v'\n", (("a", "b"),)),
    "two parts": (
        f"{REST}[[parts]]\nskills = ['a', 'b']\n{ANSWER}[[ parts ]]\nprompt = 'q'\nskills  = ['b']\n{ANSWER}",
        (("a", "b"), ("b",)),
    ),
    "a list in lines": (f"{REST}[[parts]]\nskills = [\n  'a',\n  'b', # of [x]\n]\n{ANSWER}", (("a", "b"),)),
    "an inline list of parts": (
        f"parts = [{{ skills = ['a'], prompt = 'p', answer = {{ number = 'v' }} }}]\n{REST}",
        (("a",),),
    ),
    "skills below the prompt": (
        "prompt = 'p'\nskills = ['a']\n[answer]\nnumber = '1'\n[help]\nsteps = ['''\n[[parts]]\n''']\n",
        (("a",),),
    ),
    "what looks like a part in a text": (
        f"{REST}[[parts]]\nskills = ['a']\nprompt = '''\n[[parts]]\nno skills\n'''\n{ANSWER}",
        (("a",),),
    ),
    "a part and its skills in a text of the item": (
        f"prompt = '''x\n[[parts]]\nskills = ['b']\n'''\n[let]\nv = '1'\n[[parts]]\nskills = ['a']\n{ANSWER}",
        (("a",),),
    ),
    "a part and its skills in a text of a part": (
        f"{REST}[[parts]]\nskills = ['a']\nprompt = '''\n[[parts]]\nskills = ['b']\n'''\n{ANSWER}",
        (("a",),),
    ),
    "skills in quotes, and others in a text": (
        f"{REST}[[parts]]\n'skills' = ['a']\nprompt = '''\nskills = ['b']\n'''\n{ANSWER}",
        (("a",),),
    ),
    "what looks like skills in a text": (
        f"{REST}[[parts]]\nprompt = '''\nskills = ['b']\n'''\nskills = ['a']\n{ANSWER}",
        (("a",),),
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_the_skills_of_each_part_are_read_as_in_the_whole_file(name):
    text, skills = FILES[name]
    assert read_header(TOP + text).skills == skills
    assert tuple(part.skills for part in read_body(TOP + text).parts) == skills


@pytest.mark.parametrize("covers", ["covers = ['S2-01']", "  'covers'=['S2-01']", '"covers" = [\n"S2-01"]'])
@pytest.mark.parametrize("name", ["one part", "two parts", "a list in lines"])
def test_covers_may_stand_above_the_prompt_or_below_it(name, covers):
    text = FILES[name][0]
    for whole in (f"{TOP}{covers}\n{text}", TOP + text.replace("[let]", f"{covers}\n[let]")):
        assert read_header(whole).covers == read_body(whole).covers == ("S2-01",)


def test_a_list_of_items_reads_no_file_whole(monkeypatch):
    monkeypatch.setattr(source, "read_body", lambda text: pytest.fail("the whole file is read"))
    for name in ("one part", "two parts"):
        assert read_header(TOP + FILES[name][0]).skills == FILES[name][1]


@pytest.mark.parametrize("skills", ["['a', 3]", "[]", "'a'"])
def test_what_is_no_list_of_skills_is_told_by_the_whole_file(skills):
    with pytest.raises(Unusable) as caught:
        read_header(f"{TOP}{REST}[[parts]]\nprompt = 'p'\nskills = {skills}\n{ANSWER}")
    assert any("'parts.1.skills" in message for _, message in caught.value.findings)
