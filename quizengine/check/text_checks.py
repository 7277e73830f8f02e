"""What an author should look at before any question is drawn: is there enough to learn from?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.draw.evaluation_order import evaluation_order, mentioned
from quizengine.draw.givens import texts_of
from quizengine.draw.redraw import mathematics_of
from quizengine.draw.stimulus import texts_of_figures
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.item import Fault, Item
from quizengine.maths.language.fill_in import fill_ins
from quizengine.maths.tree import CONSTANTS

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body, WrittenPart

_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_NO_NAMES = re.compile(r'"[^"]*"|\bequation\(\s*[A-Za-z]\s*,')  # texts, and the letter that equation(z, h) is about
FEWEST_HINTS = 2
FEWEST_WORDS = 2  # of a hint


def advice_on_text(item: Item) -> Iterator[Fault]:
    """Too few mistakes, hints or steps in a part, and parameters that nothing uses."""
    if re.search(r"\$|<<|\\", item.title):
        yield Fault(item.path, item.line("title"), "a title is shown as it is: write it in words, without formulas")
    for number, part in enumerate(item.parts):
        for where, message in _of_part(part):
            yield Fault(item.path, item.line("parts", number, *where), message)
    if item.parts[-1].carries:
        where = ("parts", len(item.parts) - 1, "carries")
        yield Fault(item.path, item.line(*where), "nothing comes after the last part; take carries out")
    for number, name in _carried_to_nobody(item):
        message = f"carries = '{name}' changes no later answer; let a later key use '{name}', or take carries out"
        yield Fault(item.path, item.line("parts", number, "carries"), message)
    for where, name in _strangers(item):
        yield Fault(item.path, item.line(*where), f"'{name}' has no value and stands nowhere else; is it misspelt?")
    for name in _unused(item):
        message = f"'{name}' is used nowhere; take it out"
        where = (next(table for table in ("parameters", "let", "figures") if name in getattr(item.body, table)), name)
        yield Fault(item.path, item.line(*where), message)


def faults_in_text(item: Item) -> Iterator[Fault]:
    """Yield lines that use what gets its value below them, and answers that carry over into data.

    What a learner has read in a prompt must not depend on what they answer.
    """
    body = item.body
    for name, later in _too_early(body):
        message = f"'{later}' gets its value only below; move this line down, or take another name"
        yield Fault(item.path, item.line("let", name), message)
    for name, other in _mixed_up(body):
        message = f"'{other}' has no value in [parameters]: work out what depends on it in [let]"
        yield Fault(item.path, item.line("parameters", name), message)
    for number, part in enumerate(item.parts):
        if len(item.parts) > 1 and not part.prompt.strip():
            yield Fault(item.path, item.line("parts", number), "this part asks nothing; write prompt = '…'")
    names = (*body.parameters, *body.let)
    for condition, text in body.verify.items():
        if not mentioned(text, names):
            message = f"'{condition}' uses no name of [parameters] or [let], so it says nothing about the question"
            yield Fault(item.path, item.line("verify", condition), message)
    hidden = hidden_in(body.parameters)
    shown = {name for text in with_hidden(fill_ins("\n".join(_data(body))), hidden) for name in mentioned(text, names)}
    for number, part in enumerate(item.parts):
        changed = _dependent(part.carries, body) if part.carries else set()
        for name in sorted(shown & changed):
            message = f"carries = '{part.carries}' changes '{name}', which a prompt shows; work '{name}' out without it"
            yield Fault(item.path, item.line("parts", number, "carries"), message)


def _too_early(body: Body) -> Iterator[tuple[str, str]]:
    """Lines of [let] that use a name of the same or a later line, which is still a variable there."""
    names = list(body.let)
    for place, (name, text) in enumerate(body.let.items()):
        for later in sorted(mentioned(text, set(names[place:]))):
            yield name, later


def _mixed_up(body: Body) -> Iterator[tuple[str, str]]:
    """Parameters whose expressions speak of another parameter, which is a mere variable there."""
    for name, parameter in body.parameters.items():
        for other in sorted({other for text in parameter.expressions() for other in mentioned(text, body.parameters)}):
            yield name, other


def _data(body: Body) -> Iterator[str]:
    """The texts of an item that say what is given."""
    yield body.prompt
    yield from (part.prompt for part in body.parts)
    if body.table is not None:
        yield from body.table.header
        rows = body.table.rows
        yield f"<< {rows} >>" if isinstance(rows, str) else "\n".join(cell for row in rows for cell in row)
    prompts = fill_ins("\n".join((body.prompt, *(part.prompt for part in body.parts))))
    shown = () if body.figure is None else texts_of(body.figure.model_dump())
    yield from (f"<< {text} >>" for text in (*shown, *texts_of_figures(body, prompts)))


def _dependent(carried: str, body: Body) -> set[str]:
    """The names of [let] that are worked out anew when the learner's answer stands in for `carried`."""
    changed = {carried}
    for step in evaluation_order(body):
        if not step.requirement and step.uses & changed:
            changed.add(step.name)
    return changed


def _carried_to_nobody(item: Item) -> Iterator[tuple[int, str]]:
    """What a part carries though none of the later answers is worked out from it."""
    hidden = hidden_in(item.body.parameters)
    for number, part in enumerate(item.parts[:-1]):
        if part.carries:
            changed = _dependent(part.carries, item.body)
            later = [text for asked in item.parts[number + 1 :] for text in mathematics_of(asked)]
            if not any(mentioned(text, changed) for text in with_hidden(later, hidden)):
                yield number, part.carries


def _of_part(part: WrittenPart) -> Iterator[tuple[Where, str]]:
    named, wanted = len(part.mistakes), part.answer.mistakes_wanted
    if named < wanted:
        yield ("answer",), f"{_count(named, 'mistake')}; name at least {wanted}"
    for place, hint in enumerate(part.help.hints):
        if hint.strip() in (earlier.strip() for earlier in part.help.hints[:place]):
            yield ("help", "hints", place), "this hint stands above already; let each say more than the one before"
        elif len(hint.split()) < FEWEST_WORDS:
            yield ("help", "hints", place), f"'{hint.strip()}' helps nobody; say what to do or where to look"
    if len(part.help.hints) < FEWEST_HINTS:
        yield (
            ("help", "hints"),
            f"{_count(len(part.help.hints), 'hint')}; write at least {FEWEST_HINTS}, the gentle one first",
        )
    if not part.help.steps:
        yield ("help", "steps"), "no worked steps; write steps = ['…']"


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'s' * (number != 1)}"


def _strangers(item: Item) -> Iterator[tuple[Where, str]]:
    """One-letter names in [let] and [require] that stand only once in the whole file: variables that nobody asks of."""
    known = {*item.body.parameters, *item.body.let, *CONSTANTS}
    for table, lines in (("let", item.body.let), ("require", item.body.require)):
        for name, text in lines.items():
            for letter in sorted(set(_LETTER.findall(_NO_NAMES.sub("", text))) - known):
                if len(re.findall(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", item.source)) == 1:
                    yield (table, name), letter


def _unused(item: Item) -> Iterator[str]:
    """Names of [parameters], [let] and [figures] that stand nowhere but where they get their value."""
    for name in (*item.body.parameters, *item.body.let, *item.body.figures):
        if len(re.findall(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", item.source)) < 2:
            yield name
