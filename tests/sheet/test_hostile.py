"""A text that looks like markup, put in every place of a sheet: the page shows it, and is built as with a plain word."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest
import typst

from quizengine.answers.choice import ChoiceKey
from quizengine.bank import Bank
from quizengine.draw import Mistake, Part, Question, Table
from quizengine.item import Item
from quizengine.maths.workspace import Workspace
from quizengine.paper import Paper
from quizengine.sheet import render
from quizengine.sheet.printers import visible

HOSTILE = [json.loads(line) for line in (Path(__file__).parent / "hostile_text.jsonl").read_text().splitlines()]
TEXTS = pytest.mark.parametrize("text", [row["text"] for row in HOSTILE], ids=[row["name"] for row in HOSTILE])
ITEM = Item.read("text/one", Path("one.toml"), "title = 'One'\nskills = ['text']\ndifficulty = 1\n")
BANK = Bank((ITEM,), MappingProxyType({}), MappingProxyType({}))


def question(text: str) -> Question:
    options = ((text,), ("another",))
    mistake = Mistake("other", (text,), ChoiceKey(("another",), options))
    part = Part("", (), ChoiceKey((text,), options), 1, (mistake,), (), ((text,),))
    table = Table(((text,), ("b",)), (((text,), ("c",)),))
    return Question(ITEM, 1, (text,), table, None, (part,), Workspace({}))


def paper(text: str) -> Paper:
    return Paper(BANK, text, (), 1, 1, (ITEM,))


def source(text: str, format: str, part: str = "key") -> str:
    return render((question(text),), paper(text), 0, format, part).decode()  # type: ignore[arg-type]


class Skeleton(HTMLParser):
    """The elements of a page with their attributes but no text, and the texts by themselves."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[object] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(tag)

    def handle_comment(self, data: str) -> None:
        self.elements.append("comment")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] != ("style", []):
            self.texts.append(data)


@TEXTS
def test_a_page_has_the_same_elements_and_shows_the_text(text: str) -> None:
    page, plain = Skeleton(source(text, "html")), Skeleton(source("word", "html"))
    assert page.elements == plain.elements
    shown = text.replace("\0", "\\x00")
    assert sum(shown.strip() in part for part in page.texts) >= 6


@TEXTS
def test_typst_reads_the_title_as_one_text(text: str) -> None:
    page = source(text, "typst")
    (heading,) = json.loads(typst.query(page.encode(), "heading.where(level: 1)", ignore_system_fonts=True))
    words = "".join(piece.get("text", " ") for piece in pieces(heading["body"]))
    assert words.split() == f"{visible(text)} · Key".split()


@TEXTS
def test_typst_makes_pages_of_it(text: str) -> None:
    assert render((question(text),), paper(text), 0, "pdf", "sheet").startswith(b"%PDF-")


def pieces(body: dict[str, object]) -> list[dict[str, str]]:
    children = body.get("children")
    return [*children] if isinstance(children, list) else [body]  # type: ignore[list-item]


@TEXTS
def test_latex_has_the_same_commands(text: str) -> None:
    def structure(page: str) -> list[str]:
        return [line for line in page.splitlines() if line.startswith(("\\begin", "\\end", "\\usepackage", "\\input"))]

    page = source(text, "latex")
    assert structure(page) == structure(source("word", "latex"))
