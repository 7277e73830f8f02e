"""Nothing that a text holds can move the cursor, change colours, hide or turn other text around."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.cli.sanitize import HIDDEN, escape_controls, to_ascii
from quizengine.cli.terminal import Terminal, has_unicode
from quizengine.display_width import display_width


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2·x² + ∇f", "2·x² + ∇f"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\x07\x00\x7f", "\\x07\\x00\\x7f"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\nc", "a\\x0db\nc"),
        ("a\tb", "a    b"),
        ("x\u202ey", "x\\u202ey"),
        ("\u2066\u200b\ufeff", "\\u2066\\u200b\\ufeff"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_a_terminal_would_obey_is_made_visible(text: str, seen: str) -> None:
    assert escape_controls(text) == seen


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters()))
def test_only_line_breaks_come_through(text: str) -> None:
    assert not {unicodedata.category(character) for character in escape_controls(text) if character != "\n"} & HIDDEN
    assert to_ascii(escape_controls(text)).isascii()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("∇f(x, y) = (2·x·y, x²)", "grad f(x, y) = (2*x*y, x^2)"),
        ("x⁻¹² ≤ α·Θ", "x^-12 <= alpha*Theta"),
        ("✓ Right — “so”", '[right] Right - "so"'),
        ("w₁₂", "w_1_2"),
        ("Müller", "Muller"),
        ("漢", "?"),
    ],
)
def test_signs_in_ascii(text: str, seen: str) -> None:
    assert to_ascii(text) == seen


@pytest.mark.parametrize(
    ("encoding", "environ", "expected"),
    [
        ("utf-8", {}, True),
        ("utf-8", {"LANG": "en_GB.UTF-8"}, True),
        ("utf-8", {"LC_ALL": "C"}, False),
        ("utf-8", {"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}, False),
        ("utf-8", {"LANG": "C", "LC_ALL": "en_US.UTF-8"}, True),
        ("utf-8", {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, True),
        ("ascii", {}, False),
        ("cp1252", {}, False),
        ("latin-1", {"LANG": "en_GB.UTF-8"}, False),
    ],
)
def test_whether_the_terminal_has_our_signs(encoding: str, environ: dict[str, str], expected: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert has_unicode(stream, environ) is expected


def terminal(**settings: object) -> tuple[Terminal, io.StringIO]:
    out = io.StringIO()
    return Terminal(out, io.StringIO(), **settings), out  # type: ignore[arg-type]


def test_styles_are_escape_codes_only_where_there_is_colour() -> None:
    plain, out = terminal()
    plain.print("✓ Right", "good")
    assert out.getvalue() == "✓ Right\n"
    coloured, out = terminal(colour=True)
    coloured.print("✓ \x1b[2J", "good")
    assert out.getvalue() == "\x1b[32m✓ \\x1b[2J\x1b[0m\n"


def test_columns_are_as_wide_as_they_need() -> None:
    plain, out = terminal()
    plain.table([("a", "1"), ("bcd", "23")], right=(1,))
    assert out.getvalue() == "  a     1\n  bcd  23\n"


def test_words_wrap_where_there_is_a_width() -> None:
    narrow, _ = terminal(width=12)
    assert narrow.wrapped("one two three four", "  ") == "  one two\n  three four"
    wide, _ = terminal()
    assert wide.wrapped("one two three four", "  ") == "  one two three four"


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("2x", 2),
        ("（２", 4),
        ("x\u0302y", 2),
        ("−√·", 3),
        ("日本", 4),
        ("πα≤∂⊤½", 6),  # two columns only in East Asian terminals
        ("⎛⎜⎝─│█░", 7),
        ("🚀", 2),
        ("👩\u200d🚀", 2),  # one picture, joined from two
        ("♥\ufe0f", 2),  # a letter-like sign asked for as a picture
        ("é\n", 2),
        ("é\x1b[", 3),
        ("é\x00\x7f\x9f", 4),
    ],
)
def test_columns_that_a_text_takes(text: str, wide: int) -> None:
    assert display_width(text) == wide


def test_lines_are_broken_after_signs_are_spelt_out() -> None:
    narrow = Terminal(io.StringIO(), io.StringIO(), unicode=False, width=16)
    assert narrow.wrapped("✗ Not right. No.") == "[wrong] Not\nright. No."
