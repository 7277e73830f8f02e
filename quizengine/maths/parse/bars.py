"""Bars: |x| is an absolute value; ||w||, ‖w‖ and |(a, b)| are lengths."""

from __future__ import annotations

from quizengine.maths.parse.brackets import Brackets
from quizengine.maths.tree import Call, Node, Number, Vector


class Bars(Brackets):
    """The grammar of what stands between bars."""

    __slots__ = ()

    def bars(self, kind: str) -> Node:
        """|x|, and ||w|| or |(a, b)| as a length."""
        start = self.at
        items = self.items(kind)
        doubled = self.kinds[start + 1] == "|" and self.kinds[self.at - 2] == "|"
        if kind == "‖" or doubled:
            self._skip_two()
        content = items[0]
        if len(items) > 1:
            return Call("norm", tuple(items))
        if isinstance(content, Vector):
            if not content.items:  # an axis
                raise self.fault("axis-misplaced", "i, j and k belong in a sum such as 2x i + 3y j", start + 1)
            return Call("norm", content.items)
        if kind == "‖" or (doubled and isinstance(content, Call) and content.function in ("abs", "norm")):
            return Call("norm", content.arguments if kind == "|" and isinstance(content, Call) else (content,))
        return Call("abs", (content,))

    def _skip_two(self) -> None:
        """Step over the 2 of ||w||_2, which is the length that bars mean anyway."""
        if self.kinds[self.at] == "_" and self.values[self.at + 1] == Number(2):
            self.at += 2
        elif self.values[self.at] == "₂":
            self.at += 1
