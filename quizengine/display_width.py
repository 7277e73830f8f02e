"""How many columns of a terminal a text takes, as the `wcwidth` library knows."""

from __future__ import annotations

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")


def display_width(text: str) -> int:
    """Return how many columns `text` takes: a full-width sign or a picture two, a combining mark none.

    A control character counts as one; what is printed holds none but line breaks.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # takes longer to come in than most of what is printed first

    return wcswidth(text.translate(_CONTROLS))
