"""How many questions an item can ask that differ in what is given, and how often numbers are thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizengine.check.texts.places import of_options, of_table
from quizengine.check.texts.shown import parameters_behind
from quizengine.draw.givens import texts_of, texts_of_answers
from quizengine.draw.stimulus import texts_of_figures
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.draw.values_only import draw_values, steps_for
from quizengine.errors import CannotCompute
from quizengine.item import Fault, Item
from quizengine.maths.effort import effort
from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import fill_ins
from quizengine.one_question import one_question

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.maths.language import Value

ENOUGH = 200  # different questions of a shipped family
MOST_DRAWS = 1_000  # after which a family that has fewer is told
#: of 200 equally likely questions 80 draws show 66, give or take 3, and of unequal ones fewer: so 77 show that there
#: are more (p < 0.001; W. Feller, An Introduction to Probability Theory, vol. 1, IV.2); 160 show 110, give or take 5
ALL_BUT_SURE = {80: 77, 160: 126}
#: the number that n draws show bends down as n grows: where 1,000 draws show 200, 40 show 8 on average or more, and a
#: single one hardly ever (p < 0.003); 80 show 16 or more, and hardly ever 5
HOPELESS = {40: 1, 80: 5}
OFTEN_WITHOUT_VALUE = 0.05  # the share of attempts from which on it is told that a line of [let] has no value
OFTEN_REDRAWN = 0.9  # the share from which on it is told that hardly any numbers will do
MOST_EFFORT = 4_000_000  # of all draws together, see maths/effort.py


@dataclass(frozen=True, slots=True)
class Variety:
    """Of so many `draws`, how many are `distinct` in the values that prompts, tables and figures show.

    enough: whether these show that there are ENOUGH; redrawn: attempts that were thrown away, by the place of the line.
    """

    draws: int = 0
    distinct: int = 0
    enough: bool = False
    redrawn: Counter[Where] = field(default_factory=Counter)

    @property
    def surely_too_few(self) -> bool:
        """Whether these show that there are not ENOUGH."""
        return self.distinct < ENOUGH and (self.draws >= MOST_DRAWS or self.distinct <= HOPELESS.get(self.draws, 0))

    @property
    def share_redrawn(self) -> float:
        """The share of all attempts that were thrown away."""
        thrown = self.redrawn.total()
        return thrown / (thrown + self.draws) if thrown else 0.0

    @property
    def line_redrawn(self) -> Where:
        """The place of the line for which most are thrown away, () if none is."""
        return self.redrawn.most_common(1)[0][0] if self.redrawn else ()


def count_distinct(item: Item, draws_wanted: int = 0) -> Variety:
    """Return what drawing numbers with the seeds 1, 2, … shows: `draws_wanted` of them, or else as many as it takes to
    see whether there are ENOUGH different ones.
    """
    body = item.body
    if not body.parameters:
        return Variety(1, 1, True)
    texts, names = _seen_at_once(body), sorted(parameters_behind(_in_pictures(body), body))
    steps, draws, enough = steps_for(texts, body), 0, False
    seen: set[tuple[Value | None, ...]] = set()
    redrawn: Counter[Where] = Counter()
    with effort(MOST_EFFORT) as spent, one_question(item.id, 0, "checked"):
        for seed in range(1, (draws_wanted or MOST_DRAWS) + 1):
            for found in draw_values(item, seed, steps):
                if isinstance(found, Workspace):
                    draws += 1
                    values = (*(_value(found, text) for text in texts), *(found.values[name] for name in names))
                    seen.add(values)
                else:
                    redrawn[found] += 1
            enough = len(seen) >= ENOUGH or len(seen) >= ALL_BUT_SURE.get(draws, ENOUGH)
            settled = enough or len(seen) <= HOPELESS.get(draws, 0)
            if (settled and not draws_wanted) or spent.used_up or draws == 0:
                break
    return Variety(draws, len(seen), enough, redrawn)


def _seen_at_once(body: Body) -> tuple[str, ...]:
    """The author's expressions in prompts, tables and options; they are worked out."""
    texts = fill_ins("\n".join((body.prompt, *(part.prompt for part in body.parts))))
    if body.table is not None:
        texts += [body.table.rows] if isinstance(body.table.rows, str) else []
        texts += fill_ins("\n".join(text for _, text in of_table(body.table)))
    for number, part in enumerate(body.parts):
        texts += fill_ins("\n".join(text for _, text in of_options(part, ("parts", number))))
    known = [text for text in dict.fromkeys(texts) if text not in body.figures]
    return with_hidden(known, hidden_in(body.parameters))


def _in_pictures(body: Body) -> tuple[str, ...]:
    """Those in figures, also among the options: to work them out takes long, so that their parameters count."""
    answers = texts_of_answers(*(part.answer for part in body.parts))
    wrong = texts_of_answers(*(mistake.value for part in body.parts for mistake in part.mistakes))
    prompts = fill_ins("\n".join((body.prompt, *(part.prompt for part in body.parts))))
    below = () if body.figure is None else texts_of(body.figure.model_dump())
    return (*texts_of_figures(body, (*prompts, *answers, *wrong)), *below)


def _value(workspace: Workspace, text: str) -> Value | None:
    try:
        return workspace.evaluate(text)
    except CannotCompute:
        return None


def too_few(item: Item, variety: Variety) -> Iterator[Fault]:
    """Yield the fault of a family that can ask too few questions."""
    if item.kind == "family" and variety.surely_too_few:
        message = f"only {variety.distinct} different questions in {variety.draws} draws"
        yield Fault(item.path, item.line("parameters"), f"{message}, {ENOUGH} are wanted; widen the parameters")


def thrown_away(item: Item, variety: Variety) -> Iterator[Fault]:
    """Yield advice on lines of [let] that often have no value, and on numbers that hardly ever will do."""
    attempts = variety.draws + variety.redrawn.total()
    for where, times in variety.redrawn.items():
        share = f"{100 * times / attempts:.0f} % of the draws"
        if where[:1] == ("let",) and times >= OFTEN_WITHOUT_VALUE * attempts:
            message = f"this has no value in {share}, which are drawn again without a word; choose the parameters so"
            yield Fault(item.path, item.line(*where), f"{message} that it has, or say with [require] what is kept out")
        elif times >= OFTEN_REDRAWN * attempts:
            message = f"'{where[-1]}' fails in {share}; choose the numbers so that more of them will do"
            yield Fault(item.path, item.line(*where), message)
