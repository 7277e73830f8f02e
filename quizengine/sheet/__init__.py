"""Questions to sheets and keys, on paper and screen."""

from quizengine.sheet.render import Format, Part, render
from quizengine.sheet.write import files, write, writing

__all__ = ["Format", "Part", "files", "render", "write", "writing"]
