"""The kinds of answers: what an author writes, how an answer is read, judged and shown.

KINDS["vector"]                         the model of `vector = …` under [answer]; model.draw(workspace) is a Key
key_from_text(None, "(2x, 2y)")         a Key without an item
judge(key, "2x, 3y")                    a Verdict

From a typed text to what is said of it:

judging     reads it with a key and judges it            base       what every kind gives: a model and a key
kinds/      one file for each kind of answer             formula    the ground of the typed kinds
deciding/   equal, near enough, parallel, and why not    single     the ground of one number or one formula
slips/      the mistakes that a kind knows by itself     setting    variables, domain and accuracy of typed kinds
verdict     what grading says of an answer               picking    the ground of the kinds with letters
from_text   a key without an item                        filling    an author's text with its fill-ins done
wording     lines, sentences, numbers of things          names      what the kinds are called
none        keys that are none                           plus_minus two values in one text
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizengine.answers.from_text import key_from_text
    from quizengine.answers.judgement import judge
    from quizengine.answers.kinds import KINDS

__all__ = ["KINDS", "judge", "key_from_text"]

_WHERE = {"KINDS": "kinds", "judge": "judgement", "key_from_text": "from_text"}


def __getattr__(name: str) -> Any:
    """Loads the kinds when they are first asked for: verdicts alone need neither pydantic nor mathematics."""
    if name not in _WHERE:
        raise AttributeError(f"module 'quizengine.answers' has no attribute {name!r}")
    return getattr(import_module(f"quizengine.answers.{_WHERE[name]}"), name)
