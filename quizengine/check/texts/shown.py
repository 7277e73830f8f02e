"""What a prompt shows, and parameters that change an answer and stand in no prompt, table or figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quizengine.check.texts.places import of_options, of_table
from quizengine.draw.evaluation_order import mentioned
from quizengine.draw.givens import texts_of
from quizengine.draw.stimulus import texts_of_figures
from quizengine.draw.texts_inside import hidden_in, with_hidden
from quizengine.item import Fault, Item
from quizengine.maths.language.fill_in import fill_ins

if TYPE_CHECKING:
    from quizengine.item.model import Body, WrittenPart

#: options of answers on which it does not depend what is right, but how it is typed, taken and paid
_HOW_IT_IS_TAKEN = {"credit", "up_to", "unit", "also", "variables", "names", "called", "gradient_of", "domain", "ends"}
_HOW_IT_IS_TAKEN |= {"unevaluated", "at", "within", "digits", "tolerance", "reads", "multiple", "options", "others"}


def hidden_from_the_learner(item: Item) -> Iterator[Fault]:
    """Yield the parameters that change an answer, and that neither its prompt shows nor one above it.

    A parameter is shown where a value depends on it that is shown: a prompt may give f, and not the numbers in it. What
    [require] says of it is no help to a learner.
    """
    told: set[str] = set()
    for number, part in enumerate(item.parts):
        shown = (*shown_in_prompts(item.body, number + 1), *_options(part, number))
        missing = parameters_behind(_keys(part), item.body) - parameters_behind(shown, item.body) - told
        told |= missing
        for name in sorted(missing):
            asks = f"the answer to ({'abcdefgh'[number]})" if len(item.parts) > 1 else "the answer"
            message = f"'{name}' changes {asks}, and no prompt, table or figure shows it; write << {name} >> there"
            yield Fault(item.path, item.line("parameters", name), message)


def shown_in_prompts(body: Body, parts: int) -> tuple[str, ...]:
    """Return the author's expressions that say what is given, up to the prompt of so many parts."""
    prompts = fill_ins("\n".join((body.prompt, *(part.prompt for part in body.parts[:parts]))))
    shown = [*prompts, *texts_of_figures(body, prompts)]
    if body.table is not None:
        shown += fill_ins("\n".join(text for _, text in of_table(body.table)))
        shown += [body.table.rows] if isinstance(body.table.rows, str) else []
    return (*shown, *(() if body.figure is None else texts_of(body.figure.model_dump())))


def _keys(part: WrittenPart) -> tuple[str, ...]:
    return texts_of(part.answer.model_dump(exclude=_HOW_IT_IS_TAKEN))


def _options(part: WrittenPart, number: int) -> list[str]:
    """What stands in the options of a part: they show their own numbers. Of what is put in order or matched all is
    shown, so that its order alone is hidden.
    """
    shown = fill_ins("\n".join(text for _, text in of_options(part, ("parts", number))))
    return [*shown, *_keys(part)] if part.answer.kind in ("order", "matching") else shown


def parameters_behind(texts: Iterable[str], body: Body) -> set[str]:
    """Return the parameters on which the values of `texts` depend, through all lines of [let]."""
    hidden, lines = hidden_in(body.parameters), dict(body.let)
    names = {*body.parameters, *lines}
    waiting, found = list(texts), set[str]()
    while waiting:
        reached = {name for text in with_hidden(waiting, hidden) for name in mentioned(text, names)} - found
        found |= reached
        waiting = [lines[name] for name in reached if name in lines]
    return found & body.parameters.keys()
