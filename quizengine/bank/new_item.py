"""The text of a new item: a sound one to write over, or another one's text with a mark in its title.

skeleton("steep-slope")        a gradient, with a comment where an author chooses
copied(text)                   comments and all; what holds for the other item alone is left out
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizengine.item.faults import Where
from quizengine.item.line_numbers import key_lines

MARK = "NEW: "  # before the title of a copy, for its author to take away
_MOST_LETTERS = 120  # of a title
_DIRECTIVE = re.compile(r"#:schema\b[^\n]*\n?")
_TABLE = re.compile(r"[ \t]*\[")

_SKELETON = r"""title      = '<title>'
skills     = ['gradient', 'partial-derivative']     # names from skills.toml: `quizengine bank list --skills`
difficulty = 2                                      # 1 easy … 5 hard
marks      = 2
# covers   = ['S2-11']                              # what it covers of the texts: `quizengine bank list --uncovered`

prompt = '''
Let $f(x, y) = << f >>$. Find $\nabla f(x, y)$.
'''

[parameters]                                        # what a seed chooses
a = { integers = [-6, 6], except = [0] }
b = { integers = [-6, 6], except = [0] }
c = { integers = [-6, 6], except = [0] }

[let]                                               # worked out from top to bottom
f = 'a*x^2 + b*x*y + c*y^3'
g = 'grad(f, x, y)'

[answer]                                            # one key names the kind: number, vector, choice, …
vector    = 'g'
variables = ['x', 'y']

[[mistakes]]                                        # wrong answers that have a name in mistakes.toml
name   = 'other-variable-zero'
vector = ['2*a*x', '3*c*y^2']
says   = 'The term $<< b*x*y >>$ is lost: the variable held fixed is a constant, not zero.'

[[mistakes]]
name   = 'swapped-partials'                         # without `says` the sentence of mistakes.toml is told
vector = ['g[2]', 'g[1]']

[[mistakes]]
name       = 'gradient-is-scalar'
expression = 'g[1] + g[2]'                          # a mistake may be another kind of answer

[help]
hints = [                                           # from gentle to strong
  'Hold $y$ fixed for the first component, $x$ for the second.',
  'The term $<< b*x*y >>$ counts in both.',
]
steps = [                                           # one thing a step; the last one arrives at the answer
  'With $y$ fixed: $\frac{\partial f}{\partial x} = << g[1] >>$.',
  'With $x$ fixed: $\frac{\partial f}{\partial y} = << g[2] >>$.',
  'So $\nabla f(x, y) = << g >>$.',
]
"""


@dataclass(frozen=True, slots=True)
class NewItem:
    """`text` of the file; `left_out` tells in a few words each what a copy does not have of the other."""

    text: str
    left_out: tuple[str, ...] = ()


def skeleton(name: str) -> NewItem:
    """Return a short family with a comment where an author chooses; its title is `name` in words."""
    words = name.replace("-", " ")
    return NewItem(_SKELETON.replace("<title>", words[:1].upper() + words[1:_MOST_LETTERS]))


def copied(source: str) -> NewItem:
    """Return the text of a sound item with its title marked, and without what is true of that one alone: `covers`, and
    tests for one seed, which draws other numbers here.
    """
    source = _DIRECTIVE.sub("", source)
    data = tomllib.loads(source)
    lines, places = source.split("\n"), key_lines(source)
    title = places[("title",)]
    renamed = f"{_before(lines[title - 1])}{quoted((MARK + data['title'])[:_MOST_LETTERS])}"
    dropped = set(range(title + 1, end_of_value(source, title) + 1))
    left_out = []
    if ("covers",) in places:
        start = places[("covers",)]
        dropped |= set(range(start, end_of_value(source, start) + 1))
        left_out.append("covers")
    for where in _tests_of_a_seed(data, places):
        dropped |= set(_lines_of_table(lines, places[where]))
        left_out.append("tests for one seed")
    told = tuple(dict.fromkeys(left_out))
    lines[title - 1] = renamed
    kept = [line for number, line in enumerate(lines, 1) if number not in dropped]
    return NewItem("\n".join(kept), told)


def quoted(text: str) -> str:
    """Return a text of one line as TOML writes it, in single quotes where that goes."""
    return f"'{text}'" if "'" not in text else f"'''{text}'''"


def end_of_value(source: str, start: int) -> int:
    """Return the number of the last line of the key that begins on line `start` of a TOML text."""
    lines = source.split("\n")
    for end in range(start, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[start - 1 : end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    return start


def _before(line: str) -> str:
    """A line up to its value."""
    return line[: line.index("=") + 1] + " "


def _tests_of_a_seed(data: Mapping[str, Any], places: Mapping[Where, int]) -> Iterator[Where]:
    """Where tests stand that name a seed."""
    owners: list[tuple[Where, Any]] = [((), data)]
    owners += [(("parts", number), part) for number, part in enumerate(data.get("parts", ()))]
    for where, owner in owners:
        for number, test in enumerate(owner.get("tests", ())):
            place = (*where, "tests", number)
            if "seed" in test and place in places:
                yield place


def _lines_of_table(lines: list[str], start: int) -> range:
    """The lines of a [[table]] from its heading on to the next one, with what is blank between them."""
    end = start + 1
    while end <= len(lines) and not _TABLE.match(lines[end - 1]):
        end += 1
    return range(start, end)
