"""The kinds of answers: what an author writes, how an answer is read, judged and shown.

KINDS["vector"]                         the model of `vector = …` under [answer]; model.draw(workspace) is a Key
key_from_text(None, "(2x, 2y)")         a Key without an item
judge(key, "2x, 3y")                    a Verdict
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizengine.answers.judging import judge
    from quizengine.answers.kinds import KINDS, key_from_text

__all__ = ["KINDS", "judge", "key_from_text"]


def __getattr__(name: str) -> Any:
    """Loads the kinds when they are first asked for: verdicts alone need neither pydantic nor mathematics."""
    if name == "judge":
        from quizengine.answers.judging import judge

        return judge
    if name in __all__:
        from quizengine.answers import kinds

        return getattr(kinds, name)
    raise AttributeError(f"module 'quizengine.answers' has no attribute {name!r}")
