"""A text that looks like markup, put in every place of a sheet: the page shows it, built as with a plain word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import typst

from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.bank import Bank
from quizengine.draw import Mistake, Part, Question, Table, WorkedStep
from quizengine.item import Item
from quizengine.maths.language import Workspace
from quizengine.paper import Paper
from quizengine.sheet.escapes import make_visible
from quizengine.sheet.render import renderer
from quizengine.sheet.view import head, numbered

HOSTILE = [json.loads(line) for line in (Path(__file__).parent / "hostile_text.jsonl").read_text().splitlines()]
TEXTS = pytest.mark.parametrize("text", [row["text"] for row in HOSTILE], ids=[row["name"] for row in HOSTILE])
PrintKey = Callable[[str, str], bytes]
_COMMAND = re.compile(r"\\\\|\\[A-Za-z]+|\\[^A-Za-z]")
_OF_WORDS = re.compile(
    r"\\(?:[#$%&_{}]|other|ensuremath|cdot|text(?:ellipsis|e\w+dash|backslash|ascii\w+|bar|less|greater|quote\w+))"
)
SOURCE = "title = 'One'\nskills = ['text']\ndifficulty = 1\nprompt = 'p'\n[answer]\nnumber = '1'\n"
ITEM = Item.read("text/one", Path("one.toml"), SOURCE)
BANK = Bank((ITEM,), MappingProxyType({}), MappingProxyType({}))


def question(text: str) -> Question:
    options = ((text,), ("another",))
    mistake = Mistake("other", (text,), ChoiceKey(("another",), options))
    part = Part("", (), ChoiceKey((text,), options), 1, (mistake,), (), (WorkedStep((text,)), WorkedStep((text,), 1)))
    table = Table(((text,), ("b",)), (((text,), ("c",)),))
    return Question(ITEM, 1, (text,), table, None, (part,), Workspace({}))


def paper(text: str) -> Paper:
    return Paper(BANK, text, (), 1, 1, (ITEM,))


@pytest.fixture(scope="module")
def print_key() -> Iterator[PrintKey]:
    """Gives the key that asks about a text, in a format; the press is kept between the tests."""
    with renderer() as one:

        def printed(text: str, format: str) -> bytes:
            shown = numbered((question(text),))
            return one.print(head(shown, paper(text), 0), shown, format, "key")

        yield printed


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
def test_a_page_has_the_same_elements_and_shows_the_text(text: str, print_key: PrintKey) -> None:
    page, plain = (Skeleton(print_key(words, "html").decode()) for words in (text, "word"))
    assert page.elements == plain.elements
    shown = make_visible(text)
    assert sum(shown.strip() in part for part in page.texts) >= 6


@TEXTS
def test_typst_reads_the_title_as_one_text(text: str, print_key: PrintKey) -> None:
    source = print_key(text, "typst")
    (heading,) = json.loads(typst.query(source, "heading.where(level: 1)", ignore_system_fonts=True))
    words = "".join(piece.get("text", " ") for piece in pieces(heading["body"]))
    assert words.split() == f"{make_visible(text)} · Key".split()


@TEXTS
def test_a_pdf_is_made_of_it(text: str, print_key: PrintKey) -> None:
    assert print_key(text, "pdf").startswith(b"%PDF-")


@TEXTS
def test_latex_has_the_same_commands(text: str, print_key: PrintKey) -> None:
    def commands(words: str) -> list[str]:
        found = _COMMAND.findall(print_key(words, "latex").decode())
        return [command for command in found if not _OF_WORDS.fullmatch(command)]

    assert commands(text) == commands("word")


def pieces(body: dict[str, Any]) -> list[dict[str, str]]:
    return body.get("children", [body])
