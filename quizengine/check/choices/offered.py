"""A part as a learner sees it: what is asked, and what there is to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.answers.lettered_options import is_figure
from quizengine.check.choices.vocabulary import is_little, stem_of
from quizengine.maths.language.fill_in import words_of

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
PICKED = ("choice", "choices", "statement")  # the kinds in which some options are right and the others are not
_FIELD = {"choice": "choice", "choices": "choices", "statement": "reason"}  # under which what is right is written
FEWEST_LETTERS = 3  # of a word that means something; shorter ones are names of variables


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its line of text, its words without those of formulas, and where it is written."""

    text: str
    spoken: str
    right: bool
    where: Where
    formula: bool  # it is one formula, and no words

    @property
    def words(self) -> tuple[str, ...]:
        """The words in small letters, in order."""
        return words_in(self.spoken)

    @property
    def stems(self) -> frozenset[str]:
        """What its words have in common with other forms of them, without little words such as "the"."""
        return stems_in(self.spoken)

    @property
    def in_words(self) -> bool:
        """Whether it says something, and is no bare name, number or formula."""
        return len(self.words) > 1 and bool(self.stems)


@dataclass(frozen=True, slots=True)
class Offered:
    """A part with its options: what is asked, its stem, as a line of text and without its formulas.

    kind: as in [answer]; listed: the options stand in the author's order; at, asked: where part and prompt stand.
    """

    kind: str
    listed: bool
    stem: str
    spoken: str
    options: tuple[Option, ...]
    at: Where
    asked: Where

    @property
    def key(self) -> Option | None:
        """The one right option; None where there are several or none."""
        right = [option for option in self.options if option.right]
        return right[0] if len(right) == 1 else None

    @property
    def answer(self) -> Where:
        """Where what is right is written."""
        return next((option.where for option in self.options if option.right), (*self.at, "answer"))

    @property
    def wrong(self) -> tuple[Option, ...]:
        """The options that are not right."""
        return tuple(option for option in self.options if not option.right)


@lru_cache(maxsize=512)  # the options of a concept item are looked at with every seed
def words_in(spoken: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, in order."""
    return tuple(WORD.findall(spoken.casefold()))


@lru_cache(maxsize=512)
def stems_in(spoken: str) -> frozenset[str]:
    """Return the stems of the words of a text that mean something."""
    words = (word for word in words_in(spoken) if len(word) >= FEWEST_LETTERS)
    return frozenset(stem_of(word) for word in words if not is_little(word))


def offered_in(question: Question, number: int) -> Offered | None:
    """Return part `number` of `question` as a learner sees it; None where there are no options in words."""
    part = question.parts[number]
    key, at = part.key, ("parts", number)
    if len(key.options) < 2 or any(map(is_figure, key.options)):
        return None
    wrong: dict[int, int] = {}
    for mistake in part.mistakes if key.kind in PICKED else ():
        if mistake.key.options == key.options and len(picked := mistake.key.chosen) == 1:
            wrong[picked[0]] = mistake.position
    listed = question.item.parts[number].answer.listed
    chosen = key.chosen if key.kind in PICKED else ()
    options = []
    for place, option in enumerate(key.options):
        right = place in chosen
        where: Where = (*at, "answer", _FIELD.get(key.kind, "") if right else "options")
        if not right and place in wrong:
            where = (*at, "mistakes", wrong[place], "choice")
        spoken = spoken_of(option)
        options.append(Option(words_of(option), spoken, right, where, not spoken.strip()))
    stem = tuple(piece for piece in (*question.prompt, "\n", *part.prompt) if not is_figure((piece,)))
    asked: Where = (*at, "prompt") if part.prompt else ("prompt",)
    return Offered(key.kind, listed, words_of(stem), spoken_of(stem), tuple(options), at, asked)


def spoken_of(text: Prose) -> str:
    """Return the words of a text, without its formulas and figures."""
    return " ".join(" ".join(piece for piece in text if isinstance(piece, str)).split())


def in_file(where: Where) -> list[str]:
    """Return what places are sorted by, to come as in the file."""
    return [f"{step:>9}" for step in where]
