"""A figure that is always the same, with all that a drawing can have, and questions that show it in every place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.answers.kinds.matching import MatchingKey
from quizengine.draw import Mistake, Part, Question, WorkedStep
from quizengine.figures.drawing import Anchor, Area, Dash, Drawing, Label, Mark, Shape, Stroke, Weight
from quizengine.figures.figure import Figure, OwnWords
from quizengine.item import Item
from quizengine.maths.language import Workspace
from quizengine.maths.print import Prose

SOURCE = "title = 'One'\nskills = ['text']\ndifficulty = 1\nprompt = 'p'\n[answer]\nnumber = '1'\n"
ITEM = Item.read("text/one", Path("one.toml"), SOURCE)
DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted", "dash-dotted")
WEIGHTS: tuple[Weight, ...] = ("thin", "normal", "thick")
SHAPES: tuple[Shape, ...] = ("dot", "ring", "square", "cross")
ANCHORS: tuple[Anchor, ...] = ("start", "middle", "end")


NO_WORDS = OwnWords()


@dataclass(frozen=True, slots=True)
class Fixed(Figure):
    """A figure whose drawing says `text`, as wide as it is asked for and 0.6 times as high."""

    text: str = "h₁"
    words: OwnWords = NO_WORDS

    def drawing(self, width: float) -> Drawing:
        high = 0.6 * width
        frame = Stroke(((0, 0), (width, 0), (width, high), (0, high), (0, 0)), weight="thin")
        lines = tuple(
            Stroke(((1, 1 + n * high / 13), (width / 2, 1 + n * high / 13)), dash, weight, arrow=n % 2 == 1)
            for n, (dash, weight) in enumerate((dash, weight) for dash in DASHES for weight in WEIGHTS)
        )
        marks = tuple(Mark((width / 2 + 1.5 + 1.2 * n, 1.2), shape) for n, shape in enumerate(SHAPES))
        labels = tuple(
            Label((0.75 * width, 2.2 + 1.1 * n), self.text, anchor, slanted)
            for n, (anchor, slanted) in enumerate((anchor, slanted) for anchor in ANCHORS for slanted in (False, True))
        )
        area = Area(((width - 2, high - 2), (width - 0.5, high - 2), (width - 0.5, high - 0.5)), 0.3)
        return Drawing(width, high, (area,), (frame, *lines), marks, labels)

    def readings(self) -> str:
        return f"A picture of {self.text}."


def question(part: Part, prompt: Prose = ("What is it?",), figure: Figure | None = None) -> Question:
    return Question(ITEM, 1, prompt, None, figure, (part,), Workspace({}))


def of_options(*texts: str, steps: tuple[Prose, ...] = ()) -> Part:
    """The part whose options are figures; the first is right, the others are mistakes with a sentence."""
    options = tuple((Fixed(text),) for text in texts)
    mistakes = tuple(Mistake("other", ("Not this one.",), ChoiceKey(option, options)) for option in options[1:])
    return Part("", (), ChoiceKey(options[0], options), 1, mistakes, (), tuple(map(WorkedStep, steps)))


def of_matching(*texts: str) -> Part:
    """The part in which figures are to be matched with words."""
    words = tuple((f"word {place}",) for place in range(len(texts)))
    return Part("", (), MatchingKey(tuple((Fixed(text),) for text in texts), words, (), words), 1, (), (), ())
