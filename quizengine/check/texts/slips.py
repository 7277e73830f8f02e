"""Slips of the hand in sentences: words written twice, formulas that print otherwise than they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizengine.check.texts.formulas import formulas_in, tokens_of, words_between
from quizengine.check.texts.places import sentences
from quizengine.item import Fault, Item
from quizengine.maths.print.symbols import BY_NAME
from quizengine.maths.print.upright_names import KNOWN_WORDS

if TYPE_CHECKING:
    from quizengine.item.model import Body
    from quizengine.maths.print.from_latex.tokens import Token

_FILL = re.compile(r"<<.*?>>", re.DOTALL)
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,}|a)[ \t]*\n?[ \t]*(?<=\s)\1(?![\w-])", re.IGNORECASE)
_MAY_BE_TWICE = {"that", "had"}
#: a power or an index of a letter that counts, and 1 or 2 more or less right behind it: x^n-1, w_t+1
_UNBRACED = re.compile(r"[\^_]([ijkmnptNT])([+-])([12])(?![\d.\w^])")
_COMMANDS = {"frac", "sqrt", "mathbf", "text", "hat", "bar", "vec", "left", "right"}
_SHORT_NAMES = {"ln", "pi"}  # of two letters, which are no product
_STYLED = {"\\mathrm", "\\mathbf", "\\mathit", "\\boldsymbol", "\\bm", "\\mathcal", "\\mathbb"}


def slips_to_see(item: Item) -> Iterator[Fault]:
    """Yield what may be meant but seldom is: words written twice, powers without braces, names as bare letters."""
    texts = [*sentences(item.body), (("title",), item.title)]
    for where, text in texts:
        for message in (*_twice(text), *(told for formula in formulas_in(text) for told in _unbraced(formula))):
            yield Fault(item.path, item.line(*where), message)
        for formula in formulas_in(text):
            for message in _values_as_letters(formula, item.body):
                yield Fault(item.path, item.line(*where), message)


def slips_to_mend(item: Item) -> Iterator[Fault]:
    """Yield commands without their backslash, which print as a product of letters: $eta x$, $sin(x)$."""
    for where, text in sentences(item.body):
        for formula in formulas_in(text):
            for name in _runs(formula):
                if _is_command(name):
                    message = f"${name}$ prints as the letters {' '.join(name)}; write \\{name}"
                    yield Fault(item.path, item.line(*where), message)


def _twice(text: str) -> Iterator[str]:
    for words in words_between(text):
        for found in _TWICE.finditer(_FILL.sub("…", words)):
            if found[1].lower() not in _MAY_BE_TWICE:
                yield f"'{' '.join(found[0].split())}': this word stands twice"


def _unbraced(formula: str) -> Iterator[str]:
    for found in _UNBRACED.finditer(_FILL.sub("…", formula)):
        written, (letter, sign, number) = found[0], found.groups()
        braced = f"{written[0]}{{{letter}{sign}{number}}}"
        yield f"'{written}' raises or lowers {letter} only; write {braced}, or else a space before the {sign}"


def _values_as_letters(formula: str, body: Body) -> Iterator[str]:
    """Names of the item that stand in a formula as letters: $x0$, or $lr$ for the value of lr."""
    names = {*body.parameters, *body.let}
    for name in _runs(formula):
        if name in names and not _is_command(name) and not name.startswith("d"):
            yield f"${name}$ prints as the letters {' '.join(name)}, not as the value of '{name}'; write << {name} >>"
    stream = tokens_of(formula)
    for token, after in pairwise(stream):
        if _is_letter(token) and after.kind == "digits" and token.offset + token.length == after.offset:
            cure = f"{token.text}_{after.text}" if len(after.text) == 1 else f"{token.text}_{{{after.text}}}"
            value = f", or << {token.text}{after.text} >> for its value" if token.text + after.text in names else ""
            yield f"'{token.text}{after.text}' is a letter times a number here; write {cure}{value}"


def _is_command(name: str) -> bool:
    known = name in BY_NAME or name in KNOWN_WORDS or name in _COMMANDS
    return known and (len(name) > 2 or name in _SHORT_NAMES)


def _runs(formula: str) -> Iterator[str]:
    """The runs of two or more letters with nothing between them, outside words and upright names."""
    run, before = "", [""]
    styled, end = False, -1
    for token in tokens_of(formula):
        if run and (not _is_letter(token) or token.offset != end):
            if len(run) > 1 and not styled:
                yield run
            run = ""
        if _is_letter(token):
            if not run:
                styled = before[-1] == "{" and len(before) > 1 and before[-2] in _STYLED
            run, end = run + token.text, token.offset + token.length
        before.append(token.text)


def _is_letter(token: Token) -> bool:
    return token.kind == "sign" and token.text.isascii() and token.text.isalpha()
