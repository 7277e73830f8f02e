"""What a row of the table of functions tells: names, values, and the facts that several folders use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Ball = Any  # flint's arb, which is imported where balls are worked out
Expression = Any  # of SymPy, which is imported where it is asked

ODD, EVEN = -1, 1
POSITIVE, NOT_NEGATIVE = 2, 1


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, None being infinite; closed: whether finite ends belong to it.

    told: False for any other set, of which only `closed` tells something: whether it may hold a part of its border.
    """

    low: int | None = None
    high: int | None = None
    closed: bool = False
    told: bool = True


EVERYWHERE = Interval()
NOT_TOLD = Interval(closed=True, told=False)


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """A function of the tree; u is its argument.

    name: as in Call.function, and as it is typed; spellings: other words for it; least, most: of its arguments.
    written: its upright name in print: None for `name`, "" where it is printed without one; in_latex: whether LaTeX has
    a command of that name; limits: whether a subscript stands below it; spoken: its name in speech.
    ball: on balls within `domain`: a function, or the name of arb's method, "" for `name`.
    sympy: SymPy's name of it: None for `name`, "" where it has none, or none that does as a textbook does.
    derivative: of u, if not SymPy's own: made with the functions that its first argument gives by their names.

    Facts, which are claims only where they are told:
    domain: where it has a value, but where u, sin u or cos u is zero if `excluded` is "u", "sin" or "cos".
    breaks: where in its domain it is not analytic, None if not told; jumps: whether it jumps anywhere.
    parity: ODD, EVEN, or 0; sign: POSITIVE, NOT_NEGATIVE, or 0; at_zero: its value at 0, or None.
    one_to_one: whether it takes no value twice.
    tail: by how many bits for each unit of |u| it may come nearer to a limit than to u, None if not told: 3 for
    e^(-2|u|), as 2/ln 2 is below 3.
    """

    name: str
    spoken: str
    least: int = 1
    most: int = 1
    spellings: tuple[str, ...] = ()
    written: str | None = None
    in_latex: bool = False
    limits: bool = False
    ball: str | Callable[..., Ball] = ""
    sympy: str | None = None
    derivative: Callable[[Callable[[str], Any], Expression], Expression] | None = None
    domain: Interval = NOT_TOLD
    excluded: str = ""
    breaks: tuple[int, ...] | None = None
    jumps: bool = False
    parity: int = 0
    sign: int = 0
    at_zero: Fraction | None = None
    one_to_one: bool = False
    tail: int | None = None

    @property
    def print_name(self) -> str:
        """The upright name in print, "" if it is printed otherwise."""
        return self.name if self.written is None else self.written

    @property
    def sympy_name(self) -> str:
        """SymPy's name of the function, "" if it has none."""
        return self.name if self.sympy is None else self.sympy

    @property
    def unary(self) -> bool:
        """Does it take one argument, and no more?"""
        return self.least == self.most == 1

    @property
    def total(self) -> bool:
        """Has it a value wherever its arguments have one, and no jump?"""
        return self.domain == EVERYWHERE and not self.excluded and not self.jumps

    @property
    def steady(self) -> bool:
        """Is a value at a point one around it, too, and near to those around it?"""
        return not self.domain.closed and not self.jumps
