"""The sheet code: the short text on every page from which exactly this sheet is rebuilt."""

from __future__ import annotations

from quizengine.bank import Bank
from quizengine.paper.plan import Paper


def code(paper: Paper, variant: int) -> str:
    """The code of one variant, in groups of characters that are easy to type: "3K7QD-0AV4M-…"."""
    raise NotImplementedError


def from_code(text: str, bank: Bank, title: str = "") -> tuple[Paper, int]:
    """The paper and the variant that `text` stands for. A title of one's own is not in the code: give it again.

    Raises BadSheetCode where the text is mistyped or the bank's items have changed since the sheet was made.
    """
    raise NotImplementedError


def titled(text: str) -> bool:
    """Whether the sheet had a title of its own, which its code does not hold. Raises BadSheetCode."""
    raise NotImplementedError
