"""The page for an author: all of it is shown, none of it is markup, and nothing runs but the script that renews it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quizengine.bank import Bank
from quizengine.draw import Question, draw_question
from quizengine.errors import CannotDraw
from quizengine.item import Fault, Item
from quizengine.maths.print import Prose
from quizengine.sheet import Preview, is_preview, render_preview

VOID = {"meta", "br", "wbr", "link", "hr", "img", "input", "path"}
SOURCE = """
title = 'Slope $1$'
skills = ['slope']
difficulty = 2
prompt = 'Let $f(x) = << a >>*x$. Find the slope.'
[parameters]
a = { integers = [2, 9] }
[answer]
number = 'a'
[[mistakes]]
name = 'sign-of-step'
number = '-a'
says = 'The sign is $<< -a >>$.'
[[mistakes]]
name = 'other-term-survives'
number = '2*a'
says = 'Doubled.'
when = 'a > 99'
[help]
hints = ['A hint.']
feedback = 'You wrote $<< answer >>$.'
[[help.steps]]
says = 'A step.'
marks = 1
asks = 'What is $2*3$?'
answer = { number = '6' }
"""
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><b onclick=\"x\" title='y'>&amp;",
    "<!-- ]]> << 1 >> <% raw %> <# x #>",
    "\x1b[31m\x00\u202e\u2028",
    "</script><iframe src=javascript:alert(1)>",
)


class Page(HTMLParser):
    """A page as its elements, which are all closed, and its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.words = ""
        self.feed(page.decode())
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words += data

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def item(source: str = SOURCE) -> Item:
    return Item.read("slope/one", Path("/bank/slope/one.toml"), source)


def preview(
    item: Item, *draws: Question | CannotDraw, found: tuple[Fault, ...] = (), looks: tuple[Fault, ...] = ()
) -> Preview:
    return Preview(item.id, item.path, item, dict(enumerate(draws, 1)), found, "14:03:05", looks)


def drawn(source: str = SOURCE, seeds: int = 2) -> Preview:
    one = item(source)
    return preview(one, *(draw_question(one, seed, {}) for seed in range(1, seeds + 1)))


def test_all_that_an_author_wants_to_see_is_there() -> None:
    page = Page(render_preview(drawn(), ""))
    for text in (
        *("Slope $1$", "slope/one", "/bank/slope/one.toml", "family · level 2 · 1 mark · about", "Not checked yet."),
        *("Seed 1", "Seed 2", "Key", "sign-of-step", "The sign is", "A hint.", "A step.", "asked by itself: What is"),
        *("[1 mark]", "You wrote $<< answer >>$."),
        *("left out: 'a > 99' does not hold", "other-term-survives in 2 of 2 questions, with seed 1: 'a > 99'"),
    ):
        assert text in page.words
    assert page.tags.count("article") == 2
    assert "math" in page.tags


def test_faults_and_advice_stand_with_file_and_line() -> None:
    path = Path("/bank/slope/one.toml")
    page = Page(
        render_preview(preview(item(), found=(Fault(path, 7, "no < sign"),), looks=(Fault(path, 0, "thin"),)), "")
    )
    assert "slope/one.toml:7 no < sign" in page.words
    assert "slope/one.toml thin" in page.words
    assert "1 fault\n" in page.words


def test_a_seed_without_a_question_says_why_and_leaves_the_others() -> None:
    one = item()
    failed = CannotDraw(one.id, 1, "a <b> fails")
    page = Page(render_preview(preview(one, failed, draw_question(one, 2, {})), ""))
    assert "Cannot be drawn: a <b> fails" in page.words
    assert "A hint." in page.words
    told = preview(one, failed, found=(Fault(one.path, 3, "a <b> fails, at its line"),))
    assert "article" not in Page(render_preview(told, "")).tags


def test_a_question_that_cannot_be_printed_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from quizengine.sheet.previewed_question import previewed as shown

    def fails(question: Question) -> object:
        if question.seed == 1:
            raise RecursionError
        return shown(question)

    monkeypatch.setattr("quizengine.sheet.preview.previewed", fails)
    page = Page(render_preview(drawn(), ""))
    assert "Cannot be printed: it is nested too deeply" in page.words
    assert page.words.count("A hint.") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_makes_no_element(text: str) -> None:
    def page(word: str) -> Page:
        text: Prose = (word,)
        one = draw_question(item(), 1, {})
        (part,) = one.parts
        wrong = tuple(replace(mistake, name=word, says=text) for mistake in part.mistakes)
        steps = tuple(replace(step, says=text, asks=text) for step in part.steps)
        part = replace(part, prompt=text, mistakes=wrong, hints=(text,), steps=steps)
        dropped = tuple(replace(lost, name=word, why=word) for lost in one.dropped)
        question = replace(one, prompt=text, parts=(part,), dropped=dropped)
        fault = Fault(Path("/bank") / "x.toml", 1, word)
        draws: dict[int, Question | CannotDraw] = {1: question, 2: CannotDraw("slope/one", 2, word)}
        return Page(render_preview(Preview(word, Path("/bank") / word, None, draws, (fault,), word, (fault,)), "m"))

    hostile, plain = page(text), page("word")
    assert hostile.elements == plain.elements
    assert "\x1b" not in hostile.words
    if text.isprintable():
        assert hostile.words.count(text) == plain.words.count("word") >= 14


def test_only_a_page_that_renews_itself_has_a_script_and_the_policy_lets_no_other_run() -> None:
    page = render_preview(drawn(), "17-3").decode()
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page, "after a change of _renewal.js put this into preview.html.j2"
    assert 'data-mark="17-3"' in page
    assert "default-src 'none'" in page
    still = render_preview(drawn(), "").decode()
    assert "<script" not in still
    assert "script-src" not in still
    assert 'http-equiv="refresh"' not in still
    assert not re.findall(r"(?:src|href)=", still + page.replace(script, ""))


def test_a_page_is_told_from_other_files() -> None:
    page = render_preview(drawn(), "17")
    assert is_preview(page[:1000])
    for other in (b"", SOURCE.encode(), b"<!DOCTYPE html>\n<html></html>", page[5:1000]):
        assert not is_preview(other)


def test_every_shipped_figure_and_kind_is_a_whole_page(shipped_bank: Bank) -> None:
    kinds: dict[str, Item] = {}
    for one in shipped_bank.items:
        figure = "figure" if one.body.figure or one.body.figures else ""
        for part in one.parts:
            kinds.setdefault(f"{part.answer.kind} {figure}", one)
    assert len(kinds) > 12
    for one in set(kinds.values()):
        Page(render_preview(preview(one, draw_question(one, 1, shipped_bank.mistakes)), ""))
