"""Where text on one line needs a gap or a bracket that print does not."""

from __future__ import annotations

from quizengine.maths.print.layout import (
    NEGATIVE,
    Apply,
    Fraction,
    Layout,
    Letter,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Text,
    Word,
)
from quizengine.maths.print.layout_queries import BREAKS, is_large

_CLOSED = frozenset(")]}|‖⟩⌋⌉")


def is_break(part: Layout) -> bool:
    """Return whether a product ends here: at words, at a gap, or at a sign of a sum, a relation or a list."""
    return isinstance(part, (Space, Text)) or (isinstance(part, Sign) and part.symbol.kind in BREAKS)


def needs_gap(before: Layout, said: str, part: Layout, text: str) -> bool:
    """Return whether two neighbours without a sign between them would run into one word or one script."""
    if not said or not text or said[-1] in _NO_GAP_AFTER or (isinstance(part, Sign) and part.symbol.kind in SPACED):
        return False
    if is_large(before) or is_large(part):
        return True
    if text[0] in "([{|‖⟨":
        return False
    if said[-1] in _CLOSED:
        return _is_wordy(part, text)
    if isinstance(before, Sign) and not said[-1].isalpha():
        return False
    if isinstance(part, Root) and text[0] not in "√∛":
        return True  # the raised index of a root is no exponent of what stands before it
    return _is_wordy(before, said) or _is_wordy(part, text) or any(mark in said for mark in "^_√∛")


SPACED = ("add", "times", "relation", "punctuation")  # these bring their space with them
_NO_GAP_AFTER = frozenset(" ·*×÷∗∘⊙⊗−-")


def _is_wordy(part: Layout, text: str) -> bool:
    if isinstance(part, Scripts):
        return _is_wordy(part.base, text)
    if isinstance(part, Apply):
        return _is_wordy(part.function, text.partition("(")[0])
    return isinstance(part, Word) or (isinstance(part, (Letter, Sign)) and len(text) > 1 and text.isalpha())


def holds_above(layout: Layout) -> bool:
    """Return whether the layout needs no bracket before a slash."""
    if isinstance(layout, Row):
        return not any(is_break(part) or part == NEGATIVE for part in layout.parts)
    return not isinstance(layout, (Fraction, Text)) or (isinstance(layout, Text) and " " not in layout.text)


def holds_below(layout: Layout) -> bool:
    """Return whether the layout needs no bracket after a slash: an atom, or a differential such as `∂x` or `dx`."""
    if isinstance(layout, Row):
        first = layout.parts[0] if layout.parts else layout
        return _is_differential(first) and all(holds_below(part) for part in layout.parts[1:])
    if isinstance(layout, Sign):
        return layout.symbol.kind in ("letter", "ordinary") or _is_differential(layout)
    return not isinstance(layout, Fraction) and holds_above(layout)


def _is_differential(part: Layout) -> bool:
    return (isinstance(part, Sign) and part.symbol.name == "partial") or (isinstance(part, Letter) and part.text == "d")
