"""The properties of what is asked: how many values it has, which words, signs and labels may stand in it.

Each property is a sentence about what may be typed, and false of whatever says nothing else in SHAPES, the table of
expected_shape.py. To read something in a new way where only some things are asked, add a property.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Wants = Literal["any", "number", "expression", "vector", "matrix", "equation", "points", "sequence", "interval"]
Order = Literal["as typed", "by name", "by number", "by point", "by entry"]
#: Given how many places and how many variables there are, and how many commas were typed: may they be decimal?
CommaPolicy = Callable[[int, int, int], bool]


def never(places: int, variables: int, commas: int) -> bool:
    """Return False: a comma in a list is one between its items."""
    return False


def always(places: int, variables: int, commas: int) -> bool:
    """Return True: `1,5, 2,5` may be 1.5 and 2.5."""
    return True


def if_too_many(places: int, variables: int, commas: int) -> bool:
    """Return whether there are more items than places, so that some of the commas may be decimal."""
    return 0 < places <= commas


def if_single(places: int, variables: int, commas: int) -> bool:
    """Return whether an item is a single number, so that no comma parts its coordinates."""
    return variables < 2


@dataclass(frozen=True, slots=True)
class DecimalCommas:
    """Where a comma between digits is a decimal comma.

    outside_brackets: `0,5` is one number, since no list is asked. between_semicolons: the brackets, "" for none of
    them, in which semicolons (or the & of LaTeX) part numbers and commas are decimal: (0,5; 1,5). of_points: the same
    where each item has several coordinates. in_lists: whether `1,5, 2,5` is told to have a second reading.
    """

    outside_brackets: bool = False
    between_semicolons: tuple[str, ...] = ()
    of_points: tuple[str, ...] = ()
    in_lists: CommaPolicy = never


@dataclass(frozen=True, slots=True)
class ExpectedShape:
    """One thing that is asked, and how a text is read where it is; name and noun call it in code and in a sentence."""

    name: Wants
    noun: str  # with its article: "a vector"

    # How many values it has
    one_value: bool = False  # two are refused, be they parted by a comma or `or`, in braces or with ±
    one_vector: bool = False  # 2i, 3j and (1, 2), (3, 4) are refused
    is_formula: bool = False  # where x is a variable, `x = …` is no name of it; f_xx only where that is asked
    is_list: bool = False  # `<` opens a list and never compares; the ends of lines and & part its items
    is_single_list: bool = False  # nothing is computed with it, and no semicolon joins another to it
    keeps_rows: bool = False  # [[1], [2]] stays a column, its transpose is a row, and a line that ends ends a row
    in_braces: bool = False  # braces hold several of them, and never just group
    item_brackets: str | None = None  # around a single item that stands for the list of one; None: x is no list
    holds_points: bool = False  # its items are points, and numbers only where there is one variable
    has_components: bool = True  # its places are as many as the variables and may be called by them
    customary_names: bool = False  # its places may be called x, y, z or w, b where nobody gives them a name

    # Words that may stand in it
    free_letters: bool = True  # with no variables declared, every letter is one
    unit_axes: bool = False  # i, j, k and letters with a hat are unit vectors
    guesses_axes: bool = False  # they are so beside declared variables, and else in a sum such as 2i + 3j
    words: Mapping[str, tuple[str, Any]] = field(default_factory=dict, hash=False)  # that are signs: `and`, a comma

    # Signs that may stand in it
    keeps_relations: bool = False  # =, <, ≤, as in z = 2x and 0 < x < 1
    membership: bool = False  # ∈ after its name, as in x ∈ (0, 1)
    mixed_brackets: bool = False  # (0, 1]
    open_brackets: bool = False  # ]0, 1[ for (0, 1)
    arrows: bool = False  # 1 → 2 → 3 for 1, 2, 3
    spaces: bool = False  # [2x 2y] for [2x, 2y] …
    no_spaces_with: tuple[str, ...] = (",", "&")  # … if none of these signs parts the items
    approximately: bool = False  # ≈ before it
    percent: bool = False  # 5% for 0.05
    mixed_numbers: bool = False  # 2 1/2 for 5/2
    decimal_commas: DecimalCommas = DecimalCommas()

    # That there is none
    may_be_none: bool = False  # `none` and `no solution` answer it
    example: str = "0"  # what may stand after its label where that is read alone

    # Labels, before = or a colon
    checks_labels: bool = True  # they are held against the names of what is asked; else their kind is enough
    label_kinds: tuple[str, ...] = ()  # the kinds of labels that may name it or one of its places
    first_index: bool = True  # f_x may name it: an index that is a variable
    second_index: bool = True  # f_xy may name it
    own_words: str = ""  # words of a phrase that announce it
    alien_words: str = ""  # words that announce something else, unless one of its own stands beside them
    stands_for_rest: bool = False  # f(x, y) before = is the one variable that is not among its arguments: z of a plane
    order: Order = "as typed"  # in which labelled values are put
