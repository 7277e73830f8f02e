from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quizengine.bank import Bank
from quizengine.draw import Question
from quizengine.errors import CannotWrite
from quizengine.paper import Paper, from_code, plan_paper, sheet_code, variant_questions
from quizengine.sheet import files, render_sheet, write_sheets
from quizengine.sheet.write import file_name

CONCEPTS = ("role/are-gradients-essential", "rate/what-controls-step-size")
STEM = "gradients"


@pytest.fixture(scope="module")
def small(shipped_bank: Bank) -> Paper:
    return plan_paper(shipped_bank, CONCEPTS, 2, 5)


def sheets(paper: Paper, *variants: int) -> Mapping[int, Sequence[Question]]:
    return {variant: variant_questions(paper, variant) for variant in variants}


def test_each_variant_gives_a_sheet_and_a_key(small: Paper, tmp_path: Path) -> None:
    written = tuple(write_sheets(small, sheets(small, 0, 1), ("pdf", "text"), tmp_path / "new" / "folder"))
    assert [path.name for path in written] == [
        f"{STEM}-a.pdf", f"{STEM}-a-key.pdf", f"{STEM}-a.txt", f"{STEM}-a-key.txt",
        f"{STEM}-b.pdf", f"{STEM}-b-key.pdf", f"{STEM}-b.txt", f"{STEM}-b-key.txt",
    ]  # fmt: skip
    assert all(path.stat().st_size > 0 for path in written)
    assert files(small, (0, 1), ("pdf", "text"), tmp_path / "new" / "folder") == written
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(written)


def test_a_code_writes_the_same_bytes_again(small: Paper, tmp_path: Path) -> None:
    first = tuple(write_sheets(small, sheets(small, 0, 1), ("pdf", "html"), tmp_path / "first"))
    paper, variant = from_code(sheet_code(small, 1), small.bank)
    again = tuple(write_sheets(paper, sheets(paper, variant), ("pdf", "html"), tmp_path / "again"))
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in first if "-b" in path.name]


def test_other_files_are_not_touched(small: Paper, tmp_path: Path) -> None:
    (tmp_path / f"{STEM}-a.doc").write_text("mine")
    tuple(write_sheets(small, sheets(small, 0), ("text",), tmp_path))
    assert (tmp_path / f"{STEM}-a.doc").read_text() == "mine"


def test_a_folder_that_is_a_file_is_told(small: Paper, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CannotWrite, match="choose another folder with -o"):
            tuple(write_sheets(small, sheets(small, 0), ("text",), folder))
    assert (tmp_path / "file").read_text() == "mine"


def test_a_place_that_is_taken_by_a_folder_is_told_and_nothing_is_left(small: Paper, tmp_path: Path) -> None:
    (tmp_path / f"{STEM}-a.txt").mkdir()
    with pytest.raises(CannotWrite, match=rf"{STEM}-a\.txt"):
        tuple(write_sheets(small, sheets(small, 0), ("text",), tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [f"{STEM}-a.txt"]


def test_no_variants_write_nothing(small: Paper, tmp_path: Path) -> None:
    assert tuple(write_sheets(small, {}, ("pdf",), tmp_path)) == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Midterm 2: Gradients & Friends", "midterm-2-gradients-friends-a-key.html"),
        ("../../etc/passwd", "etc-passwd-a-key.html"),
        ("Łódź é", "odz-e-a-key.html"),
        ("漢字", "sheet-a-key.html"),
        ("x" * 300, "x" * 40 + "-a-key.html"),
    ],
)
def test_a_file_name_has_letters_digits_and_hyphens_only(title: str, name: str, small: Paper) -> None:
    assert file_name(replace(small, title=title), 0, "html", "key") == name


def test_large_print_lies_beside_the_sheet(small: Paper, tmp_path: Path) -> None:
    names = [path.name for path in files(small, (0,), ("pdf", "large-print"), tmp_path)]
    assert names[2:] == [f"{STEM}-a-large-print.pdf", f"{STEM}-a-key-large-print.pdf"]


def test_sheet_and_key_come_from_the_same_questions(small: Paper) -> None:
    drawn = variant_questions(small, 0)
    sheet, key = (render_sheet(drawn, small, 0, "text", part).decode() for part in ("sheet", "key"))
    options = [line.split("]", 1)[1] for line in sheet.splitlines() if line.startswith("     [")]
    assert options == [line.split("]", 1)[1] for line in key.splitlines() if line.startswith("     [")]
    assert "[x]" in key
    assert "[x]" not in sheet
    assert "Answer: " not in sheet
