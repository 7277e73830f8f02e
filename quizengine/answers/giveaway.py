"""Whether a text gives an answer away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.maths.print import Prose

#: where a formula is not a piece of a longer one
_ALONE = r"(?<![\w.−/·^√(]){}(?![\w/·^⁰-⁹²³]|\.\d)"


def holds(text: Prose, names: Iterable[str]) -> bool:
    """Return whether one of `names`, such as those of `Key.giveaways`, stands in a text by itself."""
    from quizengine.maths.print import show_prose

    shown = " ".join(show_prose(text, "text").split()).casefold()
    return any(re.search(_ALONE.format(re.escape(name.casefold())), shown) for name in names)
