"""Texts that attack a reader: code, bombs, nesting, hidden and look-alike characters, a million characters."""

import base64
import json
import time
import zlib
from pathlib import Path

import pytest

from quizengine.errors import Unreadable
from quizengine.maths.equality import same
from quizengine.maths.parse import Notation, parse

VARIABLES = ("x", "y", "z", "w1", "w2", "a", "b")
SCALAR = Notation(VARIABLES, "expression")
ALL_WANTS = ("any", "number", "expression", "vector", "matrix", "equation", "points", "sequence", "interval")
LIMIT = 1_500  # ordinary answers that could be read in the same time: about a tenth of a second


def decoded(row):
    if "text_z" in row:
        return zlib.decompress(base64.b64decode(row["text_z"])).decode()
    if "text_b64" in row:
        return base64.b64decode(row["text_b64"]).decode("utf-8", "surrogateescape")
    return row["text"]


def outcome(text, notation):
    """The fault of `text`, or None if it is read."""
    try:
        parse(text, notation)
    except Unreadable as fault:
        return fault
    return None


def spent(text, notation, enough):
    """The CPU time of reading; a slow first try may be the collector of garbage, so the best of three counts."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        outcome(text, notation)
        best = min(best, time.process_time() - start)
        if best < enough:
            break
    return best


@pytest.fixture(scope="module")
def limit():
    """The time of LIMIT ordinary answers on this machine."""
    start = time.process_time()
    for _ in range(200):
        outcome("(2xy, x^2 + 3cos(3y))", Notation(VARIABLES, "vector"))
    return (time.process_time() - start) / 200 * LIMIT


ROWS = [json.loads(line) for line in (Path(__file__).parent / "hostile.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("row", [row for row in ROWS if row["must"] == "reject"], ids=lambda row: row["id"])
def test_is_refused(row):
    with pytest.raises(Unreadable):
        parse(decoded(row), SCALAR)


@pytest.mark.parametrize("row", [row for row in ROWS if row["must"] == "parse"], ids=lambda row: row["id"])
def test_an_honest_answer_is_taken(row):
    tree = parse(decoded(row), SCALAR).tree
    assert same(parse(row["equal_to"], SCALAR).tree, tree, VARIABLES).equal


@pytest.mark.parametrize("wants", ALL_WANTS)
def test_every_text_ends_soon_with_a_tree_or_one_short_line(wants, limit):
    for row in ROWS:
        text = decoded(row)
        assert spent(text, Notation(VARIABLES, wants), limit) < limit, row["id"]
        fault = outcome(text, Notation(VARIABLES, wants))
        if fault is not None:
            assert len(fault.message) <= 200
            assert fault.message.isprintable()


#: Seeds of texts near the greatest length, each of which has broken some reader.
REPEATED = [
    *("(", "[", "{", "|", "<", "⟨", "-", "+", "^", "x^", "1/", "sin ", "sin(", "√", "x_", "((x)", "|x", "[[", "{{"),
    *("x ", "xy", "1 ", "e", "1e1", "2,", "x,", "x;", "x=", "f_x=", "(x)", "(x,x)", "(x)(", "²", "x²", "²x", "x\u0302"),
    *(
        "\\frac",
        "\\frac{1}{",
        "\\left(",
        "\\hat",
        "\\mathbf{",
        "\\sqrt[3]{",
        "\\\\",
        "\\begin{matrix}",
        "\\",
        "$",
        "\\(",
    ),
    *(
        "alpha",
        "sinx",
        "sin^2",
        "log_",
        "x_1",
        "x1",
        "i+",
        "2i",
        "[x ",
        "[x -",
        "..",
        "\t",
        "\u200b",
        "\u202e",
        "х",
        "!",
    ),
    *(
        "∇f=",
        "f'",
        "=",
        "≤",
        "x<",
        ">",
        "&",
        "_",
        "a_b_",
        "\\text{",
        "0,",
        "1,000,",
        "||",
        "‖",
        "T",
        "(1,2)+",
        "2*(1,2)",
    ),
]


@pytest.mark.parametrize("piece", REPEATED)
def test_repetition_is_bounded(piece, limit):
    for text in (piece * (2000 // len(piece)), piece * (1000 // len(piece)) + "x" + ")" * 900, piece * 10**6):
        for asked in (SCALAR, Notation(VARIABLES, "vector"), Notation(VARIABLES, "matrix"), Notation()):
            assert spent(text, asked, limit) < limit
