"""Typst source to PDF: nothing but the source can be read, and the same source gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

# What the fonts inside the Typst wheel do not have: East Asian scripts, symbols and emoji of the higher planes.
_FOREIGN = re.compile(
    r"[\u2400-\u243f\u2e80-\ufaff\ufe00-\ufe6f\uff00-\uffef\U00010000-\U0001d3ff\U0001d800-\U0010ffff]"
)


class Compiler:
    """Compiles many sources in turn; figures stand inside the source, so the root folder stays empty."""

    def __init__(self, root: str) -> None:
        import typst

        self._root = root
        self._own = typst.Compiler(
            root=root, font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True
        )

    def pdf(self, source: str) -> bytes:
        """Return a tagged PDF that meets PDF/UA-1, its fonts inside.

        Where our fonts lack a character those of this machine are tried; what they lack too is shown as [U+1F9EE].
        """
        import typst

        try:
            return _compile(self._own, source)
        except typst.TypstError as error:
            if not _FOREIGN.search(source):
                raise RuntimeError(f"our Typst template is at fault: {error.message}") from error
        try:
            return _compile(typst.Compiler(root=self._root), source)
        except typst.TypstError:
            return _compile(self._own, _FOREIGN.sub(lambda found: f"[U+{ord(found[0]):04X}]", source))


@contextmanager
def compiler() -> Iterator[Compiler]:
    """Yield a compiler in an empty folder of its own."""
    with TemporaryDirectory(prefix="quizengine-") as root:
        yield Compiler(root)


def _compile(compiler: typst.Compiler, source: str) -> bytes:
    result = compiler.compile(source.encode(), format="pdf", pdf_standards=["ua-1"])
    assert isinstance(result, bytes)
    return result
