"""Words come out as they are, in every format: what is written can be read back, and nothing of it is markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from quizengine.maths.print import prose
from quizengine.maths.tree import Number
from quizengine.sheet.escapes import make_visible, on_one_line
from quizengine.sheet.finalizers import HELD, Markup
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.formats.latex import LATEX_SIGNS

HOSTILE = [json.loads(line) for line in (Path(__file__).parent / "hostile_text.jsonl").read_text().splitlines()]
TEXTS = pytest.mark.parametrize("text", [row["text"] for row in HOSTILE], ids=[row["name"] for row in HOSTILE])

_TYPST = re.compile(r'#"((?:[^"\\]|\\["\\])*)";')
_LATEX = re.compile(
    r"\\other\{([0-9A-F]+)\}|\\(text\w+)\{\}|\\([#$%&_{}])|\{([-\[\]])\}|(~)|\{\}"
    r"|\\ensuremath\{([^{}]+)\}|([^\\{}$&#%^_~`'\"<>|])"
)
_NAMED = {
    "textbackslash": "\\", "textasciicircum": "^", "textasciitilde": "~", "textbar": "|", "textless": "<",
    "textgreater": ">", "textquotedbl": '"', "textquotesingle": "'", "textasciigrave": "`", "textellipsis": "…",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textendash": "–", "textemdash": "—",
}  # fmt: skip
_SIGNS = {source: sign for sign, source in LATEX_SIGNS.items()}


def from_typst(source: str) -> str:
    found = _TYPST.fullmatch(source)
    assert found, source
    return re.sub(r"\\(.)", r"\1", found[1])


def from_latex(source: str) -> str:
    words, at = "", 0
    while at < len(source):
        found = _LATEX.match(source, at)
        assert found, source[at:]
        number, name, escaped, braced, tie, sign, plain = found.groups()
        words += chr(int(number, 16)) if number else _NAMED.get(name or "", "")
        words += _SIGNS.get(sign or "", "") + ("\u00a0" if tie else "")
        words += escaped or braced or plain or ""
        at = found.end()
    return words


class OneText(HTMLParser):
    """Collects text; anything else is a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        raise AssertionError(tag)

    handle_comment = handle_decl = handle_pi = unknown_decl = handle_endtag = handle_starttag  # type: ignore[assignment]


def from_html(source: str) -> str:
    parser = OneText()
    parser.feed(source)
    parser.close()
    return parser.text


def check(text: str) -> None:
    assert from_typst(FORMATS["typst"].templates.finalizer(text)) == on_one_line(text)
    assert from_latex(FORMATS["latex"].templates.finalizer(text)) == on_one_line(text)
    assert from_html(FORMATS["html"].templates.finalizer(text)) == make_visible(text)
    assert FORMATS["text"].templates.finalizer(text) == make_visible(text)


@TEXTS
def test_a_hostile_text_comes_out_literally(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)
    | st.text(alphabet="\\{}$#%&_^~<>\"'`-[]|\n\r\0;", max_size=20)
)
def test_any_text_comes_out_literally(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("\x9d", "\\x9d"),
        ("a\u202eb", "a\\u202eb"),
        ("tab\tline\n", "tab\tline\n"),
        ("é∇", "é∇"),
    ],
)
def test_what_cannot_be_seen_is_made_visible(text: str, shown: str) -> None:
    assert make_visible(text) == shown


def test_own_text_passes_and_blanks_at_the_ends_go() -> None:
    assert FORMATS["typst"].templates.finalizer(Markup("#x")) == "#x"
    assert FORMATS["text"].templates.finalizer(("\n Find it.\n",)) == "Find it."


def test_paragraphs_are_kept() -> None:
    assert FORMATS["typst"].templates.finalizer(("One.\n \nTwo.",)) == '#"One.";\n\n#"Two.";'
    assert FORMATS["html"].templates.finalizer(("One.\n\nTwo.",)) == "One.<br>\n<br>\nTwo."


def test_a_misspelt_name_in_a_template_stops() -> None:
    from quizengine.sheet.environment import environment

    with pytest.raises(UndefinedError):
        environment(FORMATS["html"].templates).from_string("<< question.promt >>").render(question=object())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a wall of 24 cm and 5\ncm", "a wall of 24_cm and 5_cm"),
        ("at << v >> °C or $v$ m/s, in << v >>\nK", "at 3_°C or v_m/s, in 3_K"),
        ("<< v >> moves, $v$ a man, 3 hats: m and s", "3 moves, v a man, 3 hats: m and s"),
        ("<< v >> m² in << v >> min, << v >> in all", "3_m² in 3_min, 3 in all"),
        ("<< v >>\n\nm is a number", "3\n\nm is a number"),
    ],
)
def test_no_line_is_broken_between_a_number_and_its_unit(text, held):
    shown = FORMATS["text"].templates.finalizer(prose(text, lambda _: Number(3)))
    assert shown.replace(HELD, "_") == held
