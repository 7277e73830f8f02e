"""Names of an item: used before they have a value, used nowhere, and letters that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.texts.formulas import formulas_in, letters_of
from quizengine.check.texts.places import expressions, sentences
from quizengine.draw.evaluation_order import mentioned
from quizengine.item import Fault, Item
from quizengine.maths.language.names_used import names_in
from quizengine.maths.language.values import canonical
from quizengine.maths.tree import CONSTANTS

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.model import Body

_NO_NAMES = re.compile(r'"[^"]*"|\bequation\(\s*[A-Za-z]\s*,')  # texts, and the letter that equation(z, h) is about


def names_too_early(item: Item) -> Iterator[Fault]:
    """Yield lines that use what gets its value only below them, or never."""
    body = item.body
    for name, later in _too_early(body):
        message = f"'{later}' gets its value only below; move this line down, or take another name"
        yield Fault(item.path, item.line("let", name), message)
    for name, other in _mixed_up(body):
        message = f"'{other}' has no value in [parameters]: work out what depends on it in [let]"
        yield Fault(item.path, item.line("parameters", name), message)


def names_to_see(item: Item) -> Iterator[Fault]:
    """Yield letters without a value that stand only once, names that nothing asks for, and what is listed twice."""
    for place, statement in enumerate(item.covers):
        if statement in item.covers[:place]:
            yield Fault(item.path, item.line("covers", place), f"'{statement}' stands twice; take one out")
    for number, name in _unheard(item.body):
        message = f"the variables of the answer have '{name}', which stands nowhere else; is it misspelt?"
        yield Fault(item.path, item.line("parts", number, "answer", "variables"), message)
    for where, name in _strangers(item.body):
        yield Fault(item.path, item.line(*where), f"'{name}' has no value and stands nowhere else; is it misspelt?")
    for table, name in _unused(item.body):
        yield Fault(item.path, item.line(table, name), f"'{name}' is used nowhere; take it out")


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


def _strangers(body: Body) -> Iterator[tuple[Where, str]]:
    """One-letter names in [let] and [require] that stand only once: variables that nobody asks of.

    A letter counts where a value is asked for by it and where a formula shows it, not where it is a word.
    """
    known = {canonical(name) for name in (*body.parameters, *body.let, *CONSTANTS)}
    stands = Counter(letter for _, text in expressions(body) for letter in _letters(text))
    shown = {letter for _, text in sentences(body) for formula in formulas_in(text) for letter in letters_of(formula)}
    named = {each for part in body.parts for each in _variables(part.answer)}
    for table, lines in (("let", body.let), ("require", body.require)):
        for name, text in lines.items():
            for letter in sorted({each for each in names_in(text) if len(each) == 1} - known - shown - named):
                if stands[letter] == 1:
                    yield (table, name), letter


def _unheard(body: Body) -> Iterator[tuple[int, str]]:
    """Variables of answers that stand in no expression and in no formula of the item, each with its part."""
    asked = {name for _, text in expressions(body) for name in names_in(text)}
    formulas = " ".join(_may_hold_names(body))
    for number, part in enumerate(body.parts):
        for name in getattr(part.answer, "variables", ()):
            written = re.escape(name).replace("_", "_?\\{?")
            if name not in asked and not re.search(rf"(?<![A-Za-z]){written}(?![A-Za-z])", formulas):
                yield number, name


def _may_hold_names(body: Body) -> Iterator[str]:
    for where, text in sentences(body):
        yield from (text,) if where[0] in ("parameters", "let") else formulas_in(text)  # a letter may be drawn


def _letters(text: str) -> list[str]:
    """The letters that stand by themselves in an expression, each as often as it stands there."""
    return re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", _NO_NAMES.sub("", text))


def _variables(answer: object) -> tuple[str, ...]:
    return (*getattr(answer, "variables", ()), *getattr(answer, "at", ()))


def _unused(body: Body) -> Iterator[tuple[str, str]]:
    """Names of [parameters], [let] and [figures] whose values nothing asks for, each with its table.

    A letter in a formula, as in $x^n$, is no use of a parameter n.
    """
    tables = (("parameters", body.parameters), ("let", body.let), ("figures", body.figures))
    names = {name for _, table in tables for name in table}
    used = {name for where, text in expressions(body) for name in mentioned(text, names) if where != ("let", name)}
    yield from ((table, name) for table, known in tables for name in known if name not in used)
