"""Items of a bank that say the same, up to numbers, names and white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizengine.item import Fault, Item
from quizengine.maths.language.fill_in import fill_ins

if TYPE_CHECKING:
    from quizengine.item.model import Body

_FILL = re.compile(r"<<.*?>>", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_NAME = re.compile(r"(?<!\\)[A-Za-z]\w*")
_FEWEST = 5  # words of a prompt; below that, as in "True or false?", what is asked stands elsewhere


def twins(items: Iterable[Item]) -> Iterator[Fault]:
    """Yield, at its prompt, each sound item that asks what an earlier one asks, of the same formulas.

    The same prompt with other formulas, as of a polynomial and of a sine, is another exercise.
    """
    seen: dict[tuple[str, ...], Item] = {}
    for item in items:
        if item.faults:
            continue
        said = _said(item.body)
        if len(said[0].split()) < _FEWEST:
            continue
        earlier = seen.setdefault(said, item)
        if earlier is not item:
            message = f"this asks what '{earlier.id}' asks, up to numbers and names; keep one, or ask something else"
            yield Fault(item.path, item.line("prompt"), message)


def same_titles(items: Iterable[Item]) -> Iterator[Fault]:
    """Yield, at its title, each sound item that is called as an earlier one is: lists and sheets show titles alone."""
    titles: dict[str, Item] = {}
    for item in items:
        titled = item if item.faults else titles.setdefault(item.title.casefold(), item)
        if titled is not item:
            message = f"'{titled.id}' has this title, too; say what is different here"
            yield Fault(item.path, item.line("title"), message)


def _said(body: Body) -> tuple[str, ...]:
    """The prompts of an item, what is drawn for it and what its answers are, without what may differ.

    Where nothing is drawn nor filled in, the prompts say all that is asked: other options make no other question.
    """
    names = {name: f"name{place}" for place, name in enumerate((*body.parameters, *body.let))}
    prompts = " ".join((body.prompt, *(part.prompt for part in body.parts)))
    if not names and "<<" not in prompts and body.table is None and body.figure is None:
        return (_bare(prompts, {}),)
    answers = (part.answer.model_dump(exclude={"credit"}) for part in body.parts)
    table = None if body.table is None else body.table.model_dump()
    written = (*body.let.values(), *fill_ins(prompts), *_strings((*answers, table)))
    return (_bare(_FILL.sub("…", prompts), {}), *(_bare(text, names) for text in written))


def _bare(text: str, names: Mapping[str, str]) -> str:
    renamed = _NAME.sub(lambda found: names.get(found[0], found[0]), text)
    return " ".join(_NUMBER.sub("#", renamed).casefold().split())


def _strings(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict):
        for key in sorted(written):
            yield from (f"{key}:", *_strings(written[key]))
    elif isinstance(written, tuple | list):
        for each in written:
            yield from _strings(each)
