"""A short text: any of the words that count, with a slip of spelling forgiven and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from quizengine.answers.answer import Reader
from quizengine.answers.key import FEWEST_MISTAKES, AnswerModel, Key, Shuffle
from quizengine.answers.lettered_options import bounded, fitted
from quizengine.answers.verdict import Verdict, refused
from quizengine.answers.wording import line
from quizengine.maths.language.fill_in import prose_of, words_of

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace
    from quizengine.maths.print import Prose

_LEAD = re.compile(r"^(?:(?:it|this|that|they)\s+(?:is|are)\s+)?(?:called\s+)?(?:(?:the|a|an)\s+)?")
_PIECES = re.compile(r"[,;/()=]|\bor\b")
_NO_LETTER = re.compile(r"[^\w\s]+|_")
_TOLD = 5  # how many of the words that are right a key tells
_ONE_SLIP, _TWO_SLIPS = 5, 10  # letters from which one slip, and two slips, of spelling are forgiven


class WordsModel(AnswerModel):
    """words = ['learning rate', 'step size']: each is right, the first is shown; `wrong` are near but wrong."""

    words: tuple[str, ...] = Field(min_length=1)
    wrong: tuple[str, ...] = ()

    @property
    def mistakes_wanted(self) -> int:
        return max(0, FEWEST_MISTAKES - len(self.wrong))

    def draw(self, workspace: Workspace) -> WordsKey:
        def filled(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(words_of(prose_of(workspace, text)) for text in texts)

        return WordsKey(filled(self.words), filled(self.wrong))


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads any text."""

    def read(self, text: str) -> str:
        """Any text that is not empty: what is wrong with it is judged; raises Unreadable."""
        bounded(text)
        return text


@dataclass(frozen=True, slots=True)
class WordsKey(Key[str]):
    """Each of `right` is right; a text nearer to one of `wrong` is not taken for a slip of spelling."""

    kind: ClassVar[str] = "words"
    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """The words of a mistake are no slip of spelling of the right ones, nor the other way round."""
        others = tuple(word for mistake in mistakes if isinstance(mistake, WordsKey) for word in mistake.right)
        nearer = fitted(mistakes, WordsKey, lambda wrong: replace(wrong, wrong=(*wrong.wrong, *self.right)))
        return replace(self, wrong=(*self.wrong, *others)), nearer

    def reader(self) -> Reader[str]:
        return TextReader()

    def judge(self, reading: str) -> Verdict:
        """Any of the words is right, also in a short phrase or beside others that are; a slip of spelling is told."""
        told = self._alone(reading)
        pieces = [piece for piece in _PIECES.split(reading) if plain_words(piece)]
        if told.credit or len(pieces) < 2:
            return told
        found = [self._alone(piece) for piece in pieces]
        return found[0] if all(one.credit for one in found) else told

    def _alone(self, text: str) -> Verdict:
        typed = plain_words(text)
        right = [plain_words(word) for word in self.right]
        wrong = [plain_words(word) for word in self.wrong]
        near, slips = min(((word, _slips(typed, word)) for word in right), key=lambda found: found[1])
        if typed in right or (not slips and typed not in wrong):
            return Verdict("correct", 1.0, evidence="identical" if typed in right else "proven")
        nearest_wrong = min((slips_between(typed, word) for word in wrong), default=len(typed) + 9)
        if slips <= _forgiven(near) and slips < nearest_wrong:
            meant = self.right[right.index(near)]
            message = line(f"Taken as {meant}: mind the spelling")
            return Verdict("correct", 1.0, evidence="proven", reason="spelling", message=message)
        what = "This is not the word" if " " not in self.right[0] else "These are not the words"
        return refused("other-words", f"{what} asked for")

    def stands_for(self, reading: str, ours: Value) -> Value | None:
        """Ours where the words are right, a wrong one that the question knows, and nothing for any other text."""
        if not isinstance(ours, str) or plain_words(ours) not in map(plain_words, self.right):
            return None
        if self._alone(reading).credit:
            return ours
        typed = plain_words(reading)
        return next((word for word in self.wrong if plain_words(word) == typed), None)

    def echo(self, reading: str) -> str:
        return " ".join(reading.split())[:80]

    def unsound(self) -> Iterator[str]:
        if not all(word.strip() for word in self.right):
            yield "one of the words is empty"
        for word in self.wrong:
            if self.credit(word):
                yield f"'{word}' stands under wrong, and is right"

    def giveaways(self) -> tuple[str, ...]:
        return self.right

    def prose(self) -> Prose:
        return (self.right[0],)

    def plain(self) -> str:
        return self.right[0]

    def accepts(self) -> str:
        more = " and the like" if len(self.right) > _TOLD else ""
        return f"or {', '.join(self.right[1:_TOLD])}{more}" if len(self.right) > 1 else ""

    def asks(self) -> str:
        counts = {len(words.split()) for words in self.right}
        if len(counts) > 1:
            return "one word or a few" if 1 in counts else "a few words"
        return "one word" if counts == {1} else f"{counts.pop()} words"


def plain_words(text: str) -> str:
    """Return a text for comparing: lower case, no signs, no article or "it is" in front, hyphens as blanks."""
    return _LEAD.sub("", " ".join(_NO_LETTER.sub(" ", text.casefold()).split()))


def _slips(typed: str, word: str) -> int:
    """The slips of spelling, where a plural is none and a blank left out is not one either."""
    joined = typed.replace(" ", "").removesuffix("s"), word.replace(" ", "").removesuffix("s")
    return 0 if joined[0] == joined[1] else slips_between(typed, word)


def _forgiven(word: str) -> int:
    letters = len(word.replace(" ", ""))
    return 0 if letters < _ONE_SLIP else 1 if letters < _TWO_SLIPS else 2


def slips_between(left: str, right: str) -> int:
    """Return how many letters must be left out, put in, changed or exchanged with a neighbour to get from one to the
    other.

    The restricted distance of F. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
    """
    if abs(len(left) - len(right)) > 2:
        return max(len(left), len(right))
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
