"""What reading takes and gives: the notation that is expected, the rules of precedence, the reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizengine.maths.parse.expected_shape import SHAPES
from quizengine.maths.parse.shape_properties import ExpectedShape, Wants
from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Notation:
    """What may stand in a text.

    variables: the names that are known, in their own spelling (`x_1`, `w1`, `lam`); with none declared, every
    letter is a free variable. wants: what is asked; it decides what a comma, a bare list, `i j k` and `=` mean.
    shape: how many components the vector or point has that is asked, so that 3i + 4j can be (3, 4, 0), how many
    iterates the sequence, or the rows and columns of the matrix; () where nobody says. names: what they are called,
    one by one, as `∂L/∂w` or `x₁`; () where they have no names of their own.
    """

    variables: tuple[str, ...] = ()
    wants: Wants = "any"
    shape: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def expected(self) -> ExpectedShape:
        """Return what is asked, with all that it says about a text."""
        return SHAPES[self.wants]

    @property
    def count(self) -> int:
        """How many places the list has that is asked, 0 where nobody says."""
        return self.shape[0] if len(self.shape) == 1 else 0


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a text is read where people read it differently; the defaults are the documented rules.

    quotient: `1/2x` is (1/2)·x, or 1/(2x). function: a bare function takes the juxtaposed product that follows
    (`sin 2x` is sin(2x)), or one atom ((sin 2)·x), or the whole term (`sin x/2` is sin(x/2)). exponent: `e^xy` is
    e^x·y, or e^(xy). tower: `x^y^2` is x^(y^2), or (x^y)^2. root: `√2x` is (√2)·x, or √(2x). log: natural, or to
    base ten. inverse: `sin^-1 x` is asin x, or 1/sin x. comma: `1,234` is 1.234 where one number is asked, or 1234;
    and `1,5, 2,5` in a list is four numbers, or two.
    name: where `a` is a variable, `asin(x)` is arcsin(x), or a·sin(x). percent: `5%` is 0.05, or 5. mixed:
    `2\\frac{1}{2}` is 2 1/2 where a number is asked, or 2·(1/2). scientific: `2e-3` is 0.002, or 2·e - 3. power:
    `xy^2` is x·y^2, or (xy)^2; only of letters, since who loses the brackets of (2x)^2 has made a mistake. base:
    `log2x` is the logarithm of x to base 2, or ln(2x).
    """

    quotient: Literal["left", "product"] = "left"
    function: Literal["product", "atom", "term"] = "product"
    exponent: Literal["atom", "product"] = "atom"
    tower: Literal["right", "left"] = "right"
    root: Literal["factor", "product"] = "factor"
    log: Literal["natural", "ten"] = "natural"
    inverse: Literal["function", "reciprocal"] = "function"
    comma: Literal["decimal", "thousands", "pairs"] = "decimal"
    name: Literal["whole", "letters"] = "whole"
    percent: Literal["hundredth", "unit"] = "hundredth"
    mixed: Literal["sum", "product"] = "sum"
    scientific: Literal["ten", "euler"] = "ten"
    power: Literal["atom", "product"] = "atom"
    base: Literal["digits", "factor"] = "digits"


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """At `offset` the `conventions` would read otherwise; `code` is the name of the field in which they differ.

    The codes "function-end" and "comma-list" are second alternatives of `function` and `comma`.
    """

    code: str
    offset: int
    conventions: Conventions


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree of a text, the places where it could be read otherwise, and the labels that were understood.

    labels: one of the whole ("∇f", "f_x"), or one of each component, in the order of the tree ("f_x", "f_y").
    """

    tree: Node
    ambiguities: tuple[Ambiguity, ...] = ()
    labels: tuple[str, ...] = ()


PLAIN = Notation()
DOCUMENTED = Conventions()

#: The one alternative that each ambiguity tells of.
ALTERNATIVES = {
    "quotient": Conventions(quotient="product"),
    "function": Conventions(function="atom"),
    "function-end": Conventions(function="term"),
    "exponent": Conventions(exponent="product"),
    "tower": Conventions(tower="left"),
    "root": Conventions(root="product"),
    "log": Conventions(log="ten"),
    "inverse": Conventions(inverse="reciprocal"),
    "comma": Conventions(comma="thousands"),
    "comma-list": Conventions(comma="pairs"),
    "name": Conventions(name="letters"),
    "percent": Conventions(percent="unit"),
    "mixed": Conventions(mixed="product"),
    "scientific": Conventions(scientific="euler"),
    "power": Conventions(power="product"),
    "base": Conventions(base="factor"),
}
