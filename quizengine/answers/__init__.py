"""The kinds of answers: what an author writes, how an answer is read, judged and shown.

    KINDS["vector"]                         the model of `vector = …` under [answer]; model.draw(workspace) is a Key
    key_from_text(None, "(2x, 2y)")         a Key without an item
    judge(key, "2x, 3y")                    a Verdict
    Answer("2x, 3y")                        a typed text that is read once, however many keys judge it

From a typed text to what is said of it:

    answer          a typed text with its readings; readers/   how the typed kinds are read
    judgement       reads an answer with a key and judges it
    key             what every kind gives: a model and a key; kinds/   the kinds; kind_names   what they are called
    formula_key     the ground of the typed kinds; scalar_key   the ground of one number or one formula
    none_key        keys that are none; lettered_options   the ground of the kinds with letters
    payment         what each component earns; either_sign   keys up to the sign of the whole
    constraints     variables, domain and accuracy of typed kinds; written_forms   what a JSON Schema tells of options
    units/          units of answers, and the keys of answers that have one
    comparison/     equal, near enough, parallel, and why not
    mistake         the mistakes that an item names; generic_mistakes/   those that a kind knows by itself
    giveaway        whether a text gives an answer away
    verdict         what grading says of an answer; wording   lines, sentences, numbers of things
    carried_value   what an answer stands for in later parts; carried_text   what a chosen text does
    from_text       a key without an item
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names

if TYPE_CHECKING:
    from quizengine.answers.answer import Answer
    from quizengine.answers.from_text import key_from_text
    from quizengine.answers.judgement import judge
    from quizengine.answers.kinds import KINDS

__all__ = ["KINDS", "Answer", "judge", "key_from_text"]

# verdicts alone need neither pydantic nor mathematics
__getattr__ = lazy_names(
    __name__, {"Answer": "answer", "KINDS": "kinds", "judge": "judgement", "key_from_text": "from_text"}
)
